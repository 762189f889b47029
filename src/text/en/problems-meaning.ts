/** Problems of columns and their values. */
import type { problemsMeaning as vi } from "../vi/problems-meaning.ts";

export const problemsMeaning: Record<keyof typeof vi, string> = {
  "problem.meaning.value-unknown": "The value “{given}” has been given no meaning and counts as not known.",
};
