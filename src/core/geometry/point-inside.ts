/** A point certainly inside an areal geometry: where its label, its pin or a route to it goes. */
import type { ArealGeometry, PolygonSet } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { INSIDE, locate, type Slabs, slabsOf } from "./point-in-polygon.ts";
import { polygonSetOf } from "./polygon-set.ts";
import { nearestEdgeM, segmentIndex } from "./segment-index.ts";

/** Latitudes that are tried first, evenly through the bounds. */
const SCAN_LINES = 15;

/**
 * A position inside the shape, as far from its edge as a few scan lines find. A shape without any inside
 * (all on a line, or thinner than the arithmetic) gives its first vertex; one without vertices throws.
 */
export function pointInside(geometry: ArealGeometry): LonLat {
  const set = polygonSetOf([geometry]);
  if (set.xy.length === 0) throw new RangeError("a shape without vertices has no inside");
  const slabs = slabsOf(set);
  const edges = segmentIndex(set);
  const south = slabs.bounds[1]!;
  const north = slabs.bounds[3]!;
  const lines = Array.from(
    { length: SCAN_LINES },
    (_, k) => south + ((k + 0.5) / SCAN_LINES) * (north - south),
  );
  let best: LonLat | null = null;
  let bestM = -1;
  for (const lat of lines) {
    for (const at of middlesAt(set, slabs, lat)) {
      const metres = nearestEdgeM(edges, at[0], at[1]);
      if (metres > bestM) {
        bestM = metres;
        best = at;
      }
    }
  }
  return best ?? betweenVertices(set, slabs) ?? [set.xy[0]!, set.xy[1]!];
}

/** Between every two neighbouring vertex latitudes there is no vertex: any inside there is found. */
function betweenVertices(set: PolygonSet, slabs: Slabs): LonLat | null {
  const lats = Float64Array.from({ length: set.xy.length / 2 }, (_, i) => set.xy[2 * i + 1]!).sort();
  for (let i = 1; i < lats.length; i++) {
    if (lats[i] === lats[i - 1]) continue;
    const at = middlesAt(set, slabs, (lats[i]! + lats[i - 1]!) / 2)[0];
    if (at) return at;
  }
  return null;
}

/** Middles of the stretches of a parallel that lie inside, widest first, each verified exactly. */
function middlesAt(set: PolygonSet, slabs: Slabs, lat: number): LonLat[] {
  const { xy, ringVertex } = set;
  const crossings: number[] = [];
  for (let r = 0; r + 1 < ringVertex.length; r++) {
    for (let i = ringVertex[r]!; i < ringVertex[r + 1]! - 1; i++) {
      const y1 = xy[2 * i + 1]!;
      const y2 = xy[2 * i + 3]!;
      if (y1 > lat === y2 > lat) continue;
      crossings.push(xy[2 * i]! + ((lat - y1) / (y2 - y1)) * (xy[2 * i + 2]! - xy[2 * i]!));
    }
  }
  crossings.sort((a, b) => a - b);
  const out: { width: number; at: LonLat }[] = [];
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const width = crossings[k + 1]! - crossings[k]!;
    const at: LonLat = [crossings[k]! + width / 2, lat];
    if (width > 0 && locate(slabs, 0, at[0], at[1]) === INSIDE) out.push({ width, at });
  }
  return out.sort((a, b) => b.width - a.width).map(({ at }) => at);
}
