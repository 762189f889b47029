/** Heights as pictures for hillshading: terrarium encoding, (red × 256 + green + blue / 256) − 32 768 metres. */
import type { Bbox } from "../../src/core/units.ts";
import { latOf, lonOf, tilesOver } from "./mercator.ts";
import type { ArchiveTile } from "./pmtiles-writer.ts";
import { writePng } from "./png.ts";

export const TILE_PIXELS = 256;

/** Metres at a position in degrees, for pixels about `pixelDegrees` wide. */
export type HeightAt = (lon: number, lat: number, pixelDegrees: number) => number;

export interface TerrainOptions {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Heights are rounded to this many metres; finer ones cost room and are not known. */
  readonly stepM: number;
}

/** A tile for every place that touches the bounds; heights beyond them are asked for too. */
export function terrainTiles(heightAt: HeightAt, bounds: Bbox, options: TerrainOptions): ArchiveTile[] {
  const tiles: ArchiveTile[] = [];
  for (let z = options.minZoom; z <= options.maxZoom; z++) {
    const pixels = TILE_PIXELS * 2 ** z;
    for (const { x, y } of tilesOver(bounds, z)) {
      const rgb = new Uint8Array(TILE_PIXELS * TILE_PIXELS * 3);
      for (let row = 0; row < TILE_PIXELS; row++) {
        const lat = latOf((y * TILE_PIXELS + row + 0.5) / pixels);
        for (let column = 0; column < TILE_PIXELS; column++) {
          const lon = lonOf((x * TILE_PIXELS + column + 0.5) / pixels);
          const metres = heightAt(lon, lat, 360 / pixels);
          const rounded = Math.round(metres / options.stepM) * options.stepM;
          encode(rgb, (row * TILE_PIXELS + column) * 3, rounded);
        }
      }
      tiles.push({ z, x, y, bytes: writePng(rgb, TILE_PIXELS, TILE_PIXELS) });
    }
  }
  return tiles;
}

function encode(rgb: Uint8Array, at: number, metres: number): void {
  const value = Math.round((metres + 32_768) * 256);
  rgb[at] = Math.floor(value / 65_536) & 255;
  rgb[at + 1] = Math.floor(value / 256) & 255;
  rgb[at + 2] = value & 255;
}
