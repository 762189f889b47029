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

export interface FewOptions {
  /** Where to write, one byte per point; left out: a new column. */
  readonly out?: Uint8Array;
  /** Only the points of these numbers are decided: threads can fill parts of one shared `out`. */
  readonly from?: number;
  readonly to?: number;
  /** The result of `fewGrid` for these points and this radius, so that threads need not build it again. */
  readonly grid?: PointGrid;
  /** Memory kept from call to call (`gridRoom`), for a radius that is dragged. */
  readonly room?: GridRoom;
}

/** The grid that `fewNeighbours` builds for a radius. Plain arrays: can be handed over or shared. */
export function fewGrid(points: PointColumns, radiusM: number, room?: GridRoom): PointGrid {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  return pointGrid(points, radiusM * CELL, radiusM, room);
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
  const grid = options.grid ?? fewGrid(points, radiusM, options.room);
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
  const { outerFrom, outerTo, innerFrom, innerTo, rows, fits } = around;
  const { order } = curve;
  // All of a cell is near all of it when the columns of its own row are sure.
  const alone = around.sure[0]! >= 0;
  const end = rowCell[r + 1]!;
  const shift = rowColumn[r]! - rowCell[r]!;
  for (let c = rowCell[r]!; c < end; c++) {
    const a = start[c]!;
    const b = start[c + 1]!;
    if (a === b) continue;
    if (alone && b - a >= enough) {
      write(order, place, out, a, b, 0, from, to);
      continue;
    }
    let most = 0;
    let least = 0;
    for (let k = 0; k < rows; k++) {
      openSlices(grid, around, k, c + shift);
      most += outerTo[k]! - outerFrom[k]!;
      least += innerTo[k]! - innerFrom[k]!;
    }
    if (most < enough) write(order, place, out, a, b, 1, from, to);
    else if (least >= enough) write(order, place, out, a, b, 0, from, to);
    else {
      for (let i = a; i < b; i++) {
        const wanted = enough - least;
        let found = fits ? foundByCells(grid.x, grid.y, around, i, wanted) : OPEN;
        if (found === OPEN) found = foundByMeasuring(curve, place, around, i, limit, wanted);
        write(order, place, out, i, i + 1, 1 - found, from, to);
      }
    }
  }
}

/** Not decided by the coordinates of the grid. */
const OPEN = 2;

/**
 * 1 when `wanted` points of the open cells around certainly lie within the radius of point `i` of the grid, 0
 * when they certainly do not. Counts without branches: who is near is too random to foresee.
 */
function foundByCells(x: Int32Array, y: Int32Array, around: Around, i: number, wanted: number): number {
  const { near, far, outerFrom, outerTo, innerFrom, innerTo, rows } = around;
  const xi = x[i]!;
  const yi = y[i]!;
  let sure = 0;
  let possible = 0;
  let seen = 0;
  for (let k = 0; k < rows; k++) {
    const nearK = near[k]!;
    const farK = far[k]!;
    const skip = innerFrom[k]!;
    for (let j = outerFrom[k]!; j < skip; j++) {
      const dx = (x[j]! - xi) | 0;
      const dy = (y[j]! - yi) | 0;
      const squared = (Math.imul(dx, dx) + Math.imul(dy, dy)) | 0;
      sure += (nearK - squared) >>> 31;
      possible += (farK - squared) >>> 31;
    }
    const stop = outerTo[k]!;
    for (let j = innerTo[k]!; j < stop; j++) {
      const dx = (x[j]! - xi) | 0;
      const dy = (y[j]! - yi) | 0;
      const squared = (Math.imul(dx, dx) + Math.imul(dy, dy)) | 0;
      sure += (nearK - squared) >>> 31;
      possible += (farK - squared) >>> 31;
    }
    // Both count those that are not.
    seen += skip - outerFrom[k]! + stop - innerTo[k]!;
    if (seen - sure >= wanted) return 1;
  }
  return seen - possible < wanted ? 0 : OPEN;
}

/** 1 as soon as `wanted` points of the open cells around lie within the radius of point `i` of the grid, else 0. */
function foundByMeasuring(
  measured: MeasuredColumns,
  place: Uint32Array,
  { rows, outerFrom, outerTo, innerFrom, innerTo }: Around,
  i: number,
  limit: number,
  wanted: number,
): number {
  let missing = wanted;
  for (let k = 0; k < rows; k++) {
    for (let j = outerFrom[k]!; j < innerFrom[k]!; j++)
      if (squaredBetween(measured, place[i]!, place[j]!) <= limit && --missing === 0) return 1;
    for (let j = innerTo[k]!; j < outerTo[k]!; j++)
      if (squaredBetween(measured, place[i]!, place[j]!) <= limit && --missing === 0) return 1;
  }
  return 0;
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
