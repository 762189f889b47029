/** One column of the register as the bytes of a blob. The layouts are described in `schema/0002-household-columns.sql.ts`. */
import type { Category } from "../core/model/household.ts";
import type { TextColumn } from "../core/model/text-column.ts";
import { textColumn, textsOf } from "../core/model/text-column.ts";

/** How the bytes of a blob are to be read. */
export type BlobType = "f64" | "i16" | "u8" | "text" | "category";
type Bytes = Uint8Array<ArrayBuffer>;

/** A column in the form in which it is kept. */
export interface ColumnBlob {
  readonly type: BlobType;
  readonly rows: number;
  readonly data: Bytes;
}

const BYTES_OF = { f64: 8, i16: 2, u8: 1 } as const;
const WORD = 4;

/** Plain numbers. */
export function numbersBlob(
  type: keyof typeof BYTES_OF,
  numbers: Float64Array | Int16Array | Uint8Array,
): ColumnBlob {
  return { type, rows: numbers.length, data: joined([numbers]) };
}

/** Packed texts: offsets, then bytes. */
export function textBlob(column: TextColumn): ColumnBlob {
  return { type: "text", rows: column.count, data: joined([column.start, column.bytes]) };
}

/** A category: number of values, positions, values. */
export function categoryBlob({ values, index }: Category): ColumnBlob {
  const texts = textColumn(values);
  const data = joined([Uint32Array.of(values.length), index, texts.start, texts.bytes]);
  return { type: "category", rows: index.length, data };
}

/** The numbers of a blob of this type, null when its length is another. Its buffer becomes theirs. */
export function numbersOf(type: "f64", rows: number, data: Bytes): Float64Array<ArrayBuffer> | null;
export function numbersOf(type: "i16", rows: number, data: Bytes): Int16Array<ArrayBuffer> | null;
export function numbersOf(type: "u8", rows: number, data: Bytes): Uint8Array<ArrayBuffer> | null;
export function numbersOf(type: keyof typeof BYTES_OF, rows: number, data: Bytes) {
  if (data.length !== rows * BYTES_OF[type]) return null;
  if (type === "f64") return new Float64Array(data.buffer);
  return type === "i16" ? new Int16Array(data.buffer) : data;
}

/** The texts of a blob, null when its parts do not fit together. Views of `data`, nothing is copied. */
export function textColumnOf(rows: number, data: Bytes): TextColumn | null {
  const head = (rows + 1) * WORD;
  if (data.length < head) return null;
  const start = new Uint32Array(data.buffer, data.byteOffset, rows + 1);
  return isInOrder(start, data.length - head) ? { count: rows, bytes: data.subarray(head), start } : null;
}

/** The category of a blob, null when its parts do not fit together. Its positions are a view of `data`. */
export function categoryFrom(rows: number, data: Bytes): Category | null {
  const head = WORD + rows * WORD;
  if (data.length < head) return null;
  const count = new Uint32Array(data.buffer, data.byteOffset, 1)[0]!;
  const index = new Int32Array(data.buffer, data.byteOffset + WORD, rows);
  if (!isWithin(index, count)) return null;
  const texts = textColumnOf(count, data.subarray(head));
  const values = texts ? textsOf(texts) : [];
  return texts && values.every((value) => value !== null) ? { values: values as string[], index } : null;
}

/**
 * 32 bits over the bytes, by words of four. One word that is wrong always shows, several with all but one chance
 * in four thousand million: it stands against decay, not against malice.
 */
export function checksumOf(data: Bytes): number {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >>> 2);
  let sum = mixed(0x811c9dc5, words);
  for (let k = words.length * WORD; k < data.length; k++) sum = Math.imul(sum ^ data[k]!, 0x01000193);
  sum = Math.imul(sum ^ data.length, 0x9e3779b1);
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** Every step loses nothing of what came before it: an odd factor and a shift that is added can be turned back. */
function mixed(seed: number, words: Uint32Array): number {
  let sum = seed;
  for (let k = 0; k < words.length; k++) {
    sum = Math.imul(sum ^ words[k]!, 0x9e3779b1);
    sum ^= sum >>> 13;
  }
  return sum;
}

function joined(parts: readonly ArrayBufferView[]): Bytes {
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    data.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return data;
}

function isInOrder(start: Uint32Array, bytes: number): boolean {
  if (start[0] !== 0 || start[start.length - 1] !== bytes) return false;
  for (let i = 1; i < start.length; i++) if (start[i]! < start[i - 1]!) return false;
  return true;
}

function isWithin(index: Int32Array, count: number): boolean {
  for (let i = 0; i < index.length; i++) if (index[i]! < -1 || index[i]! >= count) return false;
  return true;
}
