import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewGrid, fewNeighbours } from "../../../src/core/geometry/few-neighbours.ts";
import { gridRoom } from "../../../src/core/geometry/point-grid.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { alongCurve, anyScatter, columnsOf, countsByMeasuring } from "./scatters.ts";

describe("fewer neighbours than", () => {
  test("is what counting by measuring every pair says, for every number", () => {
    fc.assert(
      fc.property(anyScatter, ({ columns, radiusM }) => {
        const counts = countsByMeasuring(columns, radiusM);
        const most = Math.max(0, ...counts);
        for (let k = 0; k <= most + 2; k++)
          expect([...fewNeighbours(columns, radiusM, k)]).toEqual(counts.map((n) => (n < k ? 1 : 0)));
      }),
      { numRuns: 300 },
    );
  });

  test("parts of the range fill one column, whatever stood there, with a grid built before", () => {
    fc.assert(
      fc.property(
        anyScatter,
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        ({ columns, radiusM }, a, b, k, shareGrid) => {
          const whole = fewNeighbours(columns, radiusM, k);
          const from = Math.min(a, b, columns.count);
          const to = Math.min(Math.max(a, b), columns.count);
          const out = new Uint8Array(columns.count).fill(7);
          const grid = shareGrid ? { grid: fewGrid(columns, radiusM, k) } : {};
          fewNeighbours(columns, radiusM, k, { out, from, to, ...grid });
          expect([...out]).toEqual([...whole].map((few, i) => (i >= from && i < to ? few : 7)));
          fewNeighbours(columns, radiusM, k, { out, to: from, ...grid });
          expect(fewNeighbours(columns, radiusM, k, { out, from: to, ...grid })).toBe(out);
          expect([...out]).toEqual([...whole]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("memory kept from radius to radius leaves nothing behind", () => {
    fc.assert(
      fc.property(
        anyScatter,
        fc.array(fc.nat(5000), { minLength: 2, maxLength: 5 }),
        ({ columns }, radii) => {
          const room = gridRoom(columns.count);
          for (const radius of radii)
            expect([...fewNeighbours(columns, radius, 3, { room })]).toEqual([
              ...fewNeighbours(columns, radius, 3),
            ]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("a grid of another radius gives the same answer", () => {
    fc.assert(
      fc.property(anyScatter, fc.constantFrom(0, 10, 1000, 1e6), ({ columns, radiusM }, other) => {
        expect([...fewNeighbours(columns, radiusM, 4, { grid: fewGrid(columns, other, 4) })]).toEqual([
          ...fewNeighbours(columns, radiusM, 4),
        ]);
      }),
      { numRuns: 150 },
    );
  });

  test("numbers that are not whole, below one, and without end", () => {
    const columns = columnsOf([
      [108, 12.5],
      [108, 12.5],
      [108, 12.5],
      [109, 12.5],
    ]);
    expect([...fewNeighbours(columns, 10, 2)]).toEqual([0, 0, 0, 1]);
    expect([...fewNeighbours(columns, 10, 2.5)]).toEqual([1, 1, 1, 1]);
    expect([...fewNeighbours(columns, 10, 0.5)]).toEqual([0, 0, 0, 1]);
    expect([...fewNeighbours(columns, 10, 0)]).toEqual([0, 0, 0, 0]);
    expect([...fewNeighbours(columns, 10, -3)]).toEqual([0, 0, 0, 0]);
    expect([...fewNeighbours(columns, 10, Infinity)]).toEqual([1, 1, 1, 1]);
  });

  test("no point, one point, and what is refused", () => {
    expect(fewNeighbours(columnsOf([]), 300, 5).length).toBe(0);
    const one = columnsOf([[108, 12.5]]);
    const two: LonLat[] = [
      [108, 12.5],
      [108, 12.6],
    ];
    expect([...fewNeighbours(one, 300, 1)]).toEqual([1]);
    expect([...fewNeighbours(one, 0, 0)]).toEqual([0]);
    for (const refused of [
      () => fewNeighbours(one, Number.NaN, 5),
      () => fewNeighbours(one, -1, 5),
      () => fewNeighbours(one, 300, Number.NaN),
      () => fewNeighbours(one, 300, 5, { out: new Uint8Array(2) }),
      () => fewNeighbours(one, 300, 5, { from: 1, to: 0 }),
      () => fewNeighbours(one, 300, 5, { to: 2 }),
      () => fewNeighbours(one, 300, 5, { from: Number.NaN }),
      () => fewNeighbours(columnsOf(two), 300, 1, { room: gridRoom(1) }),
    ])
      expect(refused).toThrow(RangeError);
    // Nothing to find among 2 points, but the radius is asked for all the same.
    expect(() => fewNeighbours(one, Number.NaN, 0)).toThrow(RangeError);
  });

  test("20,000 points: a hamlet on one spot, a village, lone houses, two abroad", () => {
    const points: LonLat[] = Array.from({ length: 20_000 }, (_, i) => {
      const [a, b] = [(i * 0.618033988749895) % 1, (i * 0.7548776662466927) % 1];
      if (i < 9_000) return [108.1, 12.6];
      if (i < 16_000) return [108.2 + 0.02 * a, 12.6 + 0.02 * b];
      return [107.5 + a, 12 + b];
    });
    points.push([-70, -40], [2.35, 48.86]);
    const columns = columnsOf(alongCurve(points));
    for (const [radius, k] of [
      [0, 5],
      [40, 3],
      [300, 5],
      [2000, 20],
      [50_000, 900],
    ] as const) {
      const got = fewNeighbours(columns, radius, k);
      // Every 97th point is enough to notice a wrong cell.
      for (let i = 0; i < columns.count; i += 97) {
        let count = -1;
        for (let j = 0; j < columns.count; j++) {
          const x = (columns.lon[i]! - columns.lon[j]!) * 0.5 * (columns.lonM[i]! + columns.lonM[j]!);
          const y = (columns.lat[i]! - columns.lat[j]!) * 0.5 * (columns.latM[i]! + columns.latM[j]!);
          if (x * x + y * y <= radius * radius) count++;
        }
        expect(got[i]).toBe(count < k ? 1 : 0);
      }
    }
  });
});
