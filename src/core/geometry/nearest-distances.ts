/**
 * Distance to the nearest edge for many points. Points are taken in blocks (`point-block.ts`); the edge found
 * last is a first bound for the next ones, one walk down the tree lists the leaves that can hold anything
 * nearer, and each point looks into those that its own bound leaves. A block whose list would be long is first
 * given a better bound (a search for its middle point), then halved. Any order of points is right; in place
 * order one point costs a handful of boxes and edges, whatever the number of edges.
 */
import { squaredToEdge } from "./edge-distance.ts";
import { type FoundEdge, ROUNDING, searchNearest } from "./edge-search.ts";
import { SCALES } from "./metric.ts";
import { NearestFirst } from "./nearest-first.ts";
import {
  askedBoxes,
  frameBlock,
  LOW_X,
  LOW_Y,
  leavesNear,
  type PointBlock,
  pointBlock,
} from "./point-block.ts";
import type { NearestOptions, SegmentIndex } from "./segment-index.ts";

export interface ManyNearestOptions extends NearestOptions {
  /** Where the distances go, one per point; left out: a new column. */
  readonly out?: Float64Array;
  /** Only points `[from, to)` are asked, and only their places of `out` written; left out: all. */
  readonly from?: number;
  readonly to?: number;
}

/** Points in a block at most. */
const BLOCK = 12;
/** Leaves of a block at most, unless it is a single point. */
const LEAVES = 256;

/**
 * Metres from each point to the nearest edge, NaN when there is none within `maxM` and for a point that is not
 * finite: for each the same number as `nearestEdgeM`. Throws a RangeError when the columns differ in length.
 */
export function nearestDistances(
  index: SegmentIndex,
  lon: Float64Array,
  lat: Float64Array,
  {
    maxM = Infinity,
    allowed,
    out = new Float64Array(lon.length).fill(Number.NaN),
    from = 0,
    to = lon.length,
  }: ManyNearestOptions = {},
): Float64Array {
  if (lat.length !== lon.length || out.length !== lon.length || from < 0 || to > lon.length)
    throw new RangeError(
      `${lon.length} longitudes, ${lat.length} latitudes, room for ${out.length}, asked from ${from} to ${to}`,
    );
  if (index.boxes.length === 0) return out.fill(Number.NaN, from, to);
  const plane = index.metric === "plane";
  const asked = allowed ? askedBoxes(index, allowed) : null;
  const limit = maxM * maxM * ROUNDING;
  const most = Math.min(maxM, Number.MAX_VALUE);
  const block = pointBlock(BLOCK, LEAVES);
  const bound = new Float64Array(BLOCK).fill(limit);
  const queue = new NearestFirst();
  const found: FoundEdge = { edge: -1, squared: 0 };
  let last = -1;
  let size = BLOCK;
  for (let first = from; first < to; ) {
    const end = Math.min(first + size, to);
    frameBlock(lon, lat, first, end, plane, block.scale, block.frame);
    let worst = last < 0 ? limit : boundBlock(index, last, lon, lat, first, end, block.scale, bound, limit);
    let leaves = leavesNear(index, block, worst, LEAVES, asked);
    if (leaves < 0) {
      const middle = (first + end) >>> 1;
      const at = SCALES * (middle - first);
      searchNearest(
        index,
        index.xy,
        lon[middle]!,
        lat[middle]!,
        block.scale,
        at,
        limit,
        allowed,
        queue,
        found,
      );
      if (found.edge >= 0) last = found.edge;
      if (end - first === 1) {
        const metres = Math.sqrt(found.squared);
        out[first++] = found.edge >= 0 && metres <= most ? metres : Number.NaN;
        size = 2;
        continue;
      }
      if (last >= 0) worst = boundBlock(index, last, lon, lat, first, end, block.scale, bound, limit);
      leaves = leavesNear(index, block, worst, LEAVES, asked);
      if (leaves < 0) {
        size = (end - first) >>> 1;
        continue;
      }
    }
    last = solveBlock(index, block, leaves, lon, lat, first, end, bound, last, limit, most, allowed, out);
    size = Math.min(BLOCK, 2 * size);
    first = end;
  }
  return out;
}

/** Writes the squared distance of each point of a block to one edge; returns the greatest, at most `limit`. */
function boundBlock(
  { edge, xy }: SegmentIndex,
  k: number,
  lon: Float64Array,
  lat: Float64Array,
  from: number,
  to: number,
  scale: Float64Array,
  bound: Float64Array,
  limit: number,
): number {
  const a = edge[k]! & ~1;
  const b = a + 2 * (edge[k]! & 1);
  const x = xy[a]!;
  const y = xy[a + 1]!;
  const dx = xy[b]! - x;
  const dy = xy[b + 1]! - y;
  let worst = 0;
  for (let i = from; i < to; i++) {
    const s = SCALES * (i - from);
    const d2 = squaredToEdge(
      x - lon[i]!,
      y - lat[i]!,
      dx,
      dy,
      scale[s]!,
      scale[s + 1]!,
      scale[s + 2]!,
      scale[s + 3]!,
    );
    bound[i - from] = d2;
    if (d2 > worst) worst = d2;
  }
  return Math.min(worst, limit) * ROUNDING;
}

/**
 * Fills `out` for the points of a block from the leaves that were listed; returns the edge found last. The leaf
 * that held the nearest edge of the point before stands first in the list and is always looked into: it mostly
 * holds this point's too, and then no other box is opened.
 */
function solveBlock(
  { leafEdge, edge, feature, xy }: SegmentIndex,
  { scale, frame, leaf, leafBox }: PointBlock,
  leaves: number,
  lon: Float64Array,
  lat: Float64Array,
  from: number,
  to: number,
  bound: Float64Array,
  known: number,
  limit: number,
  maxM: number,
  allowed: Uint8Array | undefined,
  out: Float64Array,
): number {
  const lowX = frame[LOW_X]!;
  const lowY = frame[LOW_Y]!;
  let last = known;
  for (let q = 1; q < leaves && known >= 0; q++) {
    if (known >= leafEdge[leaf[q]!]! && known < leafEdge[leaf[q]! + 1]!) swapFirst(leaf, leafBox, q);
  }
  for (let i = from; i < to; i++) {
    const px = lon[i]!;
    const py = lat[i]!;
    const s = SCALES * (i - from);
    const sx = scale[s]!;
    const sy = scale[s + 1]!;
    const hx = scale[s + 2]!;
    const hy = scale[s + 3]!;
    let best = bound[i - from]!;
    let found = known;
    if (!(best <= limit) || known < 0) {
      best = limit;
      found = -1;
    }
    let at = 0;
    for (let q = 0; q < leaves; q++) {
      const gapX = Math.abs(leafBox[4 * q]! - px) - leafBox[4 * q + 2]!;
      const gapY = Math.abs(leafBox[4 * q + 1]! - py) - leafBox[4 * q + 3]!;
      const mx = (gapX + Math.abs(gapX)) * lowX;
      const my = (gapY + Math.abs(gapY)) * lowY;
      if (!(mx * mx + my * my <= best)) continue;
      const l = leaf[q]!;
      for (let k = leafEdge[l]!, end = leafEdge[l + 1]!; k < end; k++) {
        const a = edge[k]! & ~1;
        const b = a + 2 * (edge[k]! & 1);
        const x = xy[a]!;
        const y = xy[a + 1]!;
        const d2 = squaredToEdge(x - px, y - py, xy[b]! - x, xy[b + 1]! - y, sx, sy, hx, hy);
        if (d2 <= best && (allowed === undefined || allowed[feature[k]!] !== 0)) {
          best = d2;
          found = k;
          at = q;
        }
      }
    }
    const metres = Math.sqrt(best);
    out[i] = found >= 0 && metres <= maxM ? metres : Number.NaN;
    if (found >= 0) last = found;
    if (at > 0) swapFirst(leaf, leafBox, at);
  }
  return last;
}

function swapFirst(leaf: Uint32Array, leafBox: Float64Array, q: number): void {
  const l = leaf[0]!;
  leaf[0] = leaf[q]!;
  leaf[q] = l;
  for (let k = 0; k < 4; k++) {
    const side = leafBox[k]!;
    leafBox[k] = leafBox[4 * q + k]!;
    leafBox[4 * q + k] = side;
  }
}
