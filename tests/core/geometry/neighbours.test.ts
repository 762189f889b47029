import fc from "fast-check";
import { expect, test } from "vitest";
import { clusters } from "../../../src/core/geometry/clusters.ts";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { neighbourCounts } from "../../../src/core/geometry/neighbour-counts.ts";
import { pointColumns } from "../../../src/core/geometry/point-columns.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, between, latticePoint } from "./shapes.ts";

/** Hamlets, lone houses, houses on one spot, and now and then one on the other side of the world. */
const village = fc
  .tuple(anyPoint, fc.array(fc.tuple(between(-1, 1), between(-1, 1)), { maxLength: 12 }))
  .map(([[x, y], offsets]): LonLat[] => [
    [x, y],
    ...offsets.map(([dx, dy]): LonLat => [x + dx / 200, y + dy / 200]),
  ]);
const houses = fc
  .tuple(
    fc.array(village, { maxLength: 5 }),
    fc.array(fc.oneof(latticePoint, fc.constant<LonLat>([-70, -40])), { maxLength: 15 }),
  )
  .map(([villages, lone]) => [...villages.flat(), ...lone]);
const metres = fc.oneof(between(0, 3000), between(0, 200_000), fc.constant(0));

function columns(points: readonly LonLat[]) {
  return pointColumns(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );
}

/** True when some pair lies so near the limit that rounding could decide. */
function onTheEdge(points: readonly LonLat[], limit: number): boolean {
  // Up to 20 km the kernels promise a millionth; beyond, the plane of mean scales is a little coarser.
  const slack = (limit > 20_000 ? 1e-4 : 1e-6) * limit + 1e-9;
  return points.some((a, i) =>
    points.some((b, j) => {
      if (j <= i || (a[0] === b[0] && a[1] === b[1])) return false;
      return Math.abs(distanceM(...a, ...b) - limit) <= slack;
    }),
  );
}

test("counts every other house within the radius, houses on one spot included", () => {
  fc.assert(
    fc.property(houses, metres, (points, radius) => {
      fc.pre(!onTheEdge(points, radius));
      const want = points.map(
        (a, i) => points.filter((b, j) => j !== i && distanceM(...a, ...b) <= radius).length,
      );
      expect([...neighbourCounts(columns(points), radius)]).toEqual(want);
    }),
    { numRuns: 200 },
  );
});

test("clusters are the components of the links, numbered and sized", () => {
  fc.assert(
    fc.property(houses, metres, (points, link) => {
      fc.pre(!onTheEdge(points, link));
      const group = new Array<number>(points.length).fill(-1);
      let count = 0;
      points.forEach((_, i) => {
        if (group[i] !== -1) return;
        const queue = [i];
        group[i] = count;
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
          points.forEach((b, j) => {
            if (group[j] !== -1 || distanceM(...points[at!]!, ...b) > link) return;
            group[j] = count;
            queue.push(j);
          });
        }
        count++;
      });
      const got = clusters(columns(points), link);
      expect(got.count).toBe(count);
      expect([...got.group]).toEqual(group);
      expect([...got.size]).toEqual(group.map((g) => group.filter((other) => other === g).length));
    }),
    { numRuns: 200 },
  );
});

test("a pair at exactly the radius counts: the limit is included", () => {
  const points: LonLat[] = [
    [108, 12.5],
    [108.002, 12.5],
    [108.1, 12.5],
  ];
  const exact = (108.002 - 108) * columns(points).lonM[0]!;
  expect([...neighbourCounts(columns(points), exact * (1 + 1e-12))]).toEqual([1, 1, 0]);
  expect([...neighbourCounts(columns(points), exact * (1 - 1e-9))]).toEqual([0, 0, 0]);
});

test("no points, one point, and a position that is no number", () => {
  expect(neighbourCounts(columns([]), 300).length).toBe(0);
  expect(clusters(columns([]), 300).count).toBe(0);
  expect([...neighbourCounts(columns([[108, 12]]), 300)]).toEqual([0]);
  expect([...clusters(columns([[108, 12]]), 300).size]).toEqual([1]);
  expect(() => columns([[108, Number.NaN]])).toThrow(RangeError);
  expect(() => neighbourCounts(columns([]), Number.NaN)).toThrow(RangeError);
  expect(() => clusters(columns([]), -1)).toThrow(RangeError);
});

test("a map of hamlets equals the count of its parts far apart", () => {
  // 3,000 houses in a lattice of hamlets 5 km apart: counts inside one hamlet repeat in every other.
  const hamlet: LonLat[] = Array.from({ length: 30 }, (_, k) => [
    (k % 6) * 0.0007,
    Math.floor(k / 6) * 0.0009,
  ]);
  const points: LonLat[] = [];
  for (let h = 0; h < 100; h++) {
    for (const [x, y] of hamlet)
      points.push([108 + (h % 10) * 0.05 + x, 12.5 + Math.floor(h / 10) * 0.05 + y]);
  }
  const got = neighbourCounts(columns(points), 150);
  const want = points
    .slice(0, 30)
    .map((a, i) => points.filter((b, j) => j !== i && distanceM(...a, ...b) <= 150).length);
  expect([...got.subarray(0, 30)]).toEqual(want);
  expect(new Set([...got].map((n, i) => `${i % 6},${n}`)).size).toBeLessThanOrEqual(18);
  expect(clusters(columns(points), 150).count).toBe(100);
});
