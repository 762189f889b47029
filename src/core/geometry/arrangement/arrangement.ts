/**
 * The ground cut up by outlines: faces, and which outlines cover each of them. Overlaps are faces that two cover,
 * gaps are closed faces that none covers. Which edges cross, how they lie round a vertex and what covers a face is
 * decided exactly; only places are rounded, by a few micrometres (`SNAP`).
 */
import { orient2d } from "robust-predicates";
import type { LonLat } from "../../units.ts";
import { EdgeTable } from "./edge-table.ts";
import { type HalfEdges, half, halfEdgesOf } from "./half-edges.ts";
import { nodeEdges } from "./node-edges.ts";
import { VertexTable } from "./vertex-table.ts";

/** An outline by its rings (even-odd among them); open rings are read as closed. Degrees or any plane. */
export type Outline = readonly (readonly LonLat[])[];

export interface Arrangement {
  readonly vertices: VertexTable;
  readonly halfEdges: HalfEdges;
  /** Face to the left of each half-edge. Face 0 is the outside, without bounds. */
  readonly faceOf: Int32Array;
  /** Numbers of the outlines that cover each face, ascending. */
  readonly covers: readonly (readonly number[])[];
  /** A half-edge on each cycle that bounds the face: the one around it first (face 0 has none), then holes. */
  readonly cycles: readonly (readonly number[])[];
}

/** Null when the outlines cannot be cut up (`nodeEdges`). Positions must be finite. */
export function arrange(outlines: readonly Outline[]): Arrangement | null {
  const vertices = new VertexTable();
  const laid = new EdgeTable();
  outlines.forEach((rings, label) => {
    for (const ring of rings) layRing(vertices, laid, ring, label);
  });
  const edges = nodeEdges(vertices, laid);
  if (edges === null) return null;
  const halfEdges = halfEdgesOf(vertices, edges);
  return { vertices, halfEdges, ...facesOf(vertices, halfEdges, edges) };
}

/** The cycle of half-edge `start` as a closed ring. */
export function ringOf({ vertices, halfEdges: { origin, next } }: Arrangement, start: number): LonLat[] {
  const out: LonLat[] = [];
  let h = start;
  do {
    out.push([vertices.x(origin[h]!), vertices.y(origin[h]!)]);
    h = next[h]!;
  } while (h !== start);
  out.push(out[0]!);
  return out;
}

function layRing(vertices: VertexTable, edges: EdgeTable, ring: readonly LonLat[], label: number): void {
  const last = ring.at(-1);
  if (last === undefined) return;
  let from = vertices.vertex(last[0], last[1]);
  for (const [x, y] of ring) {
    const to = vertices.vertex(x, y);
    edges.lay(from, to, label);
    from = to;
  }
}

function facesOf(
  t: VertexTable,
  g: HalfEdges,
  edges: EdgeTable,
): Pick<Arrangement, "faceOf" | "covers" | "cycles"> {
  const faceOf = new Int32Array(g.count).fill(-1);
  const covers: (readonly number[])[] = [[]];
  const cycles: number[][] = [[]];
  const found = (h: number): number => faceOf[h]!;
  const parts = componentsOf(t, g);
  const west = westFinder(t, g, parts.length);
  for (const component of parts) {
    // The cycle on the outside of a component lies in a face that was there already: parts come from west to east.
    const outer = outerHalfEdge(t, g, component);
    const beside = west(component);
    const around = beside < 0 ? 0 : found(beside);
    takeCycle(g, faceOf, outer, around);
    cycles[around]!.push(outer);
    const open = [outer];
    for (let start = open.pop(); start !== undefined; start = open.pop()) {
      const known = covers[faceOf[start]!]!;
      let h = start;
      do {
        const twin = h ^ 1;
        if (faceOf[twin]! < 0) {
          takeCycle(g, faceOf, twin, covers.length);
          covers.push(toggled(known, edges.labels[h >> 1]!));
          cycles.push([twin]);
          open.push(twin);
        }
        h = g.next[h]!;
      } while (h !== start);
    }
  }
  return { faceOf, covers, cycles };
}

function takeCycle(g: HalfEdges, faceOf: Int32Array, start: number, face: number): void {
  let h = start;
  do {
    faceOf[h] = face;
    h = g.next[h]!;
  } while (h !== start);
}

function toggled(known: readonly number[], labels: readonly number[]): readonly number[] {
  const out = known.filter((label) => !labels.includes(label));
  for (const label of labels) if (!known.includes(label)) out.push(label);
  return out.sort((a, b) => a - b);
}

/** The westernmost (then southernmost) vertex of each connected part, from west to east. */
function componentsOf(t: VertexTable, g: HalfEdges): number[] {
  const seen = new Uint8Array(t.count);
  const out: number[] = [];
  for (let start = 0; start < t.count; start++) {
    if (seen[start] || g.first[start] === g.first[start + 1]) continue;
    let best = start;
    seen[start] = 1;
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      if (t.x(v) < t.x(best) || (t.x(v) === t.x(best) && t.y(v) < t.y(best))) best = v;
      for (let k = g.first[v]!; k < g.first[v + 1]!; k++) {
        const w = g.origin[g.out[k]! ^ 1]!;
        if (seen[w]) continue;
        seen[w] = 1;
        open.push(w);
      }
    }
    out.push(best);
  }
  return out.sort((v, w) => t.x(v) - t.x(w) || t.y(v) - t.y(w));
}

/**
 * Out of the westernmost vertex all edges go between south and north: the outside lies to the left of the last of
 * them from south over east to north.
 */
function outerHalfEdge(t: VertexTable, g: HalfEdges, v: number): number {
  const from = g.first[v]!;
  const to = g.first[v + 1]!;
  let last = g.out[to - 1]!;
  for (let k = from; k < to; k++) {
    const h = g.out[k]!;
    if (half(t, v, g.origin[h ^ 1]!) === 0) last = h;
  }
  return last;
}

/** Rows of a list by latitude, so that looking west of many parts does not read every edge for each. */
const MOST_ROWS = 1024;

/** The half-edge next to the west of a vertex whose left side looks at it, or -1. */
function westFinder(t: VertexTable, g: HalfEdges, parts: number): (v: number) => number {
  let [south, north] = [Infinity, -Infinity];
  for (let h = 0; h < g.count; h++) {
    south = Math.min(south, t.y(g.origin[h]!));
    north = Math.max(north, t.y(g.origin[h]!));
  }
  const rows = Math.min(MOST_ROWS, Math.max(1, parts - 1));
  const perDegree = north > south ? rows / (north - south) : 0;
  const rowOf = (y: number): number => Math.min(rows - 1, Math.floor((y - south) * perDegree));
  const lists: number[][] = Array.from({ length: rows }, () => []);
  // Half-edges that run south look east.
  for (let h = 0; h < g.count; h++) {
    const y1 = t.y(g.origin[h]!);
    const y2 = t.y(g.origin[h ^ 1]!);
    if (y1 <= y2) continue;
    for (let row = rowOf(y2); row <= rowOf(y1); row++) lists[row]!.push(h);
  }
  return (v) => {
    const y = t.y(v);
    let best = -1;
    for (const h of lists[rowOf(y)]!) {
      const a = g.origin[h]!;
      const b = g.origin[h ^ 1]!;
      if (t.y(a) > y === t.y(b) > y || a === v || b === v) continue;
      if (turnTo(t, b, a, v) > 0 && (best < 0 || isEast(t, g, h, best))) best = h;
    }
    return best;
  };
}

/** Whether half-edge `h` runs east of `other` at a height that both reach; edges have nothing but ends in common. */
function isEast(t: VertexTable, g: HalfEdges, h: number, other: number): boolean {
  const [top, bottom] = [g.origin[h]!, g.origin[h ^ 1]!];
  const [otherTop, otherBottom] = [g.origin[other]!, g.origin[other ^ 1]!];
  // The higher of the two lower ends lies beside the other edge, or is its lower end too: then the upper ends tell.
  if (t.y(bottom) >= t.y(otherBottom)) {
    const side = turnTo(t, otherBottom, otherTop, bottom);
    return side !== 0 ? side > 0 : turnTo(t, otherBottom, otherTop, top) > 0;
  }
  const side = turnTo(t, bottom, top, otherBottom);
  return side !== 0 ? side < 0 : turnTo(t, bottom, top, otherTop) < 0;
}

/** Positive when `c` lies to the right of the way from `a` to `b`: exact. */
function turnTo(t: VertexTable, a: number, b: number, c: number): number {
  return orient2d(t.x(a), t.y(a), t.x(b), t.y(b), t.x(c), t.y(c));
}
