/** A message in its place: error, reminder, done or note, each with its own icon. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type MessageKind = "err" | "warn" | "ok" | "note";
const ICONS: Record<MessageKind, IconName> = { err: "stop", warn: "warn", ok: "check", note: "help" };

interface Props {
  readonly kind: MessageKind;
  readonly icon?: IconName;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Errors interrupt a screen reader; the others wait their turn. */
export function Message({ kind, icon, action, children }: Props) {
  return (
    <div className={`msg ${kind}`} role={kind === "err" ? "alert" : undefined}>
      <Icon name={icon ?? ICONS[kind]} />
      <div>{children}</div>
      {action}
    </div>
  );
}
