/**
 * Tiles of the plan: `ancu://MAP/SOURCE/Z/X/Y` asks the compute worker. One protocol for the page, one loader
 * per map, so that a map that was destroyed answers nothing any more.
 */
import { addProtocol } from "maplibre-gl";
import { TILE_SOURCES, type TileSource } from "../compute/protocol.ts";
import { createTileLoader, type TileCutter, type TileLoader } from "./tile-loader.ts";
import { printOf } from "./tile-loader-print.ts";

const SCHEME = "ancu";
const loaders = new Map<string, TileLoader>();
let registered = false;
let next = 1;

async function answer(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer; etag?: string }> {
  const [mapId, source, z, x, y] = url.slice(`${SCHEME}://`.length).split("/");
  const loader = loaders.get(mapId!);
  if (!loader) return { data: new ArrayBuffer(0) };
  const data = await loader.load(source as TileSource, Number(z), Number(x), Number(y), signal);
  return { data, etag: printOf(data) };
}

export interface PlanTiles {
  readonly tileUrl: (source: TileSource) => string;
  /** What was asked of these sources before is old now; gives those that are tile sources. */
  renew(sources: readonly string[]): readonly TileSource[];
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
  return {
    tileUrl: (source) => `${SCHEME}://${mapId}/${source}/{z}/{x}/{y}`,
    renew(sources) {
      const known = TILE_SOURCES.filter((source) => sources.includes(source));
      for (const source of known) loader.renew(source);
      return known;
    },
    destroy() {
      loader.close();
      loaders.delete(mapId);
    },
  };
}
