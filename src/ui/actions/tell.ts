/** Says things: to the live region (heard, not seen) and as a notice (seen and heard). */
import type { Problem } from "../../core/outcome.ts";
import { problemText } from "../../text/problem-text.ts";
import { say, type TextKey, type TextValues } from "../../text/say.ts";
import { setView, view } from "../store.ts";

/** Reads a sentence out in the live region. */
export function tell(key: TextKey, values?: TextValues): void {
  setView({ live: say(view().language, key, values) });
}

/** Shows and reads out that something was done. */
export function tellDone(key: TextKey, values?: TextValues): void {
  setView({ notice: { kind: "done", key, ...(values ? { values } : {}) } });
  tell(key, values);
}

/** Shows what is worth knowing of something that was done, and reads out the first of it. Nothing for an empty list. */
export function tellNotes(notes: readonly Problem[]): void {
  const [first] = notes;
  if (first) setView({ notice: { kind: "notes", notes }, live: problemText(view().language, first) });
}

/** Shows and reads out what went wrong. */
export function tellProblem(problem: Problem): void {
  setView({ notice: { kind: "problem", problem }, live: problemText(view().language, problem) });
}
