import fc from "fast-check";
import { expect, test } from "vitest";
import { neighbourCountAt, neighbourCounts } from "../../../src/core/geometry/neighbour-counts.ts";
import { gridRoom } from "../../../src/core/geometry/point-grid.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyScatter, columnsOf, countsByMeasuring } from "./scatters.ts";

test("counts what measuring every pair counts, ties to the last bit", () => {
  fc.assert(
    fc.property(anyScatter, ({ columns, radiusM }) => {
      expect([...neighbourCounts(columns, radiusM)]).toEqual(countsByMeasuring(columns, radiusM));
    }),
    { numRuns: 500 },
  );
});

test("one point alone counts the same", () => {
  fc.assert(
    fc.property(anyScatter, ({ columns, radiusM }) => {
      const want = countsByMeasuring(columns, radiusM);
      expect(want.map((_, i) => neighbourCountAt(columns, i, radiusM))).toEqual(want);
    }),
    { numRuns: 500 },
  );
});

test("a radius that is exactly the distance of a pair includes it, the next smaller does not", () => {
  fc.assert(
    fc.property(anyScatter, fc.nat(200), fc.nat(200), ({ columns }, a, b) => {
      fc.pre(columns.count > 1 && a % columns.count !== b % columns.count);
      const i = a % columns.count;
      const j = b % columns.count;
      const x = (columns.lon[i]! - columns.lon[j]!) * 0.5 * (columns.lonM[i]! + columns.lonM[j]!);
      const y = (columns.lat[i]! - columns.lat[j]!) * 0.5 * (columns.latM[i]! + columns.latM[j]!);
      const exact = Math.sqrt(x * x + y * y);
      for (const radius of [exact, exact * (1 + 2 ** -52), exact * (1 - 2 ** -52), exact * (1 - 2 ** -51)])
        expect([...neighbourCounts(columns, radius)]).toEqual(countsByMeasuring(columns, radius));
    }),
    { numRuns: 200 },
  );
});

test("memory kept from radius to radius leaves nothing behind", () => {
  fc.assert(
    fc.property(anyScatter, fc.array(fc.nat(5000), { minLength: 2, maxLength: 4 }), ({ columns }, radii) => {
      const room = gridRoom(columns.count);
      for (const radius of radii)
        expect([...neighbourCounts(columns, radius, room)]).toEqual([...neighbourCounts(columns, radius)]);
    }),
    { numRuns: 100 },
  );
});

test("plane metres: a lattice of 10 m, radius on the lattice", () => {
  const points = Array.from({ length: 400 }, (_, i): LonLat => [(i % 20) * 10, Math.floor(i / 20) * 10]);
  const counts = neighbourCounts(columnsOf(points, "plane"), 50);
  // Inside: pairs of whole numbers with x² + y² ≤ 25, without (0, 0).
  expect(counts[10 * 20 + 10]).toBe(80);
  expect(counts[0]).toBe(25);
});

test("100,000 houses on one spot and one on the other side of the world", () => {
  const n = 100_000;
  const lon = new Float64Array(n + 1).fill(108.1);
  const lat = new Float64Array(n + 1).fill(12.6);
  lon[n] = -70;
  lat[n] = -40;
  const columns = columnsOf(Array.from(lon, (x, i): LonLat => [x, lat[i]!]));
  for (const radius of [0, 300, 50_000]) {
    const counts = neighbourCounts(columns, radius);
    expect(counts[0]).toBe(n - 1);
    expect(counts[n - 1]).toBe(n - 1);
    expect(counts[n]).toBe(0);
  }
});

test("what is refused", () => {
  const columns = columnsOf([[108, 12]]);
  expect(() => neighbourCounts(columns, Number.NaN)).toThrow(RangeError);
  expect(() => neighbourCountAt(columns, 0, -1)).toThrow(RangeError);
  for (const i of [-1, 1, 0.5, Number.NaN])
    expect(() => neighbourCountAt(columns, i, 300)).toThrow(RangeError);
  expect(neighbourCountAt(columns, 0, 300)).toBe(0);
  expect(neighbourCounts(columnsOf([]), 300).length).toBe(0);
});
