/**
 * Which polygons contain a point, for many points. A uniform grid says of each cell which one feature covers
 * it, that nothing is there, or where its record stands: the features that cover the cell whole or have an
 * edge in it, in the order asked, the latter with their edges in the cell. A point on a boundary is contained.
 *
 * Sources: `areal-trace.ts` (drawing the grid), `areal-chains.ts` (the exact test), `areal-lookup.ts` (the
 * pass over points). Building costs one pass over the vertices and what the drawing of the edges and covered
 * cells takes; a point costs one look at the grid, in a cell with edges also the edges of that cell. Nothing
 * is built later: an index is read only, so threads can share one and fill ranges of one answer.
 *
 * Ties: a point on shared borders is in all their features, the first in the order asked is the answer.
 */
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import { inChains } from "./areal-chains.ts";
import { trace } from "./areal-entries.ts";
import { type ArealGrid, arealGrid, cellAt, cellsFor, gridNumbers, gridOf, lineOf } from "./areal-grid.ts";
import { BATCH, lookUp } from "./areal-lookup.ts";
import { covers, drawFeatures, recordsOf } from "./areal-records.ts";
import { type Allocate, pack, unpack } from "./packed.ts";

/** Made by `arealIndex` or `arealIndexFrom`. */
export interface ArealIndex {
  /** All but the coordinates of the set, in one buffer to transfer, share or keep; see `arealIndexFrom`. */
  readonly data: ArrayBufferLike;
  /** Coordinates of the set. */
  readonly xy: Float64Array;
  readonly grid: ArealGrid;
  /** Of each cell the feature that covers it, -1 for none, or -2 less the place of its record. */
  readonly code: Int32Array;
  /**
   * A record: number of items, then the items in the order asked. An item: `feature * 4`, plus 2 when it
   * covers the cell, else plus the parity of its corner, then the number of chains and their ends.
   */
  readonly records: Uint32Array;
}

/** The features that contain each point: those of point `i` are `feature[start[i]] … feature[start[i + 1] - 1]`. */
export interface Containments {
  readonly start: Uint32Array;
  readonly feature: Uint32Array;
}

export interface ArealIndexOptions {
  /** Features in the order in which they are asked and listed; left out: their own order. */
  readonly order?: Uint32Array;
  /** Where the points are. Points elsewhere are answered as exactly, only slower. */
  readonly bounds?: Bbox | null;
  /** About how many points will be asked in all: for few, larger cells are drawn, which takes less time. */
  readonly points?: number;
  /** Where the index is to lie; left out: a buffer of its own. */
  readonly allocate?: Allocate;
}

const MARK = 0x61726531;

/**
 * Builds the index; a set without features answers "none". Coordinates in degrees or any plane. Throws when
 * `order` has not one number for each feature.
 */
export function arealIndex(
  set: PolygonSet,
  { order, bounds = null, points, allocate }: ArealIndexOptions = {},
): ArealIndex {
  if (order && order.length !== set.count) throw new RangeError(`order of ${order.length}, not ${set.count}`);
  const asked = order ?? Uint32Array.from({ length: set.count }, (_, f) => f);
  const grid = arealGrid(set, bounds, cellsFor(set, points));
  const t = trace(set, grid);
  drawFeatures(t, asked);
  const code = new Int32Array(grid.columns * grid.rows);
  const records = recordsOf(t, code);
  return arealIndexFrom(set, pack(MARK, [gridNumbers(grid), code, records], allocate));
}

/** The index whose `data` this is. `set` must hold the same coordinates as the one it was built of. */
export function arealIndexFrom(set: PolygonSet, data: ArrayBufferLike): ArealIndex {
  const [numbers, code, records] = unpack(MARK, data) as [Float64Array, Int32Array, Uint32Array];
  return { data, xy: set.xy, grid: gridOf(numbers), code, records };
}

/** The first feature, in the index's order, that contains the point; -1 for none. NaN is in none. */
export function firstFeatureAt(index: ArealIndex, lon: number, lat: number): number {
  return featuresAt(index, lon, lat)[0] ?? -1;
}

/** Every feature that contains the point, in the index's order. */
export function featuresAt({ code, grid, records, xy }: ArealIndex, lon: number, lat: number): number[] {
  const { columns, rows, west, south, side } = grid;
  const perUnit = 1 / side;
  const column = cellAt((lon - west) * perUnit, columns);
  const answer = code[cellAt((lat - south) * perUnit, rows) * columns + column]!;
  if (answer >= 0) return [answer];
  const out: number[] = [];
  if (answer === -1 || Number.isNaN(lon) || Number.isNaN(lat)) return out;
  listFeatures(xy, records, -2 - answer, lineOf(west, side, column), lon, lat, out, 0);
  return out;
}

/**
 * `firstFeatureAt` of many points, of those `from` up to `to` when given: written to `out` (one number a
 * point, others untouched), or to an array of its own with -1 elsewhere.
 */
export function firstFeatures(
  index: ArealIndex,
  lon: Float64Array,
  lat: Float64Array,
  out: Int32Array = new Int32Array(lon.length).fill(-1),
  from = 0,
  to = lon.length,
): Int32Array {
  const { code, grid, records, xy } = index;
  const { columns, rows, west, south, side } = grid;
  const open = new Uint32Array(Math.max(0, Math.min(BATCH, to - from)));
  for (let k = from; k < to; k += BATCH) {
    const end = Math.min(to, k + BATCH);
    const n = lookUp(code, columns, rows, west, south, side, lon, lat, out, k, end, open);
    resolveFirst(xy, records, columns, west, side, lon, lat, out, open, n);
  }
  return out;
}

/** Replaces the codes of the `n` points numbered in `open` by their answers. */
function resolveFirst(
  xy: Float64Array,
  records: Uint32Array,
  columns: number,
  west: number,
  side: number,
  lon: Float64Array,
  lat: Float64Array,
  out: Int32Array,
  open: Uint32Array,
  n: number,
): void {
  const perUnit = 1 / side;
  for (let k = 0; k < n; k++) {
    const i = open[k]!;
    const px = lon[i]!;
    const py = lat[i]!;
    let at = -2 - out[i]!;
    let items = Number.isNaN(px) || Number.isNaN(py) ? 0 : records[at]!;
    const westLine = lineOf(west, side, cellAt((px - west) * perUnit, columns));
    let found = -1;
    at++;
    for (; items > 0; items--) {
      const head = records[at]!;
      if (covers(head)) {
        found = head >>> 2;
        break;
      }
      const chains = records[at + 1]!;
      if (inChains(xy, records, at + 2, chains, head & 1, westLine, px, py) !== 0) {
        found = head >>> 2;
        break;
      }
      at += 2 + 2 * chains;
    }
    out[i] = found;
  }
}

/** `featuresAt` of many points. */
export function allFeatures(index: ArealIndex, lon: Float64Array, lat: Float64Array): Containments {
  const { code, grid, records, xy } = index;
  const { columns, rows, west, south, side } = grid;
  const perUnit = 1 / side;
  const count = lon.length;
  const start = new Uint32Array(count + 1);
  let feature = new Uint32Array(Math.max(16, count));
  let n = 0;
  for (let i = 0; i < count; i++) {
    const px = lon[i]!;
    const py = lat[i]!;
    const column = cellAt((px - west) * perUnit, columns);
    const answer = code[cellAt((py - south) * perUnit, rows) * columns + column]!;
    if (answer >= 0) {
      if (n === feature.length) feature = grown(feature, n + 1);
      feature[n++] = answer;
    } else if (answer < -1 && !Number.isNaN(px) && !Number.isNaN(py)) {
      const at = -2 - answer;
      if (n + records[at]! > feature.length) feature = grown(feature, n + records[at]!);
      n = listFeatures(xy, records, at, lineOf(west, side, column), px, py, feature, n);
    }
    start[i + 1] = n;
  }
  return { start, feature: feature.slice(0, n) };
}

/** Appends the features of one record that contain the point, each once, and returns the new length. */
function listFeatures(
  xy: Float64Array,
  records: Uint32Array,
  record: number,
  westLine: number,
  px: number,
  py: number,
  feature: Uint32Array | number[],
  length: number,
): number {
  let n = length;
  let at = record + 1;
  for (let items = records[record]!; items > 0; items--) {
    const head = records[at]!;
    const whole = covers(head);
    const chains = whole ? 0 : records[at + 1]!;
    // Parts of one feature stand together: it is listed once.
    const listed = n > length && feature[n - 1] === head >>> 2;
    if (!listed && (whole || inChains(xy, records, at + 2, chains, head & 1, westLine, px, py) !== 0))
      feature[n++] = head >>> 2;
    at += whole ? 1 : 2 + 2 * chains;
  }
  return n;
}

function grown(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(Math.max(least, array.length * 2));
  out.set(array);
  return out;
}
