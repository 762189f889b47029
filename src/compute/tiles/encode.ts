import type { GeoJSONVTFeature, GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";

/** Units along the side of a tile. */
export const EXTENT = 4096;

/** A feature in tile units. Type 1 point, 2 line, 3 polygon. */
export type TileFeature = GeoJSONVTFeature;

/** Encodes named layers as a Mapbox vector tile (specification version 2); null when every layer is empty. */
export function encodeTile(
  layers: Readonly<Record<string, readonly TileFeature[] | undefined>>,
): Uint8Array | null {
  const filled: Record<string, GeoJSONVTTile> = {};
  for (const [name, features] of Object.entries(layers)) {
    if (!features || features.length === 0) continue;
    const tile = { transformed: true, features, source: null, x: 0, y: 0, z: 0 };
    filled[name] = tile as unknown as GeoJSONVTTile;
  }
  if (Object.keys(filled).length === 0) return null;
  return fromGeojsonVt(filled, { version: 2, extent: EXTENT });
}
