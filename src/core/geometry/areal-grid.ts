/**
 * The grid of the areal indexes. Its outermost columns and rows lie around the bounds and reach to infinity,
 * so that every position of the plane has a cell and nothing beyond the bounds needs a case of its own. No
 * polygon covers such a cell whole, so column and row 0, where NaN falls, never answer for a feature unasked.
 * Units are those of the coordinates: degrees or metres, the kernels do not care.
 */
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";

/** Cell `(column, row)` has number `row * columns + column`; column 0 is west, row 0 south. */
export interface ArealGrid {
  /** West line of column 0 and south line of row 0, were they as wide as the others. */
  readonly west: number;
  readonly south: number;
  /** Width and height of a cell. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
}

/** Widening of an edge, in cells, so that rounding never hides a cell it reaches. */
export const SLACK = 1e-6;

/** Cells are not made smaller than this share of the coordinates: rounding stays far below the slack. */
const LEAST_SIDE = 1e-8;

/** Measured with 100,000 and 1,000,000 points in 9,000 zones of 1,000,000 vertices: half and twice as many are alike. */
const CELLS_PER_POINT = 0.75;
const CELLS_PER_VERTEX = 4;

/** The most cells, for memory: four bytes each, eight more while the index is built. */
const MAX_CELLS = 1 << 21;

/**
 * A grid of about `cells` square cells over what `bounds` and the set have in common; over the whole set
 * without bounds or when they have nothing in common. A set without vertices has one cell.
 */
export function arealGrid(set: PolygonSet, bounds: Bbox | null, cells: number): ArealGrid {
  const whole = roughBounds(set);
  const box = (whole && bounds && intersection(whole, bounds)) ?? whole;
  if (!box?.every(Number.isFinite)) return { west: 0, south: 0, side: 1, columns: 1, rows: 1 };
  const [west, south, east, north] = box;
  const width = east - west;
  const height = north - south;
  const wanted = Math.max(1, Math.min(MAX_CELLS, cells));
  const farthest = Math.max(Math.abs(west), Math.abs(south), Math.abs(east), Math.abs(north));
  const side = Math.max(
    Math.sqrt((width / wanted) * height),
    Math.max(width, height) / wanted, // a very narrow set still gets cells along its length
    farthest * LEAST_SIDE,
    Number.MIN_VALUE * 2 ** 60,
  );
  return {
    west: west - side,
    south: south - side,
    side,
    columns: Math.floor(width / side) + 3,
    rows: Math.floor(height / side) + 3,
  };
}

/**
 * Bounds of the set, of a large one only about: of every 16th vertex. Whatever lies beyond them is in the
 * outermost cells, so nothing depends on them but speed. Null when there is no vertex.
 */
function roughBounds({ xy }: PolygonSet): Bbox | null {
  if (xy.length === 0) return null;
  const step = xy.length > 1 << 16 ? 32 : 2;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < xy.length; k += step) {
    west = Math.min(west, xy[k]!);
    east = Math.max(east, xy[k]!);
    south = Math.min(south, xy[k + 1]!);
    north = Math.max(north, xy[k + 1]!);
  }
  return [west, south, east, north];
}

/**
 * A number of cells with which building an index and asking it for `points` points are quick together; one
 * for each vertex when it is not known how often the index will be asked.
 */
export function cellsFor(set: PolygonSet, points: number | undefined): number {
  const vertices = set.xy.length / 2;
  if (points === undefined) return Math.max(64, vertices);
  return Math.max(64, Math.min(CELLS_PER_VERTEX * vertices, CELLS_PER_POINT * points));
}

/** West line of a column (south line of a row) from that of number 0, which lies at infinity. */
export function lineOf(first: number, side: number, number: number): number {
  return number === 0 ? -Infinity : first + number * side;
}

/** Column or row of a place given in cells; the outermost ones take what is beyond them, the first NaN. */
export function cellAt(place: number, cells: number): number {
  return place >= 1 ? (place < cells ? place | 0 : cells - 1) : 0;
}

/** The grid as plain numbers, for a packed index. */
export function gridNumbers({ west, south, side, columns, rows }: ArealGrid): Float64Array {
  return Float64Array.of(west, south, side, columns, rows);
}

/** The grid of `gridNumbers`. */
export function gridOf(numbers: Float64Array): ArealGrid {
  const [west, south, side, columns, rows] = numbers as unknown as [number, number, number, number, number];
  return { west, south, side, columns, rows };
}

function intersection(a: Bbox, b: Bbox): Bbox | null {
  const west = Math.max(a[0], b[0]);
  const south = Math.max(a[1], b[1]);
  const east = Math.min(a[2], b[2]);
  const north = Math.min(a[3], b[3]);
  return west <= east && south <= north ? [west, south, east, north] : null;
}
