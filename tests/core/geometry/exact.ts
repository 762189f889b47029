/** Slow answers in exact whole-number arithmetic, written apart from the kernels that they check. */
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";

/** A coordinate as a whole number of 2^-60 degrees. Throws for one that is not, so nothing is rounded. */
export function whole(value: number): bigint {
  const scaled = value * 2 ** 60;
  if (scaled / 2 ** 60 !== value || !Number.isInteger(scaled)) throw new RangeError(`${value} is too fine`);
  return BigInt(scaled);
}

/** Sign of the turn a→b→c: 1 left, -1 right, 0 straight. */
export function turn(a: LonLat, b: LonLat, c: LonLat): number {
  const [ax, ay, bx, by, cx, cy] = [...a, ...b, ...c].map(whole) as bigint[];
  const cross = (bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!);
  return cross > 0n ? 1 : cross < 0n ? -1 : 0;
}

/** Is `p` on the closed segment `a`–`b`. */
export function onSegment(a: LonLat, b: LonLat, p: LonLat): boolean {
  if (turn(a, b, p) !== 0) return false;
  return [0, 1].every((k) => Math.min(a[k]!, b[k]!) <= p[k]! && p[k]! <= Math.max(a[k]!, b[k]!));
}

/** Even-odd over the rings of one polygon: 0 outside, 1 inside, 2 on the boundary. */
export function locateExact(rings: readonly (readonly LonLat[])[], p: LonLat): number {
  let inside = 0;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const a = ring[i]!;
      const b = ring[i + 1]!;
      if (onSegment(a, b, p)) return 2;
      // The edge meets the eastward ray when it spans the latitude and passes east of the point.
      const spans = a[1] <= p[1] ? p[1] < b[1] : b[1] <= p[1];
      if (spans && turn(a[1] < b[1] ? a : b, a[1] < b[1] ? b : a, p) > 0) inside ^= 1;
    }
  }
  return inside;
}

/** Is `p` in a shape, boundary included: in any of its parts. */
export function insideExact(geometry: ArealGeometry, p: LonLat): boolean {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.some((rings) => locateExact(rings, p) !== 0);
}

/** Do the open segments cross at one point. */
export function properlyCross(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** How many times a ring winds round a point that is not on it, counter-clockwise positive. */
export function windings(ring: readonly LonLat[], p: LonLat): number {
  let n = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[i + 1]!;
    if (a[1] <= p[1] && p[1] < b[1] && turn(a, b, p) > 0) n++;
    if (b[1] <= p[1] && p[1] < a[1] && turn(a, b, p) < 0) n--;
  }
  return n;
}
