/**
 * Asks for tiles. One that was being cut when the plan changed is cut again, once: while a threshold is dragged
 * the plan changes all the time, and a picture of a moment ago is better than none; the map asks again after
 * every change (`tile-refresh.ts`). Knows nothing of the map library.
 */
import { TILE_SOURCES, type TileSource } from "../compute/protocol.ts";

/** The part of the compute client the map needs. */
export interface TileCutter {
  /** A Mapbox vector tile, or null when it would be empty. */
  tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer | null>;
}

export interface TileLoader {
  /** The bytes of a tile, empty when there is nothing in it. */
  load(source: TileSource, z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer>;
  /** What was asked for before this is old now. */
  renew(source: TileSource): void;
  /** From now on every tile is empty, also those that are under way. */
  close(): void;
}

/** A tile is cut at most this often for one question. */
const CUTS = 2;

export function createTileLoader(cutter: TileCutter): TileLoader {
  const versions = new Map<TileSource, number>(TILE_SOURCES.map((source) => [source, 0]));
  let open = true;
  return {
    async load(source, z, x, y, signal) {
      for (let cuts = 1; open && !signal.aborted; cuts++) {
        const version = versions.get(source);
        const data = await cutter.tile(source, z, x, y);
        if (open && (cuts === CUTS || versions.get(source) === version)) return data ?? new ArrayBuffer(0);
      }
      return new ArrayBuffer(0);
    },
    renew(source) {
      versions.set(source, versions.get(source)! + 1);
    },
    close() {
      open = false;
    },
  };
}
