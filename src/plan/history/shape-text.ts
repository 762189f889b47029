/** A value of a row as the history tells it. */
import type { Json } from "../../core/model/household.ts";
import { decode } from "../geometry-blob.ts";
import type { SqlValue } from "../statements.ts";

/** Text and numbers as they are; a shape (GeoPackageBinary, WGS 84) as `shapeText` has it. */
export function told(value: SqlValue | undefined): Json {
  return value instanceof Uint8Array ? shapeText(value) : (value ?? null);
}

/** `POINT (lon lat)`, else kind, parts and vertices: `MULTIPOLYGON parts=1 vertices=5`. Null for an empty shape. */
export function shapeText(blob: Uint8Array): string | null {
  const shape = decode(blob);
  if (!shape) return null;
  switch (shape.type) {
    case "Point":
      return `POINT (${shape.coordinates.join(" ")})`;
    case "LineString":
      return counted(shape.type, 1, [shape.coordinates]);
    case "MultiLineString":
      return counted(shape.type, shape.coordinates.length, shape.coordinates);
    case "Polygon":
      return counted(shape.type, 1, shape.coordinates);
    case "MultiPolygon":
      return counted(shape.type, shape.coordinates.length, shape.coordinates.flat());
  }
}

function counted(kind: string, parts: number, rings: readonly (readonly unknown[])[]): string {
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  return `${kind.toUpperCase()} parts=${parts} vertices=${vertices}`;
}
