/** How much of a table has the geometry a layer wants: looked up in the first features only. */
import { isRecord } from "../normalise.ts";
import type { RawTable } from "../raw.ts";

const SAMPLE = 100;

function share(table: RawTable, kinds: ReadonlySet<string | null>): number {
  const sample = table.first(SAMPLE).features;
  const fitting = sample.filter(({ geometry }) => {
    const type = isRecord(geometry) ? geometry.type : null;
    return kinds.has(typeof type === "string" ? type : null);
  });
  return sample.length === 0 ? 0 : fitting.length / sample.length;
}

const AREAS = new Set(["Polygon", "MultiPolygon", "GeometryCollection"]);
const LINES = new Set(["LineString", "MultiLineString", "GeometryCollection"]);
const POINTS = new Set(["Point", "MultiPoint"]);
const PLACES = new Set(["Point", "MultiPoint", null]);

/** Share of polygons, 0…1. */
export const shareOfAreas = (table: RawTable): number => share(table, AREAS);
/** Share of lines, 0…1. */
export const shareOfLines = (table: RawTable): number => share(table, LINES);
/** Share of points, 0…1. */
export const shareOfPoints = (table: RawTable): number => share(table, POINTS);
/** Share of points and of rows without geometry, 0…1. */
export const shareOfPlaces = (table: RawTable): number => share(table, PLACES);
