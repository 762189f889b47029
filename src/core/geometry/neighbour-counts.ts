/** How many other points lie within a radius of each point, in metres on the ellipsoid. */
import { rowExtents } from "./cell-reach.ts";
import { type Around, aroundRoom, lookAround, openSlices } from "./grid-around.ts";
import { neighbourCountAt } from "./neighbour-count-at.ts";
import { gatherOpen, type OpenPoints, openRoom } from "./open-points.ts";
import { type MeasuredColumns, type PointColumns, squaredBetween } from "./point-columns.ts";
import { type GridRoom, type PointGrid, pointGrid } from "./point-grid.ts";

export { neighbourCountAt } from "./neighbour-count-at.ts";

/** Open points looked at together. */
const BLOCK = 16;
/** Points asked before to find out how crowded it is. */
const SAMPLES = 32;
/** Looking into one more row costs as much as measuring this many pairs: measured. */
const ROW_PAIRS = 10;

/**
 * For every point the number of others at most `radiusM` away (a point at the same place counts). Around a
 * cell of a grid most cells are near enough for certain and are counted by their length; only the points of
 * those on the rim are looked at, and only pairs at the radius itself are measured. Throws a RangeError when the
 * radius is not a number from 0 up.
 */
export function neighbourCounts(points: PointColumns, radiusM: number, room?: GridRoom): Int32Array {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  const counts = new Int32Array(points.count);
  if (points.count === 0) return counts;
  const grid = pointGrid(points, radiusM * cellInRadii(points, radiusM), radiusM, room);
  const extents = rowExtents(points, grid);
  const around = aroundRoom();
  const open = openRoom();
  for (let r = 0; r < grid.row.length; r++) {
    lookAround(points, grid, extents, r, radiusM, around);
    countRow(points, grid, r, around, radiusM * radiusM, open, counts);
  }
  return counts;
}

/** The more neighbours, the finer the cells: rows cost less than the pairs on the rim. */
function cellInRadii(points: PointColumns, radiusM: number): number {
  const { order } = points.curve;
  let sum = 0;
  for (let s = 0; s < SAMPLES; s++) {
    const k = Math.floor(((s + 0.5) / SAMPLES) * points.count);
    sum += neighbourCountAt(points, order === null ? k : order[k]!, radiusM);
  }
  return Math.max(0.002, Math.min(0.5, Math.sqrt(ROW_PAIRS / (1 + sum / SAMPLES))));
}

function countRow(
  { curve }: PointColumns,
  grid: PointGrid,
  r: number,
  around: Around,
  limit: number,
  open: OpenPoints,
  counts: Int32Array,
): void {
  const { start, rowCell, rowColumn, place } = grid;
  const { order, lon, lat } = curve;
  const shift = rowColumn[r]! - rowCell[r]!;
  for (let c = rowCell[r]!; c < rowCell[r + 1]!; c++) {
    const a = start[c]!;
    const b = start[c + 1]!;
    if (a === b) continue;
    openSlices(grid, around, c + shift);
    gatherOpen(grid, around, open);
    let count = 0;
    for (let i = a; i < b; i++) {
      const at = place[i]!;
      const before = place[i - 1]!;
      // At the place of the one before, as many: a crowd on one spot is counted once. Everyone finds itself.
      if (i === a || lon[at] !== lon[before] || lat[at] !== lat[before])
        count = around.inner - 1 + countOpen(curve, grid, around, open, i, limit);
      counts[order === null ? at : order[at]!] = count;
    }
  }
}

/** Open points within the radius of point `i` of the grid. */
function countOpen(
  measured: MeasuredColumns,
  grid: PointGrid,
  { near, far, fits }: Around,
  open: OpenPoints,
  i: number,
  limit: number,
): number {
  const { x, y, place, count } = open;
  const xi = grid.x[i]!;
  const yi = grid.y[i]!;
  let found = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    let beyondNear = 0;
    let beyondFar = 0;
    // Without branches: who is near is too random to foresee.
    for (let j = from; j < to; j++) {
      const dx = (x[j]! - xi) | 0;
      const dy = (y[j]! - yi) | 0;
      const squared = (Math.imul(dx, dx) + Math.imul(dy, dy)) | 0;
      beyondNear += (near - squared) >>> 31;
      beyondFar += (far - squared) >>> 31;
    }
    if (fits && beyondNear === beyondFar) found += to - from - beyondFar;
    else found += countByMeasuring(measured, place, grid.place[i]!, from, to, limit);
  }
  return found;
}

function countByMeasuring(
  measured: MeasuredColumns,
  place: Uint32Array,
  at: number,
  from: number,
  to: number,
  limit: number,
): number {
  let count = 0;
  for (let j = from; j < to; j++) if (squaredBetween(measured, at, place[j]!) <= limit) count++;
  return count;
}
