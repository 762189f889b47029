/**
 * Points sorted into the cells of a grid over the lattice under their curve, row by row: the points of a run of
 * cells in one row are one slice. Each row begins at its first and ends at its last point, so that one far
 * outlier costs one long row at most. Counting sort; points in place order are read and written nearly in order.
 */
import type { CurveColumns } from "./point-columns.ts";

/** Plain arrays: can be handed over or shared. */
export interface PointGrid {
  /** Width of a cell in cells of the lattice, at least 1. */
  readonly side: number;
  /** Rows from the start of the lattice to the first row. */
  readonly firstRow: number;
  readonly rows: number;
  /** First cell of each row, one entry more than rows. */
  readonly rowCell: Uint32Array;
  /** Column of the first cell of each row. */
  readonly rowColumn: Uint32Array;
  /** First point of each cell in the order of the grid, one entry more than cells. */
  readonly start: Uint32Array;
  /** Place along the curve of each point in the order of the grid, and its coordinates. */
  readonly place: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

const MAX_ROWS = 1 << 18;
/** Cells a point, and at least so many in all. */
const CELLS_PER_POINT = 4;
const MIN_CELLS = 1 << 16;

/** Sorts points into cells `side` lattice cells wide, or wider when that would be too many cells. */
export function pointGrid(curve: CurveColumns, side: number): PointGrid {
  const { x, y } = curve;
  const count = x.length;
  const north = least(y);
  const south = most(y);
  const budget = Math.max(MIN_CELLS, CELLS_PER_POINT * count);
  let width = Math.max(1, side, (south - north) / (MAX_ROWS - 2));
  for (;;) {
    const firstRow = Math.floor(north / width);
    const rows = Math.floor(south / width) - firstRow + 1;
    const rowCell = new Uint32Array(rows + 1);
    const rowColumn = new Uint32Array(rows);
    const cells = layRows(x, y, width, firstRow, rowCell, rowColumn);
    if (cells <= budget) {
      const start = new Uint32Array(cells + 1);
      const grid = {
        side: width,
        firstRow,
        rows,
        rowCell,
        rowColumn,
        start,
        place: new Uint32Array(count),
        lon: new Float64Array(count),
        lat: new Float64Array(count),
      };
      sortIntoCells(curve, grid);
      return grid;
    }
    width *= Math.max(1.25, Math.min(4, Math.sqrt(cells / budget)));
  }
}

function least(values: Uint32Array): number {
  let value = values[0] ?? 0;
  for (let k = 1; k < values.length; k++) if (values[k]! < value) value = values[k]!;
  return value;
}

function most(values: Uint32Array): number {
  let value = values[0] ?? 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > value) value = values[k]!;
  return value;
}

/** Finds where rows begin and end; returns the number of cells. */
function layRows(
  x: Uint32Array,
  y: Uint32Array,
  width: number,
  firstRow: number,
  rowCell: Uint32Array,
  rowColumn: Uint32Array,
): number {
  const rows = rowColumn.length;
  const west = rowColumn.fill(0xffffffff);
  const east = new Uint32Array(rows);
  const per = 1 / width;
  for (let k = 0; k < x.length; k++) {
    const r = rowOf(y[k]!, per, firstRow, rows);
    const c = (x[k]! * per) >>> 0;
    if (c < west[r]!) west[r] = c;
    if (c > east[r]!) east[r] = c;
  }
  let cells = 0;
  for (let r = 0; r < rows; r++) {
    rowCell[r] = cells;
    if (west[r]! <= east[r]!) cells += east[r]! - west[r]! + 1;
    else rowColumn[r] = 0;
  }
  rowCell[rows] = cells;
  return cells;
}

/** Multiplying and dividing may round to two sides of a border: kept inside. */
function rowOf(y: number, per: number, firstRow: number, rows: number): number {
  const r = ((y * per) >>> 0) - firstRow;
  return r < 0 ? 0 : r < rows ? r : rows - 1;
}

function sortIntoCells({ x, y, lon, lat }: CurveColumns, grid: PointGrid): void {
  const { firstRow, rows, rowCell, rowColumn, start, place } = grid;
  const count = x.length;
  const per = 1 / grid.side;
  const cell = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    const r = rowOf(y[k]!, per, firstRow, rows);
    const c = rowCell[r]! + ((x[k]! * per) >>> 0) - rowColumn[r]!;
    cell[k] = c;
    start[c]!++;
  }
  // Ends first; going backwards turns them into beginnings and keeps the order inside a cell.
  let sum = 0;
  for (let c = 0; c < start.length; c++) {
    sum += start[c]!;
    start[c] = sum;
  }
  for (let k = count - 1; k >= 0; k--) {
    const at = --start[cell[k]!]!;
    place[at] = k;
    grid.lon[at] = lon[k]!;
    grid.lat[at] = lat[k]!;
  }
}
