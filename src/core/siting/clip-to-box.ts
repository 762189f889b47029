/** Cuts polygons down to a box, so that clipping against a commune of 20,000 vertices takes no time. */
import type { Bbox, LonLat } from "../units.ts";

type Ring = readonly LonLat[];

/**
 * The part of each polygon in the box (Sutherland and Hodgman, one side after the other). Where a ring
 * leaves the box and comes back, the result may run along the sides of the box: right for intersecting with
 * anything strictly inside the box, not for drawing. Polygons with nothing in the box are left out.
 */
export function clipToBox(polygons: readonly (readonly Ring[])[], box: Bbox): LonLat[][][] {
  const out: LonLat[][][] = [];
  for (const rings of polygons) {
    const kept = rings.map((ring) => clipRing(ring, box)).filter((ring) => ring.length >= 4);
    if (kept.length > 0) out.push(kept);
  }
  return out;
}

function clipRing(ring: Ring, [west, south, east, north]: Bbox): LonLat[] {
  let open: LonLat[] = ring.slice(0, -1);
  open = clipSide(open, 0, west, 1);
  open = clipSide(open, 0, east, -1);
  open = clipSide(open, 1, south, 1);
  open = clipSide(open, 1, north, -1);
  return open.length < 3 ? [] : [...open, open[0]!];
}

/** Keeps what lies at `limit` or on the `sign` side of it along `axis`. */
function clipSide(ring: readonly LonLat[], axis: 0 | 1, limit: number, sign: 1 | -1): LonLat[] {
  const out: LonLat[] = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const inA = (a[axis] - limit) * sign >= 0;
    const inB = (b[axis] - limit) * sign >= 0;
    if (inA) out.push(a);
    if (inA !== inB) {
      const t = (limit - a[axis]) / (b[axis] - a[axis]);
      const other = axis === 0 ? a[1] + t * (b[1] - a[1]) : a[0] + t * (b[0] - a[0]);
      out.push(axis === 0 ? [limit, other] : [other, limit]);
    }
  }
  return out;
}
