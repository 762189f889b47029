/** Reads the plan's own things back from their rows: what the interface asks of the store. */
import type { Baseline, EventKind, HouseholdEvent } from "../core/model/event.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { Household, Json } from "../core/model/household.ts";
import type { Site } from "../core/model/site.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { readRules } from "../core/screening/rules-file.ts";
import { CURRENT_RULES } from "./commands/rules-set.ts";
import { decode, decodeAreal, decodePoint } from "./geometry-blob.ts";
import type { LayerRow } from "./protocol.ts";
import { FEATURE_TABLE, type Row } from "./rows.ts";
import type { Database } from "./sqlite.ts";
import { TableReader } from "./table-reader.ts";

/** Asks the rows and lets go of the database whatever happens. */
export function withReader<T>(db: Database, ask: (reader: TableReader) => T): T {
  const reader = new TableReader(db);
  try {
    return ask(reader);
  } finally {
    reader.close();
  }
}

/** Reference layers without their shapes, in the order they came in. */
export function readLayers(db: Database): LayerRow[] {
  return withReader(db, (reader) =>
    reader.find("layer", {}).map(({ id, kind, name, coverage, date, source }) => ({
      id,
      kind,
      name,
      coverage,
      date,
      features: reader.count(FEATURE_TABLE[kind], { layer_id: id }),
      source,
    })),
  );
}

export function readSites(db: Database): Site[] {
  return withReader(db, (reader) =>
    reader.find("site", {}).map(({ id, name, form, status, capacity, note, geom }) => ({
      id,
      name,
      form,
      status,
      capacity,
      note,
      geometry: arealOf(geom),
    })),
  );
}

export function readEvents(db: Database): HouseholdEvent[] {
  const sql = "SELECT id, household_id, kind, happened_on, document, note FROM event ORDER BY fid";
  return withReader(db, (reader) =>
    reader.map(sql, [], (row) => ({
      id: row[0] as string,
      householdId: row[1] as string,
      kind: row[2] as EventKind,
      on: row[3] as string,
      document: row[4] as string | null,
      note: row[5] as string | null,
    })),
  );
}

export function readBaselines(db: Database): Baseline[] {
  return withReader(db, (reader) =>
    reader.find("baseline", {}).map(({ id, name, target, frozen_on }) => ({
      id,
      name,
      target,
      on: frozen_on,
      householdIds: reader.map(
        "SELECT household_id FROM baseline_member WHERE baseline_id = ? ORDER BY fid",
        [id],
        (row) => row[0] as string,
      ),
    })),
  );
}

export function readCurrentRules(db: Database): Rules {
  return withReader(db, (reader) => {
    const row = reader.read("rule_set", CURRENT_RULES);
    if (!row) throw new Error("the plan has no rules in force");
    // Another program may have written here: rules that are not whole would switch criteria off unseen.
    const rules = readRules(row.rules);
    if (!rules.ok) throw new TypeError(`the rules in force cannot be read: ${rules.problem.code}`);
    return rules.value;
  });
}

/** One household with what happened to it, oldest first; null when the plan has none of this id. */
export function readHousehold(
  db: Database,
  id: string,
): { household: Household; events: HouseholdEvent[] } | null {
  return withReader(db, (reader) => {
    const row = reader.read("household", id);
    if (!row) return null;
    const events = reader.find("event", { household_id: id }).map(eventOf);
    return {
      household: householdOf(row),
      events: events.sort((a, b) => (a.on < b.on ? -1 : +(a.on > b.on))),
    };
  });
}

function householdOf(row: Row<"household">): Household {
  const at = row.geom ? decodePoint(row.geom) : null;
  return {
    id: row.id,
    head: row.head,
    ethnicity: row.ethnicity,
    members: row.members,
    poverty: row.poverty,
    migrant: row.migrant === null ? null : row.migrant !== 0,
    village: row.village,
    communeCode: row.commune_code,
    lon: at ? at[0] : null,
    lat: at ? at[1] : null,
    properties: row.other === null ? {} : (JSON.parse(row.other) as Record<string, Json>),
  };
}

function eventOf(row: Row<"event">): HouseholdEvent {
  const { id, household_id, kind, happened_on, document, note } = row;
  return { id, householdId: household_id, kind, on: happened_on, document, note };
}

/** A shape that another program emptied is a shape without parts, never an error. */
export function arealOf(geom: Uint8Array | null): ArealGeometry {
  return geom && decode(geom) ? decodeAreal(geom) : { type: "MultiPolygon", coordinates: [] };
}
