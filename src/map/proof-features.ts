/** The proof of a coordinate system as features: chosen points, the likeliest mistake, and what lies between. */
import type { LonLat } from "../core/units.ts";
import { feature, type PageFeature } from "./page-features.ts";
import type { PlaceProofPoints } from "./plan-map.ts";

/** Farther apart than this a line tells nothing and only covers the map; degrees. */
const LINE_AT_MOST = 0.2;

/** Vertices of shapes are many: smaller dots leave something of the map. Pixels. */
const RADIUS = 3.8;
const SMALL_RADIUS = 2.4;
const MANY = 500;

/** Points that are no place on earth (a wrong system may give any number) are left out. */
function pointAt(sample: Float64Array, at: number): LonLat | null {
  const [lon, lat] = [sample[at], sample[at + 1]];
  if (lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : null;
}

/** Nothing for null. */
export function proofFeatures(points: PlaceProofPoints | null): PageFeature[] {
  if (!points) return [];
  const { chosen, mistake } = points;
  const features: PageFeature[] = [];
  const radius = chosen.length > 2 * MANY ? SMALL_RADIUS : RADIUS;
  for (let at = 0; at + 1 < chosen.length; at += 2) {
    const right = pointAt(chosen, at);
    const wrong = mistake && pointAt(mistake, at);
    if (right) features.push(feature({ type: "Point", coordinates: right }, { role: "chosen", radius }));
    if (wrong) features.push(feature({ type: "Point", coordinates: wrong }, { role: "mistake" }));
    if (!right || !wrong) continue;
    if (Math.abs(right[0] - wrong[0]) > LINE_AT_MOST || Math.abs(right[1] - wrong[1]) > LINE_AT_MOST)
      continue;
    features.push(feature({ type: "LineString", coordinates: [right, wrong] }, { role: "shift" }));
  }
  return features;
}
