/** A shape that another program wrote, as this program writes shapes; or what is wrong with it. */
import type { Geometry } from "../../core/model/geometry.ts";
import type { LonLat } from "../../core/units.ts";
import { shapeProblem } from "../commands/site-shape.ts";
import { decode, encodeGeometry } from "../geometry-blob.ts";
import type { TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import type { SqlValue } from "../statements.ts";

/** What a table's shapes must be. `outline`: an area without crossings, as a drawn site. */
type Wanted = "point" | "line" | "area" | "outline";
export const WANTED_SHAPE: Partial<Record<TableName, Wanted>> = {
  unit: "area",
  forest: "area",
  hazard: "area",
  road: "line",
  centre: "point",
  household: "point",
  site: "outline",
};

/** What can be wrong: the end of a problem code `outside.shape-…`. */
export type ShapeFault = "unreadable" | "system" | "kind" | "position" | "crossing" | "missing";

const WGS84 = 4326;
/** An empty blob stands for "no shape". */
const NO_SHAPE = new Uint8Array(0);

/**
 * Makes `outside_shape(geom, wanted)` known to SQL: NULL when the shape may stay as it is, a blob to be written in its
 * place (multi-parts, two dimensions, true bounds; empty for none), or a text, the `ShapeFault`.
 */
export function addShapeReader(db: Database): void {
  db.createFunction({
    name: "outside_shape",
    arity: 2,
    deterministic: true,
    directOnly: true,
    xFunc: (_context: number, ...[blob, wanted]: unknown[]) => readShape(blob as SqlValue, wanted as Wanted),
  });
}

/** See `addShapeReader`. */
export function readShape(blob: SqlValue, wanted: Wanted): null | Uint8Array | ShapeFault {
  if (!(blob instanceof Uint8Array)) return "unreadable";
  const srs = systemOf(blob);
  if (srs === null) return "unreadable";
  let geometry: Geometry | null;
  try {
    geometry = decode(blob);
  } catch {
    return "unreadable"; // what `decode` throws, it throws of the bytes
  }
  if (geometry === null || !hasPositions(geometry)) return NO_SHAPE;
  if (srs !== WGS84) return "system";
  if (!KINDS[wanted].includes(geometry.type)) return "kind";
  if (!positionsOf(geometry).every(isOnGlobe)) return "position";
  if ((geometry.type === "Polygon" || geometry.type === "MultiPolygon") && !ringsAreClosed(geometry))
    return "unreadable";
  if (wanted === "outline" && shapeProblem(geometry as never)) return "crossing";
  const ours = encodeGeometry(geometry);
  return sameBytes(ours, blob) ? null : ours;
}

const KINDS: Readonly<Record<Wanted, readonly Geometry["type"][]>> = {
  point: ["Point"],
  line: ["LineString", "MultiLineString"],
  area: ["Polygon", "MultiPolygon"],
  outline: ["Polygon", "MultiPolygon"],
};

/** Number of the coordinate system in the head of GeoPackageBinary, null when it has none. */
function systemOf(blob: Uint8Array): number | null {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return null;
  return new DataView(blob.buffer, blob.byteOffset, 8).getInt32(4, (blob[3]! & 1) === 1);
}

function hasPositions(geometry: Geometry): boolean {
  return positionsOf(geometry).length > 0;
}

function positionsOf(geometry: Geometry): readonly LonLat[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "LineString":
      return geometry.coordinates;
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
  }
}

function ringsAreClosed(geometry: Extract<Geometry, { type: "Polygon" | "MultiPolygon" }>): boolean {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return rings.every((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  });
}

function isOnGlobe([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
