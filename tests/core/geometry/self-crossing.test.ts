import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selfCrossing } from "../../../src/core/geometry/self-crossing.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { properlyCross, windings } from "./exact.ts";
import { anyPoint, latticePoint, starRing } from "./shapes.ts";

type Ring = readonly LonLat[];
const polygon = (...rings: Ring[]): ArealGeometry => ({ type: "Polygon", coordinates: rings });
const parts = (...rings: Ring[]): ArealGeometry => ({
  type: "MultiPolygon",
  coordinates: rings.map((r) => [r]),
});
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe("crosses", () => {
  const cases: Record<string, [ArealGeometry, LonLat]> = {
    "a bow tie": [
      polygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ]),
      [1, 1],
    ],
    "a bow tie with a vertex where it crosses": [
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [2, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ]),
      [1, 1],
    ],
    "a vertex on an edge, passing through": [
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 4],
        [2, 0],
        [1, -1],
        [0, 0],
      ]),
      [2, 0],
    ],
    "paths that cross at a vertex and leave it along one line": [
      polygon([
        [0, -2],
        [0, 0],
        [2, 0],
        [2, -1],
        [1, -1],
        [0, 0],
        [-2, 0],
        [-2, -2],
        [0, -2],
      ]),
      [0, 0],
    ],
    "paths that run over each other and part on different sides": [
      polygon([
        [3, 1],
        [3, 3],
        [2, 0],
        [0, 2],
        [3, 3],
        [1, 2],
        [0, 2],
        [2, 0],
        [3, 1],
      ]),
      [2, 0],
    ],
    "a ring run round twice": [
      polygon([
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ]),
      [0, 0],
    ],
    "a hole that leaves its polygon": [polygon(square(0, 0, 4), square(3, 1, 2)), [4, 1]],
    "two parts over each other": [parts(square(0, 0, 2), square(1, 1, 2)), [1, 2]],
    "a part inside another": [parts(square(0, 0, 9), square(1, 1, 2)), [2, 2]],
    "the same part twice": [parts(square(0, 0, 2), square(0, 0, 2)), [1, 1]],
  };
  test.each(Object.entries(cases))("%s", (_, [geometry, near]) => {
    const at = selfCrossing(geometry);
    expect(at).not.toBeNull();
    expect(Math.hypot(at![0] - near[0], at![1] - near[1])).toBeLessThanOrEqual(1.5);
  });

  test("names the very place of a single crossing", () => {
    expect(selfCrossing(cases["a bow tie"]![0])).toEqual([1, 1]);
    expect(selfCrossing(cases["a vertex on an edge, passing through"]![0])).toEqual([2, 0]);
  });
});

describe("does not cross", () => {
  const cases: Record<string, ArealGeometry> = {
    "a square": polygon(square(0, 0, 1)),
    "an open ring": polygon([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
    "two lobes that meet at a vertex": polygon(
      [
        [0, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      [
        [2, 0],
        [2, 2],
        [1, 1],
        [2, 0],
      ],
    ),
    "one ring pinched at a vertex": polygon([
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [1, 1],
      [0, 2],
      [0, 0],
    ]),
    "a vertex that touches an edge and turns back": polygon([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ]),
    "a spike": polygon([
      [0, 0],
      [2, 0],
      [2, 1],
      [3, 1],
      [2, 1],
      [2, 2],
      [0, 2],
      [0, 0],
    ]),
    "a hole reached by a cut": polygon([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [2, 3],
      [3, 3],
      [3, 1],
      [1, 1],
      [1, 3],
      [2, 3],
      [2, 4],
      [0, 4],
      [0, 0],
    ]),
    "a hole that touches its polygon at a vertex": polygon(square(0, 0, 4), [
      [0, 0],
      [2, 1],
      [1, 2],
      [0, 0],
    ]),
    "parts that share a border": parts(square(0, 0, 2), [...square(2, 0, 2)].reverse()),
    "a part in the hole of another": {
      type: "MultiPolygon",
      coordinates: [[square(0, 0, 9), square(1, 1, 5)], [square(2, 2, 1)]],
    },
    "a long spike": polygon([
      [0, 0],
      [2, 0],
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 1],
      [4, 2],
      [3, 1],
      [2, 1],
      [2, 2],
      [0, 0],
    ]),
    "an outline that runs there and back": polygon([
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 0],
      [2, 1],
      [1, 0],
      [0, 0],
    ]),
    "repeated vertices": polygon([
      [0, 0],
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]),
    "one position": polygon([
      [0, 0],
      [0, 0],
      [0, 0],
    ]),
    nothing: { type: "MultiPolygon", coordinates: [] },
  };
  test.each(Object.entries(cases))("%s", (_, geometry) => {
    expect(selfCrossing(geometry)).toBeNull();
  });

  test("rings round a centre", () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        expect(selfCrossing(polygon(ring))).toBeNull();
        expect(selfCrossing(polygon([...ring].reverse()))).toBeNull();
      }),
    );
  });
});

test("in general position it is found exactly when two edges cross", () => {
  const ring = fc
    .array(anyPoint, { minLength: 3, maxLength: 12 })
    .map((points): Ring => [...points, points[0]!]);
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 2 }), (rings) => {
      const edges = rings.flatMap((r) => r.slice(1).map((b, i): [LonLat, LonLat] => [r[i]!, b]));
      const crosses = edges.some(([a, b], i) =>
        edges.some(([c, d], j) => j < i && properlyCross(a, b, c, d)),
      );
      expect(selfCrossing(polygon(...rings)) !== null).toBe(crosses);
    }),
    { numRuns: 500 },
  );
});

test("on a lattice no ring that winds unevenly round its inside gets through", () => {
  const ring = fc
    .array(latticePoint, { minLength: 3, maxLength: 8 })
    .map((points): Ring => [...points, points[0]!]);
  fc.assert(
    fc.property(ring, fc.array(anyPoint, { minLength: 60, maxLength: 60 }), (r, points) => {
      const rounds = new Set(points.map((p) => windings(r, p)).filter((n) => n !== 0));
      const uneven = rounds.size > 1 || [...rounds].some((n) => Math.abs(n) > 1);
      if (uneven) expect(selfCrossing(polygon(r))).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});
