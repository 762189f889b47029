import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { expect, test } from "vitest";
import {
  areaM2,
  distanceM,
  lengthM,
  metresPerDegreeLat,
  metresPerDegreeLon,
  perimeterM,
} from "../../../src/core/geometry/ellipsoid.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { between, starRing } from "./shapes.ts";

const wgs84 = geodesic.Geodesic.WGS84;
const lon = between(107, 110);
const lat = between(8, 24);
const step = between(-1, 1);

test("distance is the geodesic to a millionth up to 200 km, the same from both ends", () => {
  fc.assert(
    fc.property(lon, lat, step, step, fc.constantFrom(1e-6, 1e-4, 0.01, 1), (x, y, dx, dy, scale) => {
      const [x2, y2] = [x + dx * scale, y + dy * scale];
      const want = wgs84.Inverse(y, x, y2, x2).s12 ?? Number.NaN;
      const got = distanceM(x, y, x2, y2);
      expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-6 * want + 1e-8);
      expect(distanceM(x2, y2, x, y)).toBe(got);
    }),
    { numRuns: 2000 },
  );
});

test("metres in a degree are what the geodesic says of a small step", () => {
  for (const y of [0, 12.5, 23]) {
    expect(metresPerDegreeLon(y)).toBeCloseTo((wgs84.Inverse(y, 108, y, 108.001).s12 ?? 0) * 1000, 2);
    expect(metresPerDegreeLat(y)).toBeCloseTo(
      (wgs84.Inverse(y - 5e-4, 108, y + 5e-4, 108).s12 ?? 0) * 1000,
      2,
    );
  }
});

/** Points along the straight line in degrees, so that the geodesic polygon follows the same outline. */
function dense(ring: readonly LonLat[], pieces: number): LonLat[] {
  return ring.slice(1).flatMap(([x2, y2], i): LonLat[] => {
    const [x1, y1] = ring[i]!;
    return Array.from({ length: pieces }, (_, k) => [
      x1 + ((x2 - x1) * k) / pieces,
      y1 + ((y2 - y1) * k) / pieces,
    ]);
  });
}

function geodesicPolygon(ring: readonly LonLat[]): { area: number; perimeter: number } {
  const polygon = wgs84.Polygon(false);
  for (const [x, y] of ring) polygon.AddPoint(y, x);
  const { area, perimeter } = polygon.Compute(false, true);
  return { area: Math.abs(area ?? Number.NaN), perimeter };
}

test("area and perimeter agree with the geodesic polygon, whichever way round, from a plot to a province", () => {
  fc.assert(
    fc.property(starRing, fc.constantFrom(0.05, 1, 10), (star, scale) => {
      const [x0, y0] = star[0]!;
      const ring = star.map(([x, y]): LonLat => [x0 + (x - x0) * scale, y0 + (y - y0) * scale]);
      const want = geodesicPolygon(dense(ring, 64));
      const polygon = { type: "Polygon", coordinates: [ring] } as const;
      const turned = { type: "Polygon", coordinates: [[...ring].reverse()] } as const;
      for (const shape of [polygon, turned])
        expect(Math.abs(areaM2(shape) - want.area)).toBeLessThan(1e-6 * want.area + 0.001);
      expect(Math.abs(perimeterM(polygon) / want.perimeter - 1)).toBeLessThan(1e-5);
    }),
    { numRuns: 60 },
  );
});

test("holes are taken off, parts are added, open rings are closed", () => {
  const square = (w: number, s: number, size: number): LonLat[] => [
    [w, s],
    [w + size, s],
    [w + size, s + size],
    [w, s + size],
  ];
  const closed = (ring: LonLat[]): LonLat[] => [...ring, ring[0]!];
  const outer = closed(square(108, 12, 0.1));
  const hole = closed(square(108.02, 12.02, 0.01));
  const whole = areaM2({ type: "Polygon", coordinates: [outer] });
  const inner = areaM2({ type: "Polygon", coordinates: [hole] });
  expect(areaM2({ type: "Polygon", coordinates: [outer, hole] })).toBeCloseTo(whole - inner, 3);
  expect(areaM2({ type: "MultiPolygon", coordinates: [[outer], [hole]] })).toBeCloseTo(whole + inner, 3);
  expect(areaM2({ type: "Polygon", coordinates: [square(108, 12, 0.1)] })).toBeCloseTo(whole, 6);
  expect(areaM2({ type: "MultiPolygon", coordinates: [] })).toBe(0);
  const line = { type: "LineString", coordinates: outer } as const;
  expect(lengthM(line)).toBeCloseTo(perimeterM({ type: "Polygon", coordinates: [outer] }), 6);
  expect(lengthM({ type: "MultiLineString", coordinates: [outer, hole] })).toBeGreaterThan(lengthM(line));
});
