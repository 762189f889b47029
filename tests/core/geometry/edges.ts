/** What searches for edges are compared with: every edge, one after the other. */
import { squaredToEdge } from "../../../src/core/geometry/edge-distance.ts";
import { type Metric, putScales, SCALES } from "../../../src/core/geometry/metric.ts";
import type { LineSet, PolygonSet } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";

/** Least distance of every feature, Infinity for one without a position. */
export function eachFeatureM(set: PolygonSet | LineSet, [lon, lat]: LonLat, metric: Metric): number[] {
  const scale = new Float64Array(SCALES);
  putScales(lat, metric === "plane", scale, 0);
  const [sx, sy, hx, hy] = scale as unknown as [number, number, number, number];
  const chainVertex = "ringVertex" in set ? set.ringVertex : set.partVertex;
  return Array.from({ length: set.count }, (_, f) => {
    const [from, to] = [set.featurePart[f]!, set.featurePart[f + 1]!];
    const chains = "ringVertex" in set ? [set.partRing[from]!, set.partRing[to]!] : [from, to];
    let least = Infinity;
    for (let c = chains[0]!; c < chains[1]!; c++) {
      const last = chainVertex[c + 1]! - 1;
      for (let v = chainVertex[c]!; v <= last; v++) {
        const next = Math.min(v + 1, last);
        if (next === v && v !== chainVertex[c]) continue;
        const x = set.xy[2 * v]!;
        const y = set.xy[2 * v + 1]!;
        const dx = set.xy[2 * next]! - x;
        const dy = set.xy[2 * next + 1]! - y;
        least = Math.min(least, Math.sqrt(squaredToEdge(x - lon, y - lat, dx, dy, sx, sy, hx, hy)));
      }
    }
    return least;
  });
}

/** The least of some distances that is at most `maxM`, NaN when there is none. */
export function leastM(distances: readonly number[], maxM: number): number {
  const least = Math.min(Infinity, ...distances);
  return least <= Math.min(maxM, Number.MAX_VALUE) ? least : Number.NaN;
}
