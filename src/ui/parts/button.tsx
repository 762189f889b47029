/** A button that, when it cannot be used, stays focusable and says why. */
import type { ReactNode } from "react";
import { Hint } from "./hint.tsx";

interface Props {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Why it cannot be used now; null when it can. */
  readonly blocked?: string | null;
  readonly kind?: "pri" | "plain" | "danger";
  readonly small?: boolean;
  readonly label?: string;
}

/** A text button. A blocked one is grey, keeps its place in the Tab order and shows its reason on focus and hover. */
export function Button({ children, onClick, blocked = null, kind = "plain", small = false, label }: Props) {
  const button = (
    <button
      type="button"
      className={`btn${kind === "plain" ? "" : ` ${kind}`}${small ? " s" : ""}`}
      aria-disabled={blocked !== null || undefined}
      aria-label={label}
      onClick={() => blocked === null && onClick()}
    >
      {children}
    </button>
  );
  if (blocked === null) return button;
  return (
    <Hint text={blocked} side="top">
      {button}
    </Hint>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly pressed?: boolean;
  readonly side?: "bottom" | "right";
}

/** A button that is only an icon; its name is read out and shown on hover and focus. */
export function IconButton({ label, onClick, children, disabled, small, pressed, side }: IconButtonProps) {
  return (
    <Hint text={label} side={side ?? "bottom"}>
      <button
        type="button"
        className={small ? "ib s" : "ib"}
        aria-label={label}
        aria-disabled={disabled || undefined}
        aria-pressed={pressed}
        onClick={() => !disabled && onClick()}
      >
        {children}
      </button>
    </Hint>
  );
}
