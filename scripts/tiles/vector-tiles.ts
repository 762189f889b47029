/** Cuts features into vector tiles, several layers to a tile, and makes sure that nothing got lost. */
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature } from "geojson";
import type { Geometry } from "../../src/core/model/geometry.ts";
import type { Json } from "../../src/core/model/household.ts";
import type { Bbox } from "../../src/core/units.ts";
import { tilesOver } from "./mercator.ts";
import type { ArchiveTile } from "./pmtiles-writer.ts";

type Properties = Readonly<Record<string, Json>>;

export interface TileLayer {
  readonly name: string;
  /** WGS 84 degrees. Properties that are null are left out of the tiles. */
  readonly features: readonly { readonly properties: Properties; readonly geometry: Geometry | null }[];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Zoom from which a feature is shown; left out: from `minZoom`. */
  readonly from?: (properties: Properties) => number;
}

const EXTENT = 4096;
/** Room for wide lines beyond the tile: 16 pixels of a 512 pixel tile. */
const BUFFER = 128;
/** Simplification in units of the tile: a quarter of a pixel at small zooms, a tenth at the largest. */
const TOLERANCE = 2;

/**
 * The tiles of all layers. Throws when a feature is in no tile of its largest zoom: a layer with a hole that
 * nobody sees is worse than no layer. At small zooms areas below a pixel are left out.
 */
export function vectorTiles(layers: readonly TileLayer[], bounds: Bbox): ArchiveTile[] {
  const cut = layers.map((layer) => ({ layer, index: indexOf(layer), seen: new Set<number>() }));
  const zooms = layers.flatMap(({ minZoom, maxZoom }) => [minZoom, maxZoom]);
  const tiles: ArchiveTile[] = [];
  for (let z = Math.min(...zooms); z <= Math.max(...zooms); z++) {
    for (const { x, y } of tilesOver(bounds, z)) {
      const filled: Record<string, GeoJSONVTTile> = {};
      for (const { layer, index, seen } of cut) {
        if (z < layer.minZoom || z > layer.maxZoom) continue;
        const tile = index.getTile(z, x, y);
        const features = (tile?.features ?? []).filter((feature) => isShown(layer, feature, z));
        if (z === layer.maxZoom) for (const { id } of features) seen.add(Number(id));
        if (features.length > 0) filled[layer.name] = { ...tile, features } as GeoJSONVTTile;
      }
      if (Object.keys(filled).length === 0) continue;
      tiles.push({ z, x, y, bytes: fromGeojsonVt(filled, { version: 2, extent: EXTENT }) });
    }
  }
  for (const { layer, seen } of cut) {
    const lost = layer.features.findIndex((_, i) => !seen.has(i));
    if (lost >= 0) {
      const { properties } = layer.features[lost];
      throw new Error(`Feature ${lost} of ${layer.name} is in no tile: ${JSON.stringify(properties)}`);
    }
  }
  return tiles;
}

/** The member of an archive's metadata that lists the layers. */
export function vectorLayersOf(layers: readonly TileLayer[]): Json {
  return layers.map(({ name, features, minZoom, maxZoom }) => {
    const fields: Record<string, string> = {};
    for (const { properties } of features) {
      for (const [key, value] of Object.entries(properties)) {
        if (value !== null) fields[key] = typeof value === "number" ? "Number" : "String";
      }
    }
    return { id: name, fields, minzoom: minZoom, maxzoom: maxZoom };
  });
}

function indexOf(layer: TileLayer): GeoJSONVT {
  const features: Feature[] = layer.features.map(({ properties, geometry }, id) => ({
    type: "Feature",
    id,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)),
    // The exchange form with positions that nobody may change.
    geometry: geometry as unknown as Feature["geometry"],
  }));
  return new GeoJSONVT(
    { type: "FeatureCollection", features },
    {
      extent: EXTENT,
      buffer: BUFFER,
      tolerance: TOLERANCE,
      maxZoom: layer.maxZoom,
      indexMaxZoom: 0,
      indexMaxPoints: 0,
    },
  );
}

function isShown(
  { from, minZoom }: TileLayer,
  { tags }: { readonly tags?: object | null },
  z: number,
): boolean {
  return z >= (from ? from((tags ?? {}) as Properties) : minZoom);
}
