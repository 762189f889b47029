/** Shapes of a GeoPackage of any kind that other programs write. Positions are the numbers of the file. */
import type { Json } from "../../model/household.ts";
import { WKB, WkbCursor } from "./wkb-cursor.ts";

const MOST_LEVELS = 8;

/**
 * The shape of a GeoPackage blob as GeoJSON, null for an empty one. Throws `RangeError` (cut off) or `TypeError`
 * (another kind of bytes, curves, positions that are no numbers): its row is refused, not the file.
 */
export function gpkgShape(blob: Uint8Array): Json {
  const cursor = new WkbCursor(blob);
  return cursor.head().empty ? null : shape(cursor, 0);
}

function shape(cursor: WkbCursor, level: number): Json {
  if (level > MOST_LEVELS) throw new TypeError("nested");
  const { type, skip } = cursor.type();
  if (type === WKB.Point) {
    const at = cursor.position(skip);
    // The standard writes an empty point as one without numbers.
    return at.every(Number.isNaN) ? null : { type: "Point", coordinates: checked([at])[0]! };
  }
  if (type === WKB.LineString) return full("LineString", checked(cursor.positions(skip)));
  if (type === WKB.Polygon) return full("Polygon", cursor.rings(skip).map(checked));
  const parts = cursor.members(() => shape(cursor, level + 1)).filter((part) => part !== null);
  if (type === WKB.GeometryCollection) return { type: "GeometryCollection", geometries: parts };
  const name = MULTI[type];
  if (!name) throw new TypeError(`shape of kind ${type}`);
  return full(
    `Multi${name}`,
    parts.map((part) => coordinatesOf(part, name)),
  );
}

const MULTI: Readonly<Record<number, string>> = {
  [WKB.MultiPoint]: "Point",
  [WKB.MultiLineString]: "LineString",
  [WKB.MultiPolygon]: "Polygon",
};

function full(type: string, coordinates: readonly Json[]): Json {
  return coordinates.length === 0 ? null : { type, coordinates };
}

function checked(positions: [number, number][]): [number, number][] {
  for (const at of positions) if (!at.every(Number.isFinite)) throw new TypeError("no position");
  return positions;
}

function coordinatesOf(part: Json, wanted: string): Json {
  const { type, coordinates } = part as { readonly type: string; readonly coordinates: Json };
  if (type !== wanted) throw new TypeError(`${type} in a multi-part of ${wanted}`);
  return coordinates;
}
