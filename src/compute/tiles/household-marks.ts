import { DONE_KINDS, HOUSEHOLD_STATUSES, type HouseholdStatus } from "../../core/model/event.ts";
import type { TextColumn } from "../../core/model/text-column.ts";
import { HIT, UNKNOWN } from "../../core/screening/finding.ts";

/** What the marks of households are drawn from: columns in register order. */
export interface MarkColumns {
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

/** Counts on a mark that stands for several households. */
export type GroupTags = Readonly<Record<string, number>>;

/** Status position → 1 when the household's move is done. */
const DONE = HOUSEHOLD_STATUSES.map((status) => (DONE_KINDS as readonly string[]).includes(status));
const UNDER_WAY: ReadonlySet<HouseholdStatus> = new Set(["identified", "planned", "land-allocated"]);
const OPEN = HOUSEHOLD_STATUSES.map((status) => UNDER_WAY.has(status));
const NONE = HOUSEHOLD_STATUSES.indexOf("none");

/**
 * Counts of a group. Findings: `n, yes, unknown`. Statuses: `n, done, open`, where open is a household that
 * is under way (identified, planned, land allocated) or that the rules say must move and nothing was done yet.
 */
export function countGroup(source: MarkSource, columns: MarkColumns, members: ArrayLike<number>): GroupTags {
  const n = members.length;
  let first = 0;
  let second = 0;
  for (let k = 0; k < n; k++) {
    const i = members[k]!;
    if (source === "findings") {
      if (columns.eligible[i] === HIT) first++;
      else if (columns.eligible[i] === UNKNOWN) second++;
    } else if (DONE[columns.status[i]!]) first++;
    else if (isOpen(columns, i)) second++;
  }
  return source === "findings" ? { n, yes: first, unknown: second } : { n, done: first, open: second };
}

function isOpen(columns: MarkColumns, i: number): boolean {
  const status = columns.status[i]!;
  return OPEN[status]! || (status === NONE && columns.eligible[i] === HIT);
}

/** Drawn above what has a lower rank: "yes" and "unknown" are never hidden under a "no". */
export function rankOf(source: MarkSource, columns: MarkColumns, i: number): number {
  const eligible = columns.eligible[i];
  const finding = eligible === HIT ? 2 : eligible === UNKNOWN ? 1 : 0;
  if (source === "findings") return finding;
  return columns.status[i] === NONE ? finding : 3;
}
