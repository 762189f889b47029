/** A small plan for tests, and a look at all its rows. */
import { createHash } from "node:crypto";
import type { ArealGeometry } from "../../src/core/model/geometry.ts";
import { newPlan, openBytes } from "../../src/plan/plan-file.ts";
import type { Change, CommandName, Commands } from "../../src/plan/protocol.ts";
import { type Database, databaseFrom, loadSqlite } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";

export const sqlite = await loadSqlite();
const text = new TextEncoder();

/** A clock that moves on a second each time it is asked. */
export function ticking(start = "2026-10-15T01:00:00.000Z"): () => string {
  let seconds = 0;
  return () => new Date(Date.parse(start) + 1000 * seconds++).toISOString();
}

/** Names that count: the same input gives the same bytes. */
export function counting(prefix = "uid"): () => string {
  let n = 0;
  return () => `${prefix}-${++n}`;
}

export function emptyStore(): { store: PlanStore; db: Database } {
  const db = newPlan(sqlite, {
    id: "p1",
    name: "Phương án thử",
    demo: false,
    created: "2026-10-15T00:00:00.000Z",
  });
  return { store: new PlanStore(sqlite, db, { now: ticking(), newUid: counting() }), db };
}

/** The same plan opened from the bytes of its file; the one before is closed. */
export function reopened(store: PlanStore): { store: PlanStore; db: Database } {
  const opened = openBytes(sqlite, store.copy(), "copy.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  const { revision } = store.info();
  const options = { now: ticking("2026-10-16T01:00:00.000Z"), newUid: counting(`after-${revision}`) };
  store.close();
  return { store: new PlanStore(sqlite, opened.value, options), db: opened.value };
}

/** A plan with units, forest, hazards, roads, centres, 40 households, events, a baseline and a site. */
export function exampleStore(): { store: PlanStore; db: Database } {
  const { store, db } = emptyStore();
  for (const kind of ["units", "forests", "hazards", "roads", "centres"] as const) {
    stage(store, kind, `${kind}.geojson`, LAYER_FILES[kind]);
    must(store, "layer.import", { staged: kind, kind, name: kind, coverage: "all", replace: false });
  }
  stage(store, "register", "ho.csv", householdsCsv("H", 40));
  must(store, "households.import", { staged: "register", replace: false });
  must(store, "event.add", event("e1", "H1", "moved", "2024-05-02"));
  must(store, "baseline.freeze", {
    id: "b1",
    name: "Gốc 2021",
    target: "relocation",
    on: "2021-12-31",
    householdIds: ["H1", "H2", "H3"],
  });
  must(store, "site.add", site("s1", 108.3));
  return { store, db };
}

export function stage(store: PlanStore, id: string, file: string, content: string): void {
  const read = store.read(id, file, text.encode(content));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.problem)}`);
}

/** Runs a command that must be accepted. */
export function must<K extends CommandName>(store: PlanStore, name: K, input: Commands[K]): Change {
  const outcome = store.run(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

/**
 * Every row of every table except the history, what is made from the rows (columns) and how the engine lays out a
 * spatial index; bounds and what the index holds are part of it, the time of the last change is not.
 */
export function dump(db: Database): Record<string, unknown[]> {
  const tables = db.selectValues(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'journal%'
       AND name NOT LIKE 'household_column%' AND name NOT GLOB 'outside_*'
       AND name NOT GLOB 'rtree_*_geom_*' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map((table) => {
      const rows = db.selectObjects(`SELECT * FROM "${table}" ORDER BY 1`);
      for (const row of rows) delete row.last_change;
      return [String(table), rows];
    }),
  );
}

/** Stands for all the bytes of a plan's file: equal exactly when they are. */
export function digest(store: PlanStore): string {
  return createHash("sha256").update(store.copy()).digest("hex");
}

/** The same rows seen from outside, through the bytes of the file. */
export function dumpOfCopy(store: PlanStore): Record<string, unknown[]> {
  const db = databaseFrom(sqlite, store.copy());
  try {
    return dump(db);
  } finally {
    db.close();
  }
}

export function square(lon: number, lat: number, size: number): ArealGeometry {
  const [e, n] = [lon + size, lat + size];
  return {
    type: "Polygon",
    coordinates: [
      [
        [lon, lat],
        [e, lat],
        [e, n],
        [lon, n],
        [lon, lat],
      ],
    ],
  };
}

export function site(id: string, lon: number): Commands["site.add"] {
  return { id, name: `Điểm ${id}`, form: "concentrated", capacity: 20, geometry: square(lon, 12.6, 0.01) };
}

export function event(
  id: string,
  householdId: string,
  kind: Commands["event.add"]["kind"],
  on: string,
): Commands["event.add"] {
  return { id, householdId, kind, on, document: null, note: null };
}

/** A register of `count` households; every seventh has no coordinates. */
export function householdsCsv(prefix: string, count: number): string {
  const lines = ["id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat,ghi_chu"];
  for (let i = 1; i <= count; i++) {
    const at = i % 7 === 0 ? "," : `${(108.1 + i * 0.003).toFixed(6)},${(12.5 + i * 0.002).toFixed(6)}`;
    lines.push(
      `${prefix}${i},Y Ê ${i},Ê Đê,${1 + (i % 6)},nghèo,${i % 2},Buôn ${i % 4},24163,${at},"dòng ${i}"`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function collection(features: readonly (readonly [properties: object, geometry: object])[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });
}

export const LAYER_FILES = {
  units: collection([
    [{ code: "24163", name: "Xã Ea Mẫu", district: "Huyện Cũ" }, square(108.0, 12.4, 0.2)],
    [{ code: "24164", name: "Xã Cư Mẫu", district: "Huyện Cũ" }, square(108.2, 12.4, 0.2)],
  ]),
  forests: collection([[{ name: "Rừng Mẫu", kind: "special-use" }, square(108.05, 12.45, 0.05)]]),
  hazards: collection([
    [{ kind: "landslide", level: 4 }, square(108.15, 12.5, 0.03)],
    [{ kind: "flash-flood", level: 3 }, square(108.25, 12.5, 0.03)],
  ]),
  roads: collection([
    [
      { name: "ĐT 1", class: "main" },
      {
        type: "LineString",
        coordinates: [
          [108.0, 12.45],
          [108.4, 12.55],
        ],
      },
    ],
  ]),
  centres: collection([
    [
      { code: "24163", name: "Trung tâm Ea Mẫu" },
      { type: "Point", coordinates: [108.1, 12.5] },
    ],
    [
      { code: "24164", name: "Trung tâm Cư Mẫu" },
      { type: "Point", coordinates: [108.3, 12.5] },
    ],
  ]),
} as const;
