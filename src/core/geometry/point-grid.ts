/**
 * Points sorted into the cells of a grid over the lattice under their curve, row by row: the points of a run of
 * cells in one row are one slice. Each row begins at its first and ends at its last point, so that one far
 * outlier costs one long row at most. Counting sort; points in place order are read and written nearly in order.
 */
import { latticeCellM, latticeStretch } from "./cell-reach.ts";
import { type Allocate, ownBuffer } from "./packed.ts";
import type { CurveColumns, PointColumns } from "./point-columns.ts";

/** Plain arrays: can be handed over or shared. */
export interface PointGrid {
  /** Width of a cell in cells of the lattice, at least 1. */
  readonly side: number;
  /** Occupied rows, ascending: how many rows of cells from the start of the lattice. */
  readonly row: Uint32Array;
  /** First cell of each occupied row, one entry more than rows. */
  readonly rowCell: Uint32Array;
  /** Column of the first cell of each occupied row. */
  readonly rowColumn: Uint32Array;
  /** First point of each cell in the order of the grid, one entry more than cells. */
  readonly start: Uint32Array;
  /** Place along the curve of each point in the order of the grid. */
  readonly place: Uint32Array;
  /** Its column and row of the lattice, rows times `stretch`, the lowest `shift` bits left out. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly shift: number;
  /** What makes a step of a row as long as one of a column where most points are. */
  readonly stretch: number;
}

/** Memory for the grids of one set of points, one after the other: fresh memory is slow the first time. */
export interface GridRoom {
  readonly start: Uint32Array;
  readonly place: Uint32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const MAX_ROWS = 1 << 18;
/** The first column of an empty row. */
const NO_COLUMN = 0xffffffff;
/** Cells a point, of which few points may have more. */
const CELLS_PER_POINT = 6;
const CELLS_PER_FEW = 32;
const FEW_CELLS = 1 << 20;
/** Differences of shifted lattice coordinates within reach stay below this: squares fit 31 bits. */
export const MAX_DIFFERENCE = (1 << 15) - 1;

/**
 * Room for grids of `count` points, about 36 bytes a point. A grid made in it lasts until the next one. In
 * memory from `allocate`, which threads may share; left out: memory of its own.
 */
export function gridRoom(count: number, allocate: Allocate = ownBuffer): GridRoom {
  const cells = cellBudget(count) + 1;
  return {
    start: new Uint32Array(allocate(4 * cells)),
    place: new Uint32Array(allocate(4 * count)),
    x: new Int32Array(allocate(4 * count)),
    y: new Int32Array(allocate(4 * count)),
  };
}

/**
 * Sorts points into cells `cellM` metres wide where most points are, or wider when that would be too many
 * cells, for searches of at most `reachM` metres.
 */
export function pointGrid(
  points: PointColumns,
  cellM: number,
  reachM: number,
  room: GridRoom = gridRoom(points.count),
): PointGrid {
  const { count, curve } = points;
  if (room.place.length < count) throw new RangeError(`room for ${room.place.length} of ${count} points`);
  const latticeM = latticeCellM(points);
  const budget = cellBudget(count);
  let side = Math.max(1, latticeM > 0 ? cellM / latticeM : 1, (curve.south - curve.north) / (MAX_ROWS - 2));
  let rows = layRows(curve, side, budget);
  while (rows.cells > budget) {
    side *= Math.max(1.05, Math.min(4, 1.01 * Math.sqrt(rows.cells / budget)));
    rows = layRows(curve, side, budget);
  }
  const reach = latticeM > 0 ? reachM / latticeM : 0;
  const shift = Math.ceil(Math.log2(Math.max(1, (1.5 * reach + 3 * side) / MAX_DIFFERENCE)));
  const grid = {
    side,
    ...occupied(rows),
    start: room.start.subarray(0, rows.cells + 1).fill(0),
    place: room.place.subarray(0, count),
    x: room.x.subarray(0, count),
    y: room.y.subarray(0, count),
    shift: Math.min(30, shift),
    stretch: latticeStretch(points),
  };
  sortIntoCells(curve, grid, rows);
  return grid;
}

function cellBudget(count: number): number {
  return Math.max(1024, CELLS_PER_POINT * count, Math.min(FEW_CELLS, CELLS_PER_FEW * count));
}

/** Every row between the first and the last, occupied or not. */
interface Rows {
  readonly first: number;
  /** First and last column, the first beyond the last in an empty row. */
  readonly west: Uint32Array;
  readonly east: Uint32Array;
  /** What to add to a column to get a cell. */
  readonly cellOf: Int32Array;
  readonly cells: number;
}

/** Rows as long as the whole extent where that is not too many cells, else as long as their points ask for. */
function layRows(curve: CurveColumns, side: number, budget: number): Rows {
  const per = 1 / side;
  const first = (curve.north * per) | 0;
  const count = ((curve.south * per) | 0) - first + 1;
  const west = new Uint32Array(count).fill((curve.west * per) | 0);
  const east = new Uint32Array(count).fill((curve.east * per) | 0);
  if (count * (east[0]! - west[0]! + 1) > budget) {
    west.fill(NO_COLUMN);
    widenRows(curve.x, curve.y, per, first, west, east.fill(0));
  }
  const cellOf = new Int32Array(count);
  let cells = 0;
  for (let r = 0; r < count; r++) {
    cellOf[r] = cells - west[r]!;
    if (west[r] !== NO_COLUMN) cells += east[r]! - west[r]! + 1;
  }
  return { first, west, east, cellOf, cells };
}

function widenRows(
  x: Uint32Array,
  y: Uint32Array,
  per: number,
  first: number,
  west: Uint32Array,
  east: Uint32Array,
): void {
  for (let k = 0; k < x.length; k++) {
    const r = ((y[k]! * per) | 0) - first;
    const c = (x[k]! * per) | 0;
    if (c < west[r]!) west[r] = c;
    if (c > east[r]!) east[r] = c;
  }
}

function occupied({ first, west, east }: Rows): Pick<PointGrid, "row" | "rowCell" | "rowColumn"> {
  let count = 0;
  for (let r = 0; r < west.length; r++) if (west[r] !== NO_COLUMN) count++;
  const row = new Uint32Array(count);
  const rowCell = new Uint32Array(count + 1);
  const rowColumn = new Uint32Array(count);
  for (let r = 0, at = 0; r < west.length; r++) {
    if (west[r] === NO_COLUMN) continue;
    row[at] = first + r;
    rowColumn[at] = west[r]!;
    rowCell[at + 1] = rowCell[at]! + east[r]! - west[r]! + 1;
    at++;
  }
  return { row, rowCell, rowColumn };
}

function sortIntoCells(curve: CurveColumns, grid: PointGrid, { first, cellOf }: Rows): void {
  const { start, place, x, y, shift, stretch } = grid;
  const count = place.length;
  const per = 1 / grid.side;
  for (let k = 0; k < count; k++)
    start[cellOf[((curve.y[k]! * per) | 0) - first]! + ((curve.x[k]! * per) | 0)]!++;
  // Ends first; going backwards turns them into beginnings and keeps the order inside a cell.
  let sum = 0;
  for (let c = 0; c < start.length; c++) {
    sum += start[c]!;
    start[c] = sum;
  }
  for (let k = count - 1; k >= 0; k--) {
    const cx = curve.x[k]!;
    const cy = curve.y[k]!;
    const at = --start[cellOf[((cy * per) | 0) - first]! + ((cx * per) | 0)]!;
    place[at] = k;
    x[at] = cx >>> shift;
    y[at] = (cy * stretch) >>> shift;
  }
}
