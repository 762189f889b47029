import fc from "fast-check";
import { expect, test } from "vitest";
import {
  INSIDE,
  locate,
  ON_BOUNDARY,
  OUTSIDE,
  slabsOf,
} from "../../../src/core/geometry/point-in-polygon.ts";
import { polygonSetOf, polygonsOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { locateExact } from "./exact.ts";
import { anyPoint, awkwardPoints, latticePoint, starRing, wildPolygon } from "./shapes.ts";

test("agrees with exact arithmetic for any rings, also on vertices and edges", () => {
  const shape = fc.oneof(
    wildPolygon,
    starRing.map((ring): ArealGeometry => ({ type: "Polygon", coordinates: [ring] })),
  );
  fc.assert(
    fc.property(
      fc.array(shape, { minLength: 1, maxLength: 4 }),
      fc.array(fc.oneof(latticePoint, anyPoint), { maxLength: 10 }),
      (geometries, points) => {
        const slabs = slabsOf(polygonSetOf(geometries));
        for (const [lon, lat] of awkwardPoints(geometries, points)) {
          geometries.forEach((geometry, f) => {
            const parts = polygonsOf(geometry).map((rings) => locateExact(rings, [lon, lat]));
            // On one part's boundary and inside another: both answers are true, and both are in the feature.
            const answers = new Set(parts.filter((answer) => answer !== OUTSIDE));
            expect([...(answers.size > 0 ? answers : [OUTSIDE])]).toContain(locate(slabs, f, lon, lat));
          });
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("a stretch that two parts cover is inside, crossing, nested or the same part twice", () => {
  const square = (west: number, east: number) => [
    [
      [west, 12],
      [east, 12],
      [east, 12 + east - west],
      [west, 12 + east - west],
      [west, 12],
    ] as const,
  ];
  const doubled = [
    [square(108, 108.2), square(108.1, 108.3)],
    [square(108, 108.4), square(108.1, 108.3)],
    [square(108, 108.2), square(108, 108.2)],
    [square(107, 107.1), square(108, 108.2), square(109, 109.1), square(108.1, 108.3)],
  ].map((coordinates): ArealGeometry => ({ type: "MultiPolygon", coordinates }));
  const slabs = slabsOf(polygonSetOf(doubled));
  for (const f of doubled.keys()) expect(locate(slabs, f, 108.15, 12.05)).toBe(INSIDE);
});

test("a point beside an edge by the least step is told from one on it", () => {
  const [a, b] = [108.1, 12.3];
  const ring = [
    [a, b],
    [a + 0.3, b + 0.1],
    [a, b + 0.2],
    [a, b],
  ] as const;
  const slabs = slabsOf(polygonSetOf([{ type: "Polygon", coordinates: [ring] }]));
  for (let k = -20; k <= 20; k++) {
    for (let j = -20; j <= 20; j++) {
      const lon = a + 0.15 + k * 2 ** -46;
      const lat = b + 0.05 + j * 2 ** -49;
      expect(locate(slabs, 0, lon, lat)).toBe(locateExact([ring], [lon, lat]));
    }
  }
});

test("empty features, empty sets and NaN are outside", () => {
  const slabs = slabsOf(polygonSetOf([{ type: "MultiPolygon", coordinates: [] }]));
  expect(locate(slabs, 0, 108, 12)).toBe(OUTSIDE);
  expect(slabsOf(polygonSetOf([])).edge.length).toBe(0);
  const flat = slabsOf(
    polygonSetOf([
      {
        type: "Polygon",
        coordinates: [
          [
            [1, 2],
            [3, 2],
            [5, 2],
            [1, 2],
          ],
        ],
      },
    ]),
  );
  expect(locate(flat, 0, 4, 2)).toBe(ON_BOUNDARY);
  expect(locate(flat, 0, 6, 2)).toBe(OUTSIDE);
  const square = slabsOf(
    polygonSetOf([
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
          ],
        ],
      },
    ]),
  );
  expect(locate(square, 0, 1, 1)).toBe(INSIDE);
  expect(locate(square, 0, Number.NaN, 1)).toBe(OUTSIDE);
  expect(locate(square, 0, 1, Number.NaN)).toBe(OUTSIDE);
});
