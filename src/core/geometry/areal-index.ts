/**
 * Which polygons contain a point, for many points. A uniform grid says of each cell which features cover it
 * whole and which have an edge in it; only the latter are tested, exactly. A point on a boundary is contained.
 */
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import { type CellGrid, cellGrid, edgeCells, edgeCellsRoom } from "./edge-cells.ts";
import { locate, type Slabs, slabsOf } from "./point-in-polygon.ts";
import { bboxOfSet } from "./polygon-set.ts";

/** Plain arrays, can be transferred. */
export interface ArealIndex {
  readonly count: number;
  readonly grid: CellGrid;
  readonly slabs: Slabs;
  /** First entry of each cell, one more than cells. */
  readonly cellEntry: Uint32Array;
  /** `feature * 2`, plus 1 when the feature covers the whole cell; in the order of `order`. */
  readonly entry: Uint32Array;
  /** Features in the order in which they are asked. */
  readonly order: Uint32Array;
  /** Null: the grid covers every feature, so a point outside it is in none. */
  readonly clipped: Bbox | null;
}

/** The features that contain each point: those of point `i` are `feature[start[i]] … feature[start[i + 1] - 1]`. */
export interface Containments {
  readonly start: Uint32Array;
  readonly feature: Uint32Array;
}

export interface ArealIndexOptions {
  /** Features in the order in which they are asked and listed; left out: their own order. */
  readonly order?: Uint32Array;
  /** Where the points are. Points elsewhere are still answered, by asking every feature. */
  readonly bounds?: Bbox | null;
}

const MAX_CELLS = 1 << 20;

/** Builds the index. A set without features answers "none". */
export function arealIndex(set: PolygonSet, { order, bounds }: ArealIndexOptions = {}): ArealIndex {
  if (order && order.length !== set.count) throw new RangeError(`order of ${order.length}, not ${set.count}`);
  const asked = order ?? Uint32Array.from({ length: set.count }, (_, f) => f);
  const slabs = slabsOf(set);
  const whole = bboxOfSet(set);
  const clipped = whole && bounds ? intersection(whole, bounds) : null;
  const cells = Math.min(MAX_CELLS, Math.max(64, set.xy.length / 2));
  const grid = cellGrid(clipped ?? whole, cells);
  const pairs = new Pairs();
  markFeatures(set, slabs, grid, asked, pairs);
  const { cellEntry, entry } = pairs.byCell(grid.columns * grid.rows);
  return { count: set.count, grid, slabs, cellEntry, entry, order: asked, clipped };
}

/** The first feature, in the index's order, that contains the point; -1 for none. NaN is in none. */
export function firstFeatureAt(index: ArealIndex, lon: number, lat: number): number {
  const cell = cellOf(index.grid, lon, lat);
  if (cell < 0) {
    if (!index.clipped) return -1;
    for (const f of index.order) if (locate(index.slabs, f, lon, lat) !== 0) return f;
    return -1;
  }
  const to = index.cellEntry[cell + 1]!;
  for (let k = index.cellEntry[cell]!; k < to; k++) {
    const code = index.entry[k]!;
    if ((code & 1) === 1 || locate(index.slabs, code >>> 1, lon, lat) !== 0) return code >>> 1;
  }
  return -1;
}

/** Every feature that contains the point, in the index's order. */
export function featuresAt(index: ArealIndex, lon: number, lat: number): number[] {
  const out: number[] = [];
  const cell = cellOf(index.grid, lon, lat);
  if (cell < 0) {
    if (index.clipped) for (const f of index.order) if (locate(index.slabs, f, lon, lat) !== 0) out.push(f);
    return out;
  }
  const to = index.cellEntry[cell + 1]!;
  for (let k = index.cellEntry[cell]!; k < to; k++) {
    const code = index.entry[k]!;
    if ((code & 1) === 1 || locate(index.slabs, code >>> 1, lon, lat) !== 0) out.push(code >>> 1);
  }
  return out;
}

/** `firstFeatureAt` of many points. */
export function firstFeatures(index: ArealIndex, lon: Float64Array, lat: Float64Array): Int32Array {
  const out = new Int32Array(lon.length);
  for (let i = 0; i < lon.length; i++) out[i] = firstFeatureAt(index, lon[i]!, lat[i]!);
  return out;
}

/** `featuresAt` of many points. */
export function allFeatures(index: ArealIndex, lon: Float64Array, lat: Float64Array): Containments {
  const start = new Uint32Array(lon.length + 1);
  let feature = new Uint32Array(Math.max(16, lon.length));
  let n = 0;
  for (let i = 0; i < lon.length; i++) {
    const cell = cellOf(index.grid, lon[i]!, lat[i]!);
    const empty = cell < 0 ? !index.clipped : index.cellEntry[cell] === index.cellEntry[cell + 1];
    if (!empty) {
      for (const f of featuresAt(index, lon[i]!, lat[i]!)) {
        if (n === feature.length) feature = grown(feature);
        feature[n++] = f;
      }
    }
    start[i + 1] = n;
  }
  return { start, feature: feature.slice(0, n) };
}

function cellOf(grid: CellGrid, lon: number, lat: number): number {
  const x = (lon - grid.west) * grid.columnsPerDegree;
  const y = (lat - grid.south) * grid.rowsPerDegree;
  return x >= 0 && y >= 0 && x < grid.columns && y < grid.rows ? (y | 0) * grid.columns + (x | 0) : -1;
}

/** Cell and entry code of every mark, as they come. */
class Pairs {
  private cell = new Uint32Array(1 << 12);
  private code = new Uint32Array(1 << 12);
  private n = 0;

  push(cell: number, code: number): void {
    if (this.n === this.cell.length) {
      this.cell = grown(this.cell);
      this.code = grown(this.code);
    }
    this.cell[this.n] = cell;
    this.code[this.n++] = code;
  }

  /** Stable counting sort by cell. */
  byCell(cells: number): { cellEntry: Uint32Array; entry: Uint32Array } {
    const cellEntry = new Uint32Array(cells + 1);
    for (let k = 0; k < this.n; k++) cellEntry[this.cell[k]! + 1]!++;
    for (let c = 0; c < cells; c++) cellEntry[c + 1]! += cellEntry[c]!;
    const next = cellEntry.slice(0, cells);
    const entry = new Uint32Array(this.n);
    for (let k = 0; k < this.n; k++) entry[next[this.cell[k]!]!++] = this.code[k]!;
    return { cellEntry, entry };
  }
}

function markFeatures(set: PolygonSet, slabs: Slabs, grid: CellGrid, order: Uint32Array, pairs: Pairs): void {
  const { featurePart, partRing, ringVertex, xy } = set;
  const touched = new Int32Array(grid.columns * grid.rows).fill(-1);
  const room = new Uint32Array(edgeCellsRoom(grid));
  for (const f of order) {
    const toRing = partRing[featurePart[f + 1]!]!;
    for (let r = partRing[featurePart[f]!]!; r < toRing; r++) {
      const last = ringVertex[r + 1]! - 1;
      for (let i = ringVertex[r]!; i < last; i++) {
        const n = edgeCells(grid, xy[2 * i]!, xy[2 * i + 1]!, xy[2 * i + 2]!, xy[2 * i + 3]!, room);
        for (let k = 0; k < n; k++) {
          const cell = room[k]!;
          if (touched[cell] === f) continue;
          touched[cell] = f;
          pairs.push(cell, f * 2);
        }
      }
    }
    markWholeCells(slabs, grid, f, touched, pairs);
  }
}

/** Cells without an edge of `f` are inside or outside it as a whole; one exact test answers a run of them. */
function markWholeCells(slabs: Slabs, grid: CellGrid, f: number, touched: Int32Array, pairs: Pairs): void {
  const west = slabs.bounds[4 * f]!;
  const south = slabs.bounds[4 * f + 1]!;
  const east = slabs.bounds[4 * f + 2]!;
  const north = slabs.bounds[4 * f + 3]!;
  if (!(west <= east) || grid.rowsPerDegree === 0) return;
  const { columns, rows, columnsPerDegree, rowsPerDegree } = grid;
  const firstColumn = Math.max(0, Math.floor((west - grid.west) * columnsPerDegree));
  const lastColumn = Math.min(columns - 1, Math.floor((east - grid.west) * columnsPerDegree));
  const firstRow = Math.max(0, Math.floor((south - grid.south) * rowsPerDegree));
  const lastRow = Math.min(rows - 1, Math.floor((north - grid.south) * rowsPerDegree));
  for (let row = firstRow; row <= lastRow; row++) {
    const lat = grid.south + (row + 0.5) / rowsPerDegree;
    let covered = -1; // not known: a feature may begin west of a clipped grid
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * columns + column;
      if (touched[cell] === f) {
        covered = -1;
        continue;
      }
      if (covered < 0) covered = locate(slabs, f, grid.west + (column + 0.5) / columnsPerDegree, lat);
      if (covered > 0) pairs.push(cell, f * 2 + 1);
    }
  }
}

function intersection(a: Bbox, b: Bbox): Bbox | null {
  const west = Math.max(a[0], b[0]);
  const south = Math.max(a[1], b[1]);
  const east = Math.min(a[2], b[2]);
  const north = Math.min(a[3], b[3]);
  return west <= east && south <= north ? [west, south, east, north] : null;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}
