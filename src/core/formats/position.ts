/** What a pair of numbers can be: degrees in the right order, degrees swapped, metres, nothing. */
import type { LonLat } from "../units.ts";

/** Around the province and its neighbours; farther away is worth a note, not a refusal. */
const AREA = { west: 107, east: 110, south: 11.5, north: 14.5 };
/** Vietnam with its sea, widely: only here can swapped numbers be told from a far place. */
const COUNTRY = { west: 101, east: 118, south: 6, north: 24 };
/** Beyond any degree; metres of a map grid are never smaller inside the province. */
const LEAST_METRES = 1000;

export type PositionKind = "good" | "outside" | "zero" | "swapped" | "projected" | "impossible";

/** Judges longitude and latitude as they were given. `outside` is a good position far from the province. */
export function positionKind(lon: number, lat: number): PositionKind {
  if (lon === 0 && lat === 0) return "zero";
  if (inside(AREA, lon, lat)) return "good";
  if (inside(COUNTRY, lat, lon)) return "swapped";
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return "outside";
  return Math.abs(lon) >= LEAST_METRES && Math.abs(lat) >= LEAST_METRES ? "projected" : "impossible";
}

function inside(box: typeof AREA, lon: number, lat: number): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/**
 * Names the coordinate systems whose numbers inside the province look like these. VN-2000 zones of other
 * meridians overlap: the numbers alone never decide, so the answer is what to look up, not what to assume.
 * Ranges: the province's bounding box in each system, widened (EPSG registry definitions).
 */
export function projectedName(first: number, second: number): string {
  const northing = Math.max(first, second);
  const easting = Math.min(first, second);
  if (northing < 1_300_000 || northing > 1_560_000) return "–";
  if (easting > 360_000 && easting < 690_000)
    return "VN-2000 TM-3 (108°30' EPSG:9218, 108°15' EPSG:9217, 108° EPSG:5898)";
  if (easting > 740_000 && easting < 1_010_000)
    return "VN-2000 / UTM 48N (EPSG:3405), WGS 84 / UTM 48N (EPSG:32648)";
  if (easting > 90_000 && easting < 360_000)
    return "VN-2000 / UTM 49N (EPSG:3406), WGS 84 / UTM 49N (EPSG:32649)";
  return "VN-2000";
}

/** A position array of GeoJSON as numbers; a height after them is left out. Null when it is no position. */
export function lonLatOf(value: unknown): LonLat | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [lon, lat] = value as unknown[];
  return typeof lon === "number" && typeof lat === "number" && Number.isFinite(lon) && Number.isFinite(lat)
    ? [lon, lat]
    : null;
}
