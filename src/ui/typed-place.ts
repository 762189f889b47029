/** One place typed as text: degrees with minutes and seconds, or what `coordinates.ts` reads. */
import type { EastNorth, LonLat } from "../core/units.ts";
import { type CoordinateSystem, readPoint } from "./coordinates.ts";

export type PlaceSystem = CoordinateSystem | "dms";

/** Where it is, and how it was understood. */
export interface TypedPlace {
  readonly system: PlaceSystem;
  readonly at: LonLat;
}

/** Degrees, minutes and perhaps seconds; a letter of the compass may stand before or behind. */
const ANGLE =
  /[A-ZĐa-zđ]{0,2}\s*(\d{1,3})\s*[°º]\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|''))?\s*[A-ZĐa-zđ]{0,2}/gu;

/**
 * Reads the text; null when it is no place in or around the country. Which of two angles is the longitude is told
 * by their size: in Vietnam one is above 100°, the other below 25°. `toLonLat` turns VN-2000 into WGS 84.
 */
export function readTypedPlace(text: string, toLonLat: (at: EastNorth) => LonLat): TypedPlace | null {
  if (!/[°º]/.test(text)) return readPoint(text, toLonLat);
  const angles = [...text.matchAll(ANGLE)].map(angleOf);
  // Decimal degrees may carry the sign of a degree too; what is left over was not understood.
  if (angles.length === 0) return readPoint(text, toLonLat);
  if (text.replace(ANGLE, "").replace(/[\s;,]/g, "") !== "") return null;
  if (angles.length !== 2 || angles.includes(null)) return null;
  const [low, high] = [...(angles as number[])].sort((a, b) => a - b) as [number, number];
  return low >= 6 && low <= 25 && high >= 100 && high <= 120 ? { system: "dms", at: [high, low] } : null;
}

function angleOf([, degrees, minutes, seconds]: RegExpMatchArray): number | null {
  const [d, m, s] = [degrees, minutes, seconds ?? "0"].map((part) => Number(part!.replace(",", ".")));
  return m! < 60 && s! < 60 ? d! + m! / 60 + s! / 3600 : null;
}
