/** Where the map's features come from: the plan (cut by the compute worker), the base archive, the tools. */
import type { FeatureCollection } from "geojson";
import type { SourceSpecification } from "maplibre-gl";
import { TILE_SOURCES, type TileSource } from "../compute/protocol.ts";
import type { MapState } from "./map-state.ts";

/**
 * Deepest zoom the compute worker cuts; farther in its tiles are stretched. One step of a tile is then
 * 0.15 m on the ground, well below what any of the layers is accurate to.
 */
export const PLAN_MAX_ZOOM = 16;
const PLAN_MIN_ZOOM = 4;
/** What a page source holds before the page fills it. */
const NOTHING = { type: "FeatureCollection", features: [] } as const;

/** Sources the page itself fills: what is chosen, blocked, being drawn, where rows of a file would fall or lie. */
export const PAGE_SOURCES = ["selection", "blocked", "sketch", "proof", "looked"] as const;
export type PageSource = (typeof PAGE_SOURCES)[number];

/** Every source of the style. `tileUrl` gives the address template of a plan source. */
export function createSources(
  state: MapState,
  tileUrl: (source: TileSource) => string,
): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {};
  if (state.base) {
    sources.relief = {
      type: "raster-dem",
      url: `pmtiles://${state.base.relief}`,
      tileSize: 256,
      encoding: "terrarium",
    };
    sources.base = { type: "vector", url: `pmtiles://${state.base.base}` };
  }
  for (const source of TILE_SOURCES) {
    sources[source] = {
      type: "vector",
      tiles: [tileUrl(source)],
      minzoom: PLAN_MIN_ZOOM,
      maxzoom: PLAN_MAX_ZOOM,
    };
  }
  for (const source of PAGE_SOURCES) {
    sources[source] = { type: "geojson", data: NOTHING as unknown as FeatureCollection };
  }
  return sources;
}
