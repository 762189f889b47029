/** How earlier files of a sender were read, so that the next one is read the same way. Pure. */
import type { IntakeView, Remembered } from "../../intake/protocol.ts";

/** Names of senders, each once, the newest first. */
export function sendersOf(remembered: readonly Remembered[]): readonly string[] {
  return [...new Set(remembered.map(({ sender }) => sender))];
}

/** The newest reading of this sender whose table had the same columns; null when there is none. */
export function rememberedOf(
  remembered: readonly Remembered[],
  sender: string,
  view: IntakeView,
): Remembered | null {
  const wanted = sender.trim().normalize("NFC");
  if (wanted === "") return null;
  const columns = view.meaning.columns.map(({ column }) => column).join("\u0000");
  return (
    remembered.find(
      (each) =>
        each.sender.normalize("NFC") === wanted &&
        each.meaning.columns.map(({ column }) => column).join("\u0000") === columns,
    ) ?? null
  );
}
