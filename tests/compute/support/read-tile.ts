/** Reads a vector tile with the decoder the map itself uses. */
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

export interface ReadFeature {
  readonly id: number | undefined;
  readonly type: number;
  readonly properties: Readonly<Record<string, number | string | boolean>>;
  /** Tile units, extent 4096. */
  readonly geometry: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

/** Features by layer; an empty tile has no layers. */
export function readTile(
  bytes: ArrayBuffer | Uint8Array | null,
): Readonly<Record<string, readonly ReadFeature[]>> {
  if (!bytes) return {};
  const tile = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  return Object.fromEntries(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, k) => {
        const feature = layer.feature(k);
        const { id, type, properties } = feature;
        return { id, type, properties, geometry: feature.loadGeometry() };
      }),
    ]),
  );
}
