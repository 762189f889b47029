/** Inside a polygon that counts, clear of all of them, or not to be said: for forests and hazards alike. */
import { featuresWithin } from "../geometry/segment-index.ts";
import { CLEAR, HIT, UNKNOWN } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import { containingAt, type Zones } from "./zones.ts";

/**
 * A point at most `toleranceM` from the boundary of a polygon that counts is unknown, unless it is deeper than
 * that inside another one. With 0, inside or on the line is a hit. Outside every polygon the coverage of the
 * layers decides. Not located, or no layer: unknown.
 */
export function zoneFindings<A>(
  prepared: Prepared,
  zones: Zones<A>,
  counting: Uint8Array,
  toleranceM: number,
): Uint8Array {
  const { households, householdOf, points, located } = prepared;
  const out = new Uint8Array(households.count).fill(UNKNOWN);
  if (zones.coverage === null) return out;
  const outside = zones.coverage === "all" ? CLEAR : UNKNOWN;
  for (let p = 0; p < located; p++) {
    const inside = containingAt(zones, p).filter((f) => counting[f] === 1);
    if (toleranceM > 0) {
      const near = featuresWithin(zones.edges(), points.lon[p]!, points.lat[p]!, toleranceM, counting);
      const deep = inside.some((f) => !near.includes(f));
      out[householdOf[p]!] = deep ? HIT : near.length > 0 ? UNKNOWN : outside;
    } else {
      out[householdOf[p]!] = inside.length > 0 ? HIT : outside;
    }
  }
  return out;
}
