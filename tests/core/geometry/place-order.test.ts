import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latticeOrder, placeCode, placeOrder, tileSlice } from "../../../src/core/geometry/place-order.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, between, latticePoint } from "./shapes.ts";

/** The tile of a position by the formula of the "slippy map", clamped to the square. */
function tileByFormula([lon, lat]: LonLat, z: number): readonly [x: number, y: number] {
  const n = 2 ** z;
  const phi = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * n);
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n);
  return [Math.min(n - 1, Math.max(0, x)), Math.min(n - 1, Math.max(0, y))];
}

function ordered(points: readonly LonLat[]) {
  return placeOrder(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );
}

const world: fc.Arbitrary<LonLat> = fc.tuple(between(-200, 200), between(-90, 90));
const somewhere = fc.oneof(anyPoint, anyPoint, latticePoint, world);

describe("place order", () => {
  test("ascending codes, equal codes by number, every point once", () => {
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 80 }), (some) => {
        const points = [...some, ...some.slice(0, 5)];
        const { order, code } = ordered(points);
        const want = points
          .map(([lon, lat], i) => ({ i, at: placeCode(lon, lat) }))
          .sort((a, b) => a.at - b.at || a.i - b.i);
        expect([...order]).toEqual(want.map(({ i }) => i));
        expect([...code]).toEqual(want.map(({ at }) => at));
      }),
      { numRuns: 300 },
    );
  });

  test("every tile of zoom 0 to 18 is the slice of its points", () => {
    fc.assert(
      fc.property(fc.array(somewhere, { minLength: 1, maxLength: 60 }), (points) => {
        const { order, code } = ordered(points);
        for (let z = 0; z <= 18; z++) {
          const inTile = new Map<string, number[]>();
          points.forEach((point, i) => {
            const key = tileByFormula(point, z).join("/");
            inTile.set(key, [...(inTile.get(key) ?? []), i]);
          });
          for (const [key, want] of inTile) {
            const [x, y] = key.split("/").map(Number);
            const [from, to] = tileSlice(code, z, x!, y!);
            expect([...order.subarray(from, to)].sort((a, b) => a - b)).toEqual(want);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("neighbouring slices meet: the four quarters of a tile are its slice", () => {
    fc.assert(
      fc.property(
        fc.array(somewhere, { maxLength: 60 }),
        fc.integer({ min: 0, max: 25 }),
        between(0, 1),
        (points, z, share) => {
          const { code } = ordered([...points, [108, 12.5]]);
          const tile = Math.floor(share * (2 ** z - 1));
          const [from, to] = tileSlice(code, z, tile, tile);
          const quarters = [
            [0, 0],
            [1, 0],
            [0, 1],
            [1, 1],
          ].map(([dx, dy]) => tileSlice(code, z + 1, 2 * tile + dx!, 2 * tile + dy!));
          expect(quarters.flat()).toEqual([
            from,
            quarters[0]![1],
            quarters[0]![1],
            quarters[1]![1],
            quarters[1]![1],
            quarters[2]![1],
            quarters[2]![1],
            to,
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("cells of the lattice in every digit of the code", () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 2 ** 26 - 1 }), fc.integer({ min: 0, max: 2 ** 26 - 1 }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const { order, code } = latticeOrder(
          Uint32Array.from(cells, ([x]) => x),
          Uint32Array.from(cells, ([, y]) => y),
        );
        const bitByBit = (k: number) => {
          const [x, y] = cells[k]!;
          let key = 0n;
          for (let b = 25n; b >= 0n; b--)
            key = key * 4n + ((BigInt(y) >> b) & 1n) * 2n + ((BigInt(x) >> b) & 1n);
          return Number(key);
        };
        const want = cells.map((_, k) => k).sort((a, b) => bitByBit(a) - bitByBit(b) || a - b);
        expect([...order]).toEqual(want);
        expect([...code]).toEqual(want.map(bitByBit));
      }),
      { numRuns: 300 },
    );
  });

  test("the corners of the square, the poles and beyond", () => {
    expect(placeCode(-180, 85.06)).toBe(0);
    expect(placeCode(-500, 90)).toBe(0);
    expect(placeCode(180, -85.06)).toBe(4 ** 26 - 1);
    expect(placeCode(500, -90)).toBe(4 ** 26 - 1);
    expect(placeCode(0, 0)).toBe(3 * 4 ** 25);
  });

  test("nothing to sort, one point, and what is refused", () => {
    expect(ordered([]).order.length).toBe(0);
    expect(tileSlice(ordered([]).code, 3, 1, 2)).toEqual([0, 0]);
    expect([...ordered([[108, 12.5]]).order]).toEqual([0]);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => ordered([[bad, 12]])).toThrow(RangeError);
      expect(() => ordered([[108, bad]])).toThrow(RangeError);
    }
    expect(() => placeOrder(new Float64Array(2), new Float64Array(1))).toThrow(RangeError);
    const { code } = ordered([[108, 12.5]]);
    for (const [z, x, y] of [
      [-1, 0, 0],
      [27, 0, 0],
      [2, 4, 0],
      [2, 0, -1],
      [1.5, 0, 0],
      [2, 0.5, 0],
      [Number.NaN, 0, 0],
    ])
      expect(() => tileSlice(code, z!, x!, y!)).toThrow(RangeError);
  });
});
