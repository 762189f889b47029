/** Shapes that belong to one feature, as one GeoJSON geometry. */
import type { Json } from "../model/household.ts";

/** Positions are the numbers of the file (x, y). */
export type Xy = readonly [number, number];
/** A shape of one part. */
export type Part =
  | { readonly type: "Point"; readonly coordinates: Xy }
  | { readonly type: "LineString"; readonly coordinates: readonly Xy[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Xy[])[] };

/** Null for none; one alone as it is; several of a kind as a multi-part; mixed ones as a collection. */
export function oneGeometry(parts: readonly Part[]): Json {
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return first;
  if (parts.some((part) => part.type !== first.type))
    return { type: "GeometryCollection", geometries: parts };
  return { type: `Multi${first.type}`, coordinates: parts.map((part) => part.coordinates) as Json };
}
