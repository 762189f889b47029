/** A uniform grid over degrees, and which of its cells an edge touches. Shared by the indexes. */
import type { Bbox } from "../units.ts";

/** Cell `(column, row)` has number `row * columns + column`; column 0 is west, row 0 south. */
export interface CellGrid {
  readonly west: number;
  readonly south: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly columns: number;
  readonly rows: number;
}

/** Widening of an edge, in cells, so that rounding never hides a cell it reaches. */
const SLACK = 1e-6;

/** A grid of about `cells` roughly square cells over `bounds`; null bounds give one cell. */
export function cellGrid(bounds: Bbox | null, cells: number): CellGrid {
  const [west, south, east, north] = bounds ?? [0, 0, 0, 0];
  const width = east - west;
  const height = north - south;
  const size = Math.max(width, height);
  if (!(size > 0)) return { west, south, columnsPerDegree: 0, rowsPerDegree: 0, columns: 1, rows: 1 };
  // A very narrow set still gets cells of sensible number along its length.
  const side = Math.max(Math.sqrt((width * height) / cells), size / cells);
  const perDegree = 1 / side;
  // The same arithmetic as for a point, so that no point of the bounds falls off the last cell.
  const columns = Math.floor(width * perDegree) + 1;
  const rows = Math.floor(height * perDegree) + 1;
  return { west, south, columnsPerDegree: perDegree, rowsPerDegree: perDegree, columns, rows };
}

/** Room that `edgeCells` may need in `out` for one edge. */
export function edgeCellsRoom(grid: CellGrid): number {
  return 3 * grid.columns + 6 * grid.rows + 16;
}

/**
 * Writes the cells that the edge touches into `out` and returns how many: at least every cell it truly
 * reaches, each once. Parts of the edge outside the grid are left out.
 */
export function edgeCells(
  grid: CellGrid,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  out: Uint32Array,
): number {
  const { columns, rows } = grid;
  let ax = (x1 - grid.west) * grid.columnsPerDegree;
  let ay = (y1 - grid.south) * grid.rowsPerDegree;
  let bx = (x2 - grid.west) * grid.columnsPerDegree;
  let by = (y2 - grid.south) * grid.rowsPerDegree;
  if (ay > by) {
    [ax, bx] = [bx, ax];
    [ay, by] = [by, ay];
  }
  const west = Math.min(ax, bx);
  const east = Math.max(ax, bx);
  const slope = by > ay ? (bx - ax) / (by - ay) : 0;
  const slack = SLACK * (1 + Math.abs(slope));
  const firstRow = Math.max(0, Math.floor(ay - SLACK));
  const lastRow = Math.min(rows - 1, Math.floor(by + SLACK));
  const sameRow = Math.floor(ay - SLACK) === Math.floor(by + SLACK);
  const oneRow = sameRow || slope === 0 || !Number.isFinite(slope);
  let n = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    let from = west;
    let to = east;
    if (!oneRow) {
      const u = ay > row ? ax : ax + (row - ay) * slope;
      const v = by < row + 1 ? bx : ax + (row + 1 - ay) * slope;
      from = Math.max(west, Math.min(u, v) - slack);
      to = Math.min(east, Math.max(u, v) + slack);
    }
    const first = Math.max(0, Math.floor(from - SLACK));
    const last = Math.min(columns - 1, Math.floor(to + SLACK));
    for (let column = first; column <= last; column++) out[n++] = row * columns + column;
  }
  return n;
}
