import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bboxOfFeature,
  bboxOfGeometry,
  bboxOfSet,
  geometryOf,
  joinLineSets,
  joinPolygonSets,
  lineSetOf,
  polygonSetOf,
} from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry, LineGeometry } from "../../../src/core/model/geometry.ts";
import { wildPolygon } from "./shapes.ts";

const square: ArealGeometry = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 3],
      [0, 3],
      [0, 0],
    ],
  ],
};

test("polygons come back as they went in", () => {
  fc.assert(
    fc.property(fc.array(wildPolygon, { maxLength: 5 }), (geometries) => {
      const set = polygonSetOf(geometries);
      expect(set.count).toBe(geometries.length);
      geometries.forEach((geometry, f) => {
        expect(geometryOf(set, f)).toEqual(geometry);
        expect(bboxOfFeature(set, f)).toEqual(bboxOfGeometry(geometry));
      });
    }),
  );
});

test("lines come back as they went in", () => {
  const lines: LineGeometry[] = [
    {
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    },
    {
      type: "MultiLineString",
      coordinates: [
        [
          [5, 5],
          [6, 6],
        ],
        [
          [7, 7],
          [8, 9],
        ],
      ],
    },
  ];
  const set = lineSetOf(lines);
  expect(lines.map((_, f) => geometryOf(set, f))).toEqual(lines);
  expect(bboxOfFeature(set, 1)).toEqual([5, 5, 8, 9]);
  expect(bboxOfSet(set)).toEqual([0, 0, 8, 9]);
});

test("open rings are closed, a feature without parts stays a feature", () => {
  const set = polygonSetOf([
    { type: "MultiPolygon", coordinates: [] },
    {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [2, 3],
          [0, 3],
        ],
      ],
    },
  ]);
  expect(geometryOf(set, 1)).toEqual(square);
  expect(geometryOf(set, 0)).toEqual({ type: "MultiPolygon", coordinates: [] });
  expect(bboxOfFeature(set, 0)).toBeNull();
  expect(bboxOfSet(polygonSetOf([]))).toBeNull();
  expect(bboxOfGeometry({ type: "Point", coordinates: [1, 2] })).toEqual([1, 2, 1, 2]);
});

test("joined sets are the features of each in turn", () => {
  fc.assert(
    fc.property(fc.array(fc.array(wildPolygon, { maxLength: 3 }), { maxLength: 4 }), (lists) => {
      expect(joinPolygonSets(lists.map(polygonSetOf))).toEqual(polygonSetOf(lists.flat()));
    }),
  );
  const line: LineGeometry = {
    type: "LineString",
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  expect(joinLineSets([lineSetOf([line]), lineSetOf([]), lineSetOf([line, line])])).toEqual(
    lineSetOf([line, line, line]),
  );
});

test("a feature that is not there is a fault of the caller", () => {
  expect(() => geometryOf(polygonSetOf([square]), 1)).toThrow(RangeError);
  expect(() => bboxOfFeature(polygonSetOf([square]), -1)).toThrow(RangeError);
});
