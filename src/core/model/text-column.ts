/**
 * Texts of many rows packed into bytes: hundreds of thousands of names cost what their letters cost, cross to
 * another worker without being copied, and become strings only for the rows that are looked at.
 */

/** Row `i` is the UTF-8 `bytes` from `start[i]` up to `start[i + 1]`. No bytes: not known. */
export interface TextColumn {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** One more than rows. */
  readonly start: Uint32Array;
}

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array;
  encodeInto(text: string, room: Uint8Array): { readonly written: number };
};
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Packs texts; null and the empty text are both "not known". */
export function textColumn(texts: readonly (string | null)[]): TextColumn {
  const writer = new TextColumnWriter(texts.length);
  for (const text of texts) writer.add(text);
  return writer.column();
}

/** Packs texts one after another. */
export class TextColumnWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private start: Uint32Array<ArrayBuffer>;
  private rows = 0;
  private end = 0;

  /** `rows` is a guess; room for more is made when needed. */
  constructor(rows: number) {
    this.bytes = new Uint8Array(Math.max(64, rows * 12));
    this.start = new Uint32Array(Math.max(1, rows) + 1);
  }

  add(text: string | null): void {
    if (text !== null && text !== "") {
      this.room(text.length * 3);
      this.end += encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
    }
    this.finishRow();
  }

  /** A text that is UTF-8 already. */
  addBytes(utf8: Uint8Array): void {
    this.room(utf8.length);
    this.bytes.set(utf8, this.end);
    this.end += utf8.length;
    this.finishRow();
  }

  /** The rows so far, in buffers of their own. */
  column(): TextColumn {
    return {
      count: this.rows,
      bytes: this.bytes.slice(0, this.end),
      start: this.start.slice(0, this.rows + 1),
    };
  }

  private room(more: number): void {
    const needed = this.end + more;
    if (needed > 0xffff_ffff) throw new RangeError("a column of texts is limited to 4 GiB");
    if (needed <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    wider.set(this.bytes);
    this.bytes = wider;
  }

  private finishRow(): void {
    this.rows++;
    if (this.rows >= this.start.length) {
      const wider = new Uint32Array(this.start.length * 2);
      wider.set(this.start);
      this.start = wider;
    }
    this.start[this.rows] = this.end;
  }
}

/** The text of row `i`, null when not known. */
export function textOf(column: TextColumn, i: number): string | null {
  const from = column.start[i]!;
  const to = column.start[i + 1]!;
  return from < to ? decoder.decode(column.bytes.subarray(from, to)) : null;
}

/** Every text, in order. For small registers, tests and files that are written anyway. */
export function textsOf(column: TextColumn): (string | null)[] {
  return Array.from({ length: column.count }, (_, i) => textOf(column, i));
}

/**
 * Finds the row that says a text exactly, -1 when none does; of several the first. The empty text is "not known"
 * and no row says it. An open-addressing table of row numbers by FNV-1a hash: 8 bytes a row, no string is made.
 */
export function lookupOf(column: TextColumn): (text: string) => number {
  const { bytes, start, count } = column;
  let size = 16;
  while (size < count * 2) size *= 2;
  const rows = new Int32Array(size).fill(-1);
  for (let i = 0; i < count; i++) {
    let at = hashOf(bytes, start[i]!, start[i + 1]!) & (size - 1);
    while (rows[at]! >= 0 && !sameText(column, rows[at]!, bytes, start[i]!, start[i + 1]!)) {
      at = (at + 1) & (size - 1);
    }
    if (rows[at]! < 0) rows[at] = i;
  }
  return (text) => {
    if (text === "") return -1;
    const wanted = encoder.encode(text);
    let at = hashOf(wanted, 0, wanted.length) & (size - 1);
    while (rows[at]! >= 0 && !sameText(column, rows[at]!, wanted, 0, wanted.length))
      at = (at + 1) & (size - 1);
    return rows[at]!;
  };
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ bytes[k]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function sameText(column: TextColumn, row: number, bytes: Uint8Array, from: number, to: number): boolean {
  const first = column.start[row]!;
  if (column.start[row + 1]! - first !== to - from) return false;
  for (let k = from; k < to; k++) if (column.bytes[first + k - from] !== bytes[k]) return false;
  return true;
}
