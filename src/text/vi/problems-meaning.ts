/** Problems of columns and their values: `problem.<code>`. */
import type { MeaningProblem } from "../../core/outcome.ts";

export const problemsMeaning = {
  "problem.meaning.value-unknown": "Giá trị “{given}” chưa được gán nghĩa nên coi là chưa biết.",
} as const satisfies Record<`problem.${MeaningProblem}`, string>;
