/** Opens the file chooser; the same as dropping files on the page. */
import { useRef } from "react";
import { takeFiles } from "../../actions/files.ts";
import { useSay } from "../../hooks/use-say.ts";
import { ACCEPTED } from "../../intake/accepts.ts";
import { Button } from "../../parts/button.tsx";

/** Several files at once are read in the order chosen. */
export function ImportButton() {
  const t = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="msg-space">
      <Button kind="pri" onClick={() => input.current?.click()}>
        {t("data.open")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          void takeFiles([...(currentTarget.files ?? [])], t("start.unnamed"));
          currentTarget.value = "";
        }}
      />
      <p className="small mut msg-space">{t("data.open.hint")}</p>
    </div>
  );
}
