/** Something in a file that looks wrong: where, what, and what could be done about it. */
import type { Problem } from "../../outcome.ts";
import type { LonLat } from "../../units.ts";

export interface CheckFinding {
  /** The same for the same file and meaning. */
  readonly id: string;
  /** What is wrong, with row and field; its sentence is `problem.<code>`. */
  readonly problem: Problem;
  /** Rows it concerns, as people count; the first is the row of the problem. */
  readonly rows: readonly number[];
  /** Where to look on the map, WGS 84; null when it is nowhere. */
  readonly at: LonLat | null;
  /** `stops`: the row cannot go in as it is; `ask`: a person should look; `tell`: worth knowing. */
  readonly weight: "stops" | "ask" | "tell";
  /** What could be done; applied only when accepted. Said by `intake.repair.<code>`. */
  readonly repair: Repair | null;
}

export interface Repair {
  readonly code: RepairCode;
  readonly values?: Readonly<Record<string, string | number | null>>;
}
export type RepairCode =
  | "leave-out-row"
  | "keep-unlocated"
  | "swap-coordinates"
  | "set-place"
  | "set-value"
  | "drop-repeated-vertices"
  | "turn-ring"
  | "close-ring"
  | "cut-spike"
  | "untangle";
