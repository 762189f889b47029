/** Rasters that are kept: tiles of PNG, and the way from any system onto degrees. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crsTransform } from "../../../src/core/crs/transform.ts";
import { decodePng16, encodePng16 } from "../../../src/core/formats/raster/png16.ts";
import type { Raster } from "../../../src/core/formats/raster/raster.ts";
import { toDegrees } from "../../../src/core/formats/raster/raster-degrees.ts";
import { canBeHeights, lookAtRaster } from "../../../src/core/formats/raster/raster-kind.ts";
import { openTiles, TILE, tilesOf } from "../../../src/core/formats/raster/raster-tiles.ts";
import type { DegreeGrid } from "../../../src/core/terrain/grid.ts";

const numbers = (size: number) =>
  fc
    .array(fc.integer({ min: 0, max: 65_535 }), { minLength: size * size, maxLength: size * size })
    .map((list) => Uint16Array.from(list));

test("a picture of 16 bits comes back as it was", () => {
  fc.assert(
    fc.property(numbers(9), (values) => {
      expect(decodePng16(encodePng16(values, 9), 9)).toEqual(values);
    }),
  );
});

test("a broken picture is none, and never a fault", () => {
  const good = encodePng16(
    Uint16Array.from({ length: 81 }, (_, i) => i * 700),
    9,
  );
  expect(decodePng16(good, 8)).toBeNull();
  for (let length = 0; length < good.length - 12; length++)
    expect(decodePng16(good.slice(0, length), 9)).toBeNull();
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
      const found = decodePng16(good.with(at, byte), 9);
      expect(found === null || found.length === 81).toBe(true);
    }),
  );
});

test.skipIf(spawnSync("gdalinfo", ["--version"]).status !== 0)("GDAL reads the picture", () => {
  const values = Uint16Array.from({ length: 81 }, (_, i) => i * 700);
  const done = spawnSync("gdalinfo", ["-json", "-stats", "/vsistdin/"], { input: encodePng16(values, 9) });
  const [band] = JSON.parse(done.stdout.toString()).bands;
  expect(band).toMatchObject({ type: "UInt16", minimum: 0, maximum: 56_000 });
});

function gridOf(width: number, height: number, value: DegreeGrid["value"]): DegreeGrid {
  return { width, height, west: 108, north: 12.7, stepLon: 1 / 3600, stepLat: 1 / 3600, value };
}

test("whole numbers come back exactly; others to half a step; cells without a value stay without", () => {
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -400, max: 2400, noNaN: true }) },
    { weight: 2, arbitrary: fc.integer({ min: -400, max: 2400 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), fc.boolean(), (list, whole) => {
      const values = whole ? list.map((value) => Math.round(value) + 0) : list;
      const tiles = tilesOf(gridOf(4, 3, (column, row) => values[row * 4 + column]!));
      if (values.every(Number.isNaN)) return expect(tiles).toBeNull();
      expect(tiles!.missing).toBe(values.filter(Number.isNaN).length);
      const back = openTiles(tiles!, () => tiles!.tiles[0]!.png);
      values.forEach((value, i) => {
        const found = back.value(i % 4, Math.floor(i / 4));
        if (Number.isNaN(value)) expect(found).toBeNaN();
        else if (whole) expect(found).toBe(value);
        else expect(Math.abs(found - value)).toBeLessThanOrEqual(0.032);
      });
    }),
  );
});

test("cells lie in the right tile; a tile without values is not kept and has none", () => {
  const grid = gridOf(2 * TILE + 3, TILE + 5, (column, row) =>
    column < TILE && row < TILE ? Number.NaN : column + 3 * row,
  );
  const tiled = tilesOf(grid)!;
  expect(tiled.tiles.map(({ column, row }) => [column, row])).toEqual([
    [1, 0],
    [2, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  const back = openTiles(
    tiled,
    (column, row) => tiled.tiles.find((tile) => tile.column === column && tile.row === row)?.png ?? null,
  );
  for (const [column, row] of [
    [0, 0],
    [255, 255],
    [256, 0],
    [0, 256],
    [511, 255],
    [512, 256],
    [514, 260],
  ] as const)
    expect(back.value(column, row)).toEqual(grid.value(column, row));
  expect(openTiles(tiled, () => new Uint8Array(9)).value(300, 3)).toBeNaN();
});

/** A plane of heights in a projected system, cells of 30 m. */
function projected(turn = 0): Raster {
  const [width, height] = [80, 60];
  const place = { x0: 450_000, dx: 30, rx: turn, y0: 1_400_000, ry: turn, dy: -30 };
  const values = Float64Array.from({ length: width * height }, (_, i) => {
    const [column, row] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    return 500 + 0.2 * (column * 30 + row * turn) - 0.1 * (column * turn - row * 30);
  });
  return { width, height, values, nodata: null, place };
}

test("a raster in metres lies right in degrees: heights of a plane are those of the plane", () => {
  for (const [crs, turn] of [
    ["EPSG:9218", 0],
    ["EPSG:32649", 0],
    ["EPSG:9218", 4],
  ] as const) {
    const raster = projected(turn);
    const moved = toDegrees(raster, crs, "bilinear", "dem.tif");
    if (!moved.ok) throw new Error(moved.problem.code);
    const { grid, resampling, cellM } = moved.value;
    expect(resampling).toBe("bilinear");
    expect(cellM[0] / Math.hypot(30, turn)).toBeCloseTo(1, 2);
    const { forward } = crsTransform(crs);
    let seen = 0;
    for (let row = 0; row < grid.height; row++) {
      for (let column = 0; column < grid.width; column++) {
        const value = grid.value(column, row);
        const [x, y] = forward(
          grid.west + (column + 0.5) * grid.stepLon,
          grid.north - (row + 0.5) * grid.stepLat,
        );
        // Within half a cell of the border the cells of the border count twice.
        const [right, down] = [x - 450_000, 1_400_000 - y];
        const [c, r] = [30 * right - turn * down, 30 * down + turn * right].map(
          (one) => one / (900 + turn * turn),
        ) as [number, number];
        if (Number.isNaN(value) || c < 2 || r < 3 || c > 77 || r > 57) continue;
        expect(value).toBeCloseTo(500 + 0.2 * (x - 450_000) - 0.1 * (y - 1_400_000), 1);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(3500);
  }
});

test("degrees are taken as they are, rows from the south turned over", () => {
  const values = [1, 2, 3, 4, 5, 6];
  const place = { x0: 108, dx: 0.5, rx: 0, y0: 12, ry: 0, dy: 0.5 };
  const moved = toDegrees(
    { width: 3, height: 2, values, nodata: 5, place },
    "EPSG:4326",
    "bilinear",
    "a.tif",
  );
  if (!moved.ok) throw new Error(moved.problem.code);
  const { grid, resampling } = moved.value;
  expect(resampling).toBe("none");
  expect(grid).toMatchObject({ west: 108, north: 13, width: 3, height: 2 });
  expect([0, 1, 2].map((column) => grid.value(column, 0))).toEqual([4, Number.NaN, 6]);
});

test("off the earth, or too many cells, is refused", () => {
  const raster = { ...projected(), place: { x0: 450_000, dx: 30, rx: 0, y0: 1_400_000, ry: 0, dy: -30 } };
  expect(toDegrees(raster, "EPSG:4326", "bilinear", "a.tif")).toMatchObject({
    problem: { code: "raster.outside", file: "a.tif" },
  });
  // A line of cells that goes slantwise has a box that is almost empty.
  const slant = {
    ...raster,
    width: 20_000,
    height: 1,
    values: new Float32Array(20_000),
    place: { x0: 300_000, dx: 5, rx: 5, y0: 1_400_000, ry: 5, dy: -5 },
  };
  expect(toDegrees(slant, "EPSG:9218", "bilinear", "a.tif")).toMatchObject({
    problem: { code: "raster.cells" },
  });
});

test("what is guessed of values", () => {
  const look = (values: readonly number[], nodata: number | null = null) =>
    lookAtRaster({ width: values.length, height: 1, values, nodata, place: projected().place });
  expect(look([1, 2, 3, 4, 4])).toMatchObject({ guess: "classes", different: 4 });
  expect(look([412.5, 413.25])).toMatchObject({ guess: "terrain", different: 2 });
  expect(look(Array.from({ length: 50 }, (_, i) => 400 + i))).toMatchObject({
    guess: "terrain",
    different: null,
  });
  expect(look([-9999, Number.NaN], -9999)).toBeNull();
  expect(canBeHeights(look([-32_768, 412.5])!)).toBe(false);
});
