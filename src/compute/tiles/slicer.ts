import { GeoJSONVT, type GeoJSONVTOptions } from "@maplibre/geojson-vt";
import type { Feature } from "geojson";
import { EXTENT, type TileFeature } from "./encode.ts";

/**
 * From here on the drawn edge is the tested edge: simplified by at most half a tile unit, which is 0.3 m at
 * zoom 14 in this province. Below, by at most a quarter of a pixel.
 */
const FINE_FROM = 12;
const FINE_TOLERANCE = 0.5;
const COARSE_TOLERANCE = 2;
/** No tile is cut deeper: 0.15 m per unit. The map enlarges these tiles further. */
export const DEEPEST = 16;
/** Room for the widest line and its casing beyond the tile: 12 pixels. */
const BUFFER = 96;

/** Cuts tiles of one layer of shapes. */
export interface Slicer {
  /** Features in tile units, in the order they were given; empty where there is nothing. */
  cut(z: number, x: number, y: number): readonly TileFeature[];
}

/**
 * Indexes shapes (WGS 84 degrees) for cutting. `make` is called when a tile is first asked for, once for far
 * and once for near views, so that what is never looked at is never indexed.
 */
export function slicerOf(make: () => readonly Feature[]): Slicer {
  const indexOf = (options: GeoJSONVTOptions) => {
    const features = make() as Feature[];
    if (features.length === 0) return null;
    return new GeoJSONVT(
      { type: "FeatureCollection", features },
      { extent: EXTENT, buffer: BUFFER, indexMaxZoom: 0, indexMaxPoints: 0, ...options },
    );
  };
  let coarse: GeoJSONVT | null | undefined;
  let fine: GeoJSONVT | null | undefined;
  return {
    cut(z, x, y) {
      if (z > DEEPEST) throw new RangeError(`zoom ${z} is deeper than ${DEEPEST}`);
      let index: GeoJSONVT | null;
      if (z < FINE_FROM) {
        if (coarse === undefined) coarse = indexOf({ maxZoom: FINE_FROM, tolerance: COARSE_TOLERANCE });
        index = coarse;
      } else {
        if (fine === undefined) fine = indexOf({ maxZoom: DEEPEST, tolerance: FINE_TOLERANCE });
        index = fine;
      }
      return index?.getTile(z, x, y)?.features ?? [];
    },
  };
}
