/** The schema only grows: every change to it shows in `snapshot.json`. */
import { expect, test } from "vitest";
import { TABLE_NAMES } from "../../src/plan/rows.ts";
import { describeSchema } from "../../src/plan/schema/index.ts";
import { digest, emptyStore } from "./example-plan.ts";

test("the schema is the one in snapshot.json", async () => {
  const { db } = emptyStore();
  const text = `${JSON.stringify(describeSchema(db), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../src/plan/schema/snapshot.json");
});

test("a new plan is a GeoPackage", () => {
  const { db } = emptyStore();
  expect(db.selectValue("PRAGMA application_id")).toBe(0x47504b47);
  expect(db.selectValue("PRAGMA user_version")).toBe(10300);
  expect(db.selectValue("PRAGMA integrity_check")).toBe("ok");
  expect(db.selectValue("SELECT count(*) FROM pragma_foreign_key_check")).toBe(0);
  const ids = db.selectValues("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id");
  expect(ids).toEqual([-1, 0, 4326, 4979, 9218]);
});

test("every table of the plan is named in gpkg_contents, every shape in gpkg_geometry_columns", () => {
  const { db } = emptyStore();
  const tables = db.selectValues(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'rtree%'",
  );
  const contents = db.selectValues("SELECT table_name FROM gpkg_contents");
  expect(new Set(contents)).toEqual(new Set(tables));
  const shaped = tables.filter((table) =>
    db.selectValue("SELECT 1 FROM pragma_table_info(?) WHERE name = 'geom'", [String(table)]),
  );
  expect(new Set(db.selectValues("SELECT table_name FROM gpkg_geometry_columns"))).toEqual(new Set(shaped));
});

test("rows that the journal keeps hold only what JSON keeps exactly", () => {
  const { db } = emptyStore();
  for (const table of TABLE_NAMES) {
    // Bytes of a tile are written out as digits (`journal-values.ts`).
    const types = db.selectValues(
      "SELECT type FROM pragma_table_info(?) WHERE name NOT IN ('geom', 'tile_data')",
      [table],
    );
    for (const type of types)
      expect(["INTEGER", "REAL", "TEXT", "BOOLEAN", "DATE", "DATETIME"]).toContain(type);
  }
});

test("the same new plan is the same bytes", () => {
  expect(digest(emptyStore().store)).toBe(digest(emptyStore().store));
});
