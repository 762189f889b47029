/** The spatial indexes of a plan: there as the standard has them, true after whatever is done by whom. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGeometry, encodePoint } from "../../src/plan/geometry-blob.ts";
import { openBytes } from "../../src/plan/plan-file.ts";
import { SHAPED_TABLES } from "../../src/plan/rows.ts";
import { base } from "../../src/plan/schema/0001-base.sql.ts";
import { geopackage } from "../../src/plan/schema/0001-geopackage.sql.ts";
import { householdColumns } from "../../src/plan/schema/0002-household-columns.sql.ts";
import { spatialIndexOf } from "../../src/plan/schema/0003-spatial-index.sql.ts";
import { growSchema } from "../../src/plan/schema/index.ts";
import { addShapeFunctions } from "../../src/plan/shape-functions.ts";
import { hasIndexes, isIndexTrue } from "../../src/plan/spatial-index.ts";
import { bytesOf, type Database, emptyDatabase } from "../../src/plan/sqlite.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { withoutTriggers } from "../../src/plan/triggers.ts";
import {
  emptyStore,
  exampleStore,
  householdsCsv,
  LAYER_FILES,
  must,
  site,
  sqlite,
  square,
  stage,
} from "./example-plan.ts";
import { expectTrueIndexes, found } from "./index-check.ts";

test("every table with shapes has its index, its six triggers and its row of the extension", () => {
  const { db } = exampleStore();
  const rows = db.selectObjects(
    "SELECT * FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' ORDER BY 1",
  );
  expect(rows.map((row) => row.table_name)).toEqual([...SHAPED_TABLES].sort());
  for (const row of rows) {
    expect(row).toMatchObject({
      column_name: "geom",
      definition: "http://www.geopackage.org/spec130/#extension_rtree",
      scope: "write-only",
    });
    const names = db.selectValues(
      `SELECT replace(name, 'rtree_' || tbl_name || '_geom_', '') FROM sqlite_master
       WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'rtree%' ORDER BY name`,
      [String(row.table_name)],
    );
    expect(names).toEqual(["delete", "insert", "update1", "update2", "update3", "update4"]);
  }
  expectTrueIndexes(sqlite, db);
});

test("changes by another program keep the index through its triggers", () => {
  const { db } = exampleStore();
  const point = (lon: number) => `x'${Buffer.from(encodePoint([lon, 12])).toString("hex")}'`;
  const empty = `x'${Buffer.from(encodePoint(null)).toString("hex")}'`;
  for (const sql of [
    `INSERT INTO household (geom, id) VALUES (${point(107.3)}, 'N1'), (NULL, 'N2'), (${empty}, 'N3')`,
    `UPDATE household SET geom = ${point(107.4)} WHERE id IN ('H1', 'N2')`,
    `UPDATE household SET geom = NULL WHERE id = 'H2'`,
    `UPDATE household SET geom = ${empty} WHERE id = 'H3'`,
    `UPDATE household SET fid = fid + 1000 WHERE id IN ('H4', 'H7')`,
    `UPDATE household SET fid = fid + 2000, geom = NULL WHERE id = 'H5'`,
    `INSERT OR REPLACE INTO household (fid, geom, id) VALUES (6, ${point(107.5)}, 'H6')`,
    `DELETE FROM household WHERE id IN ('H8', 'N3')`,
    `DELETE FROM site`,
  ]) {
    db.exec(sql);
    expectTrueIndexes(sqlite, db);
  }
});

type Step = readonly [what: number, a: number, b: number];

function take(store: PlanStore, [what, a, b]: Step, n: number): void {
  const staged = `f${n}`;
  const kinds = ["units", "forests", "hazards", "roads", "centres"] as const;
  const acts: readonly (() => unknown)[] = [
    () => store.run("site.add", site(`s${a}`, 108 + b / 10)),
    () => store.run("site.reshape", { id: `s${a}`, geometry: square(107 + b, 12, 0.02) }),
    () => store.run("site.remove", { id: `s${a}` }),
    () =>
      store.run("household.edit", {
        id: `H${a}`,
        changes: { at: b === 0 ? null : [107 + b / 7, 12 + a / 9] },
      }),
    () => {
      const kind = kinds[a % 5]!;
      stage(store, staged, `${kind}.geojson`, LAYER_FILES[kind]);
      store.run("layer.import", { staged, kind, name: kind, coverage: "zones", replace: b > 2 });
    },
    () => store.run("layer.remove", { id: `f${a}` }),
    () => {
      stage(store, staged, "ho.csv", householdsCsv(b > 2 ? "H" : `K${n}-`, b === 1 ? 300 : 3 + a));
      store.run("households.import", { staged, replace: b % 2 === 0 });
    },
    () => store.undo(),
    () => store.redo(),
  ];
  acts[what % acts.length]!();
}

test("after any command, undo or redo every index, and every extent, is as made anew", () => {
  const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(8), fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const { store, db } = emptyStore();
      for (const [n, one] of steps.entries()) {
        take(store, one, n);
        expectTrueIndexes(sqlite, db);
      }
      expectTrueExtents(db);
      while (store.info().undo) store.undo();
      expectTrueIndexes(sqlite, db);
      while (store.info().redo) store.redo();
      expectTrueIndexes(sqlite, db);
      expectTrueExtents(db);
      store.close();
    }),
    { numRuns: 25 },
  );
});

/** To the last bit, although they are told from the index with its coarser edges. */
function expectTrueExtents(db: Database): void {
  for (const table of SHAPED_TABLES) {
    const measured = db.selectArray(
      `SELECT min(ST_MinX(geom)), min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom)) FROM "${table}"`,
    );
    const written = db.selectArray(
      "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?",
      [table],
    );
    expect(written).toEqual(measured);
  }
}

test("our own changes leave the schema cookie alone, in bulk too", () => {
  const { store, db } = exampleStore();
  const cookie = () => db.selectValue("PRAGMA schema_version");
  const before = cookie();
  stage(store, "r2", "ho2.csv", householdsCsv("K", 3000));
  must(store, "households.import", { staged: "r2", replace: true });
  store.undo();
  store.redo();
  expect(cookie()).toBe(before);
});

/** A plan in an older form with households, a site and a forest, some without a shape. */
function olderPlan(version: 1 | 2): Database {
  const db = emptyDatabase(sqlite);
  db.exec(geopackage + base);
  if (version === 2) db.exec(householdColumns);
  db.exec(`INSERT INTO schema_version VALUES (1, '0001-base');
    INSERT INTO plan (key, value) VALUES ('id', 'old'), ('name', 'Cũ'), ('origin', 'old'), ('undoable_after', '0');
    INSERT INTO rule_set (id, rules) VALUES ('current', '${JSON.stringify(emptyStore().store.rules())}');`);
  if (version === 2) db.exec("INSERT INTO schema_version VALUES (2, '0002-household-columns')");
  for (let k = 1; k <= 120; k++) {
    const geom = k % 7 === 0 ? null : encodePoint(k % 11 === 0 ? null : [107 + k / 50, 12 + (k % 13) / 40]);
    db.exec({
      sql: "INSERT INTO household (fid, geom, id, head) VALUES (?, ?, ?, 'Y')",
      bind: [2 * k, geom, `H${k}`],
    });
  }
  const area = encodeGeometry(square(108, 12.5, 0.1));
  db.exec({
    sql: "INSERT INTO site (geom, id, name, form, status) VALUES (?, 's', 'x', 'inserted', 'draft')",
    bind: [area],
  });
  db.exec({
    sql: `INSERT INTO forest (geom, id, layer_id, kind) VALUES (?, 'f', 'l', 'production'), (NULL, 'g', 'l', 'production'),
      (x'00', 'h', 'l', 'production')`,
    bind: [area],
  });
  db.exec("DELETE FROM forest WHERE id = 'h'");
  return db;
}

/** What GDAL and QGIS add: the same names, a row of their own version; `empty`: left half done. */
function addForeignIndex(db: Database, table: string, rows: "filled" | "empty"): void {
  addShapeFunctions(db);
  db.exec(`${spatialIndexOf(table)}
    UPDATE gpkg_extensions SET definition = 'http://www.geopackage.org/spec120/#extension_rtree'`);
  if (rows === "empty") return;
  db.exec(`INSERT INTO rtree_${table}_geom SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom)
    FROM "${table}" WHERE geom NOT NULL AND NOT ST_IsEmpty(geom)`);
}

test.each([
  [1, null],
  [2, null],
  [1, "filled"],
  [2, "filled"],
  [2, "empty"],
] as const)(
  "a plan of form %i with an index by another program (%s) grows, with all its rows",
  (version, foreign) => {
    const db = olderPlan(version);
    const rows = () =>
      ["household", "site", "forest"].map((t) => db.selectArrays(`SELECT fid, id, hex(geom) FROM ${t}`));
    if (foreign) for (const table of ["household", "site", "forest"]) addForeignIndex(db, table, foreign);
    const before = rows();
    const file = bytesOf(sqlite, db);
    growSchema(sqlite, db);
    expect(rows()).toEqual(before);
    expectTrueIndexes(sqlite, db);
    expect(db.selectValue("SELECT count(*) FROM rtree_household_geom")).toBe(94);
    expect(
      db.selectValue("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"),
    ).toBe(7);
    expect(db.selectValue("PRAGMA integrity_check")).toBe("ok");
    const opened = openBytes(sqlite, file, "old.gpkg");
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    expectTrueIndexes(sqlite, opened.value);
  },
);

test("an index that another program dropped, or left behind the rows, is put right when the file comes in", () => {
  const { store, db } = exampleStore();
  db.exec("DROP TABLE rtree_household_geom; DROP TRIGGER rtree_household_geom_insert;");
  db.exec("DROP TRIGGER rtree_site_geom_update1");
  withoutTriggers(sqlite, db, () => {
    db.exec("DELETE FROM rtree_hazard_geom WHERE id = 1; UPDATE rtree_centre_geom SET maxx = maxx + 1");
  });
  expect(hasIndexes(db)).toBe(false);
  expect(isIndexTrue(sqlite, db, "hazard")).toBe(false);
  const opened = openBytes(sqlite, store.copy(), "p.gpkg");
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  expect(hasIndexes(opened.value)).toBe(true);
  expectTrueIndexes(sqlite, opened.value);
});

const GDAL = (() => {
  try {
    return execFileSync("ogrinfo", ["--version"], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
})();
if (!GDAL) console.warn("ogrinfo is not installed: what it says of a plan is not tested");

/** What a program of GDAL says on both its outputs. */
function gdal(program: string, ...options: string[]): string {
  return execFileSync("sh", ["-c", '"$0" "$@" 2>&1', program, ...options], { encoding: "utf8" });
}

test.runIf(GDAL)(
  "GDAL opens a saved plan without a warning, and its spatial filter finds what a look at all finds",
  () => {
    const { store, db } = emptyStore();
    stage(store, "h", "ho.csv", householdsCsv("H", 900));
    must(store, "households.import", { staged: "h", replace: false });
    must(store, "site.add", site("s1", 108.3));
    const folder = mkdtempSync(join(tmpdir(), "an-cu-"));
    try {
      const file = join(folder, "plan.gpkg");
      writeFileSync(file, store.copy());
      const told = gdal("ogrinfo", "-al", "-so", file);
      expect(told).not.toMatch(/warning|error/i);
      expect(told).toContain("Layer name: household");
      const window = [108.4, 12.7, 109.2, 13.3] as const;
      const { byLooking } = found(db, "household", window);
      const filtered = gdal("ogrinfo", "-so", file, "household", "-spat", ...window.map(String));
      expect(filtered).toContain(`Feature Count: ${byLooking.length}`);
      const fids = [
        ...gdal("ogrinfo", file, "household", "-spat", ...window.map(String)).matchAll(
          /OGRFeature\(household\):(\d+)/g,
        ),
      ];
      expect(fids.map(([, fid]) => Number(fid)).sort((a, b) => a - b)).toEqual(byLooking);
      const indexed = gdal("ogrinfo", file, "-sql", "SELECT HasSpatialIndex('household', 'geom')");
      expect(indexed).toMatch(/= 1\b/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.runIf(GDAL)("GDAL knows EPSG:9218 in a plan for what it is, with the parameters of its datum", () => {
  const { db } = emptyStore();
  const folder = mkdtempSync(join(tmpdir(), "an-cu-"));
  try {
    const file = join(folder, "9218.wkt");
    const sql = "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 9218";
    writeFileSync(file, String(db.selectValue(sql)));
    expect(gdal("gdalsrsinfo", "-e", file)).toContain("EPSG:9218");
    const shift =
      "+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";
    expect(gdal("gdalsrsinfo", "-o", "proj4", file)).toContain(shift);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
