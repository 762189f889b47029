/**
 * Edges that share nothing but ends as half-edges: edge `e` runs as `2e` from its first to its second vertex and as
 * `2e + 1` back. The face of a half-edge lies to its left.
 */
import { orient2d } from "robust-predicates";
import type { EdgeTable } from "./edge-table.ts";
import type { VertexTable } from "./vertex-table.ts";

export interface HalfEdges {
  readonly count: number;
  /** Vertex each half-edge begins at. */
  readonly origin: Int32Array;
  /** The half-edge that follows round the face to the left. */
  readonly next: Int32Array;
  /** Half-edges out of vertex `v`, anticlockwise from east: `out[first[v]] … out[first[v + 1] - 1]`. */
  readonly first: Int32Array;
  readonly out: Int32Array;
}

/** Order is exact. */
export function halfEdgesOf(t: VertexTable, edges: EdgeTable): HalfEdges {
  const count = 2 * edges.count;
  const origin = new Int32Array(count);
  const first = new Int32Array(t.count + 1);
  for (let e = 0; e < edges.count; e++) {
    origin[2 * e] = edges.from[e]!;
    origin[2 * e + 1] = edges.to[e]!;
  }
  for (let h = 0; h < count; h++) first[origin[h]! + 1]!++;
  for (let v = 0; v < t.count; v++) first[v + 1]! += first[v]!;
  const out = new Int32Array(count);
  const at = first.slice(0, -1);
  for (let h = 0; h < count; h++) out[at[origin[h]!]!++] = h;
  const place = new Int32Array(count);
  for (let v = 0; v < t.count; v++) {
    const from = first[v]!;
    const to = first[v + 1]!;
    if (to - from > 1) out.subarray(from, to).sort((g, h) => turn(t, v, origin[g ^ 1]!, origin[h ^ 1]!));
    for (let k = from; k < to; k++) place[out[k]!] = k;
  }
  const next = new Int32Array(count);
  for (let h = 0; h < count; h++) {
    const twin = h ^ 1;
    const v = origin[twin]!;
    const k = place[twin]!;
    next[h] = out[k === first[v]! ? first[v + 1]! - 1 : k - 1]!;
  }
  return { count, origin, next, first, out };
}

/** Negative when the direction from `v` to `a` comes before that to `b`, anticlockwise from east. */
function turn(t: VertexTable, v: number, a: number, b: number): number {
  const halfA = half(t, v, a);
  const halfB = half(t, v, b);
  if (halfA !== halfB) return halfA - halfB;
  // orient2d counts as if y ran downward: negative is anticlockwise here.
  return orient2d(t.x(v), t.y(v), t.x(a), t.y(a), t.x(b), t.y(b));
}

/** 0 for directions from east up to, not including, west; 1 for the others. */
export function half(t: VertexTable, v: number, a: number): 0 | 1 {
  return t.y(a) > t.y(v) || (t.y(a) === t.y(v) && t.x(a) > t.x(v)) ? 0 : 1;
}
