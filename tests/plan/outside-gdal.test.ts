/** The same with GDAL, when it is installed: what ogr2ogr and ogrinfo do to a plan is adopted. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPlanFile, savePlanFile } from "../../src/plan/node.ts";
import { isIndexTrue } from "../../src/plan/spatial-index.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { dump, exampleStore, sqlite, ticking } from "./example-plan.ts";

const found = spawnSync("ogrinfo", ["--version"]).status === 0;
if (!found)
  console.warn(
    "GDAL (ogrinfo, ogr2ogr) is not installed: its edits are tested as plain SQL only (outside.test.ts)",
  );

const original = exampleStore();
/** GDAL's engine rounds the boxes of a spatial index a little wider than ours: `isIndexTrue` looks at those. */
const rowsOf = (db: Database) => ({ ...dump(db), rtree_household_geom: null, rtree_site_geom: null });
const before = rowsOf(original.db);
let folder: string;
let plan: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-cu-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  plan = join(folder, "p.gpkg");
  await savePlanFile(plan, original.store);
});

function gdal(command: "ogr2ogr" | "ogrinfo", ...options: readonly string[]): string {
  return execFileSync(command, options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
const sql = (sentence: string) => gdal("ogrinfo", "-q", plan, "-sql", sentence);

async function features(
  name: string,
  ...list: readonly (readonly [properties: object, geometry: object | null])[]
) {
  const path = join(folder, name);
  const made = list.map(([properties, geometry]) => ({ type: "Feature", properties, geometry }));
  await writeFile(path, JSON.stringify({ type: "FeatureCollection", features: made }));
  return path;
}
const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });

async function open(): Promise<{
  store: PlanStore;
  db: Database;
  notes: readonly { code: string; values?: object }[];
}> {
  const opened = await openPlanFile(plan, ticking("2126-12-01T00:00:00.000Z"));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const store = opened.value;
  return { store, db: (store as unknown as { db: Database }).db, notes: opened.notes };
}

/** Opens the file, looks at what was adopted, and takes it back: then everything is as it was. */
async function adopted(count: number, refused = 0) {
  const { store, db, notes } = await open();
  expect(notes[0]).toMatchObject({ code: "outside.adopted", values: { count, refused } });
  for (const table of ["household", "site", "hazard"] as const)
    expect(isIndexTrue(sqlite, db, table)).toBe(true);
  const after = rowsOf(db);
  store.undo();
  expect(rowsOf(db)).toEqual(before);
  store.redo();
  expect(rowsOf(db)).toEqual(after);
  await savePlanFile(plan, store);
  const warnings = spawnSync("ogrinfo", ["-ro", "-al", "-so", plan], { encoding: "utf8" });
  expect(warnings.stderr).toBe("");
  return { db, store, notes };
}

describe.runIf(found)("with GDAL", () => {
  test("households are appended, with an id and without", async () => {
    const file = await features(
      "a.geojson",
      [{ head: "Y A", members: 4 }, point(108.2, 12.55)],
      [{ head: "Y B" }, null],
    );
    gdal("ogr2ogr", "-append", "-update", plan, file, "-nln", "household");
    const named = await features("b.geojson", [{ id: "G1", head: "Y C" }, point(108.21, 12.55)]);
    gdal("ogr2ogr", "-append", "-update", plan, named, "-nln", "household");
    const { db } = await adopted(3);
    const ids = db.selectValues("SELECT id FROM household WHERE fid > 40 ORDER BY fid");
    expect(ids).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
      "G1",
    ]);
  });

  test("a site drawn as a simple polygon is appended", async () => {
    const ring = [
      [108.2, 12.55],
      [108.21, 12.55],
      [108.21, 12.56],
      [108.2, 12.55],
    ];
    const file = await features("s.geojson", [
      { name: "Điểm vẽ ngoài" },
      { type: "Polygon", coordinates: [ring] },
    ]);
    gdal("ogr2ogr", "-append", "-update", plan, file, "-nln", "site");
    const { store } = await adopted(1);
    expect(store.sites()[1]).toMatchObject({ name: "Điểm vẽ ngoài", status: "draft" });
  });

  test("events are appended and recorded at the time they came", async () => {
    const file = join(folder, "e.csv");
    await writeFile(file, "household_id,kind,happened_on\nH2,identified,2024-01-05\n");
    await writeFile(join(folder, "e.csvt"), '"String","String","Date"\n');
    gdal("ogr2ogr", "-append", "-update", plan, file, "-nln", "event");
    const { db } = await adopted(1);
    const recorded = db.selectValue("SELECT recorded_at FROM event WHERE household_id = 'H2'");
    expect(recorded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  });

  test("rows are changed and removed, attributes and shapes", async () => {
    sql("UPDATE household SET members = 5, head = 'Sửa' WHERE id IN ('H1', 'H2')");
    sql("DELETE FROM household WHERE id = 'H40'");
    sql("UPDATE event SET note = 'sửa ngoài'");
    sql("UPDATE household SET geom = (SELECT geom FROM household WHERE id = 'H5') WHERE id = 'H6'");
    await adopted(5);
  });

  test("a level that does not exist is put back", async () => {
    sql("UPDATE hazard SET level = 7");
    const { notes } = await adopted(0, 2);
    expect(notes.slice(1).map(({ code }) => code)).toEqual(["outside.number", "outside.number"]);
  });

  test("a whole layer written anew is taken as it stands", async () => {
    const beside = join(folder, "h.gpkg");
    gdal("ogr2ogr", "-overwrite", beside, plan, "household");
    gdal("ogrinfo", "-q", beside, "-sql", "UPDATE household SET members = 8 WHERE id = 'H5'");
    gdal("ogr2ogr", "-overwrite", "-update", plan, beside, "household");
    const { store, db, notes } = await open();
    expect(notes[0]).toMatchObject({
      code: "outside.replaced",
      values: { tables: "household", count: 40, refused: 0 },
    });
    expect(db.selectValue("SELECT members FROM household WHERE id = 'H5'")).toBe(8);
    expect(store.info().undo).toBeNull();
    await savePlanFile(plan, store);
    expect((await open()).notes).toEqual([]);
    const lines = gdal("ogrinfo", "-ro", "-so", plan, "household");
    expect(lines).toContain("Feature Count: 40");
  });

  test("a layer written anew in metres, or without a column, is refused and the file stays as it is", async () => {
    const beside = join(folder, "h.gpkg");
    gdal("ogr2ogr", "-overwrite", "-t_srs", "EPSG:32648", beside, plan, "household");
    gdal("ogr2ogr", "-overwrite", "-update", plan, beside, "household");
    const bytes = await readFile(plan);
    expect(await openPlanFile(plan)).toMatchObject({ ok: false, problem: { code: "outside.table-refused" } });
    expect(Buffer.compare(await readFile(plan), bytes)).toBe(0);
    const file = await features("c.geojson", [{ id: "G1", head: "Y C" }, point(108.21, 12.55)]);
    gdal("ogr2ogr", "-overwrite", "-update", plan, file, "-nln", "household");
    expect(await openPlanFile(plan)).toMatchObject({
      ok: false,
      problem: { code: "outside.column-missing", values: { table: "household", column: "ethnicity" } },
    });
  });

  test("tables of other programs beside ours are no edit", async () => {
    const file = await features("styles.geojson", [{ styleName: "x" }, null]);
    gdal("ogr2ogr", "-update", plan, file, "-nln", "layer_styles");
    expect((await open()).notes).toEqual([]);
  });
});

test("a file that another program still has open is refused until it is closed", async () => {
  await writeFile(`${plan}-wal`, new Uint8Array([0x37, 0x7f, 6, 0x82, 0, 0, 0, 0]));
  expect(await openPlanFile(plan)).toMatchObject({
    ok: false,
    problem: { code: "outside.unfinished", values: { beside: "p.gpkg-wal" } },
  });
  // A journal that was emptied and kept says nothing.
  await rm(`${plan}-wal`);
  await writeFile(`${plan}-journal`, new Uint8Array(512));
  expect(await openPlanFile(plan)).toMatchObject({ ok: true });
  await rm(`${plan}-journal`);
});
