/** What the communes of the plan say of a way to place rows. */
import type { CrsCode } from "../../crs/definitions.ts";
import type { PlaceMeaning } from "../meaning.ts";
import type { Ranked } from "../ranked.ts";

/** One way to place the rows, with its proof. */
export interface PlaceView extends Ranked<PlaceMeaning> {
  readonly crs: CrsCode;
  readonly proof: PlaceProof;
}

/** Where the rows would fall. Counts are of rows with numbers. */
export interface PlaceProof {
  readonly rows: number;
  /** Within the communes of the plan; null without communes. */
  readonly insideAny: number | null;
  /** Within the commune the row says it is in; null where nothing is said or nothing can be compared. */
  readonly insideDeclared: number | null;
  /** Rows whose declared commune is known in the plan. */
  readonly declared: number;
  /** Median distance to the declared commune of the rows outside it, metres; null when none. */
  readonly typicalM: number | null;
  /** Median shift against the best guess, metres, and the compass point it goes to. */
  readonly shiftM: number | null;
  readonly shiftTo: CompassPoint | null;
  /** Longitude, latitude of up to 2,000 rows (or vertices of shapes), in the same order in every proof. */
  readonly sample: Float64Array;
}

export type CompassPoint = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";
