import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceBetween } from "../../../../src/core/geometry/ellipsoid.ts";
import { type AssignmentRequest, assign } from "../../../../src/core/siting/assignment/assign.ts";
import type { LonLat } from "../../../../src/core/units.ts";

const place = fc.tuple(
  fc.double({ min: 107.5, max: 109, noNaN: true }),
  fc.double({ min: 12, max: 13.4, noNaN: true }),
);
const requests: fc.Arbitrary<AssignmentRequest> = fc
  .record({ n: fc.integer({ min: 0, max: 12 }), k: fc.integer({ min: 0, max: 4 }) })
  .chain(({ n, k }) =>
    fc.record({
      homes: fc.array(fc.option(place, { freq: 6 }), { minLength: n, maxLength: n }),
      fixed: fc.array(
        k === 0 ? fc.constant(-1) : fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: k - 1 })),
        {
          minLength: n,
          maxLength: n,
        },
      ),
      urgency: fc.option(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n })),
      sites: fc.array(
        fc.record({
          at: place,
          capacity: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 5 }),
          open: fc.boolean(),
        }),
        { minLength: k, maxLength: k },
      ),
      maxDistanceM: fc.option(fc.integer({ min: 1000, max: 150_000 })),
    }),
  );

describe("assign", () => {
  test("everybody has a site or a reason; no site is filled above its capacity but by fixed ones; fixed ones stay", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { site, left, load, distanceM } = assign(request);
        const counted = request.sites.map(() => 0);
        request.homes.forEach((home, h) => {
          const s = site[h]!;
          expect(left[h] === null).toBe(s >= 0);
          if (request.fixed[h]! >= 0) expect(s).toBe(request.fixed[h]);
          if (s < 0) return;
          counted[s]!++;
          if (home === null) expect(request.fixed[h]).toBe(s);
          else expect(distanceM[h]).toBeCloseTo(distanceBetween(home, request.sites[s]!.at), 6);
          if (request.fixed[h]! >= 0) return;
          expect(request.sites[s]!.open).toBe(true);
          expect(distanceM[h]).toBeLessThanOrEqual(request.maxDistanceM ?? Infinity);
        });
        expect([...load]).toEqual(counted);
        request.sites.forEach(({ capacity, open }, s) => {
          const byHand = request.homes.filter((_, h) => request.fixed[h] === s).length;
          expect(load[s]!).toBeLessThanOrEqual(open ? Math.max(capacity ?? 0, byHand) : byHand);
        });
      }),
      { numRuns: 500 },
    );
  });

  test("the total is what is proven to be the least, to a millimetre for each household", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { totalM, boundM } = assign(request);
        expect(totalM - boundM).toBeGreaterThanOrEqual(-1e-6);
        expect(totalM - boundM).toBeLessThan(0.001 * request.homes.length + 1e-6);
      }),
    );
  });

  test("why a household is left", () => {
    const home: LonLat = [108, 12.5];
    const site = { at: [108.01, 12.5] as LonLat, capacity: 1, open: true };
    const ask = (more: Partial<AssignmentRequest>) =>
      assign({
        homes: [home, home],
        fixed: [-1, -1],
        urgency: null,
        sites: [site],
        maxDistanceM: null,
        ...more,
      });
    expect(ask({}).left).toEqual([null, "no-room"]);
    expect(ask({ urgency: [0, 1] }).left).toEqual(["no-room", null]);
    expect(ask({ homes: [null, home] }).left).toEqual(["no-home", null]);
    expect(ask({ maxDistanceM: 500 }).left).toEqual(["too-far", "too-far"]);
    expect(ask({ sites: [{ ...site, open: false }] }).left).toEqual(["no-site", "no-site"]);
    expect(ask({ sites: [{ ...site, capacity: null }] }).left).toEqual(["no-site", "no-site"]);
  });
});
