import fc from "fast-check";
import { expect, test } from "vitest";
import { clusters, smallClusters } from "../../../src/core/geometry/clusters.ts";
import { type MeasuredColumns, squaredBetween } from "../../../src/core/geometry/point-columns.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyScatter, columnsOf } from "./scatters.ts";

/** Groups by walking every link, numbered by their first point. */
function groupsByWalking(columns: MeasuredColumns, linkM: number): number[] {
  const n = columns.lon.length;
  const group = new Array<number>(n).fill(-1);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (group[i] !== -1) continue;
    const queue = [i];
    group[i] = count;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (let j = 0; j < n; j++) {
        if (group[j] !== -1 || squaredBetween(columns, at, j) > linkM * linkM) continue;
        group[j] = count;
        queue.push(j);
      }
    }
    count++;
  }
  return group;
}

test("groups are the components of the links, numbered and sized", () => {
  fc.assert(
    fc.property(anyScatter, ({ columns, radiusM }) => {
      const want = groupsByWalking(columns, radiusM);
      const got = clusters(columns, radiusM);
      expect([...got.group]).toEqual(want);
      expect([...got.size]).toEqual(want.map((g) => want.filter((other) => other === g).length));
      expect(got.count).toBe(new Set(want).size);
    }),
    { numRuns: 500 },
  );
});

test("small ones are those with fewer members, for every number", () => {
  fc.assert(
    fc.property(anyScatter, ({ columns, radiusM }) => {
      const { size } = clusters(columns, radiusM);
      for (const k of [0, 1, 2, 2.5, 5, 20, Infinity])
        expect([...smallClusters(columns, radiusM, k)]).toEqual(Array.from(size, (n) => (n < k ? 1 : 0)));
    }),
    { numRuns: 200 },
  );
});

test("a chain holds together however long, and breaks where one link is too long", () => {
  const chain = Array.from({ length: 3000 }, (_, i): LonLat => [i * 100 + (i >= 2000 ? 0.001 : 0), 0]);
  expect(clusters(columnsOf(chain, "plane"), 100).count).toBe(2);
  expect(clusters(columnsOf(chain, "plane"), 100.01).count).toBe(1);
  expect(clusters(columnsOf(chain, "plane"), 99.99).count).toBe(3000);
});

test("two crowds just too far apart stay two, on one spot each or spread", () => {
  const crowd = (x: number, width: number) =>
    Array.from(
      { length: 20_000 },
      (_, i): LonLat => [x + ((i * 0.618033988749895) % 1) * width, ((i * 0.7548776662466927) % 1) * width],
    );
  for (const width of [0, 30]) {
    const points = [...crowd(0, width), ...crowd(201 + width, width)];
    const { count, size } = clusters(columnsOf(points, "plane"), 200);
    expect(count).toBe(2);
    expect(size[0]).toBe(20_000);
  }
});

test("100,000 houses on one spot, link 0, and one on the other side of the world", () => {
  const n = 100_000;
  const lon = new Float64Array(n + 1).fill(108.1);
  const lat = new Float64Array(n + 1).fill(12.6);
  lon[n] = -70;
  lat[n] = -40;
  const columns = columnsOf(Array.from(lon, (x, i): LonLat => [x, lat[i]!]));
  for (const link of [0, 300]) {
    const { count, size } = clusters(columns, link);
    expect(count).toBe(2);
    expect([size[0], size[n - 1], size[n]]).toEqual([n, n, 1]);
  }
});

test("what is refused", () => {
  expect(() => clusters(columnsOf([]), -1)).toThrow(RangeError);
  expect(() => smallClusters(columnsOf([]), Number.NaN, 5)).toThrow(RangeError);
  expect(() => smallClusters(columnsOf([]), 300, Number.NaN)).toThrow(RangeError);
  expect(smallClusters(columnsOf([]), 300, 5).length).toBe(0);
});
