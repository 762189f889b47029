/** Numbers the resettlement plan asks for, as data: they stand in the plan file with their source. */
import type { BaselineTarget } from "./event.ts";

/** How a figure is held against the number: `trên` is `>`, `từ … trở lên` and `đạt` are `>=`. */
export const COMPARATORS = [">=", ">", "<=", "<"] as const;
export type Comparator = (typeof COMPARATORS)[number];

export interface Target {
  readonly id: string;
  /** Clause of the source that sets it. */
  readonly clause: string;
  readonly comparator: Comparator;
  readonly value: number;
  /** What is counted, e.g. `percent-of-households`. */
  readonly unit: string;
  /** To be reached by the end of this year. */
  readonly year: number;
  /** The baselines it is measured against; null for targets that are not about a list of households. */
  readonly baselineTarget: BaselineTarget | null;
  readonly source: string;
}
