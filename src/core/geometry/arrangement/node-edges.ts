/**
 * Cuts edges where they meet, so that afterwards two of them have nothing but ends in common. Whether edges cross is
 * decided exactly; the place is rounded, and an edge that passes next to a vertex goes through it. Both can bring
 * pieces to meet anew: hence it is repeated until nothing meets.
 */
import { orient2d } from "robust-predicates";
import { cellGrid, edgeCells, edgeCellsRoom } from "../edge-cells.ts";
import { EdgeTable } from "./edge-table.ts";
import { SNAP, type VertexTable } from "./vertex-table.ts";

/** Two or three rounds are common; outlines that need more than this are not drawn on this ground. */
const MOST_ROUNDS = 24;

/** An edge this near a vertex, in degrees, goes through it: more than a crossing is ever moved to a vertex. */
const NEAR = 2 * SNAP;
/** So many cuts for each edge are a scribble: two edges of a real border are seldom cut more than once. */
const MOST_CUTS_PER_EDGE = 8;
const LEAST_MOST_CUTS = 100_000;

/**
 * The edges cut, without those that no label is left on; null when they go on crossing after every round, or
 * cross so often that the pieces would not fit.
 */
export function nodeEdges(vertices: VertexTable, edges: EdgeTable): EdgeTable | null {
  let table = edges;
  const most = Math.max(LEAST_MOST_CUTS, 2 * MOST_CUTS_PER_EDGE * edges.count);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cuts = cutsOf(vertices, table);
    if (cuts === null) return null;
    if (cuts.size === 0 && round > 0) return table;
    table = cutAt(vertices, table, cuts);
    if (table.count > most) return null;
    if (cuts.size === 0) return table;
  }
  return null;
}

/** Vertices at which edges have to be cut. */
type Cuts = ReadonlyMap<number, readonly number[]>;

function cutsOf(vertices: VertexTable, table: EdgeTable): Cuts | null {
  const cuts = new Map<number, number[]>();
  let room = Math.max(LEAST_MOST_CUTS, MOST_CUTS_PER_EDGE * table.count);
  const cut = (e: number, v: number): void => {
    if (table.from[e] === v || table.to[e] === v) return;
    const known = cuts.get(e);
    if (known?.includes(v)) return;
    room--;
    if (known) known.push(v);
    else cuts.set(e, [v]);
  };
  const west = (e: number): number => Math.min(vertices.x(table.from[e]!), vertices.x(table.to[e]!));
  const east = (e: number): number => Math.max(vertices.x(table.from[e]!), vertices.x(table.to[e]!));
  const { cellEdge, edgeOf } = edgesByCell(vertices, table);
  for (let cell = 0; cell + 1 < cellEdge.length; cell++) {
    const edges = edgeOf.subarray(cellEdge[cell]!, cellEdge[cell + 1]!);
    // From west to east, so that a crowded cell (one far vertex makes all cells large) costs no square of its edges.
    if (edges.length > FEW) edges.sort((a, b) => west(a) - west(b));
    for (let a = 0; a < edges.length; a++) {
      const to = edges.length > FEW ? east(edges[a]!) + NEAR : Infinity;
      for (let b = a + 1; b < edges.length && west(edges[b]!) <= to; b++) {
        meet(vertices, table, edges[a]!, edges[b]!, cut);
      }
      if (room < 0) return null;
    }
  }
  return cuts;
}

/** Edges in a cell that are compared all with all. */
const FEW = 16;

function meet(
  t: VertexTable,
  { from, to }: EdgeTable,
  a: number,
  b: number,
  cut: (e: number, v: number) => void,
): void {
  const [a1, a2, b1, b2] = [from[a]!, to[a]!, from[b]!, to[b]!];
  if (apart(t.x(a1), t.x(a2), t.x(b1), t.x(b2)) || apart(t.y(a1), t.y(a2), t.y(b1), t.y(b2))) return;
  // An end next to the other edge: that edge goes through it.
  const onA = [b1, b2].filter((v) => isNear(t, a1, a2, v));
  const onB = [a1, a2].filter((v) => isNear(t, b1, b2, v));
  for (const v of onA) cut(a, v);
  for (const v of onB) cut(b, v);
  if (onA.length + onB.length > 0 || a1 === b1 || a1 === b2 || a2 === b1 || a2 === b2) return;
  if (side(t, a1, a2, b1) * side(t, a1, a2, b2) >= 0 || side(t, b1, b2, a1) * side(t, b1, b2, a2) >= 0)
    return;
  const at = crossing(t, a1, a2, b1, b2);
  cut(a, at);
  cut(b, at);
}

/** Within reach of an edge, and none of its ends. */
function isNear(t: VertexTable, a: number, b: number, c: number): boolean {
  if (c === a || c === b) return false;
  const dx = t.x(b) - t.x(a);
  const dy = t.y(b) - t.y(a);
  const px = t.x(c) - t.x(a);
  const py = t.y(c) - t.y(a);
  const square = dx * dx + dy * dy;
  const along = px * dx + py * dy;
  if (along <= 0 || along >= square) return false;
  const across = dx * py - dy * px;
  return across * across <= NEAR * NEAR * square;
}

/** Every edge replaced by its pieces, in their order along it. */
function cutAt(t: VertexTable, table: EdgeTable, cuts: Cuts): EdgeTable {
  const out = new EdgeTable();
  for (let e = 0; e < table.count; e++) {
    const labels = table.labels[e]!;
    if (labels.length === 0) continue;
    const from = table.from[e]!;
    const to = table.to[e]!;
    const path = [from, ...alongEdge(t, from, to, cuts.get(e) ?? []), to];
    for (let k = 1; k < path.length; k++) for (const label of labels) out.lay(path[k - 1]!, path[k]!, label);
  }
  return out;
}

function alongEdge(t: VertexTable, from: number, to: number, at: readonly number[]): readonly number[] {
  if (at.length < 2) return at;
  const dx = t.x(to) - t.x(from);
  const dy = t.y(to) - t.y(from);
  const place = (v: number): number => (t.x(v) - t.x(from)) * dx + (t.y(v) - t.y(from)) * dy;
  return [...at].sort((v, w) => place(v) - place(w));
}

/** Where two edges cross, rounded and kept within the bounds of both. */
function crossing(t: VertexTable, a1: number, a2: number, b1: number, b2: number): number {
  const dx = t.x(a2) - t.x(a1);
  const dy = t.y(a2) - t.y(a1);
  const ex = t.x(b2) - t.x(b1);
  const ey = t.y(b2) - t.y(b1);
  const s = ((t.x(b1) - t.x(a1)) * ey - (t.y(b1) - t.y(a1)) * ex) / (dx * ey - dy * ex);
  const part = s >= 0 && s <= 1 ? s : 0.5;
  const x = within(t.x(a1) + part * dx, t.x(a1), t.x(a2), t.x(b1), t.x(b2));
  const y = within(t.y(a1) + part * dy, t.y(a1), t.y(a2), t.y(b1), t.y(b2));
  return t.vertex(x, y);
}

function within(value: number, a1: number, a2: number, b1: number, b2: number): number {
  const least = Math.max(Math.min(a1, a2), Math.min(b1, b2));
  const most = Math.min(Math.max(a1, a2), Math.max(b1, b2));
  return Math.min(most, Math.max(least, value));
}

/** Farther apart than what counts as near. */
function apart(a1: number, a2: number, b1: number, b2: number): boolean {
  return Math.max(a1, a2) + NEAR < Math.min(b1, b2) || Math.max(b1, b2) + NEAR < Math.min(a1, a2);
}

function side(t: VertexTable, a: number, b: number, c: number): number {
  return Math.sign(orient2d(t.x(a), t.y(a), t.x(b), t.y(b), t.x(c), t.y(c)));
}

/** Edges listed by the cells of a grid that they touch, about one cell for an edge. */
function edgesByCell(
  t: VertexTable,
  { from, to, count }: EdgeTable,
): { cellEdge: Uint32Array; edgeOf: Uint32Array } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = 0; v < t.count; v++) {
    west = Math.min(west, t.x(v));
    east = Math.max(east, t.x(v));
    south = Math.min(south, t.y(v));
    north = Math.max(north, t.y(v));
  }
  const grid = cellGrid(t.count > 0 ? [west, south, east, north] : null, Math.max(1, count));
  const room = new Uint32Array(edgeCellsRoom(grid));
  const cellEdge = new Uint32Array(grid.columns * grid.rows + 1);
  const cellsOf = (e: number): number =>
    edgeCells(grid, t.x(from[e]!), t.y(from[e]!), t.x(to[e]!), t.y(to[e]!), room);
  for (let e = 0; e < count; e++) {
    const n = cellsOf(e);
    for (let k = 0; k < n; k++) cellEdge[room[k]! + 1]!++;
  }
  for (let c = 0; c + 1 < cellEdge.length; c++) cellEdge[c + 1]! += cellEdge[c]!;
  const next = cellEdge.slice(0, -1);
  const edgeOf = new Uint32Array(cellEdge[cellEdge.length - 1]!);
  for (let e = 0; e < count; e++) {
    const n = cellsOf(e);
    for (let k = 0; k < n; k++) edgeOf[next[room[k]!]!++] = e;
  }
  return { cellEdge, edgeOf };
}
