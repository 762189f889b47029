import fc from "fast-check";
import { expect, test } from "vitest";
import { INSIDE, locate, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { pointInside } from "../../../src/core/geometry/point-inside.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { nearestEdgeM, segmentIndex } from "../../../src/core/geometry/segment-index.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { between, starRing, wildPolygon } from "./shapes.ts";

function isInside(geometry: ArealGeometry, [lon, lat]: LonLat): boolean {
  return locate(slabsOf(polygonSetOf([geometry])), 0, lon, lat) === INSIDE;
}

test("is inside every shape that has an inside, holes and parts and crossings included", () => {
  const holed = starRing.map((ring): ArealGeometry => {
    const [x, y] = ring[0]!;
    const hole = ring.map(([a, b]): LonLat => [x + (a - x) * 0.9, y + (b - y) * 0.9]);
    return { type: "Polygon", coordinates: [ring, hole] };
  });
  const whole = starRing.map((ring): ArealGeometry => ({ type: "Polygon", coordinates: [ring] }));
  fc.assert(
    fc.property(fc.oneof(whole, holed), (geometry) => {
      expect(isInside(geometry, pointInside(geometry))).toBe(true);
    }),
    { numRuns: 300 },
  );
  let asked = 0;
  fc.assert(
    fc.property(wildPolygon, between(0, 1), (geometry, t) => {
      // When any point of a random scan is inside, so is the answer.
      const set = polygonSetOf([geometry]);
      const slabs = slabsOf(set);
      const lat = slabs.bounds[1]! + t * (slabs.bounds[3]! - slabs.bounds[1]!);
      const some = Array.from(
        { length: 50 },
        (_, k) => slabs.bounds[0]! + ((k + t) / 50) * (slabs.bounds[2]! - slabs.bounds[0]!),
      );
      if (!some.some((lon) => locate(slabs, 0, lon, lat) === INSIDE)) return;
      asked++;
      expect(isInside(geometry, pointInside(geometry))).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(asked).toBeGreaterThan(50);
});

test("keeps away from the edge: the broad part of a flag, not its pole", () => {
  const flag: ArealGeometry = {
    type: "Polygon",
    coordinates: [
      [
        [108, 12],
        [108.001, 12],
        [108.001, 12.02],
        [108.03, 12.02],
        [108.03, 12.04],
        [108, 12.04],
        [108, 12],
      ],
    ],
  };
  const at = pointInside(flag);
  expect(nearestEdgeM(segmentIndex(polygonSetOf([flag])), at[0], at[1])).toBeGreaterThan(900);
});

test("a sliver between two latitudes is found; a shape without an inside gives a vertex", () => {
  const sliver: ArealGeometry = {
    type: "MultiPolygon",
    coordinates: [
      [
        [
          [108, 12],
          [108, 12],
          [108, 12],
          [108, 12],
        ],
      ],
      [
        [
          [108, 12.5],
          [108.1, 12.5],
          [108.1, 12.500000001],
          [108, 12.5],
        ],
      ],
      [
        [
          [108, 13],
          [108, 13],
          [108, 13],
          [108, 13],
        ],
      ],
    ],
  };
  expect(isInside(sliver, pointInside(sliver))).toBe(true);
  expect(
    pointInside({
      type: "Polygon",
      coordinates: [
        [
          [108, 12],
          [109, 12],
          [108, 12],
        ],
      ],
    }),
  ).toEqual([108, 12]);
  expect(() => pointInside({ type: "MultiPolygon", coordinates: [] })).toThrow(RangeError);
});
