/** Finds texts in a packed column by their bytes. */
import type { TextColumn } from "./text-column.ts";

/**
 * Rows that hold `wanted` anywhere, ascending. Searches the bytes of all rows as one (Horspool: most steps skip
 * the length of what is wanted) and leaves out what would reach over the end of a row. Wanting nothing finds
 * every row that is not empty.
 */
export function rowsContaining({ bytes, start, count }: TextColumn, wanted: Uint8Array): Uint32Array {
  const rows = new Uint32Array(count);
  return rows.slice(0, findRows(bytes, start, count, wanted, skipsOf(wanted), rows));
}

/** How far the window may move when its last byte is this one. */
function skipsOf(wanted: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(Math.max(1, wanted.length));
  for (let k = 0; k < wanted.length - 1; k++) skips[wanted[k]!] = wanted.length - 1 - k;
  return skips;
}

function findRows(
  bytes: Uint8Array,
  start: Uint32Array,
  count: number,
  wanted: Uint8Array,
  skips: Uint32Array,
  rows: Uint32Array,
): number {
  const length = wanted.length;
  let n = 0;
  if (length === 0) {
    for (let i = 0; i < count; i++) if (start[i + 1]! > start[i]!) rows[n++] = i;
    return n;
  }
  const end = start[count]!;
  const last = wanted[length - 1]!;
  let row = 0;
  let at = start[0]!;
  while (at + length <= end) {
    const tail = bytes[at + length - 1]!;
    let found = tail === last;
    for (let k = 0; found && k < length - 1; k++) found = bytes[at + k] === wanted[k];
    if (!found) {
      at += skips[tail]!;
      continue;
    }
    while (start[row + 1]! <= at) row++;
    const rowEnd = start[row + 1]!;
    if (at + length <= rowEnd) {
      rows[n++] = row;
      at = rowEnd;
    } else {
      at++;
    }
  }
  return n;
}

/** Where `wanted` begins in row `i` at byte `from` of the column or later, -1 when it does not. */
export function indexInRow(
  { bytes, start }: TextColumn,
  i: number,
  wanted: Uint8Array,
  from = start[i]!,
): number {
  const last = start[i + 1]! - wanted.length;
  for (let at = from; at <= last; at++) {
    let k = 0;
    while (k < wanted.length && bytes[at + k] === wanted[k]) k++;
    if (k === wanted.length) return at;
  }
  return -1;
}

/** Rows that begin with `wanted`, ascending. */
export function rowsBeginning({ bytes, start, count }: TextColumn, wanted: Uint8Array): Uint32Array {
  const rows = new Uint32Array(count);
  return rows.slice(0, findBeginnings(bytes, start, count, wanted, rows));
}

function findBeginnings(
  bytes: Uint8Array,
  start: Uint32Array,
  count: number,
  wanted: Uint8Array,
  rows: Uint32Array,
): number {
  const length = wanted.length;
  let n = 0;
  for (let i = 0; i < count; i++) {
    const from = start[i]!;
    if (start[i + 1]! - from < length) continue;
    let k = 0;
    while (k < length && bytes[from + k] === wanted[k]) k++;
    if (k === length) rows[n++] = i;
  }
  return n;
}
