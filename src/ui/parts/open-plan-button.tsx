/** Chooses a `.gpkg` plan file. */
import { useRef } from "react";
import { openPlanFile } from "../actions/open.ts";
import { Button } from "./button.tsx";

/** A button that opens the file chooser for plans. */
export function OpenPlanButton({ label }: { label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".gpkg"
        data-testid="plan-input"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void openPlanFile(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
