/** The cells of a page: their payload, gathered over overflow pages, and the record in it. */
import type { Pages } from "./pages.ts";

/** As the engine stores it; an integer beyond 2^53 is refused. */
export type CellValue = null | number | string | Uint8Array;

/** Reads a whole number of one to nine bytes; null at the end of the page or beyond 2^53. */
export function varint(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value = i < 8 ? value * 128 + (byte & 0x7f) : value * 256 + byte;
    if (!Number.isSafeInteger(value)) return null;
    if (i === 8 || byte < 0x80) return { value, next: at + i + 1 };
  }
  return null;
}

/** A row of a table leaf: its number and its payload; null when it makes no sense. */
export function rowCell(
  pages: Pages,
  page: number,
  at: number,
): { rowid: number; payload: Uint8Array } | null {
  const bytes = pages.page(page);
  const length = varint(bytes, at);
  const rowid = length && varint(bytes, length.next);
  if (!rowid) return null;
  const payload = gather(pages, bytes, rowid.next, length.value, pages.usable - 35);
  return payload && { rowid: rowid.value, payload };
}

/** The payload of an index cell; `skip` are the bytes of the child's number before it. */
export function indexCell(pages: Pages, page: number, at: number, skip: 0 | 4): Uint8Array | null {
  const bytes = pages.page(page);
  const length = varint(bytes, at + skip);
  if (!length) return null;
  const most = Math.floor(((pages.usable - 12) * 64) / 255) - 23;
  return gather(pages, bytes, length.next, length.value, most);
}

/** What fits into the page, then the chain of overflow pages. */
function gather(
  pages: Pages,
  bytes: Uint8Array,
  at: number,
  length: number,
  most: number,
): Uint8Array | null {
  if (length > pages.bytes.length) return null;
  const { usable } = pages;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : fitting <= most ? fitting : least;
  if (at + local > bytes.length) return null;
  if (local === length) return bytes.subarray(at, at + length);
  const payload = new Uint8Array(length);
  payload.set(bytes.subarray(at, at + local));
  let filled = local;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + local + 4 > bytes.length) return null;
  let next = view.getUint32(at + local);
  while (filled < length) {
    if (!pages.has(next)) return null;
    const part = pages.page(next).subarray(4, 4 + length - filled);
    payload.set(part, filled);
    filled += part.length;
    next = pages.u32(next, 0);
  }
  // The last page of a chain names no further one: a chain that was cut or crossed is seen here.
  return next === 0 ? payload : null;
}

/** The values of a record; null unless every byte of it is accounted for. */
export function valuesIn(payload: Uint8Array, encoding: Pages["encoding"]): CellValue[] | null {
  const head = varint(payload, 0);
  if (!head || head.value < head.next || head.value > payload.length) return null;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const values: CellValue[] = [];
  let body = head.value;
  for (let at = head.next; at < head.value; ) {
    const type = varint(payload, at);
    if (!type || type.next > head.value || type.value === 10 || type.value === 11) return null;
    at = type.next;
    const size = sizeOfType(type.value);
    if (body + size > payload.length) return null;
    const value = valueAt(payload, view, body, type.value, size, encoding);
    if (value === undefined) return null;
    values.push(value);
    body += size;
  }
  return body === payload.length ? values : null;
}

const SMALL_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOfType(type: number): number {
  return type < 12 ? SMALL_SIZES[type]! : Math.floor((type - 12) / 2);
}

function valueAt(
  payload: Uint8Array,
  view: DataView,
  at: number,
  type: number,
  size: number,
  encoding: Pages["encoding"],
): CellValue | undefined {
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) {
    let value = view.getInt8(at);
    for (let i = 1; i < size; i++) value = value * 256 + payload[at + i]!;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const bytes = payload.subarray(at, at + size);
  if (type % 2 === 0) return bytes.slice();
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // bytes that are no text: something was written over them
  }
}
