/** Height, slope, aspect and class of a position. What is not known is null, never zero and never guessed. */
import { cellMetres, type DegreeGrid, gridPosition } from "./grid.ts";

/** The lie of the ground in one cell. */
export interface Slope {
  /** Rise over run × 100. */
  readonly percent: number;
  /** Angle above the horizontal. */
  readonly degrees: number;
  /** The way down, degrees clockwise from north, 0 to below 360; null on level ground. */
  readonly aspect: number | null;
}

/**
 * Height in metres between the four nearest centres of cells (bilinear); within half a cell of the border the cells of
 * the border count twice. Null outside the grid, and where one of the cells that count has no value.
 */
export function heightAt(grid: DegreeGrid, lon: number, lat: number): number | null {
  const at = gridPosition(grid, lon, lat);
  if (!at) return null;
  const [column, row] = [at[0] - 0.5, at[1] - 0.5];
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [east, south] = [column - left, row - top];
  let sum = 0;
  for (let k = 0; k < 4; k++) {
    const [dc, dr] = [k & 1, k >> 1];
    const weight = (dc ? east : 1 - east) * (dr ? south : 1 - south);
    if (weight === 0) continue;
    sum += weight * grid.value(within(left + dc, grid.width), within(top + dr, grid.height));
  }
  return Number.isFinite(sum) ? sum : null;
}

/** Value of the cell a position lies in; null outside and where there is none. For classes, which have no middle. */
export function classAt(grid: DegreeGrid, lon: number, lat: number): number | null {
  const at = gridPosition(grid, lon, lat);
  if (!at) return null;
  const value = grid.value(Math.floor(at[0]), Math.floor(at[1]));
  return Number.isFinite(value) ? value : null;
}

/** Slope of the cell a position lies in; null as in `cellSlope`, and outside. */
export function slopeAt(grid: DegreeGrid, lon: number, lat: number): Slope | null {
  const at = gridPosition(grid, lon, lat);
  return at && cellSlope(grid, Math.floor(at[0]), Math.floor(at[1]));
}

/**
 * Slope of a cell from its eight neighbours, weighted as B. K. P. Horn, "Hill shading and the reflectance map"
 * (Proceedings of the IEEE 69, 1981), with the size of a cell in metres at its latitude. Null on the border of the grid
 * and beside a cell without a value.
 */
export function cellSlope(grid: DegreeGrid, column: number, row: number): Slope | null {
  if (column < 1 || row < 1 || column >= grid.width - 1 || row >= grid.height - 1) return null;
  const z = (dc: number, dr: number) => grid.value(column + dc, row + dr);
  if (!Number.isFinite(z(0, 0))) return null;
  const [nw, n, ne] = [z(-1, -1), z(0, -1), z(1, -1)];
  const [w, e] = [z(-1, 0), z(1, 0)];
  const [sw, s, se] = [z(-1, 1), z(0, 1), z(1, 1)];
  const [width, height] = cellMetres(grid, row);
  const east = (ne + 2 * e + se - (nw + 2 * w + sw)) / (8 * width);
  const north = (nw + 2 * n + ne - (sw + 2 * s + se)) / (8 * height);
  const rise = Math.hypot(east, north);
  if (!Number.isFinite(rise)) return null;
  const turn = (Math.atan2(-east, -north) * 180) / Math.PI;
  const aspect = rise === 0 ? null : (turn + 360) % 360;
  return { percent: rise * 100, degrees: (Math.atan(rise) * 180) / Math.PI, aspect };
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}
