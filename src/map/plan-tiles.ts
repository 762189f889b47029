/**
 * Tiles of the plan: `ancu://MAP/SOURCE/Z/X/Y` asks the compute worker. One protocol for the page, one loader
 * per map, so that a map that was destroyed answers nothing any more.
 */
import { addProtocol, type Map as MapLibre } from "maplibre-gl";
import { TILE_SOURCES, type TileSource } from "../compute/protocol.ts";
import { createTileLoader, type TileCutter, type TileLoader } from "./tile-loader.ts";

const SCHEME = "ancu";
const loaders = new Map<string, TileLoader>();
let registered = false;
let next = 1;

async function answer(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [mapId, source, z, x, y] = url.slice(`${SCHEME}://`.length).split("/");
  const loader = loaders.get(mapId!);
  if (!loader) return { data: new ArrayBuffer(0) };
  return { data: await loader.load(source as TileSource, Number(z), Number(x), Number(y), signal) };
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
    addProtocol(SCHEME, (request, abort) => answer(request.url, abort.signal));
  }
  const mapId = String(next++);
  const loader = createTileLoader(cutter);
  loaders.set(mapId, loader);
  const waiting = new Set<TileSource>();
  return {
    tileUrl: (source) => `${SCHEME}://${mapId}/${source}/{z}/{x}/{y}`,
    refresh(map, sources) {
      for (const source of TILE_SOURCES) {
        if (!sources.includes(source)) continue;
        loader.renew(source);
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
      loader.close();
      loaders.delete(mapId);
    },
  };
}
