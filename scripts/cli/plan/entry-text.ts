/** An entry of the history in words. */
import type { JournalLabel } from "../../../src/plan/protocol.ts";
import { formatDate, formatTime } from "../../../src/text/numbers.ts";
import { hasText, type TextKey } from "../../../src/text/say.ts";
import type { Speaker } from "./speaker.ts";

/** What was done: the sentence of the command with its values. */
export function entryText(
  { command, values }: Pick<JournalLabel, "command" | "values">,
  speaker: Speaker,
): string {
  const key = `command.${command}`;
  if (!hasText(key)) return command;
  const spoken = { ...values };
  for (const [name, group] of [
    ["kind", "event"],
    ["choice", "decision.choice"],
  ] as const) {
    const word = `${group}.${values[name]}`;
    if (hasText(word)) spoken[name] = speaker.say(word as TextKey);
  }
  return speaker.say(key, spoken);
}

/** Day and time in the reader's own zone. */
export function whenText(at: string, speaker: Speaker): string {
  const local = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${formatDate(day)} ${formatTime(speaker.language, at)}`;
}
