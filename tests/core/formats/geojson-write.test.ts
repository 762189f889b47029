import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  geoJsonChunks,
  readerFor,
  type WriteFeature,
  writeGeoJson,
} from "../../../src/core/formats/index.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { starRing } from "../geometry/shapes.ts";
import { square, tableOf } from "./read.ts";

/** An independent validator; it ships without types. */
const { hint } = createRequire(import.meta.url)("@mapbox/geojsonhint") as {
  hint(data: string, options: { precisionWarning: boolean }): readonly { readonly message: string }[];
};
const textOf = (features: readonly WriteFeature[], members = {}) =>
  new TextDecoder().decode(writeGeoJson(features, members));
const complaints = (text: string) => hint(text, { precisionWarning: false }).map(({ message }) => message);

const clockwise = [...square(108, 12.5)].reverse() as LonLat[];
const feature = (geometry: WriteFeature["geometry"]): WriteFeature => ({ properties: {}, geometry });

test("every kind of geometry passes an independent validator", () => {
  const text = textOf(
    [
      {
        id: "a",
        properties: { tên: 'Buôn "Mẫu"', n: 1, list: [1, null] },
        geometry: { type: "Point", coordinates: [108, 12.5] },
      },
      feature({
        type: "LineString",
        coordinates: [
          [108, 12.5],
          [108.1, 12.5],
        ],
      }),
      feature({
        type: "MultiLineString",
        coordinates: [
          [
            [108, 12.5],
            [108.1, 12.5],
          ],
        ],
      }),
      feature({ type: "Polygon", coordinates: [clockwise, square(108.002, 12.502, 0.001)] }),
      feature({ type: "MultiPolygon", coordinates: [[clockwise], [square(108.5, 12.5)]] }),
      feature(null),
    ],
    { computed_from: { revision: 3 } },
  );
  expect(complaints(text)).toEqual([]);
  expect(text).not.toContain('"crs"');
  expect(JSON.parse(text)).toMatchObject({
    bbox: [108, 12.5, 108.51, 12.51],
    computed_from: { revision: 3 },
  });
});

test("outer rings run anticlockwise, holes clockwise", () => {
  const hole = square(108.002, 12.502, 0.001);
  const written = JSON.parse(textOf([feature({ type: "Polygon", coordinates: [clockwise, hole] })]));
  expect(written.features[0].geometry.coordinates).toEqual([square(108, 12.5), [...hole].reverse()]);
});

test("at most 7 decimals, no minus zero, no positions that rounding made equal", () => {
  const ring: LonLat[] = [
    [108, 12],
    [108.123456789, 12],
    [108.12345679, 12.00000000001],
    [108.1, 12.1],
    [108, 12],
  ];
  const written = textOf([
    feature({ type: "Polygon", coordinates: [ring] }),
    feature({ type: "Point", coordinates: [-1e-9, 5e-8] }),
  ]);
  const [polygon, point] = JSON.parse(written).features;
  expect(polygon.geometry.coordinates[0]).toEqual([
    [108, 12],
    [108.1234568, 12],
    [108.1, 12.1],
    [108, 12],
  ]);
  expect(point.geometry.coordinates).toEqual([0, 1e-7]);
  expect(complaints(written)).toEqual([]);
});

test("a ring too small for 7 decimals keeps its four positions", () => {
  const written = textOf([feature({ type: "Polygon", coordinates: [square(108, 12.5, 1e-9) as LonLat[]] })]);
  expect(JSON.parse(written).features[0].geometry.coordinates[0]).toHaveLength(5);
});

test("the same bytes in one piece or in many, and every time", () => {
  const many = Array.from({ length: 2500 }, (_, i) =>
    feature({ type: "Point", coordinates: [108 + i / 1e4, 12.5] }),
  );
  const chunks = [...geoJsonChunks(many)];
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.join("")).toBe(textOf(many));
  expect(JSON.parse(textOf(many)).features).toHaveLength(2500);
});

test("an empty collection is valid and has no box", () => {
  expect(JSON.parse(textOf([]))).toEqual({ type: "FeatureCollection", features: [] });
});

describe("a fault of ours throws", () => {
  test("a member name that GeoJSON uses or forbids", () => {
    expect(() => textOf([], { crs: {} })).toThrow("crs");
  });
  test("a position that is no number", () => {
    expect(() => textOf([feature({ type: "Point", coordinates: [Number.NaN, 1] })])).toThrow("NaN");
  });
});

test("what is written is valid and is read back", () => {
  const rounded = starRing.map((ring) =>
    ring.map(([lon, lat]): LonLat => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]),
  );
  const area = fc.oneof(
    rounded.map((ring) => ({ type: "Polygon" as const, coordinates: [ring] })),
    fc.tuple(rounded, rounded).map(([a, b]) => ({ type: "MultiPolygon" as const, coordinates: [[a], [b]] })),
  );
  const name = fc.string().map((text) => text.normalize("NFC"));
  fc.assert(
    fc.property(fc.array(fc.tuple(area, name), { minLength: 1, maxLength: 4 }), (areas) => {
      const features = areas.map(([geometry, text], i) => ({
        properties: { code: String(i), name: text },
        geometry,
      }));
      const text = textOf(features);
      expect(complaints(text)).toEqual([]);
      const { accepted, rejected } = readerFor("units").read(tableOf(text, "a.geojson"));
      expect(rejected).toEqual([]);
      expect(accepted.map(({ properties }) => properties)).toEqual(
        features.map(({ properties }) => properties),
      );
      expect(textOf(accepted.map(({ geometry, properties }) => ({ geometry, properties })))).toBe(text);
    }),
  );
});
