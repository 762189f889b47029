import init from "@sqlite.org/sqlite-wasm";
import { describe, expect, test } from "vitest";
import { geopackage } from "../../../src/core/formats/geopackage/geopackage.ts";
import { gpkgShape } from "../../../src/core/formats/geopackage/wkb.ts";
import { encodeGeometry, encodePoint } from "../../../src/plan/geometry-blob.ts";
import { bytesOf } from "../../../src/plan/sqlite.ts";
import { exampleStore, sqlite } from "../../plan/example-plan.ts";
import { datasetOf, fileOf, readWith, rowsOf, shapesOf, TOOLS } from "./source-rows.ts";

const SQUARE: [number, number][] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const TABLES = `
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
  INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 9218, 'epsg', 9218, 'w'), ('y', 100001, 'NONE', 100001, 'PROJCS["x"]'), ('z', -1, 'NONE', -1, 'undefined');
  CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);`;

async function database(sql: string, blobs: readonly (Uint8Array | null)[] = []): Promise<Uint8Array> {
  const sqlite = await init();
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec(sql);
  for (const blob of blobs)
    db.exec({ sql: "INSERT INTO a (Shape, ten, so) VALUES (?, 'Ê Đê', 1.5)", bind: [blob] });
  const bytes = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}
const problem = async (sql: string) => {
  const found = await readWith(geopackage, "a.gpkg", await database(sql));
  return found.ok ? null : found.problem;
};

describe("tables", () => {
  test("shapes, values, coordinate systems, a table without shapes, what cannot be read", async () => {
    const bytes = await database(
      `${TABLES}
       INSERT INTO gpkg_contents VALUES ('a', 'features', 9218), ('b "x"', 'attributes', NULL), ('gone', 'attributes', 0), ('t', 'tiles', 9218);
       INSERT INTO gpkg_geometry_columns VALUES ('A', 'shape');
       CREATE TABLE a (fid INTEGER PRIMARY KEY, Shape BLOB, ten TEXT, so REAL, anh BLOB);
       CREATE TABLE "b ""x""" (fid INTEGER PRIMARY KEY, x TEXT, anh BLOB);
       INSERT INTO "b ""x""" VALUES (7, 'y', x'00');`,
      [
        encodePoint([1, 2]),
        null,
        encodePoint(null),
        encodeGeometry({ type: "Polygon", coordinates: [SQUARE] }),
        new Uint8Array(9),
      ],
    );
    expect(geopackage.recognise({ main: fileOf("a", bytes), companions: [] })).toBe(true);
    const { tables, notes } = await datasetOf(geopackage, "a.gpkg", bytes);
    expect(tables.map(({ name, columns, crs, rowIs }) => [name, columns, crs?.text, rowIs])).toEqual([
      ["a", ["fid", "ten", "so", "anh"], "EPSG:9218", "feature"],
      ['b "x"', ["fid", "x", "anh"], undefined, "row"],
    ]);
    expect(shapesOf(tables[0]!)).toEqual([
      { type: "Point", coordinates: [1, 2] },
      null,
      null,
      { type: "MultiPolygon", coordinates: [[SQUARE]] },
    ]);
    expect(rowsOf(tables[0]!)[0]).toEqual([1, "Ê Đê", 1.5, null]);
    expect(tables[0]!.rejected).toMatchObject([{ code: "format.shape", row: 5 }]);
    expect(rowsOf(tables[1]!)).toEqual([[7, "y", null]]);
    expect(tables[1]!.notes).toMatchObject([{ code: "gpkg.bytes", values: { name: "anh" } }]);
    expect(notes).toMatchObject([
      { code: "format.left-out", values: { what: "tiles", count: 1 } },
      { code: "gpkg.table", values: { name: "gone" } },
    ]);
  });

  test.each([
    [100001, { kind: "wkt", text: 'PROJCS["x"]' }],
    [-1, null],
    [5, null],
  ])("coordinate system %d", async (srs, crs) => {
    const bytes = await database(
      `${TABLES} INSERT INTO gpkg_contents VALUES ('a', 'features', ${srs});
       INSERT INTO gpkg_geometry_columns VALUES ('a', 'Shape'); CREATE TABLE a (Shape BLOB, ten TEXT, so REAL);`,
      [encodePoint([1, 2])],
    );
    expect((await datasetOf(geopackage, "a.gpkg", bytes)).tables[0]!.crs).toEqual(crs);
  });
});

describe("refused", () => {
  test("a plan of ours", async () => {
    const plan = bytesOf(sqlite, exampleStore().db);
    expect(await readWith(geopackage, "plan.gpkg", plan)).toMatchObject({ problem: { code: "gpkg.plan" } });
  });
  test("a file that another program has not finished", async () => {
    const main = fileOf("a.gpkg", await database(TABLES));
    const companions = [fileOf("a.gpkg-wal", "x")];
    expect(await geopackage.read({ main, companions }, TOOLS)).toMatchObject({
      problem: { code: "gpkg.unfinished", file: "a.gpkg", values: { name: "a.gpkg-wal" } },
    });
  });
  test("another kind of database, one without rows, one cut off", async () => {
    expect(await problem("CREATE TABLE a (b)")).toMatchObject({ code: "gpkg.no-contents" });
    expect(await problem(TABLES)).toMatchObject({ code: "format.no-features" });
    const bytes = await database(TABLES);
    expect(await readWith(geopackage, "a.gpkg", bytes.slice(0, 3000))).toMatchObject({
      problem: { code: "intake.unreadable", file: "a.gpkg" },
    });
  });
  test("work without end", async () => {
    const bytes = await database(
      `${TABLES} INSERT INTO gpkg_contents VALUES ('a', 'attributes', 0);
       CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n;`,
    );
    expect(await readWith(geopackage, "a.gpkg", bytes)).toMatchObject({ problem: { code: "gpkg.table" } });
  });
  test("rows without end", async () => {
    const bytes = await database(
      `${TABLES} INSERT INTO gpkg_contents VALUES ('a', 'attributes', 0);
       CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;`,
    );
    expect(await readWith(geopackage, "a.gpkg", bytes)).toMatchObject({ problem: { code: "gpkg.table" } });
  });
});

describe("shapes", () => {
  const head = [0x47, 0x50, 0, 1, 0, 0, 0, 0];
  const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255];
  const double = (value: number) => [...new Uint8Array(Float64Array.of(value).buffer)];
  const blob = (...parts: readonly number[][]) => Uint8Array.from([...head, ...parts.flat()]);
  const point = (x: number, y: number) => [1, ...u32(1), ...double(x), ...double(y)];

  test("kinds other programs write: points together, collections, heights", () => {
    expect(gpkgShape(blob([1, ...u32(4), ...u32(2)], point(1, 2), point(3, 4)))).toEqual({
      type: "MultiPoint",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(gpkgShape(blob([1, ...u32(7), ...u32(1)], point(1, 2)))).toEqual({
      type: "GeometryCollection",
      geometries: [{ type: "Point", coordinates: [1, 2] }],
    });
    const z = [1, ...u32(1002), ...u32(1), ...double(1), ...double(2), ...double(3)];
    expect(gpkgShape(blob(z))).toEqual({ type: "LineString", coordinates: [[1, 2]] });
  });
  test.each([
    ["a count beyond the bytes", [1, ...u32(2), ...u32(0xffffffff)]],
    ["nested without end", Array.from({ length: 50 }, () => [1, ...u32(7), ...u32(1)]).flat()],
    ["curves", [1, ...u32(8), ...u32(0)]],
    ["a line among points", [1, ...u32(4), ...u32(1), 1, ...u32(2), ...u32(1), ...double(1), ...double(2)]],
  ])("%s", (_name, bytes) => {
    expect(() => gpkgShape(blob(bytes))).toThrow();
  });
});
