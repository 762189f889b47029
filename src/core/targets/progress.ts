/** Types of the answer to "how far are we"; the computation is `progressOf` below. */
import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../model/event.ts";
import type { Unit } from "../model/layers.ts";
import type { IsoDate } from "../units.ts";

export interface ProgressRow {
  /** Unit code, or the district's name when grouped by former district; null for households in no unit. */
  readonly code: string | null;
  readonly name: string | null;
  readonly baseline: number;
  readonly done: number;
  /** done / baseline × 100, null when the baseline has nobody here. Cut, never rounded up, when shown. */
  readonly percent: number | null;
  /** Percent asked for by the milestone in force at the date (60 until 31/12/2025, then 100). */
  readonly target: number;
  /** done × 100 ≥ target × baseline, in whole numbers; null when the baseline has nobody here. */
  readonly met: boolean | null;
  /** Done in the 12 months up to the date. */
  readonly last12: number;
}

export interface Milestone {
  readonly year: 2025 | 2030;
  readonly percent: number;
}

export interface ProgressReport {
  readonly asOf: IsoDate;
  readonly target: BaselineTarget;
  readonly baseline: {
    readonly id: string;
    readonly name: string;
    readonly on: IsoDate;
    readonly households: number;
  };
  readonly rows: readonly ProgressRow[];
  readonly total: ProgressRow;
  /** State at each year's end from the baseline's year to the date, then at the date itself: the curve. */
  readonly curve: readonly { readonly on: IsoDate; readonly done: number; readonly percent: number | null }[];
  /** The closed milestone of 31/12/2025 as it was on that day, null before it. */
  readonly milestone2025: ProgressRow | null;
  /** The same by row (same order as `rows`), null before 31/12/2025. */
  readonly milestone2025Rows: readonly ProgressRow[] | null;
  /** Households a year needed from the date to 31/12/2030, null when done or past. */
  readonly neededPerYear: number | null;
  /** In the baseline of both targets: named because the two are never added. */
  readonly sharedWithOtherTarget: number | null;
}

/** Where a household of a baseline is counted: its unit when the baseline was frozen, null when in none. */
export interface ProgressPlace {
  readonly unitCode: string | null;
  readonly unitName: string | null;
  /** Former district, null when not known. */
  readonly district: string | null;
}

export interface ProgressInput {
  readonly baseline: Baseline;
  /** By household id. A member that is not here is counted in the row of no unit. */
  readonly places: ReadonlyMap<string, ProgressPlace>;
  /** Of any households, in any order; those of other households are ignored. */
  readonly events: readonly HouseholdEvent[];
  readonly asOf: IsoDate;
  readonly by: "unit" | "district";
  /** Kinds that count as done; left out: `DONE_KINDS`. */
  readonly doneKinds?: readonly EventKind[];
  /** Units that get a row even when the baseline has nobody there. */
  readonly units?: readonly Unit[];
  /** The current baseline of the other target, to name the households in both. */
  readonly other?: Baseline | null;
}

export function progressOf(input: ProgressInput): ProgressReport {
  throw new Error(`filling in ${input.asOf}`);
}
