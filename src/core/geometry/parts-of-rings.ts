/** Rings that do not cross, sorted into polygons: outer rings run anticlockwise, holes clockwise. */
import type { LonLat } from "../units.ts";
import { INSIDE, locate, slabsOf } from "./point-in-polygon.ts";
import { pointInside } from "./point-inside.ts";
import { polygonSetOf } from "./polygon-set.ts";

type Ring = readonly LonLat[];

/** Polygons, each an outer ring with its holes: each hole goes to the smallest outer ring around it. */
export function partsOfRings(rings: readonly Ring[]): readonly (readonly Ring[])[] {
  const areas = rings.map(signedArea);
  const outer = rings.filter((_, k) => areas[k]! > 0);
  const holes = rings.filter((_, k) => areas[k]! < 0);
  const parts = outer.map((ring) => [ring]);
  if (holes.length === 0) return parts;
  const sizes = outer.map(signedArea);
  const slabs = slabsOf(polygonSetOf(outer.map((ring) => ({ type: "Polygon", coordinates: [ring] }))));
  for (const hole of holes) {
    const at = pointInside({ type: "Polygon", coordinates: [hole] });
    const size = -signedArea(hole);
    let best = -1;
    for (let k = 0; k < outer.length; k++) {
      if (sizes[k]! <= size || (best >= 0 && sizes[k]! >= sizes[best]!)) continue;
      if (locate(slabs, k, at[0], at[1]) === INSIDE) best = k;
    }
    // A hole too thin for a point inside it is left out: it takes nothing away.
    if (best >= 0) parts[best]!.push(hole);
  }
  return parts;
}

/** Twice the area in square degrees, positive anticlockwise. */
export function signedArea(ring: Ring): number {
  const first = ring[0];
  if (!first) return 0;
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [x1, y1] = ring[k - 1]!;
    const [x2, y2] = ring[k]!;
    sum += (x1 - first[0]) * (y2 - first[1]) - (x2 - first[0]) * (y1 - first[1]);
  }
  return sum;
}
