/** Site checks against areas and distances that are known exactly. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { areaM2, distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { INSIDE, locate, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { polygonSetOf, polygonsOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { latticePoint, starRing } from "../geometry/shapes.ts";
import { box, check, hazards } from "./site-layers.ts";

const STEP = 0.001;
const cell = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
const square = ([x, y]: readonly [number, number]) =>
  box(108 + x * STEP, 12.5 + y * STEP, 108 + (x + 1) * STEP, 12.5 + (y + 1) * STEP);

test("squares of a grid: the overlap is the sum of the squares, each once", () => {
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 12 }),
      cell,
      fc.integer({ min: 1, max: 8 }),
      (cells, [x, y], size) => {
        const site = box(108 + x * STEP, 12.5 + y * STEP, 108 + (x + size) * STEP, 12.5 + (y + size) * STEP);
        const { byCode, areaM2: whole } = check(site, {
          hazards: [hazards(...cells.map((c) => ["landslide", 4, square(c)] as const))],
        });
        const inside = [...new Map(cells.map((c) => [c.join(), c])).values()].filter(
          ([cx, cy]) => cx >= x && cx < x + size && cy >= y && cy < y + size,
        );
        const exact = inside.reduce((sum, c) => sum + areaM2(square(c)), 0);
        const found = byCode.get("hazard:landslide:4");
        if (inside.length === 0) {
          expect(found?.areaM2 ?? null).toBeNull();
          return;
        }
        expect(found!.areaM2! / exact).toBeCloseTo(1, 6);
        expect(found!.share).toBeCloseTo(exact / whole, 6);
        expect(found!.state).toBe("blocked");
      },
    ),
    { numRuns: 60 },
  );
});

const star = starRing.map((ring): ArealGeometry => ({ type: "Polygon", coordinates: [ring] }));
const moved = (geometry: ArealGeometry, lon: number): ArealGeometry => ({
  type: "MultiPolygon",
  coordinates: polygonsOf(geometry).map((rings) =>
    rings.map((ring) => ring.map(([x, y]): LonLat => [x + lon, y])),
  ),
});

test("any site moved off every zone passes, moved back it overlaps again", () => {
  fc.assert(
    fc.property(star, fc.array(star, { minLength: 1, maxLength: 4 }), (site, zones) => {
      const layers = { hazards: [hazards(...zones.map((zone) => ["landslide", 3, zone] as const))] };
      expect(check(moved(site, 1), layers).byCode.get("hazard:landslide")?.state).toBe("passed");
      const here = check(site, {
        hazards: [hazards(["landslide", 3, site], ...zones.map((zone) => ["landslide", 3, zone] as const))],
      });
      expect(here.byCode.get("hazard:landslide:3")).toMatchObject({ state: "blocked" });
      expect(here.byCode.get("hazard:landslide:3")!.share).toBeCloseTo(1, 5);
    }),
    { numRuns: 40 },
  );
});

test("`at` lies inside the site", () => {
  fc.assert(
    fc.property(star, (site) => {
      const [lon, lat] = check(site).at;
      expect(locate(slabsOf(polygonSetOf([site])), 0, lon, lat)).toBe(INSIDE);
    }),
    { numRuns: 60 },
  );
});

test("overlap is symmetric, and a distance is never longer than from corner to corner", () => {
  fc.assert(
    fc.property(star, star, fc.integer({ min: 0, max: 100 }), (a, b, shift) => {
      const other = moved(b, shift / 1000);
      const one = check(a, { hazards: [hazards(["landslide", 3, other])] }).checks.find(({ code }) =>
        code.startsWith("hazard:landslide"),
      )!;
      const two = check(other, { hazards: [hazards(["landslide", 3, a])] }).checks.find(({ code }) =>
        code.startsWith("hazard:landslide"),
      )!;
      expect(two.state).toBe(one.state);
      if (one.areaM2 !== null) {
        expect(two.areaM2! / one.areaM2).toBeCloseTo(1, 6);
        return;
      }
      const corners = polygonsOf(a)
        .flat(2)
        .flatMap(([x, y]) =>
          polygonsOf(other)
            .flat(2)
            .map(([u, v]) => distanceM(x, y, u, v)),
        );
      const nearestCorner = Math.min(...corners);
      // Farther than 50 km no distance is told; which of two sites sees the other across that line may differ by rounding.
      if (one.distanceM === null || two.distanceM === null) {
        expect(nearestCorner).toBeGreaterThan(49_999);
        return;
      }
      expect(two.distanceM).toBeCloseTo(one.distanceM, 3);
      // The distance to an edge is within 1e-6 of the geodesic up to 17 km, within 1e-5 at these 50 km.
      expect(one.distanceM).toBeLessThanOrEqual(nearestCorner * (1 + 1e-5) + 1e-6);
    }),
    { numRuns: 60 },
  );
});

/** Any polygon of one ring that may cross itself, or of simple rings that lie anyhow: over, in or beside each other. */
const wildRings: fc.Arbitrary<ArealGeometry> = fc.oneof(
  fc
    .array(latticePoint, { minLength: 3, maxLength: 9 })
    .map((points): ArealGeometry => ({ type: "Polygon", coordinates: [[...points, points[0]!]] })),
  fc
    .array(fc.array(starRing, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 })
    .map((coordinates): ArealGeometry => ({ type: "MultiPolygon", coordinates })),
);

test("no shape of a layer, however wild, is missed: what the point test finds inside is overlap", () => {
  const GRID = 25;
  const corner = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(wildRings, corner, corner, (zone, x, y) => {
      const [west, south, size] = [108 + x / 100, 12.5 + y / 100, 0.03];
      const site = box(west, south, west + size, south + size);
      const share =
        check(site, { hazards: [hazards(["landslide", 3, zone])] }).byCode.get("hazard:landslide:3")?.share ??
        0;
      const slabs = slabsOf(polygonSetOf([zone]));
      let inside = 0;
      for (let i = 0; i < GRID; i++) {
        for (let j = 0; j < GRID; j++) {
          const lon = west + (size * (i + 0.5)) / GRID;
          const lat = south + (size * (j + 0.5)) / GRID;
          if (locate(slabs, 0, lon, lat) === INSIDE) inside++;
        }
      }
      expect(share).toBeGreaterThan(inside / GRID ** 2 - 0.08);
    }),
    { numRuns: 150 },
  );
});
