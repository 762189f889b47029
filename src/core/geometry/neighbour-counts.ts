/** How many other points lie within a radius of each point, in metres on the ellipsoid. */
import { type PointColumns, squaredBetween } from "./point-columns.ts";
import { type PointStrips, pointStrips } from "./point-strips.ts";

/** Strips in a radius: measured, 4 is best from hamlets to whole provinces. */
const STRIPS_IN_RADIUS = 4;

/**
 * For every point the number of others at most `radiusM` away (a point at the same place counts).
 * Between two strips a run of points is certainly near enough and is counted by its length; only those
 * between this run and the farthest possible one are measured.
 */
export function neighbourCounts(points: PointColumns, radiusM: number): Int32Array {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  const strips = pointStrips(points, radiusM / STRIPS_IN_RADIUS);
  const counts = new Int32Array(points.count);
  const [latLeast, latMost] = points.range.lat;
  const reach = Math.floor(radiusM / (strips.height * latLeast)) + 1;
  for (let s = 0; s < strips.strips; s++) {
    if (strips.start[s] === strips.start[s + 1]) continue;
    const last = Math.min(strips.strips - 1, s + reach);
    for (let other = Math.max(0, s - reach); other <= last; other++) {
      const apart = Math.abs(other - s);
      const nearest = Math.max(0, apart - 1) * strips.height * latLeast;
      const farthest = (apart + 1) * strips.height * latMost;
      const outer = halfWidth(radiusM, nearest, points.range.lon[0], 1 + 1e-9);
      const inner = halfWidth(radiusM, farthest, points.range.lon[1], 1 - 1e-9);
      countBetween(strips, s, other, radiusM, outer, inner, counts);
    }
  }
  // Everyone counted itself once.
  for (let i = 0; i < points.count; i++) counts[i]!--;
  return counts;
}

/** Degrees of longitude that a radius spans at a latitude `gapM` away, -1 when it does not reach. */
function halfWidth(radiusM: number, gapM: number, lonM: number, slack: number): number {
  const left = radiusM * radiusM * slack * slack - gapM * gapM;
  if (left < 0) return -1;
  return lonM > 0 ? (Math.sqrt(left) / lonM) * slack : 360;
}

function countBetween(
  strips: PointStrips,
  s: number,
  other: number,
  radiusM: number,
  outer: number,
  inner: number,
  counts: Int32Array,
): void {
  if (outer < 0) return;
  const { lon, start, point } = strips;
  const from = start[other]!;
  const to = start[other + 1]!;
  const limit = radiusM * radiusM;
  let first = from;
  let firstSure = from;
  let pastSure = from;
  let past = from;
  for (let a = start[s]!; a < start[s + 1]!; a++) {
    const x = lon[a]!;
    while (first < to && lon[first]! < x - outer) first++;
    while (past < to && lon[past]! <= x + outer) past++;
    let n = 0;
    if (inner >= 0) {
      while (firstSure < to && lon[firstSure]! < x - inner) firstSure++;
      while (pastSure < to && lon[pastSure]! <= x + inner) pastSure++;
      n = pastSure - firstSure;
      for (let b = first; b < firstSure; b++) if (squaredBetween(strips, a, b) <= limit) n++;
      for (let b = pastSure; b < past; b++) if (squaredBetween(strips, a, b) <= limit) n++;
    } else {
      for (let b = first; b < past; b++) if (squaredBetween(strips, a, b) <= limit) n++;
    }
    counts[point[a]!]! += n;
  }
}
