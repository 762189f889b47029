/** What is wrong with a file, a rule set or a site, and what to do: `problem.<code>`. */
import type { FileProblem, RuleProblem, SiteProblem } from "../../core/outcome.ts";

export const problemsFile = {} as unknown as Record<
  `problem.${FileProblem | RuleProblem | SiteProblem}`,
  string
>;
