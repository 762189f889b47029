/** Reads the plan's own things back from their rows: what the interface asks of the store. */
import type { HouseholdAssignment } from "../core/model/assignment.ts";
import type { Baseline, EventKind, HouseholdEvent } from "../core/model/event.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { Household, Json } from "../core/model/household.ts";
import type { Site } from "../core/model/site.ts";
import type { Target } from "../core/model/target.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { readRules } from "../core/screening/rules-file.ts";
import { eachRow } from "./columns-raw.ts";
import { CURRENT_RULES } from "./commands/rules-set.ts";
import { decode, decodeAreal, decodePoint } from "./geometry-blob.ts";
import { factsOfRow } from "./household-facts.ts";
import type { HouseholdDetail, LayerRow } from "./protocol.ts";
import { baselineOf, readMembers } from "./read-baselines.ts";
import { readDecisionsOf } from "./read-decisions.ts";
import { FEATURE_TABLE, type Row } from "./rows.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
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
    reader.find("layer", {}).map(({ id, kind, name, coverage, date, source, ...more }) => ({
      id,
      kind,
      name,
      coverage,
      date,
      features: reader.count(FEATURE_TABLE[kind], { layer_id: id }),
      source,
      provenance: {
        provider: more.provider,
        licence: more.licence,
        accuracyM: more.accuracy_m,
        sourceCrs: more.source_crs,
      },
      skipped: more.skipped,
    })),
  );
}

/** Every site with its shape, in the order they were drawn. */
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

/** Which household goes where, in file order. */
export function readAssignments(db: Database): HouseholdAssignment[] {
  return withReader(db, (reader) =>
    reader.find("assignment", {}).map(({ household_id, site_id, fixed, assigned_on, note }) => ({
      householdId: household_id,
      siteId: site_id,
      fixed: fixed === 1,
      on: assigned_on,
      note,
    })),
  );
}

/** Every event, in file order. */
export function readEvents(sqlite: Sqlite3Static, db: Database): HouseholdEvent[] {
  const events: HouseholdEvent[] = [];
  // Kinds and dates are few and stand in many rows: each becomes one string.
  const known = new Map<string, string>();
  const once = (text: string) => {
    const there = known.get(text);
    if (there === undefined) known.set(text, text);
    return there ?? text;
  };
  const sql = "SELECT id, household_id, kind, happened_on, document, note FROM event ORDER BY fid";
  eachRow(sqlite, db, sql, [], (row) => {
    const document = row.text(4);
    events.push({
      id: row.text(0)!,
      householdId: row.text(1)!,
      kind: once(row.text(2)!) as EventKind,
      on: once(row.text(3)!),
      document: document === null ? null : once(document),
      note: row.text(5),
    });
  });
  return events;
}

/** Those of the named events that are there, in the order of the names. */
export function readEventsNamed(db: Database, ids: readonly string[]): HouseholdEvent[] {
  return withReader(db, (reader) =>
    ids.flatMap((id) => {
      const row = reader.read("event", id);
      return row ? [eventOf(row)] : [];
    }),
  );
}

/** Every baseline with its households, in the order they were frozen. */
export function readBaselines(sqlite: Sqlite3Static, db: Database): Baseline[] {
  const rows = withReader(db, (reader) => reader.find("baseline", {}));
  return rows.map((row) => baselineOf(row, readMembers(sqlite, db, row.id)));
}

/** The numbers the plan asks for, in file order. */
export function readTargets(db: Database): Target[] {
  return withReader(db, (reader) =>
    reader.find("target", {}).map(({ fid: _, baseline_target, ...target }) => {
      return { ...target, baselineTarget: baseline_target };
    }),
  );
}

/** The rules in force. Throws when they are not there or not whole. */
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
export function readHousehold(db: Database, id: string): HouseholdDetail | null {
  return withReader(db, (reader) => {
    const row = reader.read("household", id);
    if (!row) return null;
    const events = reader.find("event", { household_id: id }).map(eventOf);
    const household = householdOf(row);
    const source = row.import_id === null ? null : reader.read("import", row.import_id);
    return {
      household,
      facts: factsOfRow(row),
      unitCode: row.unit_code,
      events: events.sort((a, b) => (a.on < b.on ? -1 : +(a.on > b.on))),
      decisions: readDecisionsOf(db, id),
      importedFrom: source && { file: source.file, at: source.at },
      properties: household.properties,
    };
  });
}

function householdOf(row: Row<"household">): Household {
  const at = row.geom ? decodePoint(row.geom) : null;
  return {
    id: row.id,
    head: row.head,
    ethnicity: row.ethnicity,
    // As in the columns: a word that another program wrote where a number belongs says nothing.
    members: typeof row.members === "number" ? row.members : null,
    poverty: row.poverty,
    migrant: typeof row.migrant === "number" ? row.migrant !== 0 : null,
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
