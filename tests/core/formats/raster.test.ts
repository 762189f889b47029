import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GridPlace, Raster } from "../../../src/core/formats/raster/raster.ts";
import { gridToXy } from "../../../src/core/formats/raster/raster.ts";
import { outlinesOf } from "../../../src/core/formats/raster/raster-outlines.ts";
import { classesOf, polygonsOf } from "../../../src/core/formats/raster/raster-polygons.ts";
import { regionsOf } from "../../../src/core/formats/raster/raster-regions.ts";
import { sampleRaster } from "../../../src/core/formats/raster/raster-sample.ts";

const PLACE: GridPlace = { x0: 1000, dx: 10, rx: 0, y0: 2000, ry: 0, dy: -10 };
const grid = (rows: readonly (readonly number[])[], place = PLACE, nodata: number | null = 0): Raster => ({
  width: rows[0]!.length,
  height: rows.length,
  values: rows.flat(),
  nodata,
  place,
});
function polygons(raster: Raster) {
  const found = classesOf(raster);
  if ("least" in found) throw new Error("continuous");
  return polygonsOf(raster, found.classes, found.values)!;
}
type Ring = readonly (readonly [number, number])[];
/** The area, positive when anticlockwise. */
const area = (ring: Ring) =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0) / 2;
const inside = (ring: Ring, x: number, y: number) =>
  ring.slice(1).reduce((odd, [x2, y2], i) => {
    const [x1, y1] = ring[i]!;
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) ? !odd : odd;
  }, false);

describe("areas of classes", () => {
  test("a ring of cells has its hole; corners where it turns only", () => {
    const [outer, inner] = polygons(
      grid([
        [1, 1, 1],
        [1, 2, 1],
        [1, 1, 1],
      ]),
    );
    expect(outer!.value).toBe(1);
    expect(outer!.rings).toHaveLength(2);
    expect(new Set(outer!.rings[0]!.map(String))).toEqual(
      new Set(["1000,2000", "1000,1970", "1030,1970", "1030,2000"]),
    );
    expect(area(outer!.rings[0] as Ring)).toBe(900);
    expect(area(outer!.rings[1] as Ring)).toBe(-100);
    expect(inner).toMatchObject({ value: 2 });
    expect(area(inner!.rings[0] as Ring)).toBe(100);
  });

  test("cells that meet in a corner are two areas", () => {
    const found = polygons(
      grid([
        [1, 0],
        [0, 1],
      ]),
    );
    expect(found.map(({ rings }) => rings.length)).toEqual([1, 1]);
  });

  test("a hole that touches the outline in a corner is a ring of its own", () => {
    const [one] = polygons(
      grid([
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 1],
      ]),
    );
    expect(one!.rings.map((ring) => area(ring as Ring))).toEqual([800, -100]);
  });

  const anyGrid = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
  const anyPlace = fc.constantFrom<GridPlace>(
    PLACE,
    { ...PLACE, dy: 10 },
    { ...PLACE, dx: -10 },
    { x0: 5, dx: 6, rx: 8, y0: 7, ry: 8, dy: -6 },
  );

  test("every cell lies in exactly one area, of its value; no ring touches itself; areas add up", () => {
    fc.assert(
      fc.property(anyGrid, anyPlace, (rows, place) => {
        const raster = grid(rows, place);
        const found = polygons(raster);
        for (const { rings } of found) {
          for (const [i, ring] of rings.entries()) {
            expect(ring[0]).toEqual(ring.at(-1));
            expect(new Set(ring.slice(1).map(String)).size).toBe(ring.length - 1);
            expect(Math.sign(area(ring as Ring))).toBe(i === 0 ? 1 : -1);
          }
        }
        for (const [row, cells] of rows.entries()) {
          for (const [column, value] of cells.entries()) {
            // A little off the middle, so that no corner lies at the height of the point.
            const [x, y] = gridToXy(place, column + 0.51, row + 0.53);
            const around = found.filter(
              ({ rings }) =>
                rings.reduce((count, ring) => count + (inside(ring as Ring, x, y) ? 1 : 0), 0) % 2 === 1,
            );
            expect(around.map((polygon) => polygon.value)).toEqual(value === 0 ? [] : [value]);
          }
        }
        const all = found.flatMap(({ rings }) => rings).reduce((sum, ring) => sum + area(ring as Ring), 0);
        expect(all).toBeCloseTo(rows.flat().filter((value) => value > 0).length * 100, 6);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test("more values than classes are measurements; too many corners are given up", () => {
    const slope = grid([Array.from({ length: 40 }, (_, i) => i - 3)], PLACE, null);
    expect(classesOf(slope)).toEqual({ least: -3, greatest: 36 });
    const noise = Uint8Array.from({ length: 100 }, (_, i) => ((i + Math.floor(i / 10)) % 2) + 1);
    expect(outlinesOf(regionsOf(noise, 10), 10, 10, 399)).toBeNull();
    expect(outlinesOf(regionsOf(noise, 10), 10, 10, 400)).toHaveLength(100);
  });
});

describe("a value at a point", () => {
  const raster = grid(
    [
      [1, 2, 3],
      [4, 5, -9],
    ],
    PLACE,
    -9,
  );
  test.each([
    [1000, 2000, 1],
    [1029.999, 1999, 3],
    [1015, 1985, 5],
    [1025, 1985, null],
    [1030, 1995, null],
    [999.99, 1995, null],
    [1005, 1979.99, null],
    [Number.NaN, 1995, null],
  ])("nearest at %d, %d", (x, y, value) => {
    expect(sampleRaster(raster, x, y)).toBe(value);
  });
  test.each([
    [1005, 1995, 1],
    [1010, 1990, 3],
    [1007.5, 1995, 1.25],
    [1001, 1999, 1],
    [1005, 1982, 4],
    [1020, 1990, null],
    [1020, 1999, 2.5],
  ])("bilinear at %d, %d", (x, y, value) => {
    expect(sampleRaster(raster, x, y, "bilinear")).toBe(value);
  });
  test("cells without a number have no value", () => {
    expect(sampleRaster(grid([[Number.NaN]], PLACE, null), 1005, 1995)).toBeNull();
  });
});
