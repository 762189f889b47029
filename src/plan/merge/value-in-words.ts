/** A value of a row as plain data that can be shown: shapes by what they are, the rest as it is. */
import { areaM2 } from "../../core/geometry/ellipsoid.ts";
import type { Json } from "../../core/model/household.ts";
import { decode } from "../geometry-blob.ts";
import type { SqlValue } from "../statements.ts";

/**
 * A point is `{ lon, lat }` in WGS 84 degrees, an area `{ vertices, areaM2 }` (on the ellipsoid), a line
 * `{ vertices, areaM2: null }`.
 */
export function valueInWords(value: SqlValue | undefined): Json {
  if (!(value instanceof Uint8Array)) return value ?? null;
  const shape = decode(value);
  if (shape === null) return null;
  if (shape.type === "Point") return { lon: shape.coordinates[0], lat: shape.coordinates[1] };
  const areal = shape.type === "Polygon" || shape.type === "MultiPolygon";
  return { vertices: vertices(shape.coordinates), areaM2: areal ? areaM2(shape) : null };
}

function vertices(part: unknown): number {
  if (!Array.isArray(part)) return 0;
  return typeof part[0] === "number" ? 1 : part.reduce((sum: number, one) => sum + vertices(one), 0);
}
