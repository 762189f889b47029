/**
 * The occupied cells of one level of the lattice under points in place order, row by row. A cell's points are
 * one run along the curve, so no point is moved; and along the curve the cells of one row come from west to
 * east, so one stable pass by row sorts them. Empty land and far outliers cost nothing.
 */
import type { CurveColumns } from "./point-columns.ts";

/** Cells by row, in a row by column. Plain arrays: can be handed over or shared. */
export interface PointCells {
  /** A cell is 2^level lattice cells wide. */
  readonly level: number;
  /** Occupied rows, ascending. */
  readonly row: Uint32Array;
  /** First cell of each row, one entry more than rows. */
  readonly rowStart: Uint32Array;
  readonly column: Uint32Array;
  /** Place along the curve of the first point of each cell. */
  readonly first: Uint32Array;
  /** Points in the cells in front of each, one entry more than cells. */
  readonly before: Uint32Array;
}

/** Rows up to this many are counted in one pass. */
const ONE_PASS = 1 << 16;

/** Finds the occupied cells. `level` from 0 (about 0.6 m) to 26 (one cell). */
export function pointCells({ x, y }: CurveColumns, level: number): PointCells {
  const runs = countRuns(x, y, level);
  const row = new Uint32Array(runs);
  const column = new Uint32Array(runs);
  const first = new Uint32Array(runs);
  fillRuns(x, y, level, row, column, first);
  const order = sortedByRow(row);
  const sortedColumn = new Uint32Array(runs);
  const sortedFirst = new Uint32Array(runs);
  const before = new Uint32Array(runs + 1);
  let rows = 0;
  let sum = 0;
  for (let c = 0; c < runs; c++) {
    const run = order[c]!;
    sortedColumn[c] = column[run]!;
    sortedFirst[c] = first[run]!;
    sum += (run + 1 < runs ? first[run + 1]! : x.length) - first[run]!;
    before[c + 1] = sum;
    if (c === 0 || row[run] !== row[order[c - 1]!]) rows++;
  }
  const rowNumber = new Uint32Array(rows);
  const rowStart = new Uint32Array(rows + 1).fill(runs);
  for (let c = 0, r = 0; c < runs; c++) {
    const at = row[order[c]!]!;
    if (c > 0 && at === rowNumber[r - 1]) continue;
    rowNumber[r] = at;
    rowStart[r++] = c;
  }
  return { level, row: rowNumber, rowStart, column: sortedColumn, first: sortedFirst, before };
}

function countRuns(x: Uint32Array, y: Uint32Array, level: number): number {
  let runs = x.length > 0 ? 1 : 0;
  for (let k = 1; k < x.length; k++) {
    // One branch less than comparing, and hamlets make it hard to foresee.
    const differs = ((x[k]! ^ x[k - 1]!) | (y[k]! ^ y[k - 1]!)) >>> level;
    runs += (differs | -differs) >>> 31;
  }
  return runs;
}

function fillRuns(
  x: Uint32Array,
  y: Uint32Array,
  level: number,
  row: Uint32Array,
  column: Uint32Array,
  first: Uint32Array,
): void {
  let runs = 0;
  for (let k = 0; k < x.length; k++) {
    if (k > 0 && ((x[k]! ^ x[k - 1]!) | (y[k]! ^ y[k - 1]!)) >>> level === 0) continue;
    row[runs] = y[k]! >>> level;
    column[runs] = x[k]! >>> level;
    first[runs++] = k;
  }
}

/** Order of the values, stable. Values are below 2^26. */
function sortedByRow(row: Uint32Array): Uint32Array {
  const n = row.length;
  let least = 2 ** 26;
  let most = 0;
  for (let i = 0; i < n; i++) {
    least = row[i]! < least ? row[i]! : least;
    most = row[i]! > most ? row[i]! : most;
  }
  const order = new Uint32Array(n);
  if (n === 0) return order;
  const span = most - least + 1;
  if (span <= ONE_PASS) {
    const next = new Uint32Array(span + 1);
    for (let i = 0; i < n; i++) next[row[i]! - least + 1]!++;
    for (let d = 0; d < span; d++) next[d + 1]! += next[d]!;
    for (let i = 0; i < n; i++) order[next[row[i]! - least]!++] = i;
    return order;
  }
  const byLow = new Uint32Array(n);
  const low = new Uint32Array(8193);
  const high = new Uint32Array(8193);
  for (let i = 0; i < n; i++) {
    low[(row[i]! & 8191) + 1]!++;
    high[(row[i]! >>> 13) + 1]!++;
  }
  for (let d = 0; d < 8192; d++) {
    low[d + 1]! += low[d]!;
    high[d + 1]! += high[d]!;
  }
  for (let i = 0; i < n; i++) byLow[low[row[i]! & 8191]!++] = i;
  for (let k = 0; k < n; k++) order[high[row[byLow[k]!]! >>> 13]!++] = byLow[k]!;
  return order;
}
