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
  /** The point that stands for the component of each: the first of them, its own root. */
  readonly root: Uint32Array;
  /** Place along the curve of each point. */
  readonly place: Uint32Array;
}

/** Width of a cell in links: its diagonal stays below one link, rounding and latitude included. */
const CELL = 0.69;
/** Pairs of points between two cells from which on it pays to look at their extents first. */
const MANY_PAIRS = 64;

interface Search {
  readonly measured: MeasuredColumns;
  readonly grid: PointGrid;
  readonly root: Uint32Array;
  readonly limit: number;
}

/** Links all points at most `linkM` metres apart. */
export function linkedPoints(points: PointColumns, linkM: number): LinkedPoints {
  const grid = pointGrid(points, linkM * CELL, linkM);
  const { start, row, rowCell } = grid;
  const root = new Uint32Array(points.count);
  for (let p = 0; p < root.length; p++) root[p] = p;
  const extents = rowExtents(points, grid);
  const around = aroundRoom();
  const search = { measured: points.curve, grid, root, limit: linkM * linkM };
  // Whether the points of a cell of each row are sure to be linked. Not so when cells had to be wider.
  const whole = new Uint8Array(row.length);
  // Later rows first: they are linked inside when earlier ones look at them.
  for (let r = row.length - 1; r >= 0; r--) {
    lookAround(points, grid, extents, r, linkM, around);
    whole[r] = around.sure[0]! >= 0 ? 1 : 0;
    for (let c = rowCell[r]!; c < rowCell[r + 1]!; c++) {
      if (whole[r] === 0) linkInside(search, around, start[c]!, start[c + 1]!);
      else for (let p = start[c]! + 1; p < start[c + 1]!; p++) root[p] = start[c]!;
    }
    linkRow(search, r, around, whole);
  }
  for (let p = 0; p < root.length; p++) root[p] = find(root, p);
  return { root, place: grid.place };
}

/** Links points `from` to `to` of one cell among themselves. */
function linkInside(search: Search, around: Around, from: number, to: number): void {
  const { measured, grid, root } = search;
  const { lon, lat } = measured;
  for (let a = from + 1; a < to; a++) {
    const at = grid.place[a]!;
    const before = grid.place[a - 1]!;
    // At the place of the one before: linked to it, and whoever is near it has been found.
    if (lon[at] === lon[before] && lat[at] === lat[before]) join(root, a, a - 1);
    else linkAll(search, around, a, a + 1, from, a);
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
      const a = start[c]!;
      const pastA = start[c + 1]!;
      if (a === pastA) continue;
      const same = c + shift;
      const from = Math.max(first, other === r ? c + 1 : same - wide);
      const to = Math.min(last, same + wide);
      if (!bothWhole) {
        if (from <= to) linkAll(search, around, a, pastA, start[from]!, start[to + 1]!);
        continue;
      }
      for (let d = from; d <= to; d++) {
        const b = start[d]!;
        const pastB = start[d + 1]!;
        if (b === pastB) continue;
        if (find(root, a) === find(root, b)) continue;
        if (Math.abs(d - same) <= narrow || areLinked(search, around, a, pastA, b, pastB)) join(root, a, b);
      }
    }
  }
}

/** Links every pair between two slices of points. */
function linkAll(search: Search, around: Around, a: number, pastA: number, b: number, pastB: number): void {
  for (let i = a; i < pastA; i++) {
    let j = firstNear(search, around, i, b, pastB);
    while (j < pastB) {
      join(search.root, i, j);
      j = firstNear(search, around, i, j + 1, pastB);
    }
  }
}

/** True when some point of one slice is linked to some point of another. */
function areLinked(
  search: Search,
  around: Around,
  a: number,
  pastA: number,
  b: number,
  pastB: number,
): boolean {
  const { x, y } = search.grid;
  let [west, east, north, south] = [-Infinity, Infinity, -Infinity, Infinity];
  if (around.fits && (pastA - a) * (pastB - b) > MANY_PAIRS) {
    [west, east, north, south] = [x[b]!, x[b]!, y[b]!, y[b]!];
    for (let j = b + 1; j < pastB; j++) {
      west = Math.min(west, x[j]!);
      east = Math.max(east, x[j]!);
      north = Math.min(north, y[j]!);
      south = Math.max(south, y[j]!);
    }
  }
  for (let i = a; i < pastA; i++) {
    const outX = Math.max(0, west - x[i]!, x[i]! - east);
    const outY = Math.max(0, north - y[i]!, y[i]! - south);
    if (around.fits && outX * outX + outY * outY > around.far) continue;
    if (firstNear(search, around, i, b, pastB) < pastB) return true;
  }
  return false;
}

/** The first of points `from` to `to` linked to point `i`, else `to`; measured only where the grid leaves it open. */
function firstNear(
  { measured, grid, limit }: Search,
  around: Around,
  i: number,
  from: number,
  to: number,
): number {
  const { x, y, place } = grid;
  const near = around.fits ? around.near : -1;
  const far = around.fits ? around.far : Infinity;
  const xi = x[i]!;
  const yi = y[i]!;
  for (let j = from; j < to; j++) {
    const dx = xi - x[j]!;
    const dy = yi - y[j]!;
    const squared = dx * dx + dy * dy;
    if (squared > far) continue;
    if (squared <= near || squaredBetween(measured, place[i]!, place[j]!) <= limit) return j;
  }
  return to;
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
