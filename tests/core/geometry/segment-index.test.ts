import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { lineSetOf, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import {
  featuresWithin,
  nearestEdge,
  nearestEdgeM,
  segmentIndex,
} from "../../../src/core/geometry/segment-index.ts";
import type { LineGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, between, latticePoint, ringsOf, wildPolygon } from "./shapes.ts";

/** Distance to an edge by narrowing the place on it, without any plane. */
function toEdgeM(a: LonLat, b: LonLat, [lon, lat]: LonLat): number {
  const at = (t: number) => distanceM(lon, lat, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k++) {
    const third = (high - low) / 3;
    if (at(low + third) < at(high - third)) high -= third;
    else low += third;
  }
  return Math.min(at(0), at(1), at((low + high) / 2));
}

function toChainsM(chains: readonly (readonly LonLat[])[], from: LonLat): number {
  let least = Infinity;
  for (const chain of chains) {
    for (let i = 0; i + 1 < chain.length; i++)
      least = Math.min(least, toEdgeM(chain[i]!, chain[i + 1]!, from));
  }
  return least;
}

const near = (got: number, want: number) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-5 * want + 1e-5);
const asked = fc.array(fc.oneof(latticePoint, anyPoint), { minLength: 1, maxLength: 6 });
const mask = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

test("polygons: no nearer edge is missed, with and without a mask and a limit", () => {
  fc.assert(
    fc.property(fc.array(wildPolygon, { maxLength: 5 }), asked, mask, (geometries, points, allow) => {
      const index = segmentIndex(polygonSetOf(geometries));
      const allowed = Uint8Array.from(geometries, (_, f) => (allow[f] ? 1 : 0));
      for (const from of points) {
        const each = geometries.map((geometry) => toChainsM(ringsOf(geometry), from));
        const least = Math.min(...each);
        const got = nearestEdge(index, from[0], from[1]);
        if (geometries.length === 0) expect(got).toBeNull();
        else {
          near(got!.distanceM, least);
          near(each[got!.feature]!, least);
          near(distanceM(from[0], from[1], got!.at[0], got!.at[1]), least);
        }
        const leastAllowed = Math.min(Infinity, ...each.filter((_, f) => allow[f]));
        const masked = nearestEdge(index, from[0], from[1], { allowed });
        if (leastAllowed === Infinity) expect(masked).toBeNull();
        else {
          near(masked!.distanceM, leastAllowed);
          expect(allow[masked!.feature]).toBe(true);
        }
        if (least === Infinity || least < 1e-3) continue;
        near(nearestEdgeM(index, from[0], from[1], { maxM: least * 1.001 }), least);
        expect(nearestEdgeM(index, from[0], from[1], { maxM: least * 0.999 })).toBeNaN();
      }
    }),
    { numRuns: 80 },
  );
});

test("lines, also long ones: no nearer edge is missed", () => {
  const line: fc.Arbitrary<LineGeometry> = fc
    .array(fc.array(fc.oneof(latticePoint, anyPoint), { minLength: 2, maxLength: 40 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) =>
      parts.length === 1
        ? { type: "LineString", coordinates: parts[0]! }
        : { type: "MultiLineString", coordinates: parts },
    );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), asked, (lines, points) => {
      const index = segmentIndex(lineSetOf(lines));
      for (const from of points) {
        const each = lines.map((l) =>
          toChainsM(l.type === "LineString" ? [l.coordinates] : l.coordinates, from),
        );
        const got = nearestEdge(index, from[0], from[1])!;
        near(got.distanceM, Math.min(...each));
        near(each[got.feature]!, Math.min(...each));
      }
    }),
    { numRuns: 40 },
  );
});

test("features within a radius are those with an edge at most that far away", () => {
  const radius = between(1, 20_000);
  fc.assert(
    fc.property(
      fc.array(wildPolygon, { maxLength: 5 }),
      asked,
      radius,
      mask,
      (geometries, points, r, allow) => {
        const index = segmentIndex(polygonSetOf(geometries));
        const allowed = Uint8Array.from(geometries, (_, f) => (allow[f] ? 1 : 0));
        for (const from of points) {
          const each = geometries.map((geometry) => toChainsM(ringsOf(geometry), from));
          if (each.some((metres) => Math.abs(metres - r) <= 1e-4 * r)) continue;
          const want = [...each.keys()].filter((f) => each[f]! <= r);
          expect(featuresWithin(index, from[0], from[1], r)).toEqual(want);
          expect(featuresWithin(index, from[0], from[1], r, allowed)).toEqual(want.filter((f) => allow[f]));
        }
      },
    ),
    { numRuns: 80 },
  );
});

test("on an edge or a vertex the distance is nothing", () => {
  const index = segmentIndex(
    lineSetOf([
      {
        type: "LineString",
        coordinates: [
          [108, 12],
          [108.5, 12.25],
          [109, 12.25],
        ],
      },
    ]),
  );
  expect(nearestEdgeM(index, 108.5, 12.25)).toBe(0);
  expect(nearestEdgeM(index, 108.25, 12.125)).toBeLessThan(1e-8);
  expect(nearestEdge(index, 108.75, 12.25)).toMatchObject({ distanceM: 0, feature: 0, vertex: 1 });
});

test("nothing to find: no features, no vertices, no position; a line of one position is found", () => {
  const empty = segmentIndex(lineSetOf([]));
  expect(nearestEdge(empty, 108, 12)).toBeNull();
  expect(featuresWithin(empty, 108, 12, 1000)).toEqual([]);
  const bare = segmentIndex(polygonSetOf([{ type: "MultiPolygon", coordinates: [] }]));
  expect(nearestEdgeM(bare, 108, 12)).toBeNaN();
  const one = segmentIndex(lineSetOf([{ type: "LineString", coordinates: [[108, 12]] }]));
  expect(nearestEdge(one, 108, 12)).toMatchObject({ distanceM: 0, feature: 0 });
  expect(nearestEdge(one, Number.NaN, 12)).toBeNull();
});
