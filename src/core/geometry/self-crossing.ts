/**
 * Does the outline of an areal geometry cross itself, and where. Crossing means that one stretch of outline
 * goes from one side of another to its other side, or that one part lies over another; inside and area of
 * such a shape are not defined. Outlines that only touch (at a vertex, or running back along themselves) are
 * left alone: real data is full of them, and inside, outside and area stay what they look like.
 */
import { orient2d } from "robust-predicates";
import type { ArealGeometry, PolygonSet } from "../model/geometry.ts";
import type { LonLat } from "../units.ts";
import { cellGrid, edgeCells, edgeCellsRoom } from "./edge-cells.ts";
import { partOverlap } from "./part-overlap.ts";
import { bboxOfSet, polygonSetOf } from "./polygon-set.ts";

/**
 * A place where the outline crosses itself or a part lies over another, null when there is none. Exact: no
 * tolerance is involved. Open rings are read as closed.
 */
export function selfCrossing(geometry: ArealGeometry): LonLat | null {
  const outline = outlineOf(polygonSetOf([geometry]));
  const { xy, before, after, ring } = outline;
  const { cellEdge, edgeOf } = edgesByCell(xy, after);
  for (let cell = 0; cell + 1 < cellEdge.length; cell++) {
    const to = cellEdge[cell + 1]!;
    for (let a = cellEdge[cell]!; a < to; a++) {
      for (let b = a + 1; b < to; b++) {
        const at = crossingOf(xy, before, after, ring, edgeOf[a]!, edgeOf[b]!);
        if (at) return at;
      }
    }
  }
  return partOverlap(geometry);
}

/** Vertices without repeats; edge `e` runs from vertex `e` to `after[e]`, the one before it is `before[e]`. */
interface Outline {
  readonly xy: Float64Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly ring: Int32Array;
}

function outlineOf(set: PolygonSet): Outline {
  const xy: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  const ring: number[] = [];
  for (let r = 0; r + 1 < set.ringVertex.length; r++) {
    const first = before.length;
    for (let i = set.ringVertex[r]!; i < set.ringVertex[r + 1]! - 1; i++) {
      const x = set.xy[2 * i]!;
      const y = set.xy[2 * i + 1]!;
      if (x === set.xy[2 * i + 2] && y === set.xy[2 * i + 3]) continue;
      const v = before.length;
      xy.push(x, y);
      before.push(v - 1);
      after.push(v + 1);
      ring.push(r);
    }
    if (before.length === first) continue;
    before[first] = before.length - 1;
    after[before.length - 1] = first;
  }
  return {
    xy: Float64Array.from(xy),
    before: Int32Array.from(before),
    after: Int32Array.from(after),
    ring: Int32Array.from(ring),
  };
}

/** Edges listed by the cells of a grid that they touch, about one cell for an edge. */
function edgesByCell(xy: Float64Array, after: Int32Array): { cellEdge: Uint32Array; edgeOf: Uint32Array } {
  const bounds = bboxOfSet({
    count: 1,
    featurePart: Uint32Array.of(0, 1),
    partVertex: Uint32Array.of(0, xy.length / 2),
    xy,
  });
  const grid = cellGrid(bounds, after.length);
  const room = new Uint32Array(edgeCellsRoom(grid));
  const cellEdge = new Uint32Array(grid.columns * grid.rows + 1);
  const cellsOf = (e: number): number => {
    const to = after[e]!;
    return edgeCells(grid, xy[2 * e]!, xy[2 * e + 1]!, xy[2 * to]!, xy[2 * to + 1]!, room);
  };
  for (let e = 0; e < after.length; e++) {
    const n = cellsOf(e);
    for (let k = 0; k < n; k++) cellEdge[room[k]! + 1]!++;
  }
  for (let c = 0; c + 1 < cellEdge.length; c++) cellEdge[c + 1]! += cellEdge[c]!;
  const next = cellEdge.slice(0, -1);
  const edgeOf = new Uint32Array(cellEdge[cellEdge.length - 1]!);
  for (let e = 0; e < after.length; e++) {
    const n = cellsOf(e);
    for (let k = 0; k < n; k++) edgeOf[next[room[k]!]!++] = e;
  }
  return { cellEdge, edgeOf };
}

/** Where edges `a` and `b`, or the outlines through their common position, cross; null when they do not. */
function crossingOf(
  xy: Float64Array,
  before: Int32Array,
  after: Int32Array,
  ring: Int32Array,
  a: number,
  b: number,
): LonLat | null {
  const a2 = after[a]!;
  const b2 = after[b]!;
  if (boxesApart(xy, a, a2, b, b2)) return null;
  const sideB1 = sideOf(xy, a, a2, b);
  const sideB2 = sideOf(xy, a, a2, b2);
  if (sideB1 * sideB2 > 0) return null;
  const sideA1 = sideOf(xy, b, b2, a);
  const sideA2 = sideOf(xy, b, b2, a2);
  if (sideA1 * sideA2 > 0) return null;
  if (sideB1 * sideB2 < 0 && sideA1 * sideA2 < 0) return meeting(xy, a, a2, b, b2);
  // The edges meet at an end of one of them; each meeting is judged once, at the edges' first vertices.
  if (samePlace(xy, a, b)) {
    const at = through(xy, before[a]!, a, a2, before[b]!, b2);
    if (at) return at;
  }
  if (sideB1 === 0 && sideB2 === 0) {
    // Between rings the direction means nothing, and consecutive edges may fold back.
    if (ring[a] !== ring[b] || a2 === b || b2 === a) return null;
    if (samePlace(xy, a, b2) && samePlace(xy, a2, b)) return acrossShared(xy, before, after, a, b);
    return sameWay(xy, a, a2, b, b2);
  }
  if (sideA1 === 0 && strictlyBetween(xy, b, b2, a)) return through(xy, before[a]!, a, a2, b, b2);
  if (sideB1 === 0 && strictlyBetween(xy, a, a2, b)) return through(xy, before[b]!, b, b2, a, a2);
  return null;
}

/** Crossing of the paths p–v–q and r–v–s at their common position v: r and s lie on different sides of p–v–q. */
function through(xy: Float64Array, p: number, v: number, q: number, r: number, s: number): LonLat | null {
  const sideR = sideOfPath(xy, p, v, q, r);
  const sideS = sideOfPath(xy, p, v, q, s);
  return sideR * sideS < 0 ? [xy[2 * v]!, xy[2 * v + 1]!] : null;
}

/** +1 left of the path p–v–q as seen from v, -1 right of it, 0 along it. */
function sideOfPath(xy: Float64Array, p: number, v: number, q: number, r: number): number {
  const fromP = sideOf(xy, p, v, r);
  const toQ = sideOf(xy, v, q, r);
  if (fromP === 0 && sameDirection(xy, v, p, r)) return 0;
  if (toQ === 0 && sameDirection(xy, v, q, r)) return 0;
  const turn = sideOf(xy, p, v, q);
  if (turn > 0) return fromP > 0 && toQ > 0 ? 1 : -1;
  if (turn < 0) return fromP < 0 && toQ < 0 ? -1 : 1;
  // Straight on: either side counts; straight back: everything is on one side.
  return sameDirection(xy, v, p, q) ? 1 : fromP;
}

/**
 * Edges `a` and `b` run over each other in opposite directions, as at a cut. Follows both ways to where the two
 * paths part: they cross when one parts to the left of the other at one end and to its right at the other.
 */
function acrossShared(
  xy: Float64Array,
  before: Int32Array,
  after: Int32Array,
  a: number,
  b: number,
): LonLat | null {
  // The two walk towards each other round the ring: they part, or they meet where the outline folds back.
  let [start, startTwin] = [a, after[b]!];
  while (samePlace(xy, before[start]!, after[startTwin]!)) {
    start = before[start]!;
    startTwin = after[startTwin]!;
    if (start === startTwin) return null;
  }
  let [end, endTwin] = [after[a]!, b];
  while (samePlace(xy, after[end]!, before[endTwin]!)) {
    end = after[end]!;
    endTwin = before[endTwin]!;
    if (end === endTwin) return null;
  }
  const leaves = sideOfPath(xy, before[start]!, start, after[start]!, after[startTwin]!);
  const comes = sideOfPath(xy, before[end]!, end, after[end]!, before[endTwin]!);
  return leaves * comes < 0 ? [xy[2 * start]!, xy[2 * start + 1]!] : null;
}

/** Two collinear edges that cover a stretch in the same direction wind twice round the same inside. */
function sameWay(xy: Float64Array, a: number, a2: number, b: number, b2: number): LonLat | null {
  const alongX = Math.abs(xy[2 * a2]! - xy[2 * a]!) >= Math.abs(xy[2 * a2 + 1]! - xy[2 * a + 1]!);
  const place = (v: number) => xy[2 * v + (alongX ? 0 : 1)]!;
  if (place(a) < place(a2) !== place(b) < place(b2)) return null;
  const from = Math.max(Math.min(place(a), place(a2)), Math.min(place(b), place(b2)));
  const to = Math.min(Math.max(place(a), place(a2)), Math.max(place(b), place(b2)));
  if (!(from < to)) return null;
  const at = [a, a2, b, b2].find((v) => place(v) === from)!;
  return [xy[2 * at]!, xy[2 * at + 1]!];
}

/** +1 when `c` lies left of the line from `a` to `b`, -1 right, 0 on it. Exact. */
function sideOf(xy: Float64Array, a: number, b: number, c: number): number {
  // orient2d counts as if y ran downward: positive there is right of the line here.
  return -Math.sign(
    orient2d(xy[2 * a]!, xy[2 * a + 1]!, xy[2 * b]!, xy[2 * b + 1]!, xy[2 * c]!, xy[2 * c + 1]!),
  );
}

function samePlace(xy: Float64Array, a: number, b: number): boolean {
  return xy[2 * a] === xy[2 * b] && xy[2 * a + 1] === xy[2 * b + 1];
}

/** For three positions on one line: do `p` and `q` lie the same way from `v`. */
function sameDirection(xy: Float64Array, v: number, p: number, q: number): boolean {
  const sign = (axis: number, w: number) => Math.sign(xy[2 * w + axis]! - xy[2 * v + axis]!);
  return sign(0, p) === sign(0, q) && sign(1, p) === sign(1, q);
}

/** For `c` on the line of `a` and `b`: is it on the edge and not one of its ends. */
function strictlyBetween(xy: Float64Array, a: number, b: number, c: number): boolean {
  if (samePlace(xy, a, c) || samePlace(xy, b, c)) return false;
  return !boxesApart(xy, a, b, c, c);
}

function boxesApart(xy: Float64Array, a: number, a2: number, b: number, b2: number): boolean {
  for (const axis of [0, 1]) {
    const a1 = xy[2 * a + axis]!;
    const aEnd = xy[2 * a2 + axis]!;
    const b1 = xy[2 * b + axis]!;
    const bEnd = xy[2 * b2 + axis]!;
    if (Math.max(a1, aEnd) < Math.min(b1, bEnd) || Math.max(b1, bEnd) < Math.min(a1, aEnd)) return true;
  }
  return false;
}

/** Where two properly crossing edges meet, rounded. */
function meeting(xy: Float64Array, a: number, a2: number, b: number, b2: number): LonLat {
  const ax = xy[2 * a]!;
  const ay = xy[2 * a + 1]!;
  const dx = xy[2 * a2]! - ax;
  const dy = xy[2 * a2 + 1]! - ay;
  const ex = xy[2 * b2]! - xy[2 * b]!;
  const ey = xy[2 * b2 + 1]! - xy[2 * b + 1]!;
  const t = ((xy[2 * b]! - ax) * ey - (xy[2 * b + 1]! - ay) * ex) / (dx * ey - dy * ex);
  return Number.isFinite(t) ? [ax + t * dx, ay + t * dy] : [ax, ay];
}
