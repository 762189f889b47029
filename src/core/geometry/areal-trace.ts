/**
 * Draws parts of polygons into a grid: which cells their edges touch, with the stretches of ring that run
 * there, and which cells they cover whole.
 *
 * Idea: the scanline fill of computer graphics, made exact. For each part and row the places where its edges
 * cross the south line of the row say of every cell whether its south-west corner is inside; a cell that no
 * edge touches is as its corner. Edges are widened by a little when cells are marked, and a crossing too near
 * a corner is decided by Shewchuk's orientation test. An edge with both ends well inside the cell of the edge
 * before it costs four comparisons, so a fine ring is read at nearly the speed of memory.
 *
 * Ties: a position on a line of the grid counts as just north-east of it (east first); a corner that lies on
 * an edge counts as east of it. `areal-chains.ts` counts by the same rule.
 */
import { orient2d } from "robust-predicates";
import type { PolygonSet } from "../model/geometry.ts";
import { type ArealGrid, cellAt, lineOf, SLACK } from "./areal-grid.ts";

/** What has been drawn so far. Entry 0 and chain 0 stand for none. */
export interface Trace {
  readonly set: PolygonSet;
  readonly grid: ArealGrid;
  /** Last entry of each cell, whichever part made it; 0 for a cell no edge touched. */
  readonly mark: Uint32Array;
  /** Scratch: cells from which on, going east, the corners of the row change sides. */
  readonly flip: Uint8Array;
  /** What covers each cell whole: four ranks of a byte, kept by the caller. */
  readonly cover: Uint32Array;
  /** An entry is a cell and a part with an edge in it. */
  entries: number;
  entryCell: Uint32Array;
  /** Where the south-west corner lies and which edges of the entry pass it, as `areal-chains.ts` wants it. */
  entryOdd: Uint8Array;
  entryChains: Uint32Array;
  /** Newest chain of the entry; older ones through `chainBefore`. */
  entryChain: Uint32Array;
  /** A chain is a run of edges of one ring: from its first vertex up to, not including, `chainTo`. */
  chains: number;
  chainFrom: Uint32Array;
  chainTo: Uint32Array;
  chainBefore: Uint32Array;
  /** Runs of whole cells of the parts drawn since the caller emptied it: first cell, end. */
  spans: number;
  span: Uint32Array;
  /** The part being drawn: its first entry, its rank in byte `shift / 8` of `cover`, and what it touched. */
  firstEntry: number;
  rank: number;
  shift: number;
  westmost: number;
  eastmost: number;
  southmost: number;
  northmost: number;
}

/** An empty drawing. */
export function trace(set: PolygonSet, grid: ArealGrid): Trace {
  const cells = grid.columns * grid.rows;
  const room = Math.max(256, set.xy.length >>> 3);
  return {
    set,
    grid,
    mark: new Uint32Array(cells),
    flip: new Uint8Array(cells),
    cover: new Uint32Array(cells),
    entries: 1,
    entryCell: new Uint32Array(room),
    entryOdd: new Uint8Array(room),
    entryChains: new Uint32Array(room),
    entryChain: new Uint32Array(room),
    chains: 1,
    chainFrom: new Uint32Array(room),
    chainTo: new Uint32Array(room),
    chainBefore: new Uint32Array(room),
    spans: 0,
    span: new Uint32Array(256),
    firstEntry: 1,
    rank: 256,
    shift: 0,
    westmost: 0,
    eastmost: -1,
    southmost: 0,
    northmost: -1,
  };
}

/**
 * Draws one part. Cells whose `cover` has at least `rank` in byte `shift / 8` get no entry: the part cannot
 * change them (they may turn up in a span, which says nothing new of them). A rank of 256 leaves out none.
 */
export function tracePart(t: Trace, part: number, rank: number, shift: number): void {
  const { partRing, ringVertex } = t.set;
  t.firstEntry = t.entries;
  t.rank = rank;
  t.shift = shift;
  t.westmost = t.grid.columns;
  t.southmost = t.grid.rows;
  t.eastmost = -1;
  t.northmost = -1;
  for (let r = partRing[part]!; r < partRing[part + 1]!; r++) {
    const last = ringVertex[r + 1]! - 1;
    if (last > ringVertex[r]!) traceRing(t, ringVertex[r]!, last);
  }
  fill(t);
}

/** Draws the edges that start at vertices `from` to `last - 1`. */
function traceRing(t: Trace, from: number, last: number): void {
  const { xy } = t.set;
  const { west, south, side, columns, rows } = t.grid;
  const perUnit = 1 / side;
  const pad = 2 * SLACK * side;
  let i = from;
  while (i < last) {
    traceEdge(t, i);
    i++;
    const x = xy[2 * i]!;
    const y = xy[2 * i + 1]!;
    const column = cellAt((x - west) * perUnit, columns);
    const row = cellAt((y - south) * perUnit, rows);
    const x1 = lineOf(west, side, column) + pad;
    const y1 = lineOf(south, side, row) + pad;
    const x2 = column === columns - 1 ? Infinity : lineOf(west, side, column + 1) - pad;
    const y2 = row === rows - 1 ? Infinity : lineOf(south, side, row + 1) - pad;
    if (!(x > x1 && x < x2 && y > y1 && y < y2)) continue;
    const inside = i;
    i = runInside(xy, i, last, x1, y1, x2, y2);
    if (i === inside) continue;
    const entry = t.mark[row * columns + column]!;
    if (entry >= t.firstEntry) t.chainTo[t.entryChain[entry]!] = i;
  }
}

/** The last vertex, up to `last`, before the ring first leaves the box. */
function runInside(
  xy: Float64Array,
  from: number,
  last: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  let i = from + 1;
  for (; i <= last; i++) {
    const x = xy[2 * i]!;
    const y = xy[2 * i + 1]!;
    if (!(x > x1 && x < x2 && y > y1 && y < y2)) break;
  }
  return i - 1;
}

/** Enters one edge in every cell it may touch and flips the corners east of where it crosses a row's line. */
function traceEdge(t: Trace, i: number): void {
  const { xy } = t.set;
  const { west, south, side, columns, rows } = t.grid;
  const perUnit = 1 / side;
  const x1 = xy[2 * i]!;
  const y1 = xy[2 * i + 1]!;
  const x2 = xy[2 * i + 2]!;
  const y2 = xy[2 * i + 3]!;
  const up = y1 <= y2;
  const lowX = ((up ? x1 : x2) - west) * perUnit;
  const lowY = ((up ? y1 : y2) - south) * perUnit;
  const highX = ((up ? x2 : x1) - west) * perUnit;
  const highY = ((up ? y2 : y1) - south) * perUnit;
  const least = lowX < highX ? lowX : highX;
  const most = lowX < highX ? highX : lowX;
  const firstRow = cellAt(lowY - SLACK, rows);
  const lastRow = cellAt(highY + SLACK, rows);
  if (firstRow < t.southmost) t.southmost = firstRow;
  if (lastRow > t.northmost) t.northmost = lastRow;
  const firstColumn = cellAt(least - SLACK, columns);
  const lastColumn = cellAt(most + SLACK, columns);
  if (firstColumn < t.westmost) t.westmost = firstColumn;
  if (lastColumn > t.eastmost) t.eastmost = lastColumn;
  if (firstRow === lastRow) {
    const end = firstRow * columns + lastColumn;
    for (let cell = firstRow * columns + firstColumn; cell <= end; cell++) touch(t, cell, i);
    return;
  }
  const slope = (highX - lowX) / (highY - lowY);
  const steady = slope - slope === 0;
  const slack = SLACK * (1 + Math.abs(slope));
  for (let row = firstRow; row <= lastRow; row++) {
    let from = least;
    let to = most;
    // The first column whose corner, on the south line of this row, lies east of the edge.
    let turn = columns;
    let below1 = false;
    let below2 = false;
    if (steady) {
      const u = row > lowY && row > 0 ? lowX + (row - lowY) * slope : lowX;
      const v = row + 1 < highY && row < rows - 1 ? lowX + (row + 1 - lowY) * slope : highX;
      from = Math.max(least, Math.min(u, v) - slack);
      to = Math.min(most, Math.max(u, v) + slack);
    }
    if (row > 0) {
      const line = south + row * side;
      below1 = y1 <= line;
      below2 = y2 <= line;
      if (below1 !== below2) {
        const at = lowX + (row - lowY) * slope;
        const low = steady ? Math.max(least, at - slack) : least;
        const high = steady ? Math.min(most, at + slack) : most;
        turn = columnEast(t.grid, low - SLACK, high + SLACK, line, x1, y1, x2, y2);
        if (turn < columns) t.flip[row * columns + turn]! ^= 1;
      }
    }
    const end = cellAt(to + SLACK, columns);
    for (let column = cellAt(from - SLACK, columns); column <= end; column++) {
      const entry = touch(t, row * columns + column, i);
      if (!below1 && !below2) continue;
      const line = lineOf(west, side, column);
      const odd = (column >= turn !== (below1 && x1 <= line)) !== (below2 && x2 <= line);
      if (odd) t.entryOdd[entry]! ^= 1;
    }
  }
}

/** The first column whose line meets `line` east of the edge or on it; it lies between `low` and `high`. */
function columnEast(
  { west, side, columns }: ArealGrid,
  low: number,
  high: number,
  line: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  let first = low > 1 ? (low < columns ? Math.ceil(low) : columns) : 1;
  let last = high > 1 ? (high < columns ? Math.ceil(high) : columns) : 1;
  while (first < last) {
    const middle = (first + last) >>> 1;
    const turn = orient2d(x1, y1, x2, y2, west + middle * side, line);
    if (turn === 0 || turn > 0 === y2 > y1) last = middle;
    else first = middle + 1;
  }
  return first;
}

/** Puts edge `i` into the entry of the part in this cell and returns the entry; 0 for a cell left out. */
function touch(t: Trace, cell: number, i: number): number {
  let entry = t.mark[cell]!;
  if (entry >= t.firstEntry) {
    const chain = t.entryChain[entry]!;
    if (t.chainTo[chain] === i) {
      t.chainTo[chain] = i + 1;
      return entry;
    }
  } else {
    if (((t.cover[cell]! >>> t.shift) & 255) >= t.rank) return 0;
    if (t.entries === t.entryCell.length) growEntries(t);
    entry = t.entries++;
    t.mark[cell] = entry;
    t.entryCell[entry] = cell;
  }
  if (t.chains === t.chainTo.length) growChains(t);
  const chain = t.chains++;
  t.chainFrom[chain] = i;
  t.chainTo[chain] = i + 1;
  t.chainBefore[chain] = t.entryChain[entry]!;
  t.entryChain[entry] = chain;
  t.entryChains[entry]!++;
  return entry;
}

/** Tells the entries of the part where their corners lie, and notes the runs of cells it covers whole. */
function fill(t: Trace): void {
  const { mark, flip, entryOdd, firstEntry } = t;
  const { columns } = t.grid;
  const end = Math.min(columns, t.eastmost + 2);
  for (let row = t.southmost; row <= t.northmost; row++) {
    let inside = 0;
    let since = -1;
    const to = row * columns + end;
    for (let cell = row * columns + t.westmost; cell < to; cell++) {
      if (flip[cell] === 1) {
        inside ^= 1;
        flip[cell] = 0;
      }
      const entry = mark[cell]!;
      if (entry >= firstEntry) {
        entryOdd[entry]! ^= inside;
        if (since >= 0) since = pushSpan(t, since, cell);
      } else if (inside === 1) {
        if (since < 0) since = cell;
      } else if (since >= 0) since = pushSpan(t, since, cell);
    }
    if (since >= 0) pushSpan(t, since, to);
  }
}

function pushSpan(t: Trace, from: number, to: number): number {
  if (2 * t.spans === t.span.length) t.span = grown(t.span);
  t.span[2 * t.spans] = from;
  t.span[2 * t.spans + 1] = to;
  t.spans++;
  return -1;
}

function growEntries(t: Trace): void {
  t.entryCell = grown(t.entryCell);
  t.entryChains = grown(t.entryChains);
  t.entryChain = grown(t.entryChain);
  const odd = new Uint8Array(t.entryCell.length);
  odd.set(t.entryOdd);
  t.entryOdd = odd;
}

function growChains(t: Trace): void {
  t.chainFrom = grown(t.chainFrom);
  t.chainTo = grown(t.chainTo);
  t.chainBefore = grown(t.chainBefore);
}

function grown(array: Uint32Array): Uint32Array {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}
