/** Plans as files on disk, and the plain one-layer file for other programs. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decode } from "../../src/plan/geometry-blob.ts";
import { createPlan, openPlanFile, savePlanFile } from "../../src/plan/node.ts";
import { databaseFrom } from "../../src/plan/sqlite.ts";
import { writeLayer } from "../../src/plan/write-layer.ts";
import { must, site, sqlite, ticking } from "./example-plan.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-cu-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a saved plan is opened again, and only the file itself is left", async () => {
  const path = join(folder, "p.gpkg");
  const plan = await createPlan({ id: "p", name: "Trên đĩa" }, ticking());
  must(plan, "site.add", site("s1", 108));
  await savePlanFile(path, plan);
  await savePlanFile(path, plan);
  expect(await readdir(folder)).toEqual(["p.gpkg"]);
  const opened = await openPlanFile(path, ticking());
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(opened.value.info()).toEqual(plan.info());
  expect(opened.value.undo()).toMatchObject({ ok: true });
});

test("what is not there and what is no plan is refused, and stays as it is", async () => {
  expect(await openPlanFile(join(folder, "none.gpkg"))).toMatchObject({
    ok: false,
    problem: { code: "plan.missing", file: "none.gpkg" },
  });
  const path = join(folder, "notes.gpkg");
  await writeFile(path, "not a plan");
  expect(await openPlanFile(path)).toMatchObject({ ok: false, problem: { code: "plan.not-a-plan" } });
  expect(await readFile(path, "utf8")).toBe("not a plan");
});

test("one layer: every row and property in order, types by what is in them, the same bytes each time", async () => {
  const features = [
    {
      geometry: { type: "Point", coordinates: [108.1, 12.5] },
      properties: { id: "1", n: 3, x: 1, ok: true, mixed: 1, tags: ["a"], Id: "II", fid: "7" },
    },
    { geometry: null, properties: { id: "2", n: null, x: 1.5, ok: null, mixed: "b", late: "có" } },
  ] as const;
  const about = { table: "households", title: "Hộ", at: "2026-10-15T00:00:00.000Z" };
  const bytes = await writeLayer(features, about);
  expect(await writeLayer(features, about)).toEqual(bytes);
  const db = databaseFrom(sqlite, bytes);
  expect(db.selectObjects("SELECT name, type FROM pragma_table_info('households')")).toEqual([
    { name: "fid", type: "INTEGER" },
    { name: "geom", type: "POINT" },
    { name: "id", type: "TEXT" },
    { name: "n", type: "INTEGER" },
    { name: "x", type: "REAL" },
    { name: "ok", type: "BOOLEAN" },
    { name: "mixed", type: "TEXT" },
    { name: "tags", type: "TEXT" },
    { name: "Id_2", type: "TEXT" },
    { name: "fid_2", type: "TEXT" },
    { name: "late", type: "TEXT" },
  ]);
  const [first, second] = db.selectObjects("SELECT * FROM households ORDER BY fid");
  expect(decode(first!.geom as Uint8Array)).toEqual(features[0].geometry);
  expect({ ...first, geom: null }).toEqual({
    fid: 1,
    geom: null,
    id: "1",
    n: 3,
    x: 1,
    ok: 1,
    mixed: "1",
    tags: '["a"]',
    Id_2: "II",
    fid_2: "7",
    late: null,
  });
  expect(second).toMatchObject({ fid: 2, geom: null, id: "2", n: null, x: 1.5, mixed: "b", late: "có" });
  expect(db.selectObject("SELECT min_x, max_y, data_type FROM gpkg_contents")).toEqual({
    min_x: 108.1,
    max_y: 12.5,
    data_type: "features",
  });
  db.close();
});

test("shapes of two kinds do not go into one layer; a layer without rows is a layer", async () => {
  const about = { table: "l", title: "l", at: "2026-10-15T00:00:00.000Z" };
  const line = { type: "LineString", coordinates: [] } as const;
  const point = { type: "Point", coordinates: [1, 2] } as const;
  const mixed = [line, point].map((geometry) => ({ geometry, properties: {} }));
  await expect(writeLayer(mixed, about)).rejects.toThrow("one layer cannot hold");
  const db = databaseFrom(sqlite, await writeLayer([], about));
  expect(db.selectValue("SELECT count(*) FROM l")).toBe(0);
  db.close();
});
