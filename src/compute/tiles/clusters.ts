import type { Places } from "./places.ts";

/** This many marks or more within the radius become one (look: 6 within 22 px). */
export const CLUSTER_MIN = 6;
export const CLUSTER_RADIUS_PX = 22;
/** A vector tile is 512 CSS pixels wide. */
const TILE_PX = 512;

/** Who is drawn together at one zoom. Every place is a member of one cluster or single, never both. */
export interface Clusters {
  readonly count: number;
  /** Middle of the members, unit square. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Members of cluster `c`: `member[start[c]] .. member[start[c + 1] - 1]`, as households. */
  readonly start: Uint32Array;
  readonly member: Uint32Array;
  /** Places drawn on their own. */
  readonly single: Uint32Array;
}

/**
 * Greedy clusters of one zoom over the whole plan, so that tile borders cut nothing and count nobody twice:
 * in register order, each household that is still free gathers the free ones within the radius.
 */
export function clustersOf(places: Places, zoom: number): Clusters {
  const radius = CLUSTER_RADIUS_PX / TILE_PX / 2 ** zoom;
  const taken = new Uint8Array(places.count);
  const near = new Uint32Array(places.count);
  const x: number[] = [];
  const y: number[] = [];
  const start: number[] = [0];
  const member: number[] = [];
  const single: number[] = [];
  for (let p = 0; p < places.count; p++) {
    if (taken[p]) continue;
    const found = places.index!.withinInto(places.x[p]!, places.y[p]!, radius, near);
    let free = 0;
    for (let k = 0; k < found; k++) if (!taken[near[k]!]) near[free++] = near[k]!;
    if (free < CLUSTER_MIN) continue;
    let sumX = 0;
    let sumY = 0;
    for (let k = 0; k < free; k++) {
      const q = near[k]!;
      taken[q] = 1;
      sumX += places.x[q]!;
      sumY += places.y[q]!;
      member.push(places.household[q]!);
    }
    x.push(sumX / free);
    y.push(sumY / free);
    start.push(member.length);
  }
  for (let p = 0; p < places.count; p++) if (!taken[p]) single.push(p);
  return {
    count: x.length,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    start: Uint32Array.from(start),
    member: Uint32Array.from(member),
    single: Uint32Array.from(single),
  };
}
