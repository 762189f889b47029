/** CSV written into bytes cell by cell, with the places of all cells: whoever wrote them need not look for them again. */
import type { CsvScan } from "../formats/csv/csv-scan.ts";
import { RECORD_ODD } from "../formats/csv/csv-scan.ts";
import { letterAt, ODD } from "../formats/text/utf8-letter.ts";

const COMMA = 44;
const QUOTE = 34;
const CR = 13;
const LF = 10;
/** As in `CsvScan.marks`. */
const RECORD_QUOTED = 1;
/** Copying by the engine pays from here on; shorter cells are copied byte by byte. */
const SHORT = 24;

/** Every row has the same number of cells; the first row is the header. UTF-8, comma, CR LF. */
export class ByteRows {
  bytes: Uint8Array<ArrayBuffer>;
  at = 0;
  /** Marks of the row being written. */
  mark = 0;
  private readonly cellEnd: Uint32Array;
  private readonly recordStart: Uint32Array;
  private readonly marks: Uint8Array;
  private cells = 0;
  private records = 0;

  /** `size`: about how many bytes it will be. */
  constructor(
    private readonly rows: number,
    private readonly columns: number,
    size: number,
  ) {
    this.bytes = new Uint8Array(Math.max(1024, size));
    this.cellEnd = new Uint32Array(rows * columns);
    this.recordStart = new Uint32Array(rows);
    this.marks = new Uint8Array(rows);
  }

  /** Makes room for `more` bytes and the separator after them. */
  room(more: number): void {
    const needed = this.at + more + 2;
    if (needed <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(needed, Math.ceil(this.bytes.length * 1.3)));
    wider.set(this.bytes);
    this.bytes = wider;
  }

  /** Bytes of `source`, which is never `this.bytes`: see `again`. */
  copy(source: Uint8Array, from: number, to: number): void {
    this.room(to - from);
    const { bytes } = this;
    let { at } = this;
    if (to - from > SHORT) {
      bytes.set(source.subarray(from, to), at);
      this.at += to - from;
      return;
    }
    for (let k = from; k < to; k++) bytes[at++] = source[k]!;
    this.at = at;
  }

  /** What was written before, once more. */
  again(from: number, to: number, mark: number): void {
    this.room(to - from);
    const { bytes } = this;
    let { at } = this;
    for (let k = from; k < to; k++) bytes[at++] = bytes[k]!;
    this.at = at;
    this.mark |= mark;
  }

  /** Text as it is to stand there, quotes included. A half of a pair of UTF-16 becomes U+FFFD. Returns its marks. */
  text(text: string): number {
    this.room(text.length * 3);
    const { bytes } = this;
    const from = this.at;
    let { at } = this;
    let ascii = true;
    for (let k = 0; k < text.length; k++) {
      let code = text.charCodeAt(k);
      if (code < 0x80) {
        bytes[at++] = code;
        continue;
      }
      ascii = false;
      if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
        continue;
      }
      if (code >= 0xd800 && code <= 0xdfff) {
        const low = code <= 0xdbff ? text.charCodeAt(k + 1) : Number.NaN;
        if (low >= 0xdc00 && low <= 0xdfff) {
          const whole = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
          bytes[at++] = 0xf0 | (whole >> 18);
          bytes[at++] = 0x80 | ((whole >> 12) & 0x3f);
          bytes[at++] = 0x80 | ((whole >> 6) & 0x3f);
          bytes[at++] = 0x80 | (whole & 0x3f);
          k++;
          continue;
        }
        code = 0xfffd;
      }
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    }
    this.at = at;
    const mark = (bytes[from] === QUOTE && at > from ? RECORD_QUOTED : 0) | (ascii ? 0 : this.odd(from, at));
    this.mark |= mark;
    return mark;
  }

  private odd(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      if (this.bytes[at]! < 0x80) continue;
      const letter = letterAt(this.bytes, at);
      if (letter >= ODD) return RECORD_ODD;
      at += (letter & 7) - 1;
    }
    return 0;
  }

  startRow(): void {
    this.recordStart[this.records] = this.at;
    this.mark = 0;
  }

  endCell(): void {
    this.room(0);
    this.cellEnd[this.cells++] = this.at;
    this.bytes[this.at++] = COMMA;
  }

  /** After the last `endCell` of a row. */
  endRow(): void {
    this.room(1);
    this.bytes[this.at - 1] = CR;
    this.bytes[this.at++] = LF;
    this.marks[this.records++] = this.mark;
  }

  /** First byte and end of a cell of the row just written. */
  lastRowCell(column: number): readonly [from: number, to: number] {
    const cell = (this.records - 1) * this.columns + column;
    return [
      column === 0 ? this.recordStart[this.records - 1]! : this.cellEnd[cell - 1]! + 1,
      this.cellEnd[cell]!,
    ];
  }

  /** Says of the bytes what `scanCsv` would find. */
  finish(): CsvScan & { readonly bytes: Uint8Array<ArrayBuffer> } {
    const firstCell = new Uint32Array(this.rows + 1);
    const row = new Uint32Array(this.rows);
    for (let i = 0; i < this.rows; i++) {
      firstCell[i + 1] = (i + 1) * this.columns;
      row[i] = i + 1;
    }
    return {
      bytes: this.bytes.slice(0, this.at),
      count: this.rows,
      recordStart: this.recordStart,
      firstCell,
      cellEnd: this.cellEnd,
      row,
      marks: this.marks,
      openQuoteRow: null,
      utf8: true,
    };
  }
}
