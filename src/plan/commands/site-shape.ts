/** What a drawn outline must be before it can be a site. Where it lies is for the check to say, not for this. */
import { areaM2 } from "../../core/geometry/ellipsoid.ts";
import { polygonsOf } from "../../core/geometry/polygon-set.ts";
import { selfCrossing } from "../../core/geometry/self-crossing.ts";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { Problem } from "../../core/outcome.ts";
import type { LonLat } from "../../core/units.ts";

/** Less than a square metre is a slip of the hand; whether a site is large enough is for the check to say. */
const LEAST_AREA_M2 = 1;

/** Why this outline cannot be a site, or null. WGS 84 degrees. */
export function shapeProblem(geometry: ArealGeometry): Problem | null {
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return { code: "site.shape" };
  if (!Array.isArray(geometry.coordinates)) return { code: "site.shape" };
  const parts = polygonsOf(geometry);
  if (parts.length === 0 || parts.some((rings) => !Array.isArray(rings) || rings.length === 0)) {
    return { code: "site.shape" };
  }
  for (const rings of parts) if (!rings.every(isRing)) return { code: "site.shape" };
  const at = selfCrossing(geometry);
  if (at) return { code: "site.self-crossing", values: { lon: at[0], lat: at[1] } };
  const area = areaM2(geometry);
  if (area < LEAST_AREA_M2) return { code: "site.too-small", values: { areaM2: area } };
  return null;
}

/** Closed, of at least three different corners, every corner on the globe. */
function isRing(ring: readonly LonLat[]): boolean {
  if (!Array.isArray(ring) || ring.some((at) => !Array.isArray(at))) return false;
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return false;
  if (!ring.every(isPosition)) return false;
  return new Set(ring.map(([lon, lat]) => `${lon} ${lat}`)).size >= 3;
}

function isPosition([lon, lat]: LonLat): boolean {
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
