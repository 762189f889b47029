/** How far and which way one placing of points lies from another. */
import { distanceM, metresPerDegreeLat, metresPerDegreeLon } from "../../geometry/ellipsoid.ts";
import { median } from "./median.ts";
import type { CompassPoint } from "./proof.ts";

export interface Shift {
  /** Median, metres. */
  readonly metres: number;
  /** Null when nothing moves. */
  readonly to: CompassPoint | null;
}

const POINTS: readonly CompassPoint[] = ["e", "ne", "n", "nw", "w", "sw", "s", "se"];

/** From `base` to `moved`, both longitude and latitude interleaved in the same order; null without points in both. */
export function shiftBetween(base: Float64Array, moved: Float64Array): Shift | null {
  const metres: number[] = [];
  const east: number[] = [];
  const north: number[] = [];
  for (let i = 0; i < base.length; i += 2) {
    const [lon, lat, lon2, lat2] = [base[i]!, base[i + 1]!, moved[i]!, moved[i + 1]!];
    if (Number.isNaN(lon + lat + lon2 + lat2)) continue;
    metres.push(distanceM(lon, lat, lon2, lat2));
    east.push((lon2 - lon) * metresPerDegreeLon(lat));
    north.push((lat2 - lat) * metresPerDegreeLat(lat));
  }
  const typical = median(metres);
  if (typical === null) return null;
  const angle = Math.atan2(median(north)!, median(east)!);
  const octant = Math.round((angle / Math.PI) * 4 + 8) % 8;
  return { metres: typical, to: typical === 0 ? null : POINTS[octant]! };
}

/** VN-2000 lies this far from WGS 84 in the province, to the north-west (metres). */
const DATUM_SHIFT = [200, 260] as const;

/** What a shift of that length and direction means, null when it is another. */
export function datumFault({ metres, to }: Shift): "place.datum-forgotten" | "place.datum-added" | null {
  if (metres < DATUM_SHIFT[0] || metres > DATUM_SHIFT[1]) return null;
  return to === "nw" ? "place.datum-forgotten" : to === "se" ? "place.datum-added" : null;
}
