/**
 * Which points hang together by links of at most a given length: union-find (Tarjan, 1975) over the cells of a
 * grid so small that all points of a cell are linked. Two cells are joined by the first link found between
 * them; cells already joined are not looked at again.
 */
import { rowExtents } from "./cell-reach.ts";
import { type Around, aroundRoom, lookAround } from "./grid-around.ts";
import { type MeasuredColumns, type PointColumns, squaredBetween } from "./point-columns.ts";
import { type PointGrid, pointGrid } from "./point-grid.ts";

/** Components of points in the order of a grid. */
export interface LinkedPoints {
  /** The point that stands for the component of each: itself its own root. */
  readonly root: Uint32Array;
  /** Place along the curve of each point. */
  readonly place: Uint32Array;
}

/** Width of a cell in links: its diagonal stays below one link, rounding and latitude included. */
const CELL = 0.69;
/** Pairs of points between two cells from which on it pays to look at their extents first. */
const MANY_PAIRS = 64;

/** Links all points at most `linkM` metres apart. */
export function linkedPoints(points: PointColumns, linkM: number): LinkedPoints {
  const grid = pointGrid(points, linkM * CELL, linkM);
  const { start, row, rowCell } = grid;
  const root = new Uint32Array(points.count);
  for (let p = 0; p < root.length; p++) root[p] = p;
  const extents = rowExtents(points, grid);
  const around = aroundRoom();
  const search = { points: points.curve, grid, root, limit: linkM * linkM };
  // Whether the points of a cell of each row are sure to be linked.
  const whole = new Uint8Array(row.length);
  for (let r = 0; r < row.length; r++) {
    lookAround(points, grid, extents, r, linkM, around);
    whole[r] = around.sure[0]! >= 0 ? 1 : 0;
    for (let c = rowCell[r]!; c < rowCell[r + 1]!; c++) {
      if (whole[r] === 0) linkInside(search, start[c]!, start[c + 1]!);
      else for (let p = start[c]! + 1; p < start[c + 1]!; p++) root[p] = start[c]!;
    }
  }
  for (let r = 0; r < row.length; r++) {
    lookAround(points, grid, extents, r, linkM, around);
    linkRow(search, r, around, whole);
  }
  for (let p = 0; p < root.length; p++) root[p] = find(root, p);
  return { root, place: grid.place };
}

interface Search {
  readonly points: MeasuredColumns;
  readonly grid: PointGrid;
  readonly root: Uint32Array;
  readonly limit: number;
}

/** Links points `from` to `to` of one cell among themselves. */
function linkInside({ points, grid, root, limit }: Search, from: number, to: number): void {
  const { place } = grid;
  for (let a = from + 1; a < to; a++) {
    const same =
      points.lon[place[a]!] === points.lon[place[a - 1]!] &&
      points.lat[place[a]!] === points.lat[place[a - 1]!];
    // At the place of the one before: linked to it, and whoever is near it has been found.
    if (same) {
      join(root, a, a - 1);
      continue;
    }
    for (let b = from; b < a; b++)
      if (find(root, a) !== find(root, b) && squaredBetween(points, place[a]!, place[b]!) <= limit)
        join(root, a, b);
  }
}

/** Links the cells of row `r` to those east of them and to those of later rows. */
function linkRow(search: Search, r: number, around: Around, whole: Uint8Array): void {
  const { grid, root } = search;
  const { start, rowCell, rowColumn } = grid;
  for (let k = 0; k < around.rows; k++) {
    const other = around.row[k]!;
    if (other < r) continue;
    const wide = around.possible[k]!;
    const narrow = around.sure[k]!;
    const bothWhole = whole[r] === 1 && whole[other] === 1;
    const first = rowCell[other]!;
    const last = rowCell[other + 1]! - 1;
    const shift = first - rowColumn[other]! + rowColumn[r]! - rowCell[r]!;
    for (let c = rowCell[r]!; c < rowCell[r + 1]!; c++) {
      if (start[c] === start[c + 1]) continue;
      const same = c + shift;
      const to = Math.min(last, same + wide);
      for (let d = Math.max(first, other === r ? c + 1 : same - wide); d <= to; d++) {
        if (start[d] === start[d + 1]) continue;
        if (!bothWhole) {
          linkAll(search, start[c]!, start[c + 1]!, start[d]!, start[d + 1]!);
          continue;
        }
        if (find(root, start[c]!) === find(root, start[d]!)) continue;
        if (Math.abs(d - same) <= narrow || areLinked(search, around, c, d)) join(root, start[c]!, start[d]!);
      }
    }
  }
}

/** Links every pair between two slices of points. */
function linkAll(
  { points, grid, root, limit }: Search,
  a: number,
  pastA: number,
  b: number,
  pastB: number,
): void {
  const { place } = grid;
  for (let i = a; i < pastA; i++)
    for (let j = b; j < pastB; j++)
      if (find(root, i) !== find(root, j) && squaredBetween(points, place[i]!, place[j]!) <= limit)
        join(root, i, j);
}

/** True when some point of cell `c` is linked to some point of cell `d`. */
function areLinked({ points, grid, limit }: Search, around: Around, c: number, d: number): boolean {
  const { start, x, y, place } = grid;
  const near = around.fits ? around.near : -1;
  const far = around.fits ? around.far : Infinity;
  const from = start[d]!;
  const past = start[d + 1]!;
  const many = (start[c + 1]! - start[c]!) * (past - from) > MANY_PAIRS;
  let [west, east, north, south] = [-Infinity, Infinity, -Infinity, Infinity];
  if (many && around.fits) {
    [west, east, north, south] = [x[from]!, x[from]!, y[from]!, y[from]!];
    for (let j = from + 1; j < past; j++) {
      west = Math.min(west, x[j]!);
      east = Math.max(east, x[j]!);
      north = Math.min(north, y[j]!);
      south = Math.max(south, y[j]!);
    }
  }
  for (let i = start[c]!; i < start[c + 1]!; i++) {
    const xi = x[i]!;
    const yi = y[i]!;
    const outX = Math.max(0, west - xi, xi - east);
    const outY = Math.max(0, north - yi, yi - south);
    if (outX * outX + outY * outY > far) continue;
    for (let j = from; j < past; j++) {
      const dx = x[j]! - xi;
      const dy = y[j]! - yi;
      const squared = dx * dx + dy * dy;
      if (squared <= near) return true;
      if (squared <= far && squaredBetween(points, place[i]!, place[j]!) <= limit) return true;
    }
  }
  return false;
}

function find(root: Uint32Array, p: number): number {
  let at = p;
  while (root[at] !== at) {
    root[at] = root[root[at]!]!;
    at = root[at]!;
  }
  return at;
}

function join(root: Uint32Array, a: number, b: number): void {
  const ra = find(root, a);
  const rb = find(root, b);
  if (ra < rb) root[rb] = ra;
  else root[ra] = rb;
}
