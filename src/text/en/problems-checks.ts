/** What the check of a file finds. */
import type { problemsChecks as vi } from "../vi/problems-checks.ts";

export const problemsChecks: Record<keyof typeof vi, string> = {
  "problem.check.same-id": "Has the same household code as row {other}.",
};
