/** What the journal had by the end of a day in Vietnam. */
import type { IsoDate } from "../../core/units.ts";
import { factOf } from "../plan-file.ts";
import type { Database } from "../sqlite.ts";

/** Vietnam is seven hours ahead of UTC the whole year. */
const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The moment, in milliseconds, at which a day is over in Vietnam. */
export function endOfDay(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS - VIETNAM_MS;
}

/** The day it is in Vietnam at a moment, ISO 8601. */
export function dayOf(at: string): IsoDate {
  return new Date(Date.parse(at) + VIETNAM_MS).toISOString().slice(0, 10);
}

/**
 * Number of the last entry before the first one that was written after a day was over. Entries are taken in their
 * order, so that whoever sets a clock back cannot slip a change in among those of an earlier day. Entries that came in
 * with a merge carry the time of another copy: they came here with the merge.
 */
export function lastEntryBy(db: Database, day: IsoDate): number {
  const end = endOfDay(day);
  let last = 0;
  for (const [seq, at] of db.selectArrays(
    "SELECT seq, at FROM journal WHERE kind <> 'merged' ORDER BY seq",
  )) {
    if (Date.parse(String(at)) >= end) return last;
    last = Number(seq);
  }
  return last;
}

/**
 * The entry that stands for the starting point of the plan: what its rows were before is not kept. `on` is its day;
 * null when the whole history is there.
 */
export function startingPoint(db: Database): { readonly seq: number; readonly on: IsoDate } | null {
  const seq = Number(factOf(db, "undoable_after") ?? 0);
  const at = seq > 0 ? db.selectValue("SELECT at FROM journal WHERE seq = ?", [seq]) : undefined;
  return at === undefined || at === null ? null : { seq, on: dayOf(String(at)) };
}
