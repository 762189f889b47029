/**
 * The nearest edge of polygons or lines, in metres on the ellipsoid. Runs of consecutive edges are packed
 * into boxes, the boxes into a tree along a Hilbert curve; a search opens the nearest box first and stops
 * when no unopened box can hold anything nearer. Distances inside a search use the scales of the point's
 * latitude corrected to the middle latitude; the result is measured with `distanceM`.
 */
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { boxTree, childrenOf } from "./box-tree.ts";
import { distanceM, metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { hilbertOrder } from "./hilbert-order.ts";
import { NearestFirst } from "./nearest-first.ts";

/** Edges in a run. */
const RUN = 8;

/** A search goes this much beyond its limit (squared), because the limit is judged by `distanceM`. */
const SEARCH_MARGIN = 1.0001;

/** Plain arrays, can be transferred. */
export interface SegmentIndex {
  readonly xy: Float64Array;
  /** First vertex and number of edges of each run (0 edges: a single position), and its feature. */
  readonly runVertex: Uint32Array;
  readonly runEdges: Uint8Array;
  readonly runFeature: Uint32Array;
  /** West, south, east, north: boxes of the runs first, then of each level of nodes; the root is last. */
  readonly boxes: Float64Array;
  /** First box of each level, one entry more than levels; level 0 is the runs. */
  readonly levels: Uint32Array;
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

/** Builds the index of every ring (polygons) or part (lines). A set without vertices finds nothing. */
export function segmentIndex(set: PolygonSet | LineSet): SegmentIndex {
  const { xy } = set;
  const chainVertex = "ringVertex" in set ? set.ringVertex : set.partVertex;
  const vertex: number[] = [];
  const edges: number[] = [];
  const feature: number[] = [];
  for (let f = 0; f < set.count; f++) {
    const chains: readonly [number, number] =
      "ringVertex" in set
        ? [set.partRing[set.featurePart[f]!]!, set.partRing[set.featurePart[f + 1]!]!]
        : [set.featurePart[f]!, set.featurePart[f + 1]!];
    for (let c = chains[0]; c < chains[1]; c++) {
      const last = chainVertex[c + 1]! - 1;
      for (let v = chainVertex[c]!; v < last || v === chainVertex[c]; v += RUN) {
        if (v > last) break;
        vertex.push(v);
        edges.push(Math.min(RUN, last - v));
        feature.push(f);
      }
    }
  }
  const order = hilbertOrder(runCentres(xy, vertex, edges));
  const runs = order.length;
  const runVertex = new Uint32Array(runs);
  const runEdges = new Uint8Array(runs);
  const runFeature = new Uint32Array(runs);
  order.forEach((from, to) => {
    runVertex[to] = vertex[from]!;
    runEdges[to] = edges[from]!;
    runFeature[to] = feature[from]!;
  });
  const { boxes, levels } = boxTree(xy, runVertex, runEdges);
  return { xy, runVertex, runEdges, runFeature, boxes, levels };
}

/** The nearest edge, null when there is none within `maxM`. Edges equally near: any of them. */
export function nearestEdge(
  index: SegmentIndex,
  lon: number,
  lat: number,
  { maxM = Infinity, allowed }: NearestOptions = {},
): NearestEdge | null {
  if (index.runVertex.length === 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  const scale = scalesAt(lat);
  const { boxes, levels, xy } = index;
  const queue = new NearestFirst();
  let best = maxM * maxM * SEARCH_MARGIN;
  let found = -1;
  let foundVertex = 0;
  let foundAt = 0;
  queue.push(boxes.length / 4 - 1, 0);
  while (queue.size > 0 && queue.least() <= best) {
    const box = queue.pop();
    if (box < levels[1]!) {
      if (allowed && allowed[index.runFeature[box]!] === 0) continue;
      const first = index.runVertex[box]!;
      const last = first + Math.max(1, index.runEdges[box]!);
      for (let v = first; v < last; v++) {
        const t = index.runEdges[box] === 0 ? 0 : footOnEdge(xy, v, lon, lat, scale);
        const d2 = squaredM(xy, v, t, lon, lat, scale);
        if (d2 > best || (d2 === best && found >= 0)) continue;
        best = d2;
        found = box;
        foundVertex = v;
        foundAt = t;
      }
      continue;
    }
    const [from, to] = childrenOf(levels, box);
    for (let child = from; child < to; child++) {
      const least = leastSquaredM(boxes, child, lon, lat, scale);
      if (least <= best) queue.push(child, least);
    }
  }
  if (found < 0) return null;
  const at = alongEdge(xy, foundVertex, foundAt);
  const metres = distanceM(lon, lat, at[0], at[1]);
  if (metres > maxM) return null;
  return { distanceM: metres, feature: index.runFeature[found]!, vertex: foundVertex, at };
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
  if (index.runVertex.length === 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return [];
  const scale = scalesAt(lat);
  const { boxes, levels, xy, runFeature } = index;
  const found = new Set<number>();
  const limit = radiusM * radiusM * SEARCH_MARGIN;
  const stack = [boxes.length / 4 - 1];
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    if (leastSquaredM(boxes, box, lon, lat, scale) > limit) continue;
    if (box >= levels[1]!) {
      const [from, to] = childrenOf(levels, box);
      for (let child = from; child < to; child++) stack.push(child);
      continue;
    }
    const f = runFeature[box]!;
    if (found.has(f) || (allowed && allowed[f] === 0)) continue;
    const first = index.runVertex[box]!;
    const last = first + Math.max(1, index.runEdges[box]!);
    for (let v = first; v < last; v++) {
      const t = index.runEdges[box] === 0 ? 0 : footOnEdge(xy, v, lon, lat, scale);
      const at = alongEdge(xy, v, t);
      if (distanceM(lon, lat, at[0], at[1]) > radiusM) continue;
      found.add(f);
      break;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Metres per degree at the point's latitude and how they change per degree northward. */
interface Scales {
  readonly x: number;
  readonly y: number;
  readonly xNorth: number;
  readonly yNorth: number;
}

function scalesAt(lat: number): Scales {
  const step = 0.01;
  return {
    x: metresPerDegreeLon(lat),
    y: metresPerDegreeLat(lat),
    xNorth: (metresPerDegreeLon(lat + step) - metresPerDegreeLon(lat - step)) / (2 * step),
    yNorth: (metresPerDegreeLat(lat + step) - metresPerDegreeLat(lat - step)) / (2 * step),
  };
}

/** Where along edge `v` (0 … 1) its nearest position lies, in the plane of the point's own scales. */
function footOnEdge(xy: Float64Array, v: number, lon: number, lat: number, scale: Scales): number {
  const ax = (xy[2 * v]! - lon) * scale.x;
  const ay = (xy[2 * v + 1]! - lat) * scale.y;
  const dx = (xy[2 * v + 2]! - xy[2 * v]!) * scale.x;
  const dy = (xy[2 * v + 3]! - xy[2 * v + 1]!) * scale.y;
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return 0;
  const t = -(ax * dx + ay * dy) / length2;
  return Math.max(0, Math.min(1, t));
}

function alongEdge(xy: Float64Array, v: number, t: number): LonLat {
  const x = xy[2 * v]!;
  const y = xy[2 * v + 1]!;
  if (t === 0) return [x, y];
  if (t === 1) return [xy[2 * v + 2]!, xy[2 * v + 3]!];
  return [x + t * (xy[2 * v + 2]! - x), y + t * (xy[2 * v + 3]! - y)];
}

/** Square of the distance to the position `t` along edge `v`, with the scales of the middle latitude. */
function squaredM(xy: Float64Array, v: number, t: number, lon: number, lat: number, scale: Scales): number {
  let x = xy[2 * v]! - lon;
  let y = xy[2 * v + 1]! - lat;
  if (t !== 0) {
    x += t * (xy[2 * v + 2]! - xy[2 * v]!);
    y += t * (xy[2 * v + 3]! - xy[2 * v + 1]!);
  }
  const mx = x * (scale.x + scale.xNorth * (y / 2));
  const my = y * (scale.y + scale.yNorth * (y / 2));
  return mx * mx + my * my;
}

/** At most the square of the distance to anything in the box, by the measure of `squaredM`. */
function leastSquaredM(boxes: Float64Array, box: number, lon: number, lat: number, scale: Scales): number {
  const south = boxes[4 * box + 1]! - lat;
  const north = boxes[4 * box + 3]! - lat;
  const x = Math.max(boxes[4 * box]! - lon, lon - boxes[4 * box + 2]!, 0);
  const y = Math.max(south, -north, 0);
  // The scales change steadily with latitude: the least is at one end of the box.
  const xScale = Math.min(scale.x + (scale.xNorth * south) / 2, scale.x + (scale.xNorth * north) / 2);
  const yScale = Math.min(scale.y + (scale.yNorth * south) / 2, scale.y + (scale.yNorth * north) / 2);
  const mx = x * Math.max(0, xScale);
  const my = y * Math.max(0, yScale);
  return (mx * mx + my * my) * (1 - 1e-12);
}

function runCentres(
  xy: Float64Array,
  vertex: readonly number[],
  edges: readonly number[],
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(vertex.length);
  const y = new Float64Array(vertex.length);
  for (let r = 0; r < vertex.length; r++) {
    const first = vertex[r]!;
    const last = first + edges[r]!;
    x[r] = (xy[2 * first]! + xy[2 * last]!) / 2;
    y[r] = (xy[2 * first + 1]! + xy[2 * last + 1]!) / 2;
  }
  return { x, y };
}
