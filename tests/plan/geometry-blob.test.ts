/** Shapes as GeoPackageBinary, checked byte by byte where the standard says so. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Geometry } from "../../src/core/model/geometry.ts";
import type { LonLat } from "../../src/core/units.ts";
import {
  boundsOf,
  decode,
  decodeAreal,
  decodeLine,
  decodePoint,
  encodeGeometry,
  encodePoint,
} from "../../src/plan/geometry-blob.ts";

const lonLat = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
) as fc.Arbitrary<LonLat>;
const ring = fc.array(lonLat, { minLength: 4, maxLength: 12 });
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });
const several = { minLength: 2, maxLength: 4 };
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  lonLat.map((coordinates) => ({ type: "Point" as const, coordinates })),
  ring.map((coordinates) => ({ type: "LineString" as const, coordinates })),
  fc.array(ring, several).map((coordinates) => ({ type: "MultiLineString" as const, coordinates })),
  rings.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  fc.array(rings, several).map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

test("every shape comes back digit by digit, and its bounds stand in the head", () => {
  fc.assert(
    fc.property(geometry, (shape) => {
      const blob = encodeGeometry(shape);
      const back =
        shape.type === "Point"
          ? { type: "Point", coordinates: decodePoint(blob) }
          : shape.type.endsWith("Polygon")
            ? decodeAreal(blob)
            : decodeLine(blob);
      expect(back).toEqual(shape);
      const flat = (shape.coordinates as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
      const lons = flat.filter((_, i) => i % 2 === 0);
      const lats = flat.filter((_, i) => i % 2 === 1);
      const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
      expect(boundsOf(blob)).toEqual(box);
    }),
  );
});

test("the head says what the standard asks", () => {
  const point = encodePoint([108.05, 12.68]);
  expect([...point.slice(0, 8)]).toEqual([0x47, 0x50, 0, 0b1, 0xe6, 0x10, 0, 0]);
  expect([...point.slice(8, 13)]).toEqual([1, 1, 0, 0, 0]);
  expect(point).toHaveLength(29);
  const area = encodeGeometry({
    type: "Polygon",
    coordinates: [
      [
        [1, 2],
        [3, 2],
        [3, 5],
        [1, 2],
      ],
    ],
  });
  expect([...area.slice(0, 4)]).toEqual([0x47, 0x50, 0, 0b11]);
  const view = new DataView(area.buffer);
  // The standard's order: west, east, south, north.
  expect([8, 16, 24, 32].map((at) => view.getFloat64(at, true))).toEqual([1, 3, 2, 5]);
  expect(view.getUint32(41, true)).toBe(6);
});

test("an empty point has the flag and no number; a shape without parts is empty too", () => {
  const point = encodePoint(null);
  expect(point[3]).toBe(0b10001);
  expect(new DataView(point.buffer).getFloat64(13, true)).toBeNaN();
  expect(decodePoint(point)).toBeNull();
  expect(boundsOf(point)).toBeNull();
  const nothing = encodeGeometry({ type: "MultiPolygon", coordinates: [] });
  expect(nothing[3]).toBe(0b10001);
  expect(decode(nothing)).toBeNull();
});

test("what other programs write is read: big-endian, no envelope, heights", () => {
  const bytes = new Uint8Array(8 + 5 + 4 + 2 * 24);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 0]);
  view.setUint32(4, 4326);
  view.setUint8(8, 0);
  view.setUint32(9, 1002);
  view.setUint32(13, 2);
  for (const [i, value] of [108, 12, 700, 109, 13, 650].entries()) view.setFloat64(17 + 8 * i, value);
  expect(decodeLine(bytes)).toEqual({
    type: "LineString",
    coordinates: [
      [108, 12],
      [109, 13],
    ],
  });
  expect(boundsOf(bytes)).toEqual([108, 12, 109, 13]);
});

test("bytes that are no shape are refused by name", () => {
  expect(() => decode(new Uint8Array(40))).toThrow("not a GeoPackage geometry");
  expect(() => decodeAreal(encodePoint([1, 2]))).toThrow("wanted a polygon, found Point");
});
