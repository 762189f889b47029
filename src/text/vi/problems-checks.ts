/** What the check of a file finds: `problem.<code>`. */
import type { CheckProblem } from "../../core/outcome.ts";

export const problemsChecks = {
  "problem.check.same-id": "Trùng mã hộ với dòng {other}.",
} as const satisfies Record<`problem.${CheckProblem}`, string>;
