import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import {
  geometryOf,
  holds,
  insertVertex,
  midpoints,
  moveShape,
  moveVertex,
  removeVertex,
  shapeOf,
  vertices,
} from "../../../src/map/tools/shape.ts";

const square = (x: number, y: number, r: number): LonLat[] => [
  [x - r, y - r],
  [x + r, y - r],
  [x + r, y + r],
  [x - r, y + r],
  [x - r, y - r],
];
/** Two parts, the first with a hole: what cutting a blocked part away can leave. */
const site: ArealGeometry = {
  type: "MultiPolygon",
  coordinates: [[square(108, 12, 0.01), square(108, 12, 0.003).reverse()], [square(108.1, 12, 0.005)]],
};

const place = fc.tuple(
  fc.double({ min: 107, max: 109, noNaN: true }),
  fc.double({ min: 11, max: 14, noNaN: true }),
) as fc.Arbitrary<LonLat>;
const ring = fc.uniqueArray(place, { minLength: 3, maxLength: 9, selector: (at) => at.join() });

describe("a shape", () => {
  test("comes back as it was, holes and parts kept", () => {
    expect(geometryOf(shapeOf(site))).toEqual(site);
  });
  test("comes back as it was, whatever its digits", () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        const geometry: ArealGeometry = {
          type: "Polygon",
          coordinates: rings.map((points) => [...points, points[0]!]),
        };
        expect(geometryOf(shapeOf(geometry))).toEqual(geometry);
      }),
    );
  });
  test("of two vertices is no geometry yet", () => {
    expect(geometryOf([[[[108, 12] as LonLat, [108.1, 12] as LonLat]]])).toBeNull();
  });
  test("is not changed in place", () => {
    const shape = shapeOf(site);
    const before = structuredClone(shape);
    const ref = { polygon: 0, ring: 0, vertex: 1 };
    moveVertex(shape, ref, [0, 0]);
    insertVertex(shape, ref, [0, 0]);
    removeVertex(shape, ref);
    moveShape(shape, [108, 12], [108.2, 12.1]);
    expect(shape).toEqual(before);
  });
});

describe("editing", () => {
  test("a vertex pulled out of an edge and taken away again leaves the shape as it was", () => {
    fc.assert(
      fc.property(ring, fc.nat(), place, (points, n, to) => {
        const shape = [[points]];
        const handle = midpoints(shape)[n % points.length]!;
        const grown = moveVertex(insertVertex(shape, handle.ref, handle.at), handle.ref, to);
        expect(vertices(grown)).toHaveLength(points.length + 1);
        expect(removeVertex(grown, handle.ref)).toEqual(shape);
      }),
    );
  });
  test("the last triangle stays, a hole of three vertices goes whole, so does one of two parts", () => {
    const triangle: LonLat[] = [
      [108, 12],
      [108.1, 12],
      [108, 12.1],
    ];
    const ref = { polygon: 0, ring: 0, vertex: 0 };
    expect(removeVertex([[triangle]], ref)).toEqual([[triangle]]);
    expect(removeVertex([[square(108, 12, 1).slice(1), triangle]], { ...ref, ring: 1 })).toEqual([
      [square(108, 12, 1).slice(1)],
    ]);
    expect(removeVertex([[triangle], [triangle]], { ...ref, polygon: 1 })).toEqual([[triangle]]);
  });
  test("moved north, the whole keeps its size on the ground", () => {
    const [[before]] = shapeOf({ type: "Polygon", coordinates: [square(108, 12, 0.01)] }) as [[LonLat[]]];
    const [[after]] = moveShape([[before]], [108, 12], [108.3, 12.5]) as unknown as [[LonLat[]]];
    const width = (points: readonly LonLat[], lat: number) =>
      (points[1]![0] - points[0]![0]) * Math.cos((lat * Math.PI) / 180);
    expect(width(after, 12.5)).toBeCloseTo(width(before, 12), 9);
    expect(after[2]![1] - after[1]![1]).toBeCloseTo(0.02, 9);
    expect((after[0]![0] + after[1]![0]) / 2).toBeCloseTo(108.3, 9);
  });
});

test("a hole does not hold the pointer", () => {
  const shape = shapeOf(site);
  expect(holds(shape, [108.006, 12])).toBe(true);
  expect(holds(shape, [108, 12])).toBe(false);
  expect(holds(shape, [108.1, 12.002])).toBe(true);
  expect(holds(shape, [108.05, 12])).toBe(false);
});
