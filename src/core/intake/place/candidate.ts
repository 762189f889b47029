/** One way to place the rows of a table while it is judged. */
import type { PlaceMeaning } from "../meaning.ts";
import type { Ranked } from "../ranked.ts";
import type { Evidence, Placed } from "./evidence.ts";
import type { FileNumbers } from "./numbers-of.ts";

/** Share of rows that must lie where they should for a proof to be one. */
export const LEAST_SHARE = 0.6;
export interface Candidate {
  readonly guess: Ranked<PlaceMeaning>;
  readonly numbers: FileNumbers;
  readonly wanted: Int32Array;
  readonly placed: Placed;
  readonly evidence: Evidence;
  readonly shown: Float64Array;
  readonly counts: Counts;
}
export interface Counts {
  readonly rows: number;
  readonly any: number;
  readonly own: number;
  readonly declared: number;
  /** Rows that lie where they should, of all with numbers; 0 … 1. */
  readonly share: number;
}

/** What came of comparing all of them. */
export interface Judged {
  readonly best: Candidate;
  readonly second: Candidate | null;
  /** Systems in use from which the rows do not tell the best. */
  readonly rivals: readonly Candidate[];
  /** Whether the rows lie clearly better 225 m away: the file itself was made without the datum step. */
  readonly shifted: boolean;
}

/** Not one of the old systems, unless the file names it. */
export function inUse({ guess }: Candidate): boolean {
  const named = guess.why.some(({ code }) => code === "place.declared" || code === "place.name-says-crs");
  return named || !guess.why.some(({ code }) => code === "place.old-datum");
}
