/** Height, slope and aspect against plain oracles, a plane, and GDAL when it is installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { cellSlope, classAt, heightAt, slopeAt } from "../../../src/core/terrain/at-point.ts";
import { cellMetres, type DegreeGrid } from "../../../src/core/terrain/grid.ts";
import { terrainIn } from "../../../src/core/terrain/in-area.ts";

const SECOND = 1 / 3600;
function gridOf(width: number, height: number, value: (column: number, row: number) => number): DegreeGrid {
  return { width, height, west: 108, north: 12.7, stepLon: SECOND, stepLat: SECOND, value };
}
/** Position of a cell's middle. */
const middle = (grid: DegreeGrid, column: number, row: number) =>
  [grid.west + (column + 0.5) * grid.stepLon, grid.north - (row + 0.5) * grid.stepLat] as const;

const cells = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2400 }) }, fc.constant(NaN)),
  {
    minLength: 36,
    maxLength: 36,
  },
);

test("a plane has its slope and its way down everywhere but on the border", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (east, north) => {
        const [dx, dy] = cellMetres(
          gridOf(5, 5, () => 0),
          2,
        );
        const grid = gridOf(5, 5, (column, row) => 500 + column * dx * east - row * dy * north);
        const slope = cellSlope(grid, 2, 2)!;
        expect(slope.percent).toBeCloseTo(100 * Math.hypot(east, north), 6);
        expect(Math.tan((slope.degrees * Math.PI) / 180)).toBeCloseTo(Math.hypot(east, north), 8);
        if (Math.hypot(east, north) > 1e-6) {
          const down = ((slope.aspect ?? Number.NaN) * Math.PI) / 180;
          expect(Math.sin(down) * east + Math.cos(down) * north).toBeCloseTo(-Math.hypot(east, north), 8);
        }
        expect(cellSlope(grid, 0, 2)).toBeNull();
        expect(cellSlope(grid, 2, 4)).toBeNull();
      },
    ),
  );
});

test("level ground has no way down; a missing neighbour leaves the slope unknown, not zero", () => {
  expect(
    cellSlope(
      gridOf(3, 3, () => 450),
      1,
      1,
    ),
  ).toEqual({ percent: 0, degrees: 0, aspect: null });
  for (let hole = 0; hole < 9; hole++) {
    const grid = gridOf(3, 3, (column, row) => (row * 3 + column === hole ? NaN : 450));
    expect(cellSlope(grid, 1, 1)).toBeNull();
  }
});

test("heights are as the weights of the four nearest middles say", () => {
  fc.assert(
    fc.property(
      cells,
      fc.double({ min: 0.001, max: 5.999, noNaN: true }),
      fc.double({ min: 0.001, max: 5.999, noNaN: true }),
      (values, x, y) => {
        const grid = gridOf(6, 6, (column, row) => values[row * 6 + column]!);
        const at = heightAt(grid, grid.west + x * SECOND, grid.north - y * SECOND);
        // Written out another way: every cell of the widened grid by the hat it has.
        let sum = 0;
        for (let row = -1; row <= 6; row++) {
          for (let column = -1; column <= 6; column++) {
            const hat =
              Math.max(0, 1 - Math.abs(x - column - 0.5)) * Math.max(0, 1 - Math.abs(y - row - 0.5));
            const inside = values[Math.min(5, Math.max(0, row)) * 6 + Math.min(5, Math.max(0, column))]!;
            if (hat > 0) sum += hat * inside;
          }
        }
        // Between two middles exactly nothing hangs on the cell beyond; with rounded degrees that is not told.
        fc.pre([x, y].every((one) => Math.abs((one % 1) - 0.5) > 1e-9));
        if (Number.isNaN(sum)) expect(at).toBeNull();
        else expect(at).toBeCloseTo(sum, 4);
      },
    ),
  );
});

test("a class is that of the cell; outside and without a value it is not known", () => {
  const grid = gridOf(3, 2, (column) => (column === 1 ? NaN : column + 1));
  expect(classAt(grid, ...middle(grid, 0, 1))).toBe(1);
  expect(classAt(grid, ...middle(grid, 1, 1))).toBeNull();
  expect(classAt(grid, ...middle(grid, 2, 0))).toBe(3);
  for (const [column, row] of [
    [-1, 0],
    [3, 0],
    [0, -1],
    [0, 2],
  ] as const) {
    expect(classAt(grid, ...middle(grid, column, row))).toBeNull();
    expect(heightAt(grid, ...middle(grid, column, row))).toBeNull();
    expect(slopeAt(grid, ...middle(grid, column, row))).toBeNull();
  }
  expect(heightAt(grid, Number.NaN, 12)).toBeNull();
});

test("cells are as wide as the ellipsoid says at their latitude", () => {
  const grid = gridOf(10, 4000, () => 0);
  const [lon, lat] = middle(grid, 3, 3000);
  const [width, height] = cellMetres(grid, 3000);
  expect(width).toBeCloseTo(distanceM(lon - SECOND / 2, lat, lon + SECOND / 2, lat), 4);
  expect(height).toBeCloseTo(distanceM(lon, lat - SECOND / 2, lon, lat + SECOND / 2), 4);
});

describe("an area", () => {
  const square = (grid: DegreeGrid, from: number, to: number) => {
    const [west, north] = [grid.west + from * SECOND, grid.north - from * SECOND];
    const [east, south] = [grid.west + to * SECOND, grid.north - to * SECOND];
    return {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    } as const;
  };
  test("mean and share above a limit are those of its cells", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 100, maxLength: 100 }), (values) => {
        const grid = gridOf(10, 10, (column, row) => values[row * 10 + column]!);
        const found = terrainIn(grid, square(grid, 2, 8), 40)!;
        const slopes = Array.from(
          { length: 36 },
          (_, i) => cellSlope(grid, 2 + (i % 6), 2 + Math.floor(i / 6))!.percent,
        );
        expect(found.meanSlopePercent).toBeCloseTo(slopes.reduce((a, b) => a + b) / 36, 1);
        expect(found.aboveLimit).toBeCloseTo(slopes.filter((slope) => slope > 40).length / 36, 1);
        expect(found.slopeUnknown).toBeCloseTo(0, 9);
        expect(found.least!).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found.greatest!).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 40 },
    );
  });
  test("what is not known is a share of its own, and nothing known gives no mean", () => {
    const grid = gridOf(10, 10, () => 300);
    const half = terrainIn(grid, square(grid, 5, 15), 15)!;
    expect(half.slopeUnknown).toBeGreaterThan(0.75);
    expect(half).toMatchObject({ meanSlopePercent: 0, aboveLimit: 0, meanHeight: 300 });
    expect(terrainIn(grid, square(grid, 20, 30), 15)).toMatchObject({
      meanHeight: null,
      least: null,
      meanSlopePercent: null,
      slopeUnknown: 1,
      heightUnknown: 1,
      aboveLimit: 0,
    });
  });
  test("a plot smaller than a cell has the cell's slope", () => {
    const grid = gridOf(10, 10, (column) => column * 10);
    const found = terrainIn(grid, square(grid, 4.4, 4.6), 15)!;
    expect(found.meanSlopePercent).toBeCloseTo(cellSlope(grid, 4, 4)!.percent, 6);
    expect(found.aboveLimit).toBe(1);
  });
});

test.skipIf(spawnSync("gdaldem", ["--version"]).error)(
  "GDAL finds the same slope and aspect (gdaldem, Horn)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "an-cu-slope-"));
    try {
      const [width, height] = [40, 30];
      let seed = 7;
      const values = Array.from({ length: width * height }, (_, i) => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return 400 + Math.round(40 * Math.sin(i / 9) + 25 * Math.cos(i / 57)) + (seed % 12);
      });
      const plain = gridOf(width, height, (column, row) => values[row * width + column]!);
      const [wide, high] = cellMetres(plain, 15);
      // Square: the aspect of gdaldem leaves the shape of cells out of account.
      const grid = { ...plain, stepLat: (SECOND * wide) / high };
      // GDAL knows one size of cells for all rows: those of the middle. Over 30 rows it is the same to five digits.
      const [dx, dy] = cellMetres(grid, 15);
      const head = `ncols ${width}\nnrows ${height}\nxllcorner 0\nyllcorner 0\ndx ${dx}\ndy ${dy}\n`;
      const rows = Array.from({ length: height }, (_, r) =>
        values.slice(r * width, (r + 1) * width).join(" "),
      );
      writeFileSync(join(folder, "dem.asc"), `${head}${rows.join("\n")}\n`);
      const run = (...args: string[]) => execFileSync("gdaldem", args, { cwd: folder, stdio: "pipe" });
      run("slope", "dem.asc", "slope.img", "-p", "-of", "ENVI");
      run("aspect", "dem.asc", "aspect.img", "-of", "ENVI");
      const read = (name: string) =>
        new Float32Array(readFileSync(join(folder, name)).buffer.slice(0, width * height * 4));
      const [slope, aspect] = [read("slope.img"), read("aspect.img")];
      for (let row = 1; row < height - 1; row++) {
        for (let column = 1; column < width - 1; column++) {
          const ours = cellSlope(grid, column, row)!;
          expect(ours.percent / slope[row * width + column]!).toBeCloseTo(1, 4);
          const turned = Math.abs(ours.aspect! - aspect[row * width + column]!);
          expect(Math.min(turned, 360 - turned)).toBeLessThan(0.01);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
