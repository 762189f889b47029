/** A short text beside a control: on hover, and on focus that came by keyboard. */
import { Tooltip } from "@mantine/core";
import { type ReactElement, useState } from "react";

interface Props {
  readonly text: string;
  readonly side?: "bottom" | "right" | "top";
  readonly children: ReactElement;
}

/** Goes away with a click, so that it never covers what the click opened. */
export function Hint({ text, side = "bottom", children }: Props) {
  const [shown, setShown] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens; the control inside does the work
    <span
      className="hint"
      onMouseEnter={() => setShown(true)}
      onMouseLeave={() => setShown(false)}
      onFocus={({ target }) => setShown(target.matches(":focus-visible"))}
      onBlur={() => setShown(false)}
      onPointerDown={() => setShown(false)}
    >
      <Tooltip
        label={text}
        opened={shown}
        position={side}
        multiline
        maw={300}
        transitionProps={{ duration: 0 }}
      >
        {children}
      </Tooltip>
    </span>
  );
}
