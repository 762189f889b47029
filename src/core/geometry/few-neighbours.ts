/**
 * Which points have fewer than so many others near them. Deciding that takes no counts: a cell of a grid whose
 * certain surroundings hold enough points decides all of its points at once, one whose possible surroundings
 * hold too few does too, and the points left stop looking as soon as they have found enough.
 */
import { rowExtents } from "./cell-reach.ts";
import { type Around, aroundRoom, lookAround, openSlices } from "./grid-around.ts";
import { type MeasuredColumns, type PointColumns, squaredBetween } from "./point-columns.ts";
import { type GridRoom, type PointGrid, pointGrid } from "./point-grid.ts";

/** Width of a cell in radii: any two points of a cell are within one, and few rows are around. Measured. */
const CELL = 0.55;
const FINEST = 0.01;
/** Points on the rim that cost as much to look at as one more row. */
const ROW_POINTS = 6;

export interface FewOptions {
  /** Where to write, one byte per point; left out: a new column. */
  readonly out?: Uint8Array;
  /** Only the points of these numbers are decided: threads can fill parts of one shared `out`. */
  readonly from?: number;
  readonly to?: number;
  /** The result of `fewGrid` for these points, radius and number, so that threads need not build it again. */
  readonly grid?: PointGrid;
  /** Memory kept from call to call (`gridRoom`), for a radius that is dragged. */
  readonly room?: GridRoom;
}

/**
 * The grid that `fewNeighbours` builds for a radius and a number. Plain arrays: can be handed over or shared. A
 * grid for other numbers gives the same answer, slower.
 */
export function fewGrid(
  points: PointColumns,
  radiusM: number,
  fewerThan: number,
  room?: GridRoom,
): PointGrid {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  // The more points are wanted, the more lie on the rim between sure and impossible: finer cells, a thinner rim.
  const cell = fewerThan > 1 ? Math.max(FINEST, Math.min(CELL, Math.sqrt(ROW_POINTS / fewerThan))) : CELL;
  return pointGrid(points, radiusM * cell, radiusM, room);
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
  const grid = options.grid ?? fewGrid(points, radiusM, fewerThan, options.room);
  const extents = rowExtents(points, grid);
  const around = aroundRoom();
  for (let r = 0; r < grid.row.length; r++) {
    lookAround(points, grid, extents, r, radiusM, around);
    decideRow(points, grid, r, around, radiusM * radiusM, enough, out, from, to);
  }
  return out;
}

function decideRow(
  { curve }: PointColumns,
  grid: PointGrid,
  r: number,
  around: Around,
  limit: number,
  enough: number,
  out: Uint8Array,
  from: number,
  to: number,
): void {
  const { start, rowCell, rowColumn, place } = grid;
  const { order } = curve;
  // All of a cell is near all of it when the columns of its own row are sure.
  const alone = around.sure[0]! >= 0;
  const end = rowCell[r + 1]!;
  const shift = rowColumn[r]! - rowCell[r]!;
  for (let c = rowCell[r]!; c < end; c++) {
    const a = start[c]!;
    const b = start[c + 1]!;
    // The points of a cell stay in the order of the curve.
    if (a === b || (order === null && (place[b - 1]! < from || place[a]! >= to))) continue;
    if (alone && b - a >= enough) {
      write(order, place, out, a, b, 0, from, to);
      continue;
    }
    openSlices(grid, around, c + shift);
    if (around.outer < enough) write(order, place, out, a, b, 1, from, to);
    else if (around.inner >= enough) write(order, place, out, a, b, 0, from, to);
    else {
      const wanted = enough - around.inner;
      for (let i = a; i < b; i++) {
        const number = order === null ? place[i]! : order[place[i]!]!;
        if (number >= from && number < to)
          out[number] = isFound(curve, grid, around, i, limit, wanted) ? 0 : 1;
      }
    }
  }
}

/** True when at least `wanted` points of the open cells around lie within the radius of point `i` of the grid. */
function isFound(
  measured: MeasuredColumns,
  { x, y, place }: PointGrid,
  around: Around,
  i: number,
  limit: number,
  wanted: number,
): boolean {
  const { near, far, fits, rows, outerFrom, outerTo, innerFrom, innerTo } = around;
  if (!fits) return isMeasured(measured, place, around, i, limit, wanted);
  const xi = x[i]!;
  const yi = y[i]!;
  let seen = 0;
  let beyondNear = 0;
  let beyondFar = 0;
  for (let k = 0; k < rows; k++) {
    const skip = innerFrom[k]!;
    const stop = outerTo[k]!;
    let j = outerFrom[k]!;
    seen += skip - j;
    // Without branches: who is near is too random to foresee.
    for (; j < skip; j++) {
      const dx = (x[j]! - xi) | 0;
      const dy = (y[j]! - yi) | 0;
      const squared = (Math.imul(dx, dx) + Math.imul(dy, dy)) | 0;
      beyondNear += (near - squared) >>> 31;
      beyondFar += (far - squared) >>> 31;
    }
    j = innerTo[k]!;
    seen += stop - j;
    for (; j < stop; j++) {
      const dx = (x[j]! - xi) | 0;
      const dy = (y[j]! - yi) | 0;
      const squared = (Math.imul(dx, dx) + Math.imul(dy, dy)) | 0;
      beyondNear += (near - squared) >>> 31;
      beyondFar += (far - squared) >>> 31;
    }
    if (seen - beyondNear >= wanted) return true;
  }
  return seen - beyondFar >= wanted && isMeasured(measured, place, around, i, limit, wanted);
}

function isMeasured(
  measured: MeasuredColumns,
  place: Uint32Array,
  { rows, outerFrom, outerTo, innerFrom, innerTo }: Around,
  i: number,
  limit: number,
  wanted: number,
): boolean {
  let missing = wanted;
  for (let k = 0; k < rows; k++) {
    for (let j = outerFrom[k]!; j < innerFrom[k]!; j++)
      if (squaredBetween(measured, place[i]!, place[j]!) <= limit && --missing === 0) return true;
    for (let j = innerTo[k]!; j < outerTo[k]!; j++)
      if (squaredBetween(measured, place[i]!, place[j]!) <= limit && --missing === 0) return true;
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
