/**
 * Cuts edges where they meet, so that afterwards two of them have nothing but ends in common. Where edges cross is
 * decided exactly; the place is rounded to the nearest number there is, which can bring two pieces to cross anew:
 * hence it is repeated until nothing crosses.
 */
import { orient2d } from "robust-predicates";
import { cellGrid, edgeCells, edgeCellsRoom } from "../edge-cells.ts";
import { EdgeTable } from "./edge-table.ts";
import type { VertexTable } from "./vertex-table.ts";

/** Two or three rounds are common; outlines that need more than this are not drawn on this ground. */
const MOST_ROUNDS = 24;

/** The edges cut, without those that no label is left on; null when they go on crossing after every round. */
export function nodeEdges(vertices: VertexTable, edges: EdgeTable): EdgeTable | null {
  let table = edges;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cuts = cutsOf(vertices, table);
    if (cuts.size === 0 && round > 0) return table;
    table = cutAt(vertices, table, cuts);
    if (cuts.size === 0) return table;
  }
  return null;
}

/** Vertices at which edges have to be cut. */
type Cuts = ReadonlyMap<number, readonly number[]>;

function cutsOf(vertices: VertexTable, table: EdgeTable): Cuts {
  const cuts = new Map<number, number[]>();
  const cut = (e: number, v: number): void => {
    if (table.from[e] === v || table.to[e] === v) return;
    const known = cuts.get(e);
    if (!known) cuts.set(e, [v]);
    else if (!known.includes(v)) known.push(v);
  };
  const { cellEdge, edgeOf } = edgesByCell(vertices, table);
  for (let cell = 0; cell + 1 < cellEdge.length; cell++) {
    const end = cellEdge[cell + 1]!;
    for (let a = cellEdge[cell]!; a < end; a++) {
      for (let b = a + 1; b < end; b++) meet(vertices, table, edgeOf[a]!, edgeOf[b]!, cut);
    }
  }
  return cuts;
}

function meet(
  t: VertexTable,
  { from, to }: EdgeTable,
  a: number,
  b: number,
  cut: (e: number, v: number) => void,
): void {
  const [a1, a2, b1, b2] = [from[a]!, to[a]!, from[b]!, to[b]!];
  if (apart(t.x(a1), t.x(a2), t.x(b1), t.x(b2)) || apart(t.y(a1), t.y(a2), t.y(b1), t.y(b2))) return;
  const sideB1 = side(t, a1, a2, b1);
  const sideB2 = side(t, a1, a2, b2);
  if (sideB1 * sideB2 > 0) return;
  const sideA1 = side(t, b1, b2, a1);
  const sideA2 = side(t, b1, b2, a2);
  if (sideA1 * sideA2 > 0) return;
  if (sideB1 * sideB2 < 0 && sideA1 * sideA2 < 0) {
    const at = crossing(t, a1, a2, b1, b2);
    cut(a, at);
    cut(b, at);
    return;
  }
  if (sideB1 === 0 && onEdge(t, a1, a2, b1)) cut(a, b1);
  if (sideB2 === 0 && onEdge(t, a1, a2, b2)) cut(a, b2);
  if (sideA1 === 0 && onEdge(t, b1, b2, a1)) cut(b, a1);
  if (sideA2 === 0 && onEdge(t, b1, b2, a2)) cut(b, a2);
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

/** Where two edges cross, rounded and kept within both of their bounds. */
function crossing(t: VertexTable, a1: number, a2: number, b1: number, b2: number): number {
  const dx = t.x(a2) - t.x(a1);
  const dy = t.y(a2) - t.y(a1);
  const ex = t.x(b2) - t.x(b1);
  const ey = t.y(b2) - t.y(b1);
  const s = ((t.x(b1) - t.x(a1)) * ey - (t.y(b1) - t.y(a1)) * ex) / (dx * ey - dy * ex);
  // Nearly parallel edges: the end that lies between those of the other one.
  if (!(s >= 0 && s <= 1)) return onEdge(t, a1, a2, b1) ? b1 : onEdge(t, a1, a2, b2) ? b2 : a1;
  const x = within(t.x(a1) + s * dx, t.x(a1), t.x(a2), t.x(b1), t.x(b2));
  const y = within(t.y(a1) + s * dy, t.y(a1), t.y(a2), t.y(b1), t.y(b2));
  return t.vertex(x, y);
}

function within(value: number, a1: number, a2: number, b1: number, b2: number): number {
  const least = Math.max(Math.min(a1, a2), Math.min(b1, b2));
  const most = Math.min(Math.max(a1, a2), Math.max(b1, b2));
  return Math.min(most, Math.max(least, value));
}

/** For `c` on the line of an edge: is it on the edge and none of its ends. */
function onEdge(t: VertexTable, a: number, b: number, c: number): boolean {
  if (c === a || c === b) return false;
  return !apart(t.x(a), t.x(b), t.x(c), t.x(c)) && !apart(t.y(a), t.y(b), t.y(c), t.y(c));
}

function apart(a1: number, a2: number, b1: number, b2: number): boolean {
  return Math.max(a1, a2) < Math.min(b1, b2) || Math.max(b1, b2) < Math.min(a1, a2);
}

function side(t: VertexTable, a: number, b: number, c: number): number {
  return a === c || b === c ? 0 : Math.sign(orient2d(t.x(a), t.y(a), t.x(b), t.y(b), t.x(c), t.y(c)));
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
