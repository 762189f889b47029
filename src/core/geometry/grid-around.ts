/** The cells of a grid around one of its cells: which can and which must lie within a radius. */
import { latticeScales, possibleColumns, type RowExtents, sureColumns } from "./cell-reach.ts";
import type { PointColumns } from "./point-columns.ts";
import { MAX_DIFFERENCE, type PointGrid } from "./point-grid.ts";

/**
 * The rows that can hold neighbours of one row, nearest first, itself in front.
 * Slices are of points in the order of the grid.
 */
export interface Around {
  rows: number;
  /** True when squares of differences of the grid's coordinates fit 31 bits. */
  fits: boolean;
  row: Int32Array;
  /** Columns away that are possible, and that are sure (-1: none). */
  possible: Int32Array;
  sure: Int32Array;
  /** Squares of distances in the grid's coordinates up to the first are within the radius, beyond the second
   *  outside it, whichever the row. */
  near: number;
  far: number;
  /** Possible points of one cell, and the sure ones among them. */
  outer: number;
  inner: number;
  /** The slice of possible points of each row for one cell, and the slice of sure ones in it. */
  outerFrom: Uint32Array;
  outerTo: Uint32Array;
  innerFrom: Uint32Array;
  innerTo: Uint32Array;
}

/** Room for rows, grows by itself. */
export function aroundRoom(): Around {
  return roomFor(16);
}

/** Finds the rows around row `r`. */
export function lookAround(
  points: PointColumns,
  grid: PointGrid,
  e: RowExtents,
  r: number,
  radiusM: number,
  around: Around,
): void {
  const { lattice } = points.curve;
  const cell = 2 ** grid.shift;
  around.rows = 0;
  let near = Infinity;
  let far = 0;
  let widest = 0;
  let open = 3;
  for (let away = 0; open !== 0; away++) {
    for (let side = away === 0 ? 2 : 1; side <= 2; side++) {
      if ((open & side) === 0) continue;
      const b = side === 1 ? r - away : r + away;
      const possible =
        b >= 0 && b < grid.row.length ? possibleColumns(e, r, b, radiusM, lattice.unit, grid.side) : -1;
      // Gaps only grow from here on.
      if (possible < 0) {
        open &= ~side;
        continue;
      }
      if (around.rows === around.row.length) grow(around);
      const at = around.rows++;
      around.row[at] = b;
      around.possible[at] = possible;
      around.sure[at] = sureColumns(e, r, b, radiusM, lattice.unit, grid.side);
      const [least, most] = latticeScales(e, r, b, lattice, grid.stretch);
      near = Math.min(near, radiusM / (most * cell) - OFF);
      far = Math.max(far, radiusM / (least * cell) + OFF);
      // The stretch is at most 1.
      const cellsAway = Math.max(possible, Math.abs(grid.row[b]! - grid.row[r]!)) + 1;
      widest = Math.max(widest, (cellsAway * grid.side) / cell + 1);
    }
  }
  around.fits = widest < MAX_DIFFERENCE && far < MAX_DIFFERENCE;
  around.near = near >= 0 ? Math.min(MOST, Math.floor(near * near)) : -1;
  around.far = Math.min(MOST, Math.ceil(far * far));
}

/** A distance in the grid's coordinates is off by less: each was cut, rows once more after stretching. */
const OFF = 4;
const MOST = 2 ** 31 - 2;

/** Slices of possible and sure points of every row around for a cell in `column`, and how many they are. */
export function openSlices(grid: PointGrid, around: Around, column: number): void {
  const { start, rowCell, rowColumn } = grid;
  const { rows, row, possible, sure, outerFrom, outerTo, innerFrom, innerTo } = around;
  let outer = 0;
  let inner = 0;
  for (let k = 0; k < rows; k++) {
    const b = row[k]!;
    const first = rowCell[b]!;
    const past = rowCell[b + 1]!;
    // Where the column is in the other row; it may lie outside.
    const same = first + column - rowColumn[b]!;
    const wide = possible[k]!;
    const from = start[Math.min(past, Math.max(first, same - wide))]!;
    const to = start[Math.max(first, Math.min(past, same + wide + 1))]!;
    outerFrom[k] = from;
    outerTo[k] = to;
    outer += to - from;
    const narrow = sure[k]!;
    if (narrow >= 0) {
      const sureFrom = start[Math.min(past, Math.max(first, same - narrow))]!;
      const sureTo = start[Math.max(first, Math.min(past, same + narrow + 1))]!;
      innerFrom[k] = sureFrom;
      innerTo[k] = sureTo;
      inner += sureTo - sureFrom;
    } else {
      innerFrom[k] = to;
      innerTo[k] = to;
    }
  }
  around.outer = outer;
  around.inner = inner;
}

function roomFor(rows: number): Around {
  return {
    rows: 0,
    fits: true,
    row: new Int32Array(rows),
    possible: new Int32Array(rows),
    sure: new Int32Array(rows),
    near: 0,
    far: 0,
    outer: 0,
    inner: 0,
    outerFrom: new Uint32Array(rows),
    outerTo: new Uint32Array(rows),
    innerFrom: new Uint32Array(rows),
    innerTo: new Uint32Array(rows),
  };
}

function grow(around: Around): void {
  const wider = roomFor(2 * around.row.length);
  for (const name of ["row", "possible", "sure"] as const) {
    wider[name].set(around[name]);
    around[name] = wider[name];
  }
  for (const name of ["outerFrom", "outerTo", "innerFrom", "innerTo"] as const) around[name] = wider[name];
}
