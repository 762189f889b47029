/** Do two outlines cross properly. */
import { orient2d } from "robust-predicates";
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";

/** True when an edge of `site` and an edge of feature `f` pass through each other. Touching is not crossing. Exact. */
export function edgesCross(site: PolygonSet, other: PolygonSet | LineSet, f: number, bounds: Bbox): boolean {
  const [west, south, east, north] = bounds;
  const { xy } = other;
  const chain = "ringVertex" in other ? other.ringVertex : other.partVertex;
  const [from, to] =
    "ringVertex" in other
      ? [other.partRing[other.featurePart[f]!]!, other.partRing[other.featurePart[f + 1]!]!]
      : [other.featurePart[f]!, other.featurePart[f + 1]!];
  for (let c = from; c < to; c++) {
    for (let v = chain[c]!; v + 1 < chain[c + 1]!; v++) {
      const ax = xy[2 * v]!;
      const ay = xy[2 * v + 1]!;
      const bx = xy[2 * v + 2]!;
      const by = xy[2 * v + 3]!;
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      if (crossesSite(site, ax, ay, bx, by)) return true;
    }
  }
  return false;
}

function crossesSite(
  { xy, ringVertex }: PolygonSet,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  for (let r = 0; r + 1 < ringVertex.length; r++) {
    for (let v = ringVertex[r]!; v + 1 < ringVertex[r + 1]!; v++) {
      const cx = xy[2 * v]!;
      const cy = xy[2 * v + 1]!;
      const dx = xy[2 * v + 2]!;
      const dy = xy[2 * v + 3]!;
      if (
        orient2d(ax, ay, bx, by, cx, cy) * orient2d(ax, ay, bx, by, dx, dy) < 0 &&
        orient2d(cx, cy, dx, dy, ax, ay) * orient2d(cx, cy, dx, dy, bx, by) < 0
      ) {
        return true;
      }
    }
  }
  return false;
}
