/** Random shapes and points around Đắk Lắk, many of them in awkward places. */
import fc from "fast-check";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";

/** Evenly spread between two numbers (`fc.double` is not: nearly all it gives is next to zero). */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 2 ** 30 }).map((n) => min + (n / 2 ** 30) * (max - min));
}

/** Lattice of a hundredth of a degree: shared vertices, collinear edges and ties are common. */
export const latticePoint: fc.Arbitrary<LonLat> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([x, y]) => [coordinate(108, x), coordinate(12.5, y)]);

function coordinate(from: number, steps: number): number {
  return Number((from + steps / 100).toFixed(2));
}

/** Anywhere near the lattice, outside it too. */
export const anyPoint: fc.Arbitrary<LonLat> = fc
  .tuple(fc.integer({ min: -(2 ** 20), max: 2 ** 21 }), fc.integer({ min: -(2 ** 20), max: 2 ** 21 }))
  .map(([x, y]) => [108 + x / 2 ** 23, 12.5 + y / 2 ** 23]);

const ring = (point: fc.Arbitrary<LonLat>) =>
  fc.array(point, { minLength: 3, maxLength: 9 }).map((points): LonLat[] => [...points, points[0]!]);

/** Any rings at all: crossing, repeated, outside each other. Even-odd has an answer for every one. */
export const wildPolygon: fc.Arbitrary<ArealGeometry> = fc
  .array(fc.array(ring(fc.oneof(latticePoint, anyPoint)), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) =>
    parts.length === 1
      ? { type: "Polygon", coordinates: parts[0]! }
      : { type: "MultiPolygon", coordinates: parts },
  );

/** A ring round a centre, nearer and farther: never crosses itself. */
export const starRing: fc.Arbitrary<LonLat[]> = fc
  .record({
    centre: anyPoint,
    radii: fc.array(between(0.001, 0.05), { minLength: 5, maxLength: 40 }),
  })
  .map(({ centre, radii }) => {
    const points = radii.map((radius, k): LonLat => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [snap(centre[0] + radius * Math.cos(angle)), snap(centre[1] + radius * Math.sin(angle))];
    });
    return [...points, points[0]!];
  });

/** To 2^-40 degrees, so that exact arithmetic can follow. */
export function snap(value: number): number {
  return Math.round(value * 2 ** 40) / 2 ** 40;
}

export function ringsOf(geometry: ArealGeometry): readonly (readonly LonLat[])[] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** Points worth asking about: given ones, every vertex, the middle of every edge. */
export function awkwardPoints(geometries: readonly ArealGeometry[], more: readonly LonLat[]): LonLat[] {
  const out = [...more];
  for (const geometry of geometries) {
    for (const points of ringsOf(geometry)) {
      points.forEach((point, i) => {
        out.push(point);
        const next = points[i + 1];
        if (next) out.push([snap((point[0] + next[0]) / 2), snap((point[1] + next[1]) / 2)]);
      });
    }
  }
  return out;
}
