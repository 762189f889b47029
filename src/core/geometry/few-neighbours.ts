/**
 * Which points have fewer than so many others near them. Deciding that takes no counts: a cell of a grid whose
 * certain surroundings hold enough points decides all of its points at once, one whose possible surroundings
 * hold too few does too, and the points left stop looking as soon as they have found enough.
 */
import {
  latticeCellM,
  possibleColumns,
  type RowExtents,
  rowExtents,
  scaleBetween,
  sureColumns,
} from "./cell-reach.ts";
import { type MeasuredColumns, type PointColumns, squaredBetween } from "./point-columns.ts";
import { type PointGrid, pointGrid } from "./point-grid.ts";

/** Width of a cell in radii: measured. */
export const tune = { c: 0.44 };

export interface FewOptions {
  /** Where to write, one byte per point; left out: a new column. */
  readonly out?: Uint8Array;
  /** Only the points of these numbers are decided: threads can fill parts of one shared `out`. */
  readonly from?: number;
  readonly to?: number;
  /** The result of `fewGrid` for these points and this radius, so that threads need not build it again. */
  readonly grid?: PointGrid;
}

/** The grid that `fewNeighbours` builds for a radius. Plain arrays: can be handed over or shared. */
export function fewGrid(points: PointColumns, radiusM: number): PointGrid {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  const metres = latticeCellM(points);
  return pointGrid(points.curve, metres > 0 ? (tune.c * radiusM) / metres : 1);
}

/**
 * 1 for every point with fewer than `fewerThan` others at most `radiusM` metres away (a point at the same place
 * counts), else 0: exactly `neighbourCounts < fewerThan`. Throws a RangeError when the radius is not a number
 * from 0 up, `fewerThan` is NaN or the range is none.
 */
export function fewNeighbours(
  points: PointColumns,
  radiusM: number,
  fewerThan: number,
  options: FewOptions = {},
): Uint8Array {
  const { out = new Uint8Array(points.count), from = 0, to = points.count } = options;
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  if (Number.isNaN(fewerThan)) throw new RangeError("fewer than no number");
  if (out.length !== points.count) throw new RangeError(`${points.count} points, ${out.length} bytes`);
  if (!(from >= 0 && from <= to && to <= points.count)) throw new RangeError(`points ${from} to ${to}`);
  // Everyone finds itself, so this many within the radius are not few.
  const enough = Math.ceil(fewerThan) + 1;
  if (enough <= 1 || enough > points.count) return out.fill(enough <= 1 ? 0 : 1, from, to);
  const grid = options.grid ?? fewGrid(points, radiusM);
  const extents = rowExtents(points, grid.side, grid.firstRow, grid.rows);
  const around = roomFor(64);
  for (let r = 0; r < grid.rows; r++) {
    if (grid.rowCell[r] === grid.rowCell[r + 1]) continue;
    const rows = lookAround(points, grid, extents, r, radiusM, around);
    decideRow(points, grid, r, around, rows, radiusM * radiusM, enough, out, from, to);
  }
  return out;
}

/** The rows that can hold neighbours of one row, itself first, and where its search stands in each. */
interface Around {
  readonly row: Int32Array;
  /** Columns away that are possible, and that are sure. */
  readonly possible: Int32Array;
  readonly sure: Int32Array;
  /** Metres in a degree between the two rows, and the squared distances that are sure to be near, or far. */
  readonly lonM: Float64Array;
  readonly latM: Float64Array;
  readonly near: Float64Array;
  readonly far: Float64Array;
  /** Points in the order of the grid: possible ones, and the sure ones among them. */
  readonly outerFrom: Uint32Array;
  readonly outerTo: Uint32Array;
  readonly innerFrom: Uint32Array;
  readonly innerTo: Uint32Array;
}

function lookAround(
  points: PointColumns,
  grid: PointGrid,
  e: RowExtents,
  r: number,
  radiusM: number,
  around: Around,
): number {
  const { unit } = points.curve.lattice;
  let rows = 0;
  for (let step = 0; step < 2; step++) {
    for (let b = r + step; b >= 0 && b < grid.rows; b += step === 0 ? -1 : 1) {
      const possible = possibleColumns(e, r, b, radiusM, unit, grid.side);
      // Gaps only grow from here on.
      if (possible < 0) break;
      if (grid.rowCell[b] === grid.rowCell[b + 1]) continue;
      around.row[rows] = b;
      around.possible[rows] = possible;
      around.sure[rows] = sureColumns(e, r, b, radiusM, unit, grid.side);
      const scale = scaleBetween(e, r, b);
      around.lonM[rows] = scale.lonM;
      around.latM[rows] = scale.latM;
      around.near[rows] = radiusM * radiusM * (1 - scale.error);
      around.far[rows] = radiusM * radiusM * (1 + scale.error);
      rows++;
    }
  }
  return rows;
}

function decideRow(
  points: PointColumns,
  grid: PointGrid,
  r: number,
  around: Around,
  rows: number,
  limit: number,
  enough: number,
  out: Uint8Array,
  from: number,
  to: number,
): void {
  const { curve } = points;
  const { start, rowCell, rowColumn, place } = grid;
  const { row, possible, sure, outerFrom, outerTo, innerFrom, innerTo } = around;
  const { order } = curve;
  // All of a cell is near all of it when the columns of its own row are sure.
  const alone = sure[0]! >= 0;
  const end = rowCell[r + 1]!;
  for (let c = rowCell[r]!; c < end; c++) {
    const a = start[c]!;
    const b = start[c + 1]!;
    if (a === b) continue;
    if (alone && b - a >= enough) {
      write(order, place, out, a, b, 0, from, to);
      continue;
    }
    const column = rowColumn[r]! + c - rowCell[r]!;
    let most = 0;
    let least = 0;
    for (let k = 0; k < rows; k++) {
      const other = row[k]!;
      const first = rowCell[other]!;
      const past = rowCell[other + 1]!;
      // The cell of the other row in the same column.
      const same = first + column - rowColumn[other]!;
      const wide = possible[k]!;
      const p = start[Math.min(past, Math.max(first, same - wide))]!;
      const q = start[Math.max(first, Math.min(past, same + wide + 1))]!;
      outerFrom[k] = p;
      outerTo[k] = q;
      most += q - p;
      const narrow = sure[k]!;
      if (narrow >= 0) {
        const s = start[Math.min(past, Math.max(first, same - narrow))]!;
        const t = start[Math.max(first, Math.min(past, same + narrow + 1))]!;
        innerFrom[k] = s;
        innerTo[k] = t;
        least += t - s;
      } else {
        innerFrom[k] = q;
        innerTo[k] = q;
      }
    }
    if (most < enough) write(order, place, out, a, b, 1, from, to);
    else if (least >= enough) write(order, place, out, a, b, 0, from, to);
    else {
      for (let i = a; i < b; i++) {
        const few = foundNear(curve, grid, around, rows, i, limit, enough - least) ? 0 : 1;
        write(order, place, out, i, i + 1, few, from, to);
      }
    }
  }
}

/** True as soon as `wanted` points of the open cells around lie within the radius of point `i` of the grid. */
function foundNear(
  measured: MeasuredColumns,
  { lon, lat, place }: PointGrid,
  { lonM, latM, near, far, outerFrom, outerTo, innerFrom, innerTo }: Around,
  rows: number,
  i: number,
  limit: number,
  wanted: number,
): boolean {
  const lonI = lon[i]!;
  const latI = lat[i]!;
  let missing = wanted;
  for (let k = 0; k < rows; k++) {
    const perLon = lonM[k]!;
    const perLat = latM[k]!;
    const sureLimit = near[k]!;
    const openLimit = far[k]!;
    let j = outerFrom[k]!;
    let stop = innerFrom[k]!;
    for (let half = 0; half < 2; half++) {
      for (; j < stop; j++) {
        const x = (lonI - lon[j]!) * perLon;
        const y = (latI - lat[j]!) * perLat;
        const squared = x * x + y * y;
        if (squared > openLimit) continue;
        if (squared > sureLimit && squaredBetween(measured, place[i]!, place[j]!) > limit) continue;
        if (--missing === 0) return true;
      }
      j = innerTo[k]!;
      stop = outerTo[k]!;
    }
  }
  return false;
}

/** Writes one value for points `a` to `b` of the grid, those of the range. */
function write(
  order: Uint32Array | null,
  place: Uint32Array,
  out: Uint8Array,
  a: number,
  b: number,
  value: number,
  from: number,
  to: number,
): void {
  for (let k = a; k < b; k++) {
    const i = order === null ? place[k]! : order[place[k]!]!;
    if (i >= from && i < to) out[i] = value;
  }
}

function roomFor(rows: number): Around {
  return {
    row: new Int32Array(rows),
    possible: new Int32Array(rows),
    sure: new Int32Array(rows),
    lonM: new Float64Array(rows),
    latM: new Float64Array(rows),
    near: new Float64Array(rows),
    far: new Float64Array(rows),
    outerFrom: new Uint32Array(rows),
    outerTo: new Uint32Array(rows),
    innerFrom: new Uint32Array(rows),
    innerTo: new Uint32Array(rows),
  };
}
