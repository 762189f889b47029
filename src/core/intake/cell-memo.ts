/** What was written for the cells of a row, found again by their bytes: most columns say few different things. */
import { type CsvCells, cellStart } from "../formats/csv/csv-cells.ts";

/** Different contents kept, if not said otherwise; further ones are read each time. */
const KEPT = 8192;
/** At most: entries are numbered in 16 bits. */
const MOST_KEPT = 32_000;
/** Of this many contents that had to be read the first are few repeats: nothing is looked for any more. */
const TRIED = 2000;

export class CellMemo {
  /** Entry + 1 by hash; open addressing. */
  private readonly slots: Uint16Array;
  private readonly record: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly mark: Uint8Array;
  private count = 0;
  private hits = 0;
  private misses = 0;
  private free = -1;
  private readonly kept: number;
  private readonly tried: number;

  /** `columns` of the file decide together. `always`: it goes on looking where little repeats. */
  constructor(
    private readonly cells: CsvCells,
    private readonly columns: readonly number[],
    { kept = KEPT, always = false }: { readonly kept?: number; readonly always?: boolean } = {},
  ) {
    this.kept = Math.min(kept, MOST_KEPT);
    this.tried = always ? Number.POSITIVE_INFINITY : TRIED;
    // A power of two, twice to four times what is kept.
    this.slots = new Uint16Array(2 ** Math.ceil(Math.log2(this.kept * 2)));
    this.record = new Uint32Array(this.kept);
    this.from = new Uint32Array(this.kept);
    this.to = new Uint32Array(this.kept);
    this.mark = new Uint8Array(this.kept);
  }

  /** Whether nothing more is kept. */
  get isFull(): boolean {
    return this.count === this.kept;
  }

  /** Entry of the content of a row, -1 when it was not met or is not kept. `put` may follow for the same row. */
  find(row: number): number {
    this.free = -1;
    if (this.misses > this.tried && this.hits < this.misses) return -1;
    const record = this.cells.record[row]!;
    let slot = this.hash(record) & (this.slots.length - 1);
    for (let entry = this.slots[slot]!; entry > 0; entry = this.slots[slot]!) {
      if (this.same(this.record[entry - 1]!, record)) {
        this.hits++;
        return entry - 1;
      }
      slot = (slot + 1) & (this.slots.length - 1);
    }
    this.misses++;
    this.free = slot;
    return -1;
  }

  /** Keeps what stands from `from` to `to` for the row that was not found just now. */
  put(row: number, from: number, to: number, mark: number): void {
    if (this.free < 0 || this.isFull) return;
    this.record[this.count] = this.cells.record[row]!;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.mark[this.count] = mark;
    this.slots[this.free] = ++this.count;
  }

  private hash(record: number): number {
    const { scan } = this.cells;
    const { bytes } = scan;
    let hash = 0x811c9dc5;
    for (const column of this.columns) {
      const to = scan.cellEnd[scan.firstCell[record]! + column]!;
      for (let at = cellStart(scan, record, column); at < to; at++)
        hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
      hash = Math.imul(hash ^ 0x100, 0x01000193);
    }
    return hash ^ (hash >>> 15);
  }

  private same(one: number, other: number): boolean {
    const { scan } = this.cells;
    const { bytes } = scan;
    for (const column of this.columns) {
      const a = cellStart(scan, one, column);
      const b = cellStart(scan, other, column);
      const length = scan.cellEnd[scan.firstCell[one]! + column]! - a;
      if (scan.cellEnd[scan.firstCell[other]! + column]! - b !== length) return false;
      for (let k = 0; k < length; k++) if (bytes[a + k] !== bytes[b + k]) return false;
    }
    return true;
  }
}
