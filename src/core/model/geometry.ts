/**
 * The shapes of the domain. `Geometry` is the exchange form (RFC 7946 coordinates, WGS 84 degrees);
 * `PolygonSet` and `LineSet` are what the kernels work on: struct of arrays, no object per feature.
 */
import type { LonLat } from "../units.ts";

export interface PointGeometry {
  readonly type: "Point";
  readonly coordinates: LonLat;
}
export interface LineStringGeometry {
  readonly type: "LineString";
  readonly coordinates: readonly LonLat[];
}
export interface MultiLineStringGeometry {
  readonly type: "MultiLineString";
  readonly coordinates: readonly (readonly LonLat[])[];
}
export interface PolygonGeometry {
  readonly type: "Polygon";
  /** Outer ring first, then holes; closed rings (first = last). */
  readonly coordinates: readonly (readonly LonLat[])[];
}
export interface MultiPolygonGeometry {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}
export type LineGeometry = LineStringGeometry | MultiLineStringGeometry;
export type ArealGeometry = PolygonGeometry | MultiPolygonGeometry;
export type Geometry = PointGeometry | LineGeometry | ArealGeometry;

/**
 * Multi-polygons, flat. Feature `f` owns parts `featurePart[f] .. featurePart[f+1]`, part `p` (one polygon)
 * owns rings `partRing[p] .. partRing[p+1]` (outer first), ring `r` owns vertices
 * `ringVertex[r] .. ringVertex[r+1]`, closed. `xy` interleaves longitude and latitude (WGS 84 degrees).
 * Each offset array has one more entry than there are owners.
 */
export interface PolygonSet {
  readonly count: number;
  readonly featurePart: Uint32Array;
  readonly partRing: Uint32Array;
  readonly ringVertex: Uint32Array;
  readonly xy: Float64Array;
}

/** Multi-lines, flat: feature `f` owns parts, part `p` owns vertices; `xy` as in `PolygonSet`. */
export interface LineSet {
  readonly count: number;
  readonly featurePart: Uint32Array;
  readonly partVertex: Uint32Array;
  readonly xy: Float64Array;
}
