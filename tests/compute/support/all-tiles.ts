/** Every tile of a zoom that could hold something of a plan. */
import type { TileSource } from "../../../src/compute/protocol.ts";
import { mercatorX, mercatorY, tileOf } from "../../../src/compute/tiles/mercator.ts";
import type { Bbox } from "../../../src/core/units.ts";
import { type ReadFeature, readTile } from "./read-tile.ts";

type Cut = (source: TileSource, z: number, x: number, y: number) => ArrayBuffer | Uint8Array | null;

/** A feature with its place in the whole world, 0…1 (of its first vertex). */
export interface PlacedFeature extends ReadFeature {
  readonly x: number;
  readonly y: number;
}

/** Features of one tile layer in all tiles of a zoom that touch the bounds, with one tile more on every side. */
export function allFeatures(
  cut: Cut,
  source: TileSource,
  z: number,
  [west, south, east, north]: Bbox,
): Readonly<Record<string, readonly PlacedFeature[]>> {
  const n = 2 ** z;
  const found: Record<string, PlacedFeature[]> = {};
  const from = (at: number) => Math.max(0, tileOf(at, z) - 1);
  const to = (at: number) => Math.min(n - 1, tileOf(at, z) + 1);
  for (let x = from(mercatorX(west)); x <= to(mercatorX(east)); x++) {
    for (let y = from(mercatorY(north)); y <= to(mercatorY(south)); y++) {
      for (const [layer, features] of Object.entries(readTile(cut(source, z, x, y)))) {
        found[layer] ??= [];
        for (const feature of features) {
          const at = feature.geometry[0]![0]!;
          found[layer].push({ ...feature, x: (x + at.x / 4096) / n, y: (y + at.y / 4096) / n });
        }
      }
    }
  }
  return found;
}
