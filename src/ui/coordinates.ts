/**
 * Reads coordinates typed as text, one corner a line: longitude and latitude (WGS 84 degrees), or VN-2000
 * X (north) and Y (east) in metres, zone 108°30'. Numbers may be written 12,6667 or 12.6667, 1.410.596,20 or
 * 1,410,596.20. The system is recognised by size (X is above 1,000,000) and said back, never assumed in silence.
 */
import type { ArealGeometry, PolygonGeometry } from "../core/model/geometry.ts";
import type { Bbox, EastNorth, LonLat } from "../core/units.ts";

export type CoordinateSystem = "lon-lat" | "lat-lon" | "vn-2000";
export type CoordinateProblem = "empty" | "line" | "mixed" | "few" | "outside";

/** What the text holds: a closed polygon, or the reason and the line (from 1) that stopped us. */
export type TypedShape =
  | { readonly ok: true; readonly system: CoordinateSystem; readonly geometry: PolygonGeometry }
  | { readonly ok: false; readonly problem: CoordinateProblem; readonly line: number; readonly text: string };

const LON = [100, 120] as const;
const LAT = [6, 25] as const;
const X_NORTH = [600_000, 2_800_000] as const;
const Y_EAST = [0, 1_000_000] as const;

/** Reads the text; `toLonLat` turns VN-2000 into WGS 84. */
export function readCoordinates(text: string, toLonLat: (at: EastNorth) => LonLat): TypedShape {
  const points: LonLat[] = [];
  let system: CoordinateSystem | null = null;
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const refuse = (problem: CoordinateProblem) => {
      return { ok: false as const, problem, line: index + 1, text: line.trim() };
    };
    const tokens = tokensOf(line);
    if (!tokens) return refuse("line");
    const read = recognise(tokens[0], tokens[1], system);
    if (!read) return refuse(tokens.every((token) => readings(token).length > 0) ? "outside" : "line");
    if (system !== null && read.system !== system) return refuse("mixed");
    system = read.system;
    points.push(system === "vn-2000" ? toLonLat([read.b, read.a]) : [read.a, read.b]);
  }
  if (system === null) return { ok: false, problem: "empty", line: 0, text: "" };
  const first = points[0]!;
  const last = points.at(-1)!;
  if (points.length > 1 && first[0] === last[0] && first[1] === last[1]) points.pop();
  if (points.length < 3) return { ok: false, problem: "few", line: points.length, text: "" };
  return { ok: true, system, geometry: { type: "Polygon", coordinates: [[...points, first]] } };
}

/** One place typed as text, in the same systems as `readCoordinates`; null when it is not two such numbers. */
export function readPoint(
  text: string,
  toLonLat: (at: EastNorth) => LonLat,
): { readonly system: CoordinateSystem; readonly at: LonLat } | null {
  const tokens = tokensOf(text);
  const read = tokens && recognise(tokens[0], tokens[1], null);
  if (!read) return null;
  return {
    system: read.system,
    at: read.system === "vn-2000" ? toLonLat([read.b, read.a]) : [read.a, read.b],
  };
}

/** Writes the outer ring of a shape as text that `readCoordinates` reads (longitude latitude). */
export function writeCoordinates(geometry: ArealGeometry): string {
  const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
  return (ring ?? [])
    .slice(0, -1)
    .map(([lon, lat]) => `${lon.toFixed(7)} ${lat.toFixed(7)}`)
    .join("\n");
}

/** West, south, east, north of a shape (degrees), to look at it. */
export function boundsOf(geometry: ArealGeometry): Bbox {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of polygons.flat(2)) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** Two number tokens of a line; a leading running number and the letters X, Y are passed over. */
function tokensOf(line: string): readonly [string, string] | null {
  const bare = line.replace(/[XYxy=:°]/g, " ").trim();
  let parts = bare.split(/[\s;]+|,\s+/).filter((part) => part !== "" && part !== ",");
  if (parts.length === 1) parts = bare.split(",");
  if (parts.length === 3 && /^\d{1,3}[.)]?$/.test(parts[0]!)) parts = parts.slice(1);
  return parts.length === 2 ? [parts[0]!.replace(/,$/, ""), parts[1]!] : null;
}

/** Every number a token can mean: marks as decimal sign or as thousands. */
function readings(token: string): number[] {
  if (!/^-?\d[\d.,]*$/.test(token)) return [];
  const found = new Set<number>();
  for (const [decimal, thousands] of [
    [".", ","],
    [",", "."],
  ] as const) {
    const [whole = "", fraction, ...rest] = token.split(decimal);
    if (rest.length > 0 || fraction?.includes(thousands)) continue;
    const groups = whole.split(thousands);
    const grouped = groups.length === 1 || groups.slice(1).every((group) => group.length === 3);
    if (grouped) found.add(Number(`${groups.join("")}.${fraction ?? 0}`));
  }
  return [...found];
}

interface Recognised {
  readonly system: CoordinateSystem;
  /** Longitude, or X (north). */
  readonly a: number;
  /** Latitude, or Y (east). */
  readonly b: number;
}

/** The reading of two tokens that lies in the country; one in the system of the lines before wins. */
function recognise(one: string, two: string, before: CoordinateSystem | null): Recognised | null {
  const found: Recognised[] = [];
  for (const first of readings(one)) {
    for (const second of readings(two)) {
      if (within(first, LON) && within(second, LAT)) found.push({ system: "lon-lat", a: first, b: second });
      if (within(first, LAT) && within(second, LON)) found.push({ system: "lat-lon", a: second, b: first });
      if (within(first, X_NORTH) && within(second, Y_EAST) && second > 1000) {
        found.push({ system: "vn-2000", a: first, b: second });
      }
      if (within(second, X_NORTH) && within(first, Y_EAST) && first > 1000) {
        found.push({ system: "vn-2000", a: second, b: first });
      }
    }
  }
  return found.find(({ system }) => system === before) ?? found[0] ?? null;
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
