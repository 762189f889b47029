/** What the marks of households are drawn from, and what is counted on marks that stand for several. */
import { DONE_KINDS, HOUSEHOLD_STATUSES, type HouseholdStatus } from "../../core/model/event.ts";
import type { TextColumn } from "../../core/model/text-column.ts";
import { ELIGIBLE_NAMES, HIT, UNKNOWN } from "../../core/screening/finding.ts";
import type { Places } from "./places.ts";

/** Columns in register order, and the located households in place order. */
export interface MarkColumns {
  readonly places: Places;
  readonly id: TextColumn;
  /** `CLEAR | HIT | UNKNOWN`: no, yes, unknown. */
  readonly eligible: Uint8Array;
  /** Position in `HOUSEHOLD_STATUSES`. */
  readonly status: Uint8Array;
  /** Index of the containing unit, -1 in none. */
  readonly unit: Int32Array;
}

/** The two pictures of households; they never share a view. */
export type MarkSource = "findings" | "statuses";

/**
 * A class is all that a mark says: the answer, in the picture of statuses the status too. Households of one
 * class look the same. Tables are by class.
 */
export interface MarkClasses {
  readonly count: number;
  /** Names of the counts on a mark that stands for several: all, the first part, the second part. */
  readonly counts: readonly [all: string, first: string, second: string];
  /** Which part a class is counted in: 1 or 2, 0 in none. */
  readonly part: Uint8Array;
}

const ANSWERS = ELIGIBLE_NAMES.length;
const UNDER_WAY: readonly HouseholdStatus[] = ["identified", "planned", "land-allocated"];

/** Classes of findings: the answers. Parts: must move, unknown. */
const FINDINGS: MarkClasses = {
  count: ANSWERS,
  counts: ["n", "yes", "unknown"],
  part: Uint8Array.from(ELIGIBLE_NAMES, (_, answer) => (answer === HIT ? 1 : answer === UNKNOWN ? 2 : 0)),
};

/**
 * Classes of statuses: `status * 3 + answer`. Parts: the move is done; open, that is under way (identified,
 * planned, land allocated) or must move by the rules and nothing was done yet.
 */
const STATUSES: MarkClasses = {
  count: ANSWERS * HOUSEHOLD_STATUSES.length,
  counts: ["n", "done", "open"],
  part: Uint8Array.from({ length: ANSWERS * HOUSEHOLD_STATUSES.length }, (_, each) => {
    const status = HOUSEHOLD_STATUSES[Math.floor(each / ANSWERS)]!;
    if ((DONE_KINDS as readonly string[]).includes(status)) return 1;
    const mustMove = status === "none" && each % ANSWERS === HIT;
    return UNDER_WAY.includes(status) || mustMove ? 2 : 0;
  }),
};

/** The classes of a picture. */
export function classesOf(source: MarkSource): MarkClasses {
  return source === "findings" ? FINDINGS : STATUSES;
}

/** Class of every household, in register order; one pass for statuses, none for findings. */
export function classColumn(source: MarkSource, { eligible, status }: MarkColumns): Uint8Array {
  if (source === "findings") return eligible;
  const column = new Uint8Array(eligible.length);
  for (let i = 0; i < column.length; i++) column[i] = status[i]! * ANSWERS + eligible[i]!;
  return column;
}

/** Position of a class's answer in `ELIGIBLE_NAMES`. */
export function answerOf(each: number): number {
  return each % ANSWERS;
}

/** Position of a class's status in `HOUSEHOLD_STATUSES`; only for classes of statuses. */
export function statusOf(each: number): number {
  return Math.floor(each / ANSWERS);
}
