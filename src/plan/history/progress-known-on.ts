/** Progress as it would have been told on a past day: by the events and lists that were recorded by then. */
import type { Baseline, BaselineTarget, EventKind, HouseholdEvent } from "../../core/model/event.ts";
import type { Unit } from "../../core/model/layers.ts";
import { fail, type Outcome } from "../../core/outcome.ts";
import type { ProgressPlace } from "../../core/targets/member-place.ts";
import { type PlanProgressRequest, progressFrom } from "../../core/targets/plan-progress.ts";
import type { ProgressReport } from "../../core/targets/progress.ts";
import type { IsoDate } from "../../core/units.ts";
import { baselineOf, type MemberRow } from "../read-baselines.ts";
import { readBaselines, readTargets } from "../read-plan.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";
import { type SqlRow, type SqlValue, Statements } from "../statements.ts";
import { lastEntryBy, startingPoint } from "./end-of-day.ts";
import { allRowsThen } from "./rows-then.ts";

/**
 * The report of `request` from the events and baselines as they were recorded at the end of `knownOn`. Nothing in the
 * file is touched. Targets and the list of units are those of now. Problems: `baseline.missing` when the baseline was
 * not frozen yet, `progress.not-known` when the history does not reach back to that day.
 */
export function progressKnownOn(
  sqlite: Sqlite3Static,
  db: Database,
  request: PlanProgressRequest,
  knownOn: IsoDate,
): Outcome<ProgressReport> {
  const last = lastEntryBy(db, knownOn);
  const start = startingPoint(db);
  if (start && last < start.seq) return fail("progress.not-known", { from: start.on });
  const sql = new Statements(db);
  try {
    return progressFrom(
      {
        events: allRowsThen(sql, "event", last).map(eventOf),
        baselines: baselinesThen(sqlite, db, sql, last),
        targets: readTargets(db),
        units: unitsNow(sql),
        places: () => placesNow(sql),
      },
      request,
    );
  } finally {
    sql.close();
  }
}

function eventOf(row: SqlRow): HouseholdEvent {
  return {
    id: String(row.id),
    householdId: String(row.household_id),
    kind: String(row.kind) as EventKind,
    on: String(row.happened_on),
    document: textOf(row.document),
    note: textOf(row.note),
  };
}

function baselinesThen(sqlite: Sqlite3Static, db: Database, sql: Statements, last: number): Baseline[] {
  const touched = sql.value(
    "SELECT 1 FROM journal_row WHERE seq > ? AND table_name IN ('baseline', 'baseline_member') LIMIT 1",
    [last],
  );
  if (touched === undefined) return readBaselines(sqlite, db);
  const members = new Map<string, MemberRow[]>();
  for (const row of allRowsThen(sql, "baseline_member", last)) {
    const list = members.get(String(row.baseline_id)) ?? [];
    members.set(String(row.baseline_id), list);
    // An image from an earlier form of the file says nothing of the columns that came later.
    list.push({
      household_id: String(row.household_id),
      unit_code: textOf(row.unit_code),
      unit_name: textOf(row.unit_name),
      district: textOf(row.district),
      added_on: textOf(row.added_on),
      document: textOf(row.document),
    });
  }
  return allRowsThen(sql, "baseline", last).map(({ id, name, target, frozen_on }) => {
    const row = { id: String(id), name: String(name), frozen_on: String(frozen_on) };
    return baselineOf({ ...row, target: String(target) as BaselineTarget }, members.get(row.id) ?? []);
  });
}

function unitsNow(sql: Statements): Unit[] {
  return sql.map(
    `SELECT code, name, district FROM unit
     WHERE layer_id IN (SELECT id FROM layer WHERE kind = 'units') ORDER BY fid`,
    [],
    ([code, name, district]) => ({ code: String(code), name: String(name), district: textOf(district) }),
  );
}

function placesNow(sql: Statements): ReadonlyMap<string, ProgressPlace> {
  const units = new Map<string, ProgressPlace>();
  for (const { code, name, district } of unitsNow(sql)) {
    if (!units.has(code)) units.set(code, { unitCode: code, unitName: name, district });
  }
  const places = new Map<string, ProgressPlace>();
  sql.map("SELECT id, unit_code FROM household WHERE unit_code IS NOT NULL", [], ([id, code]) => {
    const place = units.get(String(code));
    if (place) places.set(String(id), place);
  });
  return places;
}

function textOf(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
