import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allFeatures,
  arealIndex,
  featuresAt,
  firstFeatures,
} from "../../../src/core/geometry/areal-index.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { Bbox, LonLat } from "../../../src/core/units.ts";
import { insideExact } from "./exact.ts";
import { anyPoint, awkwardPoints, latticePoint, starRing, wildPolygon } from "./shapes.ts";

const shapes = fc.array(
  fc.oneof(
    wildPolygon,
    starRing.map((ring): ArealGeometry => ({ type: "Polygon", coordinates: [ring] })),
  ),
  { maxLength: 6 },
);
const points = fc.array(fc.oneof(latticePoint, anyPoint), { minLength: 1, maxLength: 12 });
/** Smaller than the shapes as often as not, so that features begin outside the grid. */
const bounds: fc.Arbitrary<Bbox | null> = fc.option(
  fc
    .tuple(anyPoint, anyPoint)
    .map(([a, b]) => [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ]),
);

const lons = (list: readonly LonLat[]) => Float64Array.from(list, ([lon]) => lon);
const lats = (list: readonly LonLat[]) => Float64Array.from(list, ([, lat]) => lat);

test("finds exactly the features that contain a point, in the asked order, wherever the grid lies", () => {
  fc.assert(
    fc.property(shapes, points, bounds, fc.boolean(), (geometries, asked, within, reversed) => {
      const order = Uint32Array.from(geometries.keys());
      if (reversed) order.reverse();
      const index = arealIndex(polygonSetOf(geometries), { order, bounds: within });
      const all = awkwardPoints(geometries, asked);
      const first = firstFeatures(index, lons(all), lats(all));
      const { start, feature } = allFeatures(index, lons(all), lats(all));
      all.forEach((at, i) => {
        const want = [...order].filter((f) => insideExact(geometries[f]!, at));
        expect(featuresAt(index, at[0], at[1])).toEqual(want);
        expect([...feature.subarray(start[i]!, start[i + 1]!)]).toEqual(want);
        expect(first[i]).toBe(want[0] ?? -1);
      });
    }),
    { numRuns: 300 },
  );
});

test("a square cut into tiles: every point of a shared border is found once by order, twice in all", () => {
  const tiles: ArealGeometry[] = [];
  for (let x = 0; x < 8; x++) {
    for (let y = 0; y < 8; y++) {
      const [w, s, e, n] = [108 + x / 10, 12 + y / 10, 108 + (x + 1) / 10, 12 + (y + 1) / 10];
      tiles.push({
        type: "Polygon",
        coordinates: [
          [
            [w, s],
            [e, s],
            [e, n],
            [w, n],
            [w, s],
          ],
        ],
      });
    }
  }
  const index = arealIndex(polygonSetOf(tiles));
  expect(featuresAt(index, 108 + 3 / 10, 12.05)).toEqual([16, 24]);
  expect(featuresAt(index, 108 + 3 / 10, 12 + 3 / 10)).toEqual([18, 19, 26, 27]);
  expect(featuresAt(index, 108.05, 12.05)).toEqual([0]);
  expect(featuresAt(index, 109, 12.05)).toEqual([]);
});

test("no features, NaN and one point of ground", () => {
  const none = arealIndex(polygonSetOf([]));
  expect(featuresAt(none, 108, 12)).toEqual([]);
  expect(firstFeatures(none, Float64Array.of(Number.NaN), Float64Array.of(12))).toEqual(Int32Array.of(-1));
  const square: ArealGeometry = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  };
  const clipped = arealIndex(polygonSetOf([square]), { bounds: [1, 1, 1, 1] });
  expect(featuresAt(clipped, 1, 1)).toEqual([0]);
  expect(featuresAt(clipped, 3, 1)).toEqual([]);
  expect(featuresAt(clipped, Number.NaN, 1)).toEqual([]);
});
