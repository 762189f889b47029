/**
 * A packed tree of boxes over the edges of polygons or lines. Chains are cut into runs of consecutive edges, runs
 * are put in order along a Z-shaped curve, neighbours fill a leaf, leaves fill nodes (packing along a curve:
 * Kamel & Faloutsos, "On packing R-trees", CIKM 1993). The curve has 2^26 columns and rows, so a far outlier
 * leaves it fine enough for the rest. Built in O(n) time and memory for n edges.
 */
import type { LineSet, PolygonSet } from "../model/geometry.ts";
import { LATTICE_SIDE, latticeOrder } from "./place-order.ts";

/** Boxes under a node. */
export const NODE = 8;

export interface EdgeTree {
  /**
   * Middle x, middle y, half width, half height of each box, a little wider than what it holds: the leaves
   * first, then the nodes of each level; the root is last. NaN for a leaf without a finite coordinate.
   */
  readonly boxes: Float64Array;
  /** First box of each level, one entry more than levels; level 0 is the leaves. */
  readonly levels: Uint32Array;
  /** First edge of each leaf, one entry more than leaves. */
  readonly leafEdge: Int32Array;
  /**
   * Place of the edge's first vertex in `xy`, plus 1; without the 1 for a single position, an edge of no length.
   * So `edge & ~1` is where it starts and `(edge & ~1) + 2 * (edge & 1)` where it ends.
   */
  readonly edge: Int32Array;
  /** Feature of each edge. */
  readonly feature: Uint32Array;
}

/** Runs of consecutive edges: first edge (as in `EdgeTree`), number of edges, feature, middle of the box. */
interface Runs {
  readonly first: Uint32Array;
  readonly edges: Uint8Array;
  readonly feature: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly total: number;
}

/** Builds the tree with at most `leaf` (up to 255) edges in a leaf. */
export function edgeTree(set: PolygonSet | LineSet, leaf: number): EdgeTree {
  const runs = runsOf(set, leaf);
  const count = runs.first.length;
  const { order } = latticeOrder(latticePlaces(runs.x), latticePlaces(runs.y));
  const edge = new Int32Array(runs.total);
  const feature = new Uint32Array(runs.total);
  const starts = new Int32Array(count + 1);
  let leaves = 0;
  let at = 0;
  let filled = leaf;
  for (let k = 0; k < count; k++) {
    const run = order[k]!;
    const edges = runs.edges[run]!;
    if (filled + edges > leaf) {
      starts[leaves++] = at;
      filled = 0;
    }
    filled += edges;
    for (let j = 0; j < edges; j++) {
      edge[at] = runs.first[run]! + 2 * j;
      feature[at++] = runs.feature[run]!;
    }
  }
  starts[leaves] = at;
  const leafEdge = starts.slice(0, leaves + 1);
  const levels = levelsOver(leaves);
  return { boxes: boxesOf(set.xy, edge, leafEdge, levels), levels, leafEdge, edge, feature };
}

/** Chains cut into runs of nearly equal length, none longer than `most`. */
function runsOf(set: PolygonSet | LineSet, most: number): Runs {
  const { xy } = set;
  const chainVertex = "ringVertex" in set ? set.ringVertex : set.partVertex;
  let count = 0;
  let total = 0;
  for (let c = 0; c + 1 < chainVertex.length; c++) {
    const edges = edgesOf(chainVertex, c);
    total += edges;
    count += Math.ceil(edges / most);
  }
  const first = new Uint32Array(count);
  const lengths = new Uint8Array(count);
  const feature = new Uint32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const box = new Float64Array(4);
  let run = 0;
  for (let f = 0; f < set.count; f++) {
    const to = firstChain(set, f + 1);
    for (let c = firstChain(set, f); c < to; c++) {
      const edges = edgesOf(chainVertex, c);
      const single = chainVertex[c + 1]! - chainVertex[c]! === 1;
      const pieces = Math.ceil(edges / most);
      for (let k = 0; k < pieces; k++) {
        const from = Math.floor((k * edges) / pieces);
        first[run] = 2 * (chainVertex[c]! + from) + (single ? 0 : 1);
        lengths[run] = Math.floor(((k + 1) * edges) / pieces) - from;
        feature[run] = f;
        emptyBox(box);
        for (let j = 0; j < lengths[run]!; j++) widenByEdge(box, xy, first[run]! + 2 * j);
        x[run] = box[0]! <= box[2]! ? (box[0]! + box[2]!) / 2 : 0;
        y[run] = box[1]! <= box[3]! ? (box[1]! + box[3]!) / 2 : 0;
        run++;
      }
    }
  }
  return { first, edges: lengths, feature, x, y, total };
}

/** First ring or part of feature `f`; that of feature `count` is one past the last of all. */
function firstChain(set: PolygonSet | LineSet, f: number): number {
  const part = set.featurePart[f]!;
  return "ringVertex" in set ? set.partRing[part]! : part;
}

/** A single position counts as an edge of no length. */
function edgesOf(chainVertex: Uint32Array, c: number): number {
  const vertices = chainVertex[c + 1]! - chainVertex[c]!;
  return vertices > 1 ? vertices - 1 : vertices;
}

/** Columns (or rows) of a lattice over the values. */
function latticePlaces(values: Float64Array): Uint32Array {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < least) least = values[i]!;
    if (values[i]! > most) most = values[i]!;
  }
  const scale = most > least ? (LATTICE_SIDE - 1) / (most - least) : 0;
  const places = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) places[i] = (values[i]! - least) * scale;
  return places;
}

function levelsOver(leaves: number): Uint32Array {
  const levels = [0, leaves];
  let total = leaves;
  for (let size = leaves; size > 1; ) {
    size = Math.ceil(size / NODE);
    total += size;
    levels.push(total);
  }
  return Uint32Array.from(levels);
}

function boxesOf(
  xy: Float64Array,
  edge: Int32Array,
  leafEdge: Int32Array,
  levels: Uint32Array,
): Float64Array {
  const boxes = new Float64Array(4 * levels[levels.length - 1]!);
  const box = new Float64Array(4);
  for (let l = 0; l + 1 < leafEdge.length; l++) {
    emptyBox(box);
    for (let k = leafEdge[l]!; k < leafEdge[l + 1]!; k++) widenByEdge(box, xy, edge[k]!);
    boxes.set(box, 4 * l);
  }
  for (let level = 1; level + 1 < levels.length; level++) {
    const last = levels[level]!;
    let child = levels[level - 1]!;
    for (let node = last; node < levels[level + 1]!; node++) {
      emptyBox(box);
      for (const to = Math.min(child + NODE, last); child < to; child++) widenByBox(box, boxes, child);
      boxes.set(box, 4 * node);
    }
  }
  toMiddles(boxes);
  return boxes;
}

/**
 * West, south, east, north become middle and half sizes, widened by 2^-46 of the greatest coordinate (0.3 µm in
 * degrees): more than the rounding of any distance to what the box holds.
 */
function toMiddles(boxes: Float64Array): void {
  let greatest = 0;
  for (let k = 0; k < boxes.length; k++) {
    const size = Math.abs(boxes[k]!);
    if (size > greatest && size < Infinity) greatest = size;
  }
  const pad = greatest * 2 ** -46;
  for (let k = 0; k < boxes.length; k += 4) {
    const west = boxes[k]!;
    const south = boxes[k + 1]!;
    boxes[k + 2] = (boxes[k + 2]! - west) / 2;
    boxes[k + 3] = (boxes[k + 3]! - south) / 2;
    boxes[k] = west + boxes[k + 2]!;
    boxes[k + 1] = south + boxes[k + 3]!;
    boxes[k + 2]! += pad;
    boxes[k + 3]! += pad;
  }
}

function emptyBox(box: Float64Array): void {
  box[0] = Infinity;
  box[1] = Infinity;
  box[2] = -Infinity;
  box[3] = -Infinity;
}

function widenByEdge(box: Float64Array, xy: Float64Array, edge: number): void {
  const from = edge & ~1;
  widenByVertex(box, xy[from]!, xy[from + 1]!);
  if (edge & 1) widenByVertex(box, xy[from + 2]!, xy[from + 3]!);
}

function widenByVertex(box: Float64Array, x: number, y: number): void {
  // The difference is NaN for anything that is not finite: such an edge is never the nearest.
  if (x - x + y - y !== 0) return;
  if (x < box[0]!) box[0] = x;
  if (y < box[1]!) box[1] = y;
  if (x > box[2]!) box[2] = x;
  if (y > box[3]!) box[3] = y;
}

function widenByBox(box: Float64Array, boxes: Float64Array, b: number): void {
  if (boxes[4 * b]! < box[0]!) box[0] = boxes[4 * b]!;
  if (boxes[4 * b + 1]! < box[1]!) box[1] = boxes[4 * b + 1]!;
  if (boxes[4 * b + 2]! > box[2]!) box[2] = boxes[4 * b + 2]!;
  if (boxes[4 * b + 3]! > box[3]!) box[3] = boxes[4 * b + 3]!;
}
