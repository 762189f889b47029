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
import { FLIP, HEAD, PLACE, pushSpan, TO, type Trace, touch } from "./areal-entries.ts";
import { type ArealGrid, cellAt, lineOf, SLACK } from "./areal-grid.ts";

/** Ends of an edge farther than so many cells: where it runs between them is not told apart by rounding. */
const FAR = 1e8;

/**
 * Draws one part; its entries carry `head`. Cells whose cover has at least `rank` in byte `shift / 8` get no
 * entry: the part cannot change them (they may turn up in a span, which says nothing new of them). A rank of
 * 256 leaves out none.
 */
export function tracePart(t: Trace, part: number, head: number, rank: number, shift: number): void {
  const { partRing, ringVertex } = t.set;
  t.firstEntry = t.entryEnd;
  t.head = head;
  t.rank = rank;
  t.shift = shift;
  t.westmost = t.grid.columns;
  t.southmost = t.grid.rows;
  t.eastmost = -1;
  t.northmost = -1;
  t.spans = 0;
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
    const entry = t.cells[2 * (row * columns + column)]! & PLACE;
    if (entry >= t.firstEntry) t.entry[entry + TO] = i;
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
  // Otherwise the edge is entered in every cell of its rows that lies between its ends.
  const steady =
    Math.abs(slope) < FAR &&
    most - least < FAR &&
    highY - lowY < FAR &&
    Math.abs(lowX) + Math.abs(lowY) < FAR;
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
        if (turn < columns) t.cells[2 * (row * columns + turn)]! ^= FLIP;
      }
    }
    const end = cellAt(to + SLACK, columns);
    for (let column = cellAt(from - SLACK, columns); column <= end; column++) {
      const entry = touch(t, row * columns + column, i);
      if (!below1 && !below2) continue;
      const line = lineOf(west, side, column);
      const odd = (column >= turn !== (below1 && x1 <= line)) !== (below2 && x2 <= line);
      if (odd) t.entry[entry + HEAD]! ^= 1;
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

/** Tells the entries of the part where their corners lie, and notes the runs of cells it covers whole. */
function fill(t: Trace): void {
  const { cells, entry, firstEntry } = t;
  const { columns } = t.grid;
  const end = Math.min(columns, t.eastmost + 2);
  for (let row = t.southmost; row <= t.northmost; row++) {
    let inside = 0;
    let since = -1;
    const to = row * columns + end;
    for (let cell = row * columns + t.westmost; cell < to; cell++) {
      const word = cells[2 * cell]!;
      const at = word & PLACE;
      if (at !== word) {
        inside ^= 1;
        cells[2 * cell] = at;
      }
      if (at >= firstEntry) {
        entry[at + HEAD]! ^= inside;
        if (since >= 0) since = pushSpan(t, since, cell);
      } else if (inside === 1) {
        if (since < 0) since = cell;
      } else if (since >= 0) since = pushSpan(t, since, cell);
    }
    if (since >= 0) pushSpan(t, since, to);
  }
}
