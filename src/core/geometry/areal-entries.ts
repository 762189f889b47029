/**
 * What is kept while polygons are drawn into a grid: for each cell the entries of the parts that have an edge
 * in it, and what covers it whole. Entries of a cell are linked from the newest back, so the drawing only ever
 * appends. Cells are 32-bit numbers side by side, for the sake of memory.
 */
import type { PolygonSet } from "../model/geometry.ts";
import type { ArealGrid } from "./areal-grid.ts";

/** What has been drawn so far. */
export interface Trace {
  readonly set: PolygonSet;
  readonly grid: ArealGrid;
  /**
   * Two numbers a cell, side by side in memory: the place in `entry` of the last entry made there (0 for
   * none; `FLIP` is scratch), and what covers the cell whole, kept by the caller as he likes.
   */
  readonly cells: Uint32Array;
  /** An entry is a cell and a part with an edge in it: `ENTRY` numbers. The first is not used. */
  entry: Uint32Array;
  /** Where the next entry goes. */
  entryEnd: number;
  /** Older chains of entries that have several: first vertex, end, the next older one or 0. */
  chain: Uint32Array;
  chainEnd: number;
  /** Runs of whole cells of the part drawn last: first cell, end. */
  span: Uint32Array;
  spans: number;
  /** Of the part being drawn: its first entry, what stands in its entries, what must not cover their cells. */
  firstEntry: number;
  head: number;
  rank: number;
  shift: number;
  /** Columns and rows that the part being drawn touches. */
  westmost: number;
  eastmost: number;
  southmost: number;
  northmost: number;
}

/** Numbers of an entry. */
const ENTRY = 6;
/** In an entry: the entry made before it in the same cell, or 0. */
export const BEFORE = 0;
/** In an entry: twice what `tracePart` was given as head, plus the parity `areal-chains.ts` wants. */
export const HEAD = 1;
/** In an entry: how many chains. A chain is a run of edges of one ring, from its first vertex to its last. */
export const CHAINS = 2;
/** In an entry: first and last vertex of the newest chain, then the place in `chain` of the next older one. */
export const FROM = 3;
export const TO = 4;
export const OLDER = 5;

/** Set on the entry of a cell from which on, going east, the corners of its row change sides. */
export const FLIP = 0x80000000;
/** The rest of that number: the place of the entry. */
export const PLACE = 0x7fffffff;

/** An empty drawing. */
export function trace(set: PolygonSet, grid: ArealGrid): Trace {
  return {
    set,
    grid,
    cells: new Uint32Array(2 * grid.columns * grid.rows),
    entry: new Uint32Array(Math.max(1 << 10, set.xy.length)),
    entryEnd: ENTRY,
    chain: new Uint32Array(1 << 10),
    chainEnd: 3,
    span: new Uint32Array(1 << 8),
    spans: 0,
    firstEntry: ENTRY,
    head: 0,
    rank: 256,
    shift: 0,
    westmost: 0,
    eastmost: -1,
    southmost: 0,
    northmost: -1,
  };
}

/** Adds an entry without a chain to a cell, as the last one there. */
export function addEntry(t: Trace, cell: number, head: number): number {
  if (t.entryEnd + ENTRY > t.entry.length) t.entry = grown(t.entry);
  const at = t.entryEnd;
  t.entryEnd = at + ENTRY;
  const word = t.cells[2 * cell]!;
  t.entry[at + BEFORE] = word & PLACE;
  t.entry[at + HEAD] = 2 * head;
  t.cells[2 * cell] = (word & FLIP) | at;
  return at;
}

/** Puts edge `i` into the entry of the part in this cell and returns the entry; 0 for a cell left out. */
export function touch(t: Trace, cell: number, i: number): number {
  let at = t.cells[2 * cell]! & PLACE;
  if (at >= t.firstEntry) {
    const { entry } = t;
    if (entry[at + TO] !== i) {
      const older = t.chainEnd;
      if (older + 3 > t.chain.length) t.chain = grown(t.chain);
      t.chainEnd = older + 3;
      t.chain[older] = entry[at + FROM]!;
      t.chain[older + 1] = entry[at + TO]!;
      t.chain[older + 2] = entry[at + OLDER]!;
      entry[at + FROM] = i;
      entry[at + OLDER] = older;
      entry[at + CHAINS]!++;
    }
    entry[at + TO] = i + 1;
    return at;
  }
  if (((t.cells[2 * cell + 1]! >>> t.shift) & 255) >= t.rank) return 0;
  at = addEntry(t, cell, t.head);
  t.entry[at + CHAINS] = 1;
  t.entry[at + FROM] = i;
  t.entry[at + TO] = i + 1;
  return at;
}

/** Notes that the part covers the cells from `from` up to `to` whole; returns -1, for no run under way. */
export function pushSpan(t: Trace, from: number, to: number): number {
  if (2 * t.spans === t.span.length) t.span = grown(t.span);
  t.span[2 * t.spans] = from;
  t.span[2 * t.spans + 1] = to;
  t.spans++;
  return -1;
}

function grown(array: Uint32Array): Uint32Array {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}
