/**
 * The nearest edge of polygons or lines, in metres. A tree of boxes over runs of edges (`edge-tree.ts`); one
 * point is searched from the nearest box on (`edge-search.ts`), many through cells (`nearest-distances.ts`).
 * All of them minimise the one distance of `edge-distance.ts`, so they agree to the last bit: within 1e-6 of the
 * geodesic up to 20 km, about 1e-5 at 100 km.
 */
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { footOnEdge, squaredToEdge } from "./edge-distance.ts";
import { type EdgeGrid, edgeGrid } from "./edge-grid.ts";
import {
  type FoundEdge,
  firstChild,
  lastChild,
  leastSquared,
  ROUNDING,
  searchNearest,
} from "./edge-search.ts";
import { type EdgeTree, edgeTree } from "./edge-tree.ts";
import { type Metric, putScales, SCALES } from "./metric.ts";
import { NearestFirst } from "./nearest-first.ts";
import { type Allocate, ownBuffer, pack, unpack } from "./packed.ts";

export { type EdgesNear, edgesNear } from "./edges-near.ts";
export { type ManyNearestOptions, nearestDistances } from "./nearest-distances.ts";

/** Plain arrays: can be copied to another thread; all but `xy` are views into `data`. Queries write nothing. */
export interface SegmentIndex extends EdgeTree, EdgeGrid {
  /** One buffer to transfer, share or keep; `segmentIndexFrom` opens it again. */
  readonly data: ArrayBufferLike;
  readonly metric: Metric;
  /** Number of features of the set. */
  readonly features: number;
  /** The vertices of the set, not copied. */
  readonly xy: Float64Array;
}

export interface SegmentIndexOptions {
  /** What the coordinates are; left out: degrees on the ellipsoid. */
  readonly metric?: Metric;
  /** Makes the room of `data`, say memory that threads share. */
  readonly allocate?: Allocate;
  /** About how many points will ask. When they are much fewer than the edges the tree is built faster and coarser. */
  readonly points?: number;
}

export interface NearestEdge {
  readonly distanceM: number;
  readonly feature: number;
  /** First vertex of the edge in the set. */
  readonly vertex: number;
  /** The nearest position on the edge. */
  readonly at: LonLat;
}

export interface NearestOptions {
  /** Edges farther than this are not found; left out: no limit. */
  readonly maxM?: number;
  /** One byte per feature: only those that are not 0 are asked. */
  readonly allowed?: Uint8Array;
}

/** "edge" */
const MARK = 0x65676465;

/** Edges in a leaf, for many points and for few. */
const FINE = 8;
const COARSE = 16;
/** Points are few when there are this many times more vertices. */
const FEW = 8;

/** Indexes every ring (polygons) or part (lines). A set without vertices finds nothing. */
export function segmentIndex(
  set: PolygonSet | LineSet,
  { metric = "ellipsoid", allocate = ownBuffer, points = Infinity }: SegmentIndexOptions = {},
): SegmentIndex {
  const { xy } = set;
  const tree = edgeTree(set, points * FEW < xy.length / 2 ? COARSE : FINE);
  const head = Uint32Array.of(metric === "plane" ? 1 : 0, set.count, xy.length);
  const { boxes, levels, leafEdge, edge, feature } = tree;
  const { frame, cellStart, cellEdge } = edgeGrid(tree, xy, aspectOf(boxes, metric));
  return segmentIndexFrom(
    set,
    pack(MARK, [head, levels, leafEdge, edge, feature, boxes, frame, cellStart, cellEdge], allocate),
  );
}

/** Opens `data` of an index of the same set again, without copying. Throws when it is not that. */
export function segmentIndexFrom(set: PolygonSet | LineSet, data: ArrayBufferLike): SegmentIndex {
  const [head, levels, leafEdge, edge, feature, boxes, frame, cellStart, cellEdge] = unpack(MARK, data);
  const [plane, features, coordinates] = head as Uint32Array;
  if (features !== set.count || coordinates !== set.xy.length)
    throw new RangeError(
      `index of ${features} features, ${coordinates} coordinates; set of ${set.count}, ${set.xy.length}`,
    );
  return {
    data,
    metric: plane === 1 ? "plane" : "ellipsoid",
    features,
    xy: set.xy,
    levels: levels as Uint32Array,
    leafEdge: leafEdge as Int32Array,
    edge: edge as Int32Array,
    feature: feature as Uint32Array,
    boxes: boxes as Float64Array,
    frame: frame as Float64Array,
    cellStart: cellStart as Int32Array,
    cellEdge: cellEdge as Int32Array,
  };
}

/** The nearest edge, null when there is none within `maxM`. Edges equally near: any of them. */
export function nearestEdge(
  index: SegmentIndex,
  lon: number,
  lat: number,
  { maxM = Infinity, allowed }: NearestOptions = {},
): NearestEdge | null {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  const { xy } = index;
  const scale = scalesAt(index, lat);
  const found: FoundEdge = { edge: -1, squared: 0 };
  const limit = maxM * maxM * ROUNDING;
  searchNearest(index, xy, lon, lat, scale, 0, limit, allowed, new NearestFirst(), found);
  if (found.edge < 0 || !(Math.sqrt(found.squared) <= maxM)) return null;
  const a = index.edge[found.edge]! & ~1;
  const b = a + 2 * (index.edge[found.edge]! & 1);
  const x = xy[a]!;
  const y = xy[a + 1]!;
  const dx = xy[b]! - x;
  const dy = xy[b + 1]! - y;
  const t = footOnEdge(x - lon, y - lat, dx, dy, scale[0]!, scale[1]!);
  return {
    distanceM: Math.sqrt(found.squared),
    feature: index.feature[found.edge]!,
    vertex: a / 2,
    at: t === 1 ? [xy[b]!, xy[b + 1]!] : [x + t * dx, y + t * dy],
  };
}

/** Distance to the nearest edge, NaN when there is none within `maxM`. */
export function nearestEdgeM(
  index: SegmentIndex,
  lon: number,
  lat: number,
  options: NearestOptions = {},
): number {
  return nearestEdge(index, lon, lat, options)?.distanceM ?? Number.NaN;
}

/** Features with an edge at most `radiusM` away, each once, ascending. */
export function featuresWithin(
  index: SegmentIndex,
  lon: number,
  lat: number,
  radiusM: number,
  allowed?: Uint8Array,
): number[] {
  const { boxes, levels, leafEdge, edge, feature, xy } = index;
  if (boxes.length === 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return [];
  const scale = scalesAt(index, lat);
  const sx = scale[0]!;
  const sy = scale[1]!;
  const hx = scale[2]!;
  const hy = scale[3]!;
  const found = new Set<number>();
  const limit = radiusM * radiusM * ROUNDING;
  const open = [boxes.length / 4 - 1];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (!(leastSquared(boxes, box, lon, lat, sx, sy, hx, hy) <= limit)) continue;
    if (box >= levels[1]!) {
      const to = lastChild(levels, box);
      for (let child = firstChild(levels, box); child < to; child++) open.push(child);
      continue;
    }
    for (let k = leafEdge[box]!; k < leafEdge[box + 1]!; k++) {
      const f = feature[k]!;
      if (found.has(f) || (allowed && allowed[f] === 0)) continue;
      const a = edge[k]! & ~1;
      const b = a + 2 * (edge[k]! & 1);
      const x = xy[a]!;
      const y = xy[a + 1]!;
      const d2 = squaredToEdge(x - lon, y - lat, xy[b]! - x, xy[b + 1]! - y, sx, sy, hx, hy);
      if (Math.sqrt(d2) <= radiusM) found.add(f);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Metres in one unit of y over metres in one unit of x, in the middle of all boxes. */
function aspectOf(boxes: Float64Array, metric: Metric): number {
  const lat = boxes[boxes.length - 3];
  if (metric === "plane" || lat === undefined || Number.isNaN(lat)) return 1;
  const scale = new Float64Array(SCALES);
  putScales(Math.max(-80, Math.min(80, lat)), false, scale, 0);
  return scale[1]! / scale[0]!;
}

function scalesAt({ metric }: SegmentIndex, lat: number): Float64Array {
  const scale = new Float64Array(SCALES);
  putScales(lat, metric === "plane", scale, 0);
  return scale;
}
