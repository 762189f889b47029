/**
 * An areal shape drawn anew so that no outline crosses or touches itself, covering the same ground: what the
 * even-odd rule says is inside each part, all parts together. Only the places where edges cross are rounded, and
 * vertices nearer than `SNAP` (6 micrometres) become one.
 */
import type { ArealGeometry } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { type Arrangement, arrange } from "./arrangement/arrangement.ts";
import { INSIDE, locate, slabsOf } from "./point-in-polygon.ts";
import { pointInside } from "./point-inside.ts";
import { polygonSetOf, polygonsOf } from "./polygon-set.ts";

type Ring = readonly LonLat[];

/**
 * Outer rings anticlockwise, holes clockwise, closed, without repeated positions; null when nothing is inside or
 * the outline cannot be cut up. Positions must be finite.
 */
export function untangle(geometry: ArealGeometry): ArealGeometry | null {
  const arrangement = arrange(polygonsOf(geometry));
  if (arrangement === null) return null;
  const outer: Ring[] = [];
  const holes: Ring[] = [];
  for (const ring of boundaryRings(arrangement)) {
    const area = signedArea(ring);
    if (area > 0) outer.push(ring);
    else if (area < 0) holes.push(ring);
  }
  const parts = withHoles(outer, holes);
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: parts };
}

/** Rings with the inside to their left, cut wherever they come back to a place: none touches itself. */
function boundaryRings({ vertices, halfEdges, faceOf, covers }: Arrangement): Ring[] {
  const { count, origin, next } = halfEdges;
  const inside = (h: number): boolean => covers[faceOf[h]!]!.length > 0;
  const bounds = (h: number): boolean => inside(h) && !inside(h ^ 1);
  const used = new Uint8Array(count);
  const out: Ring[] = [];
  for (let start = 0; start < count; start++) {
    if (used[start] || !bounds(start)) continue;
    // Vertices of the walk so far, and where in it each of them is.
    const path: number[] = [];
    const place = new Map<number, number>();
    let h = start;
    do {
      used[h] = 1;
      path.push(origin[h]!);
      place.set(origin[h]!, path.length - 1);
      const to = origin[h ^ 1]!;
      const back = place.get(to);
      if (back !== undefined) {
        const loop = path.splice(back);
        for (const v of loop) place.delete(v);
        out.push([...loop, to].map((v) => [vertices.x(v), vertices.y(v)] as const));
      }
      h = next[h]!;
      // Edges with the inside on both sides are no boundary: turn on past them.
      while (!bounds(h)) h = next[h ^ 1]!;
    } while (h !== start);
  }
  return out;
}

/** Each hole goes to the smallest outer ring around it. */
function withHoles(outer: readonly Ring[], holes: readonly Ring[]): readonly (readonly Ring[])[] {
  const parts = outer.map((ring) => [ring]);
  if (holes.length === 0) return parts;
  const areas = outer.map(signedArea);
  const slabs = slabsOf(polygonSetOf(outer.map((ring) => ({ type: "Polygon", coordinates: [ring] }))));
  for (const hole of holes) {
    const at = pointInside({ type: "Polygon", coordinates: [hole] });
    const size = -signedArea(hole);
    let best = -1;
    for (let k = 0; k < outer.length; k++) {
      if (areas[k]! <= size || (best >= 0 && areas[k]! >= areas[best]!)) continue;
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
