/** Distance from the outline of a site to the nearest edge of some features, edge to edge. */
import { metresPerDegreeLat, metresPerDegreeLon } from "../geometry/ellipsoid.ts";
import { locate, OUTSIDE } from "../geometry/point-in-polygon.ts";
import { verticesOf } from "../geometry/polygon-set.ts";
import { nearestEdge, nearestEdgeM } from "../geometry/segment-index.ts";
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import type { CheckContext } from "./context.ts";
import { edgesCross } from "./edges-cross.ts";
import type { IndexedShapes } from "./site-layers.ts";

/** Farther than this nobody asks; it keeps a far search short. */
const MOST_M = 50_000;

export interface OutlineDistance {
  readonly distanceM: number;
  readonly feature: number;
}

/**
 * Two outlines that do not cross are nearest at a vertex of one of them: so the site's vertices are asked
 * against the features' edges, then the features' vertices near the site against the site's edges. Outlines
 * that cross, and a feature that lies inside the site, are 0 away. Null when nothing is within 50 km.
 * `counts[f]` is 0 for a feature that is not asked.
 */
export function outlineDistance(
  context: CheckContext,
  source: IndexedShapes<PolygonSet | LineSet>,
  counts: Uint8Array,
): OutlineDistance | null {
  const { shapes, bounds, slabs } = context;
  let best: OutlineDistance | null = null;
  for (let v = 0; v < shapes.xy.length / 2; v++) {
    const found = nearestEdge(source.edges, shapes.xy[2 * v]!, shapes.xy[2 * v + 1]!, {
      maxM: best?.distanceM ?? MOST_M,
      allowed: counts,
    });
    if (found && (!best || found.distanceM < best.distanceM)) {
      best = { distanceM: found.distanceM, feature: found.feature };
    }
  }
  const reachM = best?.distanceM ?? MOST_M;
  const [west, south, east, north] = bounds;
  const padLat = (reachM / metresPerDegreeLat((south + north) / 2)) * 1.01;
  const padLon = (reachM / metresPerDegreeLon(Math.max(Math.abs(south), Math.abs(north)))) * 1.01;
  for (let f = 0; f < source.shapes.count; f++) {
    const box = source.bounds[f];
    if (counts[f] === 0 || !box) continue;
    if (
      box[0] > east + padLon ||
      box[2] < west - padLon ||
      box[1] > north + padLat ||
      box[3] < south - padLat
    ) {
      continue;
    }
    if (edgesCross(shapes, source.shapes, f, bounds)) return { distanceM: 0, feature: f };
    const [from, to] = verticesOf(source.shapes, f);
    const { xy } = source.shapes;
    for (let v = from; v < to; v++) {
      const lon = xy[2 * v]!;
      const lat = xy[2 * v + 1]!;
      if (lon < west - padLon || lon > east + padLon || lat < south - padLat || lat > north + padLat)
        continue;
      if (locate(slabs, 0, lon, lat) !== OUTSIDE) return { distanceM: 0, feature: f };
      const metres = nearestEdgeM(context.edges, lon, lat, { maxM: best?.distanceM ?? MOST_M });
      if (!Number.isNaN(metres) && (!best || metres < best.distanceM))
        best = { distanceM: metres, feature: f };
    }
  }
  return best;
}
