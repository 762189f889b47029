/** Whether the events of each household still make sense once everything is chosen. */
import type { Problem } from "../../core/outcome.ts";
import type { Database } from "../sqlite.ts";
import type { SqlRow } from "../statements.ts";
import { eventProblem, eventsOf } from "./apart-groups.ts";
import type { Comparison } from "./comparison.ts";
import type { Chosen } from "./decide-row.ts";
import type { MergePlan } from "./plan-merge.ts";

/** Looks at households of which events were asked about or change one by one. Null: all is well. */
export function eventsProblem(
  compared: Comparison,
  { decisions }: MergePlan,
  chosen: Chosen,
): Problem | null {
  const settled = new Map<string, SqlRow | null>();
  const households = new Set<string>();
  for (const { table, key, settle } of decisions) {
    if (table !== "event") continue;
    const row = settle(chosen);
    settled.set(key, row);
    if (row) households.add(String(row.household_id));
  }
  for (const household of [...households].sort()) {
    const together = new Map(eventsOf(compared, 0, household).map((row) => [String(row.id), row]));
    for (const [key, row] of settled) {
      if (row?.household_id === household) together.set(key, row);
      else together.delete(key);
    }
    const problem = eventProblem(household, [...together.values()]);
    const before = compared.all.some((side) => eventProblem(household, eventsOf(compared, side, household)));
    if (problem && !before) return problem;
  }
  return null;
}

/** Number of the last event in the plan, 0 when there is none. */
export function lastEvent(db: Database): number {
  return Number(db.selectValue("SELECT coalesce(max(fid), 0) FROM event"));
}

/**
 * Looks at every household that got an event behind number `last`: what nobody was asked about may still be impossible,
 * when one side turned down earlier what comes back now. What a side said by itself is not judged. Null: all is well.
 */
export function newEventsProblem({ sides, all }: Comparison, db: Database, last: number): Problem | null {
  const own = new Map<string, SqlRow[]>();
  const rows = db.selectObjects(
    `SELECT fid, id, household_id, kind, happened_on, recorded_at FROM event
     WHERE household_id IN (SELECT household_id FROM event WHERE fid > ?) ORDER BY household_id, fid`,
    [last],
  ) as SqlRow[];
  for (const row of rows) {
    const household = String(row.household_id);
    const list = own.get(household);
    if (list) list.push(row);
    else own.set(household, [row]);
  }
  for (const [household, events] of own) {
    const problem = eventProblem(household, events);
    if (!problem) continue;
    const before = events.filter(({ fid }) => Number(fid) <= last);
    const others = all.filter((side) => sides[side]!.db !== db);
    if (eventProblem(household, before)) continue;
    if (others.some((side) => eventProblem(household, eventsIn(sides[side]!.db, household)))) continue;
    return problem;
  }
  return null;
}

function eventsIn(db: Database, household: string): SqlRow[] {
  return db.selectObjects("SELECT id, kind, happened_on, recorded_at FROM event WHERE household_id = ?", [
    household,
  ]) as SqlRow[];
}
