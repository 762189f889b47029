import { expect, test } from "vitest";
import { type TileLayer, vectorLayersOf, vectorTiles } from "../../../scripts/tiles/vector-tiles.ts";
import type { Bbox } from "../../../src/core/units.ts";

const BOUNDS: Bbox = [108.1, 12.6, 108.2, 12.7];
const square = (lon: number, lat: number, side: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ] as [number, number][],
  ],
});

function layer(more: Partial<TileLayer>): TileLayer {
  return {
    name: "zones",
    features: [{ properties: { level: 3, note: null, name: "Mẫu" }, geometry: square(108.12, 12.62, 0.01) }],
    minZoom: 8,
    maxZoom: 12,
    ...more,
  };
}

test("tiles exist on every zoom where the feature is shown, and only there", () => {
  const all = vectorTiles([layer({})], BOUNDS);
  expect([...new Set(all.map(({ z }) => z))]).toEqual([8, 9, 10, 11, 12]);
  const near = vectorTiles([layer({ from: () => 11 })], BOUNDS);
  expect([...new Set(near.map(({ z }) => z))]).toEqual([11, 12]);
});

test("text of the properties is in the tile, a null is not", () => {
  const [tile] = vectorTiles([layer({})], BOUNDS);
  const text = Buffer.from(tile.bytes).toString("utf8");
  expect(text).toContain("Mẫu");
  expect(text).not.toContain("note");
});

test("a feature that no tile shows stops the build", () => {
  const outside = { properties: { level: 5 }, geometry: square(110, 12.62, 0.01) };
  const { features } = layer({});
  expect(() => vectorTiles([layer({ features: [...features, outside] })], BOUNDS)).toThrow(
    'Feature 1 of zones is in no tile: {"level":5}',
  );
  const never = layer({ from: () => 20 });
  expect(() => vectorTiles([never], BOUNDS)).toThrow("Feature 0 of zones");
});

test("the layers are listed with their fields", () => {
  expect(vectorLayersOf([layer({})])).toEqual([
    { id: "zones", fields: { level: "Number", name: "String" }, minzoom: 8, maxzoom: 12 },
  ]);
});
