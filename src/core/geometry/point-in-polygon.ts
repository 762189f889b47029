/**
 * Exact point in polygon. Every feature is cut into horizontal slabs that list the edges reaching into them,
 * so a test reads a handful of edges; a point too close to an edge for plain arithmetic is decided by
 * Shewchuk's adaptive orientation test. Even-odd over the rings of each part; a feature is all its parts
 * together, so a stretch that two parts cover stays inside (a zone must not open where it was drawn twice).
 */
import { orient2d } from "robust-predicates";
import type { PolygonSet } from "../model/geometry.ts";

/** Answers of `locate`. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const ON_BOUNDARY = 2;
export type Location = typeof OUTSIDE | typeof INSIDE | typeof ON_BOUNDARY;

/** Bounds and slabs of every feature. Plain arrays, can be transferred. */
export interface Slabs {
  readonly xy: Float64Array;
  /** West, south, east, north of each feature; an empty feature has infinite bounds the wrong way round. */
  readonly bounds: Float64Array;
  /** Slabs in a degree of latitude, 0 for a feature of one slab. */
  readonly perDegree: Float64Array;
  /** First slab of each feature, one entry more than features. */
  readonly firstSlab: Uint32Array;
  /** First entry of `edge` of each slab, one entry more than slabs. */
  readonly slabEdge: Uint32Array;
  /** First vertex of an edge; the edge runs to the next vertex. In a slab they ascend: part after part. */
  readonly edge: Uint32Array;
  /** First part of each feature, one entry more than features. */
  readonly featurePart: Uint32Array;
  /** First vertex of each part, one entry more than parts. */
  readonly partVertex: Uint32Array;
}

/** Mean number of edges for which a slab is made: measured, 3 to 8 are alike. */
const EDGES_PER_SLAB = 4;

/** Builds the slabs of every feature. A set without features is fine. */
export function slabsOf(set: PolygonSet): Slabs {
  const { count, featurePart, partRing, ringVertex, xy } = set;
  const bounds = new Float64Array(count * 4);
  const perDegree = new Float64Array(count);
  const firstSlab = new Uint32Array(count + 1);
  let slabs = 0;
  for (let f = 0; f < count; f++) {
    const from = ringVertex[partRing[featurePart[f]!]!]!;
    const to = ringVertex[partRing[featurePart[f + 1]!]!]!;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = from; i < to; i++) {
      const x = xy[2 * i]!;
      const y = xy[2 * i + 1]!;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    bounds.set([west, south, east, north], 4 * f);
    const wanted = Math.max(1, Math.ceil((to - from) / EDGES_PER_SLAB));
    const density = wanted / (north - south);
    perDegree[f] = Number.isFinite(density) && density > 0 ? density : 0;
    firstSlab[f] = slabs;
    slabs += perDegree[f] === 0 ? 1 : wanted + 1;
  }
  firstSlab[count] = slabs;
  const slabEdge = new Uint32Array(slabs + 1);
  eachSlabEdge(set, bounds, perDegree, firstSlab, slabEdge, null);
  for (let s = 0; s < slabs; s++) slabEdge[s + 1]! += slabEdge[s]!;
  const edge = new Uint32Array(slabEdge[slabs]!);
  eachSlabEdge(set, bounds, perDegree, firstSlab, slabEdge.slice(0, slabs), edge);
  const partVertex = Uint32Array.from(partRing, (ring) => ringVertex[ring]!);
  return { xy, bounds, perDegree, firstSlab, slabEdge, edge, featurePart, partVertex };
}

/** Counts edges into `counter[slab + 1]`, or with `edge` given writes them at `counter[slab]++`. */
function eachSlabEdge(
  set: PolygonSet,
  bounds: Float64Array,
  perDegree: Float64Array,
  firstSlab: Uint32Array,
  counter: Uint32Array,
  edge: Uint32Array | null,
): void {
  const { count, featurePart, partRing, ringVertex, xy } = set;
  for (let f = 0; f < count; f++) {
    const south = bounds[4 * f + 1]!;
    const density = perDegree[f]!;
    const first = firstSlab[f]!;
    const last = firstSlab[f + 1]! - 1;
    const toRing = partRing[featurePart[f + 1]!]!;
    for (let r = partRing[featurePart[f]!]!; r < toRing; r++) {
      const lastVertex = ringVertex[r + 1]! - 1;
      for (let i = ringVertex[r]!; i < lastVertex; i++) {
        // The same rounding as in `locate`, hence monotone: an edge spanning a latitude is in its slab.
        let low = first + (((xy[2 * i + 1]! - south) * density) | 0);
        let high = first + (((xy[2 * i + 3]! - south) * density) | 0);
        if (low > high) [low, high] = [high, low];
        if (high > last) high = last;
        if (low > last) low = last;
        if (edge) for (let s = low; s <= high; s++) edge[counter[s]!++] = i;
        else for (let s = low; s <= high; s++) counter[s + 1]!++;
      }
    }
  }
}

/** Where a position lies in feature `f`: 0 outside, 1 inside, 2 on a boundary. NaN is outside. */
export function locate(slabs: Slabs, f: number, lon: number, lat: number): Location {
  const { bounds, firstSlab, slabEdge, edge, xy, featurePart, partVertex } = slabs;
  const b = 4 * f;
  const south = bounds[b + 1]!;
  if (!(lon >= bounds[b]! && lat >= south && lon <= bounds[b + 2]! && lat <= bounds[b + 3]!)) return OUTSIDE;
  const last = firstSlab[f + 1]! - 1;
  let slab = firstSlab[f]! + (((lat - south) * slabs.perDegree[f]!) | 0);
  if (slab > last) slab = last;
  let inside = false;
  const lastPart = featurePart[f + 1]! - 1;
  let part = featurePart[f]!;
  // Vertices of the part being counted end here; a feature of one part never gets there.
  let partEnd = part < lastPart ? partVertex[part + 1]! : Infinity;
  const to = slabEdge[slab + 1]!;
  for (let k = slabEdge[slab]!; k < to; k++) {
    if (edge[k]! >= partEnd) {
      if (inside) return INSIDE;
      part = partOf(partVertex, part + 1, lastPart, edge[k]!);
      partEnd = part < lastPart ? partVertex[part + 1]! : Infinity;
    }
    const i = 2 * edge[k]!;
    const y1 = xy[i + 1]!;
    const y2 = xy[i + 3]!;
    if (y1 > lat !== y2 > lat) {
      // Half-open rule: the edge crosses this latitude exactly once.
      const x1 = xy[i]!;
      const x2 = xy[i + 2]!;
      if (x1 > lon && x2 > lon) inside = !inside;
      else if (x1 >= lon || x2 >= lon) {
        const side = orient2d(x1, y1, x2, y2, lon, lat);
        if (side === 0) return ON_BOUNDARY;
        if (side > 0 === y1 > y2) inside = !inside;
      }
    } else if (y1 === lat) {
      const x1 = xy[i]!;
      if (x1 === lon) return ON_BOUNDARY;
      if (y2 === lat && x1 <= lon === lon <= xy[i + 2]!) return ON_BOUNDARY;
    }
  }
  return inside ? INSIDE : OUTSIDE;
}

/** The part among `low` to `high` that owns a vertex. */
function partOf(partVertex: Uint32Array, low: number, high: number, vertex: number): number {
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (partVertex[middle]! <= vertex) low = middle;
    else high = middle - 1;
  }
  return low;
}
