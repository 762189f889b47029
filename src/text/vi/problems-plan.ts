/** What is wrong with the plan or its storage, and what to do: `problem.<code>`. */
import type { PlanProblem } from "../../core/outcome.ts";

export const problemsPlan = {} as unknown as Record<`problem.${PlanProblem}`, string>;
