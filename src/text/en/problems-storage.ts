/** Problems of copies, recovery and room. */
import type { problemsStorage as vi } from "../vi/problems-storage.ts";

export const problemsStorage: Record<keyof typeof vi, string> = {
  "problem.copy.missing": "This automatic copy is no longer there. Choose another one.",
  "problem.copy.unreadable":
    "The open plan could not be read from the browser's storage, so no copy was saved. Leave this tab as it is, load the program in another tab, then open the newest automatic copy.",
  "problem.recover.nothing":
    "The file {file} is damaged too badly: no household, layer or site in it could be read. Open another copy of the plan.",
};
