/** Rasters in a plan: taken in, told to other programs, asked, taken out, undone. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Commands } from "../../src/plan/protocol.ts";
import { dump, emptyStore, exampleStore, must, reopened } from "./example-plan.ts";
import { rasterInput, slopeRaster } from "./raster-input.ts";

describe("a raster of heights", () => {
  test("is listed with where it is from, how fine it is and what it does not know", () => {
    const { store } = exampleStore();
    const change = must(store, "raster.import", rasterInput("r1"));
    expect(change.touched).toEqual([{ table: "raster", ids: ["r1"] }]);
    expect(change.label).toMatchObject({
      command: "raster.import",
      values: { name: "Độ cao r1", cells: 81_000 },
    });
    const [raster] = store.rasters();
    expect(raster).toMatchObject({
      kind: "terrain",
      cellM: [108.6, 110.6],
      least: 400,
      greatest: 400 + 10 * 298 + 5 * 269,
      verticalDatum: "Hòn Dấu",
      source: "dem.tif",
      provenance: { accuracyM: 10, provider: "Sở NN&MT", licence: null },
    });
    expect(raster!.missingShare).toBeCloseTo(1 / 300, 12);
    expect(raster!.bounds[1]).toBeCloseTo(12.53, 9);
  });

  test("says height and slope of where a household lives, and that it does not know outside", () => {
    const { store } = exampleStore();
    must(store, "raster.import", rasterInput("r1"));
    const at = [108.1234, 12.6789] as const;
    must(store, "household.edit", { id: "H1", changes: { at } });
    const [ground] = store.ground("H1");
    const [column, row] = [(at[0] - 108) / 0.001 - 0.5, (12.8 - at[1]) / 0.001 - 0.5];
    expect(ground!.height).toBeCloseTo(400 + 10 * column + 5 * row, 6);
    expect(ground!.slope!.percent).toBeGreaterThan(5);
    must(store, "household.edit", { id: "H1", changes: { at: [108.9, 12.1] } });
    expect(store.ground("H1")).toMatchObject([{ height: null, slope: null, class: null }]);
    must(store, "household.edit", { id: "H1", changes: { at: null } });
    expect(store.ground("H1")).toEqual([]);
    expect(store.ground("nobody")).toEqual([]);
  });

  test("goes and comes back whole, also through the file", () => {
    const { store, db } = exampleStore();
    must(store, "raster.import", rasterInput("r1"));
    const before = dump(db);
    const said = store.ground("H1");
    must(store, "raster.remove", { id: "r1" });
    expect(store.rasters()).toEqual([]);
    expect(db.selectValue("SELECT count(*) FROM gpkg_2d_gridded_coverage_ancillary")).toBe(0);
    store.undo();
    expect(dump(db)).toEqual(before);
    store.undo();
    expect(store.rasters()).toEqual([]);
    store.redo();
    expect(dump(db)).toEqual(before);
    expect(reopened(store).store.ground("H1")).toEqual(said);
  });

  test("keeps the register's columns", () => {
    const { store, db } = exampleStore();
    store.refreshColumns();
    must(store, "raster.import", rasterInput("r1"));
    expect(db.selectValue("SELECT stale FROM household_column_state")).toBe(0);
    expect(db.selectValue("SELECT schema_cookie FROM household_column_state")).toBe(
      db.selectValue("PRAGMA schema_version"),
    );
  });

  test("what does not fit is refused and nothing stays", () => {
    const { store, db } = emptyStore();
    const before = dump(db);
    const good = rasterInput("r1");
    const { raster } = good;
    const tile = raster.tiles[0]!;
    const wrong: readonly (readonly [Partial<Commands["raster.import"]>, string])[] = [
      [{ id: "" }, "command.input"],
      [{ kind: "else" as "terrain" }, "command.input"],
      [{ cellM: [0, 1] }, "command.input"],
      [{ raster: null as never }, "command.input"],
      [{ raster: { ...raster, stepLon: 0 } }, "command.input"],
      [{ raster: { ...raster, west: Number.NaN } }, "command.input"],
      [{ raster: { ...raster, missing: raster.width * raster.height } }, "command.input"],
      [{ raster: { ...raster, tiles: [] } }, "command.input"],
      [{ raster: { ...raster, tiles: [tile, tile] } }, "command.input"],
      [{ raster: { ...raster, tiles: [{ ...tile, column: 99 }] } }, "command.input"],
      [{ raster: { ...raster, tiles: [{ ...tile, png: new Uint8Array(1_000_000) }] } }, "command.input"],
      [{ raster: { ...raster, least: -32_768 } }, "raster.not-heights"],
      [{ raster: { ...raster, width: 9000, height: 9000, stepLon: 1e-5, stepLat: 1e-5 } }, "raster.cells"],
    ];
    for (const [part, code] of wrong) {
      const outcome = store.run("raster.import", { ...good, ...part });
      expect(outcome.ok ? null : outcome.problem.code).toBe(code);
    }
    expect(store.blocked("raster.remove", { id: "r1" })).toMatchObject({ code: "layer.missing" });
    expect(dump(db)).toEqual(before);
  });
});

const gdal = spawnSync("gdalinfo", ["--version"]).status === 0;
if (!gdal) console.warn("GDAL (gdalinfo) is not installed: that it reads our rasters is not tested");

describe.skipIf(!gdal)("GDAL", () => {
  function inFile<T>(inputs: readonly Commands["raster.import"][], act: (path: string) => T): T {
    const folder = mkdtempSync(join(tmpdir(), "an-cu-raster-"));
    try {
      const { store } = emptyStore();
      for (const input of inputs) must(store, "raster.import", input);
      const path = join(folder, "plan.gpkg");
      writeFileSync(path, store.copy());
      return act(path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const info = (...options: string[]) =>
    JSON.parse(
      execFileSync("gdalinfo", ["-json", "-stats", ...options], { encoding: "utf8", stdio: "pipe" }),
    );
  const valueAt = (path: string, table: string, column: number, row: number) =>
    execFileSync("gdallocationinfo", ["-valonly", `GPKG:${path}:${table}`, String(column), String(row)], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();

  test("reads size, place, system, range and every kind of value", () => {
    inFile([rasterInput("r1")], (path) => {
      const found = info(`GPKG:${path}:raster_1`);
      expect(found.size).toEqual([300, 270]);
      const [west, dx, , north, , dy] = found.geoTransform as number[];
      expect([west, dx, north, dy].map((value) => Number(value!.toFixed(9)))).toEqual([
        108, 0.001, 12.8, -0.001,
      ]);
      expect(found.coordinateSystem.wkt).toContain('ID["EPSG",4326]');
      expect(found.bands[0]).toMatchObject({ minimum: 400, maximum: 4725 });
      for (const [column, row] of [
        [0, 0],
        [255, 3],
        [256, 3],
        [298, 269],
        [10, 256],
      ] as const)
        expect(Number(valueAt(path, "raster_1", column, row))).toBe(400 + 10 * column + 5 * row);
      expect(Number(valueAt(path, "raster_1", 299, 100))).toBe(found.bands[0].noDataValue);
    });
  });

  test("tells two apart, and reads heights with a fraction to the step they are kept in", () => {
    const fine = slopeRaster(40, 30);
    const second = { ...rasterInput("r2"), raster: { ...fine, scale: 0.0625, shift: 399.5 } };
    inFile([rasterInput("r1"), second], (path) => {
      const found = execFileSync("gdalinfo", [path], { encoding: "utf8", stdio: "pipe" });
      expect(found).toContain("raster_1");
      expect(found).toContain("raster_2");
      const number = fine.shift === 0 ? 400 : 0;
      expect(Number(valueAt(path, "raster_2", 0, 0))).toBeCloseTo(number * 0.0625 + 399.5, 6);
    });
  });
});
