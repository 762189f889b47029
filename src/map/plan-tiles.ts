/**
 * Tiles of the plan: `ancu://MAP/SOURCE/Z/X/Y` asks the compute worker. One protocol for the page, one entry
 * per map, so that a map that was destroyed answers nothing any more.
 */
import { addProtocol, type Map as MapLibre } from "maplibre-gl";
import { TILE_SOURCES, type TileSource } from "../compute/protocol.ts";

/** The part of the compute client the map needs. */
export interface TileCutter {
  /** A Mapbox vector tile, or null when it would be empty. */
  tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer | null>;
}

interface Entry {
  readonly cutter: TileCutter;
  /** Raised by each refresh; a tile cut for an older one is cut again before it is handed over. */
  readonly versions: Map<TileSource, number>;
}

const SCHEME = "ancu";
const entries = new Map<string, Entry>();
let registered = false;
let next = 1;

async function load(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [mapId, source, z, x, y] = url.slice(`${SCHEME}://`.length).split("/");
  const name = source as TileSource;
  for (;;) {
    const entry = entries.get(mapId!);
    if (!entry || signal.aborted) return { data: new ArrayBuffer(0) };
    const version = entry.versions.get(name);
    const data = await entry.cutter.tile(name, Number(z), Number(x), Number(y));
    if (entry.versions.get(name) === version) return { data: data ?? new ArrayBuffer(0) };
  }
}

export interface PlanTiles {
  readonly tileUrl: (source: TileSource) => string;
  /** Asks again for every tile of these sources; what is drawn stays until the new tiles are there. */
  refresh(map: MapLibre, sources: readonly string[]): void;
  destroy(): void;
}

/** Registers a cutter for one map. */
export function createPlanTiles(cutter: TileCutter): PlanTiles {
  if (!registered) {
    registered = true;
    addProtocol(SCHEME, (request, abort) => load(request.url, abort.signal));
  }
  const mapId = String(next++);
  const versions = new Map<TileSource, number>(TILE_SOURCES.map((source) => [source, 0]));
  entries.set(mapId, { cutter, versions });
  const waiting = new Set<TileSource>();
  return {
    tileUrl: (source) => `${SCHEME}://${mapId}/${source}/{z}/{x}/{y}`,
    refresh(map, sources) {
      for (const source of TILE_SOURCES) {
        if (!sources.includes(source)) continue;
        versions.set(source, versions.get(source)! + 1);
        if (!map.getSource(source)) continue;
        const loading = !map.isSourceLoaded(source);
        map.refreshTiles(source);
        // A tile whose first bytes are still being read is not asked for again by MapLibre: come back to it.
        if (!loading || waiting.has(source)) continue;
        waiting.add(source);
        const again = () => {
          if (!map.getSource(source) || !map.isSourceLoaded(source)) return;
          map.off("sourcedata", again);
          waiting.delete(source);
          map.refreshTiles(source);
        };
        map.on("sourcedata", again);
      }
    },
    destroy() {
      entries.delete(mapId);
    },
  };
}
