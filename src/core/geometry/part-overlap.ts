/** Does one part of a multi-polygon lie over another without their outlines crossing. */
import type { ArealGeometry } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { INSIDE, locate, OUTSIDE, slabsOf } from "./point-in-polygon.ts";
import { pointInside } from "./point-inside.ts";
import { polygonSetOf, polygonsOf } from "./polygon-set.ts";

/**
 * A position that two parts cover (one nested in or equal to the other), null when there is none. Parts whose
 * outlines cross are found by `selfCrossing`; this completes it, because a stretch covered twice is inside
 * but would be counted twice in an area.
 */
export function partOverlap(geometry: ArealGeometry): LonLat | null {
  const parts = polygonsOf(geometry).filter((part) => (part[0]?.length ?? 0) > 0);
  if (parts.length < 2) return null;
  const slabs = slabsOf(polygonSetOf(parts.map((part) => ({ type: "Polygon", coordinates: part }))));
  for (let p = 0; p < parts.length; p++) {
    const at = pointInside({ type: "Polygon", coordinates: parts[p]! });
    // A part without an inside covers nothing.
    if (locate(slabs, p, at[0], at[1]) !== INSIDE) continue;
    for (let q = 0; q < parts.length; q++) {
      if (q !== p && locate(slabs, q, at[0], at[1]) !== OUTSIDE) return at;
    }
  }
  return null;
}
