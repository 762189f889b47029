/**
 * For every point the highest rank in each of up to four groups among the polygons that contain it: hazards
 * by kind and level, forests by kind. Boundary included.
 *
 * Features are drawn from the highest rank down, so a cell that is covered whole at some rank takes nothing
 * more of that rank or a lower one. A cell that no polygon can raise holds the answer itself; another one
 * holds what covers it whole and the few polygons that can raise that, highest first, with their edges in it.
 *
 * Sources: `areal-trace.ts` (drawing the grid), `areal-chains.ts` (the exact test), `areal-lookup.ts` (the
 * pass over points). Building costs one pass over the vertices and what the drawing of the edges and covered
 * cells takes; a point costs one look at the grid, in a cell with edges also the edges of that cell. Nothing
 * is built later: an index is read only, so threads can share one and fill ranges of one answer.
 *
 * Ties: on a boundary a point is inside; of several ranks the highest stays, so the order of features is
 * without meaning.
 */
import type { PolygonSet } from "../model/geometry.ts";
import type { Bbox } from "../units.ts";
import { inChains, itemWords, writeEntry } from "./areal-chains.ts";
import { BEFORE, HEAD, type Trace, trace } from "./areal-entries.ts";
import { type ArealGrid, arealGrid, cellAt, cellsFor, gridNumbers, gridOf, lineOf } from "./areal-grid.ts";
import { BATCH, lookUp } from "./areal-lookup.ts";
import { tracePart } from "./areal-trace.ts";
import { type Allocate, pack, unpack } from "./packed.ts";

/** Made by `rankIndex` or `rankIndexFrom`. */
export interface RankIndex {
  /** All but the coordinates of the set, in one buffer to transfer, share or keep; see `rankIndexFrom`. */
  readonly data: ArrayBufferLike;
  /** Coordinates of the set. */
  readonly xy: Float64Array;
  readonly grid: ArealGrid;
  /** Of each cell its answer, or -2 less the place of its record. */
  readonly code: Int32Array;
  /**
   * A record: the answer of what covers the cell, the number of items, then the items, highest rank first. An
   * item: `rank * 8 + group * 2` plus its parity, then the number of chains and their ends.
   */
  readonly records: Uint32Array;
}

export interface RankIndexOptions {
  /** 0 to 3 for each feature. */
  readonly group: Uint8Array;
  /** 1 to 255 for each feature; a feature of rank 0 is not asked. */
  readonly rank: Uint8Array;
  /** Where the points are. Points elsewhere are answered as exactly, only slower. */
  readonly bounds?: Bbox | null;
  /** About how many points will be asked in all: for few, larger cells are drawn, which takes less time. */
  readonly points?: number;
  /** Where the index is to lie; left out: a buffer of its own. */
  readonly allocate?: Allocate;
}

const MARK = 0x72616e31;
/** From here on an answer cannot stand in `code` itself. */
const TOO_LARGE = 0x7fffffff;

/**
 * Builds the index; a set without features answers 0. Coordinates in degrees or any plane. Throws when
 * `group` or `rank` has not one number for each feature, or a group is above 3.
 */
export function rankIndex(
  set: PolygonSet,
  { group, rank, bounds = null, points, allocate }: RankIndexOptions,
): RankIndex {
  if (group.length !== set.count || rank.length !== set.count)
    throw new RangeError(`${group.length} groups and ${rank.length} ranks, not ${set.count}`);
  const wrong = group.findIndex((g) => g > 3);
  if (wrong >= 0) throw new RangeError(`group ${group[wrong]} of feature ${wrong}, above 3`);
  const grid = arealGrid(set, bounds, cellsFor(set, points));
  const t = trace(set, grid);
  drawFeatures(t, group, rank);
  const code = new Int32Array(grid.columns * grid.rows);
  const records = recordsOf(t, code);
  return rankIndexFrom(set, pack(MARK, [gridNumbers(grid), code, records], allocate));
}

/** The index whose `data` this is. `set` must hold the same coordinates as the one it was built of. */
export function rankIndexFrom(set: PolygonSet, data: ArrayBufferLike): RankIndex {
  const [numbers, code, records] = unpack(MARK, data) as [Float64Array, Int32Array, Uint32Array];
  return { data, xy: set.xy, grid: gridOf(numbers), code, records };
}

/** Features that are asked, by falling rank, equal ranks by number. */
function highestFirst(rank: Uint8Array): Uint32Array {
  const start = new Uint32Array(257);
  for (let f = 0; f < rank.length; f++) start[256 - rank[f]!]!++;
  for (let k = 1; k < 257; k++) start[k]! += start[k - 1]!;
  // The last place of each rank is known; going backwards keeps equal ranks by number.
  const order = new Uint32Array(start[255]!);
  for (let f = rank.length - 1; f >= 0; f--) if (rank[f] !== 0) order[--start[256 - rank[f]!]!] = f;
  return order;
}

function drawFeatures(t: Trace, group: Uint8Array, rank: Uint8Array): void {
  const { featurePart } = t.set;
  for (const f of highestFirst(rank)) {
    const shift = group[f]! * 8;
    for (let part = featurePart[f]!; part < featurePart[f + 1]!; part++) {
      tracePart(t, part, rank[f]! * 4 + group[f]!, rank[f]!, shift);
      raiseCover(t, rank[f]!, shift);
    }
  }
}

/** Ranks come falling: a group that has one already has a higher one. */
function raiseCover({ cells, span, spans }: Trace, rank: number, shift: number): void {
  const byte = 255 << shift;
  const raised = rank << shift;
  for (let s = 0; s < spans; s++) {
    const end = 2 * span[2 * s + 1]!;
    for (let k = 2 * span[2 * s]! + 1; k < end; k += 2) if ((cells[k]! & byte) === 0) cells[k]! |= raised;
  }
}

/** Fills `code` and returns the records. */
function recordsOf(t: Trace, code: Int32Array): Uint32Array {
  const { cells, entry } = t;
  let records = new Uint32Array(t.entryEnd + t.chainEnd);
  let end = 0;
  for (let cell = 0; cell < code.length; cell++) {
    const newest = cells[2 * cell]!;
    const base = cells[2 * cell + 1]!;
    if (newest === 0 && base < TOO_LARGE) {
      code[cell] = base;
      continue;
    }
    let items = 0;
    let words = 2;
    for (let at = newest; at !== 0; at = entry[at + BEFORE]!) {
      if (!raises(entry[at + HEAD]!, base)) continue;
      items++;
      words += itemWords(t, at);
    }
    if (items === 0 && base < TOO_LARGE) {
      code[cell] = base;
      continue;
    }
    while (end + words > records.length) records = grown(records);
    code[cell] = -2 - end;
    records[end] = base;
    records[end + 1] = items;
    end += words;
    // The newest entry is of the lowest rank: from the end.
    let to = end;
    for (let at = newest; at !== 0; at = entry[at + BEFORE]!) {
      if (!raises(entry[at + HEAD]!, base)) continue;
      to -= itemWords(t, at);
      writeEntry(t, at, records, to);
    }
  }
  return records.subarray(0, end);
}

/** Can an item change an answer: not when its group has its rank or a higher one. */
function raises(head: number, answer: number): boolean {
  return ((answer >>> ((head & 6) << 2)) & 255) < head >>> 3;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}

/**
 * The highest ranks of many points, of those `from` up to `to` when given: bits `8g` to `8g + 7` of the number
 * of a point are the highest rank of group `g` among the features that contain it, 0 for none; NaN is in none.
 * Written to `out` (one number a point, others untouched), or to an array of its own with 0 elsewhere.
 */
export function highestRanks(
  index: RankIndex,
  lon: Float64Array,
  lat: Float64Array,
  out: Uint32Array = new Uint32Array(lon.length),
  from = 0,
  to = lon.length,
): Uint32Array {
  const { code, grid, records, xy } = index;
  const { columns, rows, west, south, side } = grid;
  // The same bits: one kind of array keeps the pass over points fast for both indexes.
  const answers = new Int32Array(out.buffer, out.byteOffset, out.length);
  const open = new Uint32Array(Math.max(0, Math.min(BATCH, to - from)));
  for (let k = from; k < to; k += BATCH) {
    const end = Math.min(to, k + BATCH);
    const n = lookUp(code, columns, rows, west, south, side, lon, lat, answers, k, end, open);
    resolveRanks(xy, records, columns, west, side, lon, lat, answers, open, n);
  }
  return out;
}

/** Replaces the codes of the `n` points numbered in `open` by their answers. */
function resolveRanks(
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
    if (Number.isNaN(px) || Number.isNaN(py)) {
      out[i] = 0;
      continue;
    }
    const westLine = lineOf(west, side, cellAt((px - west) * perUnit, columns));
    let at = -2 - out[i]!;
    let highest = records[at]! | 0;
    let items = records[at + 1]!;
    at += 2;
    for (; items > 0; items--) {
      const head = records[at]!;
      const chains = records[at + 1]!;
      const shift = (head & 6) << 2;
      // Highest first: a group that has a rank above what covers the cell is settled.
      if (raises(head, highest) && inChains(xy, records, at + 2, chains, head & 1, westLine, px, py) !== 0)
        highest = (highest & ~(255 << shift)) | ((head >>> 3) << shift);
      at += 2 + 2 * chains;
    }
    out[i] = highest;
  }
}
