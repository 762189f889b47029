/** Edges of zones near each point: with them a tolerance that moves is a threshold on distances found before. */
import { type ArealIndex, arealIndex, featuresAt } from "../geometry/areal-index.ts";
import { edgesNear, type SegmentIndex, segmentIndex } from "../geometry/segment-index.ts";
import type { Place } from "./place.ts";
import type { Ranks } from "./zone-rank.ts";
import type { ZoneSet } from "./zone-set.ts";

/** Only points that have an edge at most `maxM` away. Entries of the `k`-th: `start[k]` up to `start[k + 1]`. */
export interface NearEdges {
  readonly maxM: number;
  /** Ascending. */
  readonly point: Uint32Array;
  readonly start: Uint32Array;
  /** One entry for each zone with an edge that near: group, rank, 1 when it contains the point, metres to its edge. */
  readonly group: Uint8Array;
  readonly rank: Uint8Array;
  readonly inside: Uint8Array;
  readonly distanceM: Float64Array;
  /** Ranks over the zones that contain the point and whose edge is farther than `maxM`. */
  readonly deep: Ranks;
}

/** Zones, and the indexes of their shapes when they are needed. */
export interface IndexedZones {
  readonly set: ZoneSet;
  readonly containing: () => ArealIndex;
  readonly edges: () => SegmentIndex;
}

/** Finds them for all points. */
export function nearEdges(zones: IndexedZones, { points }: Place, maxM: number): NearEdges {
  return nearPositions(zones, points.lon, points.lat, maxM, null);
}

/** Finds them for the points of `only` (ascending), among the zones that can be so near. */
export function nearEdgesOf(only: Uint32Array, whole: ZoneSet, { points }: Place, maxM: number): NearEdges {
  const lon = Float64Array.from(only, (p) => points.lon[p]!);
  const lat = Float64Array.from(only, (p) => points.lat[p]!);
  const set = whole.around(lon, lat, maxM);
  const asked = { points: only.length };
  const zones = {
    set,
    containing: () => arealIndex(set.shapes, asked),
    edges: () => segmentIndex(set.shapes, asked),
  };
  return nearPositions(zones, lon, lat, maxM, only);
}

/** `only`: number of the point at each position; null: they are the points, in order. */
function nearPositions(
  { set, containing, edges }: IndexedZones,
  lon: Float64Array,
  lat: Float64Array,
  maxM: number,
  only: Uint32Array | null,
): NearEdges {
  const { start: first, feature, distanceM } = edgesNear(edges(), lon, lat, maxM);
  const near: number[] = [];
  for (let k = 0; k < lon.length; k++) if (first[k] !== first[k + 1]) near.push(k);
  const inside = new Uint8Array(feature.length);
  const deep = new Uint32Array(near.length);
  const index = containing();
  near.forEach((k, at) => {
    const to = first[k + 1]!;
    for (const f of featuresAt(index, lon[k]!, lat[k]!)) {
      let entry = first[k]!;
      while (entry < to && feature[entry] !== f) entry++;
      if (entry < to) inside[entry] = 1;
      else deep[at] = raised(deep[at]!, set.group[f]!, set.rank[f]!);
    }
  });
  return {
    maxM,
    point: Uint32Array.from(near, (k) => (only ? only[k]! : k)),
    // Points without an entry take no room in the list of entries, so the starts of the others stand.
    start: Uint32Array.from([...near.map((k) => first[k]!), feature.length]),
    group: Uint8Array.from(feature, (f) => set.group[f]!),
    rank: Uint8Array.from(feature, (f) => set.rank[f]!),
    inside,
    distanceM,
    deep,
  };
}

/** `before`, with the points of `touched` (ascending) replaced by what was found for them now. */
export function replaceNear(before: NearEdges, touched: Uint32Array, now: NearEdges): NearEdges {
  const again = new Set(touched);
  const stay = Uint32Array.from(before.point.keys()).filter((k) => !again.has(before.point[k]!));
  const points = stay.length + now.point.length;
  let entries = now.distanceM.length;
  for (const k of stay) entries += before.start[k + 1]! - before.start[k]!;
  const out: NearEdges = {
    maxM: before.maxM,
    point: new Uint32Array(points),
    start: new Uint32Array(points + 1),
    group: new Uint8Array(entries),
    rank: new Uint8Array(entries),
    inside: new Uint8Array(entries),
    distanceM: new Float64Array(entries),
    deep: new Uint32Array(points),
  };
  // Both are ascending, and no point is in both.
  let old = 0;
  let found = 0;
  for (let at = 0; at < points; at++) {
    const first = old < stay.length ? before.point[stay[old]!]! : Infinity;
    const second = found < now.point.length ? now.point[found]! : Infinity;
    if (first < second) copyPoint(before, stay[old++]!, out, at);
    else copyPoint(now, found++, out, at);
  }
  return out;
}

/** Writes the `k`-th point of `from` as point `at`; those before it are there already. */
function copyPoint(from: NearEdges, k: number, out: NearEdges, at: number): void {
  out.point[at] = from.point[k]!;
  out.deep[at] = from.deep[k]!;
  let end = out.start[at]!;
  for (let e = from.start[k]!; e < from.start[k + 1]!; e++, end++) {
    out.group[end] = from.group[e]!;
    out.rank[end] = from.rank[e]!;
    out.inside[end] = from.inside[e]!;
    out.distanceM[end] = from.distanceM[e]!;
  }
  out.start[at + 1] = end;
}

function raised(ranks: number, group: number, rank: number): number {
  const shift = 8 * group;
  if (((ranks >>> shift) & 0xff) >= rank) return ranks;
  return ((ranks & ~(0xff << shift)) | (rank << shift)) >>> 0;
}
