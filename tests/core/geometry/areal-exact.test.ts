import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ArealIndex,
  allFeatures,
  arealIndex,
  arealIndexFrom,
  featuresAt,
  firstFeatureAt,
  firstFeatures,
} from "../../../src/core/geometry/areal-index.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import {
  highestRanks,
  type RankIndex,
  rankIndex,
  rankIndexFrom,
} from "../../../src/core/geometry/rank-index.ts";
import type { ArealGeometry, PolygonSet } from "../../../src/core/model/geometry.ts";
import type { Bbox, LonLat } from "../../../src/core/units.ts";
import { containing, ranksAt } from "./areal-oracle.ts";
import { onGrid, sample } from "./areal-samples.ts";

const xs = (points: readonly LonLat[]) => Float64Array.from(points, ([x]) => x);
const ys = (points: readonly LonLat[]) => Float64Array.from(points, ([, y]) => y);
const shared = (bytes: number) => new SharedArrayBuffer(bytes);
/** Few ranks, so that they tie, or any, so that all 32 bits are used. */
const ranks = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
  fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 8, maxLength: 8 }),
);
const groups = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });

function expectFeatures(index: ArealIndex, set: PolygonSet, order: Uint32Array, points: LonLat[]): void {
  const first = firstFeatures(index, xs(points), ys(points));
  const { start, feature } = allFeatures(index, xs(points), ys(points));
  points.forEach(([x, y], i) => {
    const want = containing(set, order, x, y);
    expect([...feature.subarray(start[i]!, start[i + 1]!)], `${x}, ${y}`).toEqual(want);
    expect(first[i]).toBe(want[0] ?? -1);
  });
  const [x, y] = points[0] ?? [0, 0];
  expect(featuresAt(index, x, y)).toEqual(containing(set, order, x, y));
  expect(firstFeatureAt(index, x, y)).toBe(containing(set, order, x, y)[0] ?? -1);
}

test("features at positions agree with a ray cast over all edges, wherever grid and positions lie", () => {
  fc.assert(
    fc.property(sample, fc.boolean(), ({ set, points, bounds, asked }, reversed) => {
      const order = Uint32Array.from({ length: set.count }, (_, f) => f);
      if (reversed) order.reverse();
      const index = arealIndex(set, { order, bounds, points: asked });
      expectFeatures(index, set, order, [...points, ...onGrid(index.grid)]);
    }),
    { numRuns: 400, seed: 20_251 },
  );
});

test("highest ranks agree with a ray cast over all edges, wherever grid and positions lie", () => {
  fc.assert(
    fc.property(sample, groups, ranks, ({ set, points, bounds, asked }, someGroups, someRanks) => {
      const group = Uint8Array.from({ length: set.count }, (_, f) => someGroups[f]!);
      const rank = Uint8Array.from({ length: set.count }, (_, f) => someRanks[f]!);
      const index = rankIndex(set, { group, rank, bounds, points: asked });
      const all = [...points, ...onGrid(index.grid)];
      const got = highestRanks(index, xs(all), ys(all));
      all.forEach(([x, y], i) => {
        expect(got[i], `${x}, ${y}`).toBe(ranksAt(set, group, rank, x, y));
      });
    }),
    { numRuns: 400, seed: 20_252 },
  );
});

test("ranges fill one answer as the whole does, from an index of its own buffer, a copy or a shared one", () => {
  fc.assert(
    fc.property(sample, groups, fc.nat(), ({ set, points, bounds }, someGroups, cut) => {
      const lon = xs(points);
      const lat = ys(points);
      const middle = points.length === 0 ? 0 : cut % points.length;
      const group = Uint8Array.from({ length: set.count }, (_, f) => someGroups[f]!);
      const rank = Uint8Array.from({ length: set.count }, (_, f) => 1 + (f % 3));
      const first = arealIndex(set, { bounds });
      const highest = rankIndex(set, { group, rank, bounds });
      const sharedFirst = arealIndex(set, { bounds, allocate: shared });
      const sharedHighest = rankIndex(set, { group, rank, bounds, allocate: shared });
      expect(sharedFirst.data).toBeInstanceOf(SharedArrayBuffer);
      expect(sharedHighest.data).toBeInstanceOf(SharedArrayBuffer);
      const wantFirst = firstFeatures(first, lon, lat);
      const wantHighest = highestRanks(highest, lon, lat);
      const firsts = [first, arealIndexFrom(set, structuredClone(first.data)), sharedFirst];
      for (const index of firsts) expect(byHalves(index, lon, lat, middle)).toEqual(wantFirst);
      const ranked = [highest, rankIndexFrom(set, structuredClone(highest.data)), sharedHighest];
      for (const index of ranked) expect(ranksByHalves(index, lon, lat, middle)).toEqual(wantHighest);
    }),
    { numRuns: 60, seed: 20_253 },
  );
});

function byHalves(index: ArealIndex, lon: Float64Array, lat: Float64Array, middle: number): Int32Array {
  const out = new Int32Array(shared(4 * lon.length)).fill(-7);
  firstFeatures(index, lon, lat, out, middle);
  expect(out.subarray(0, middle).every((f) => f === -7)).toBe(true);
  firstFeatures(index, lon, lat, out, 0, middle);
  return Int32Array.from(out);
}

function ranksByHalves(index: RankIndex, lon: Float64Array, lat: Float64Array, middle: number): Uint32Array {
  // In the middle of a larger array, as a slice of a column is.
  const column = new Uint32Array(shared(4 * lon.length + 12)).fill(7);
  const out = column.subarray(1, 1 + lon.length);
  highestRanks(index, lon, lat, out, 0, middle);
  expect(out.subarray(middle).every((r) => r === 7)).toBe(true);
  highestRanks(index, lon, lat, out, middle);
  expect([column[0], column.at(-1), column.at(-2)]).toEqual([7, 7, 7]);
  return Uint32Array.from(out);
}

test("a range without an answer given leaves the rest empty", () => {
  const index = arealIndex(polygonSetOf([square(0, 0, 9)]));
  const at = Float64Array.of(1, 1, 1, 1);
  expect([...firstFeatures(index, at, at, undefined, 1, 3)]).toEqual([-1, 0, 0, -1]);
});

test("more than 65,535 features keep their numbers", () => {
  const side = 270;
  const squares = Array.from({ length: side * side }, (_, f) => square(f % side, Math.floor(f / side), 1));
  const set = polygonSetOf(squares);
  const lon = Float64Array.from(squares, (_, f) => (f % side) + 0.5);
  const lat = Float64Array.from(squares, (_, f) => Math.floor(f / side) + 0.5);
  const own = Int32Array.from(squares.keys());
  expect(firstFeatures(arealIndex(set), lon, lat)).toEqual(own);
  expect(featuresAt(arealIndex(set), side - 1, side - 1)).toEqual(
    [-1 - side, -side, -1, 0].map((d) => side * side - 1 + d),
  );
  const rank = Uint8Array.from(squares, (_, f) => (f % 5) + 1);
  const group = new Uint8Array(set.count).fill(2);
  const want = Uint32Array.from(rank, (r) => r << 16);
  expect(highestRanks(rankIndex(set, { group, rank }), lon, lat)).toEqual(want);
});

test("the finest rings round one point: nothing is lost where cells cannot be smaller", () => {
  const tiny = 2 ** -44;
  const set = polygonSetOf([square(108, 12, tiny), square(108 + tiny, 12, tiny), square(108, 12, 2 ** -30)]);
  const index = arealIndex(set, { bounds: [108, 12, 108 + tiny, 12 + tiny] });
  expectFeatures(index, set, Uint32Array.of(0, 1, 2), [
    [108, 12],
    [108 + tiny, 12],
    [108 + tiny / 2, 12 + tiny / 2],
    [108 + 2 * tiny, 12 + tiny],
    [108 + 3 * tiny, 12 + tiny],
    [108 - tiny, 12],
  ]);
});

test("edges with ends far beyond the grid are found in the cells that they only just reach", () => {
  const size = 1e-6;
  const bounds: Bbox = [108, 12, 108 + 6 * size, 12 + 6 * size];
  for (let k = 0; k < 24; k++) {
    const [x, y] = [Math.cos(0.1 + k / 4) * 1e7, Math.sin(0.1 + k / 4) * 1e7];
    const empty = polygonSetOf([square(108, 12, 6 * size)]);
    const { west, south, side } = arealIndex(empty, { bounds }).grid;
    for (const corner of [2, 3, 4]) {
      const [cx, cy] = [west + corner * side, south + 3 * side];
      // A ring through the corner of a cell, as nearly as its far ends can be written.
      const ring: LonLat[] = [
        [cx - x, cy - y],
        [cx + x, cy + y],
        [cx + x - y, cy + y + x],
        [cx - x, cy - y],
      ];
      const set = polygonSetOf([{ type: "Polygon", coordinates: [ring] }, square(108, 12, 6 * size)]);
      const index = arealIndex(set, { bounds });
      expect(index.grid.side).toBe(side);
      const near: LonLat[] = [];
      for (let u = -6; u <= 6; u++)
        for (let v = -6; v <= 6; v++) near.push([cx + u * 3e-4 * side, cy + v * 3e-4 * side]);
      expectFeatures(index, set, Uint32Array.of(0, 1), near);
    }
  }
});

test("no features, no points, features without vertices, and one point of ground", () => {
  const none = polygonSetOf([]);
  const empty = polygonSetOf([{ type: "MultiPolygon", coordinates: [] }]);
  const point = polygonSetOf([{ type: "Polygon", coordinates: [[[5, 5]]] }]);
  const flat = polygonSetOf([
    {
      type: "Polygon",
      coordinates: [
        [
          [5, 5],
          [7, 5],
          [5, 5],
        ],
      ],
    },
  ]);
  const at = Float64Array.of(5, 6, Number.NaN);
  const level = Float64Array.of(5, 5, 5);
  const noPoints = new Float64Array(0);
  for (const set of [none, empty, point, flat]) {
    const group = new Uint8Array(set.count);
    const rank = new Uint8Array(set.count).fill(9);
    const inside = set === flat ? 0 : -1;
    expect([...firstFeatures(arealIndex(set), at, level)]).toEqual([inside, inside, -1]);
    const ranked = highestRanks(rankIndex(set, { group, rank }), at, level);
    expect([...ranked]).toEqual([9 * (inside + 1), 9 * (inside + 1), 0]);
    expect(firstFeatures(arealIndex(set), noPoints, noPoints).length).toBe(0);
    expect(allFeatures(arealIndex(set), noPoints, noPoints).start).toEqual(Uint32Array.of(0));
  }
});

test("what does not fit is refused", () => {
  const set = polygonSetOf([square(0, 0, 1)]);
  const one = Uint8Array.of(1);
  expect(() => arealIndex(set, { order: Uint32Array.of(0, 0) })).toThrow(RangeError);
  expect(() => rankIndex(set, { group: one, rank: Uint8Array.of() })).toThrow(RangeError);
  expect(() => rankIndex(set, { group: Uint8Array.of(4), rank: one })).toThrow(RangeError);
  expect(() => rankIndexFrom(set, arealIndex(set).data)).toThrow(TypeError);
});

function square(west: number, south: number, size: number): ArealGeometry {
  const [east, north] = [west + size, south + size];
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
  };
}
