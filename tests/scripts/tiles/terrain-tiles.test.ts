import { decode } from "fast-png";
import { expect, test } from "vitest";
import { latOf, lonOf, squareX, squareY, tilesOver } from "../../../scripts/tiles/mercator.ts";
import { TILE_PIXELS, terrainTiles } from "../../../scripts/tiles/terrain-tiles.ts";
import type { Bbox } from "../../../src/core/units.ts";

const BOUNDS: Bbox = [108.1, 12.6, 108.2, 12.7];
const slopeAt = (lon: number, lat: number) => 400 + (lon - 108) * 2000 + (lat - 12.5) * 900;

test("positions go to the square of the map and back", () => {
  for (const [lon, lat] of [
    [108.23, 12.72],
    [-180, 0],
    [0, -60.5],
  ]) {
    expect(lonOf(squareX(lon))).toBeCloseTo(lon, 10);
    expect(latOf(squareY(lat))).toBeCloseTo(lat, 10);
  }
  expect([...tilesOver([-1, -1, 1, 1], 1)]).toHaveLength(4);
});

test("every pixel has the height of its middle, to half a step", () => {
  const tiles = terrainTiles(slopeAt, BOUNDS, { minZoom: 9, maxZoom: 11, stepM: 0.25 });
  expect(tiles.map(({ z }) => z)).toEqual(expect.arrayContaining([9, 10, 11]));
  for (const { z, x, y, bytes } of tiles) {
    const { data, channels } = decode(bytes);
    expect(channels).toBe(3);
    const pixels = TILE_PIXELS * 2 ** z;
    for (let k = 0; k < TILE_PIXELS; k += 17) {
      const i = (k * TILE_PIXELS + k) * 3;
      const metres = data[i] * 256 + data[i + 1] + data[i + 2] / 256 - 32_768;
      const lon = lonOf((x * TILE_PIXELS + k + 0.5) / pixels);
      const lat = latOf((y * TILE_PIXELS + k + 0.5) / pixels);
      expect(Math.abs(metres - slopeAt(lon, lat))).toBeLessThanOrEqual(0.1251);
    }
  }
});
