/** Finds households by head or id in the packed columns; strings are made only of those that are shown. */
import { indexInRow, rowsBeginning, rowsContaining } from "../core/model/byte-search.ts";
import type { HouseholdColumns } from "../core/model/household.ts";
import { type TextColumn, textOf } from "../core/model/text-column.ts";
import type { FoldedTexts } from "./folded-texts.ts";
import {
  BETWEEN_WORDS,
  better,
  INSIDE,
  type Match,
  NO_MATCH,
  ranked,
  START,
  WHOLE,
  WORD,
} from "./search-rank.ts";

const encoder = new TextEncoder();
const BETWEEN = new Set(encoder.encode(BETWEEN_WORDS));

/**
 * The best `limit` households. `wanted` is folded and not empty; `exact` is the same text in small letters with
 * its marks. Heads may match anywhere, ids from their beginning.
 */
export function searchHouseholds(
  households: HouseholdColumns,
  folded: FoldedTexts,
  wanted: string,
  exact: string,
  limit: number,
): readonly Match[] {
  const bytes = encoder.encode(wanted);
  const heads = folded.head();
  const ids = folded.id();
  const byHead = rowsContaining(heads, bytes);
  const byId = rowsBeginning(ids, bytes);
  const how = (row: number) => {
    const own = headMatch(heads, row, bytes);
    if (!begins(ids, row, bytes)) return own;
    return better(own, lengthOf(ids, row) === bytes.length ? WHOLE : START);
  };
  // Without marks in the question the letters alone rule out most names, and no string is made of them.
  const plain = wanted === exact ? encoder.encode(exact) : null;
  const says = (row: number) => {
    if (plain && !saysPlainly(households.head, row, plain)) return false;
    return (textOf(households.head, row) ?? "").normalize("NFC").toLowerCase().includes(exact);
  };
  return ranked(merged(byHead, byId), how, says, limit);
}

/** Both ascending; each row once. */
function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a;
  const rows = new Uint32Array(a.length + b.length);
  let n = 0;
  let m = 0;
  for (let k = 0; k < a.length; k++) {
    const row = a[k]!;
    for (; m < b.length && b[m]! < row; m++) rows[n++] = b[m]!;
    if (b[m] === row) m++;
    rows[n++] = row;
  }
  for (; m < b.length; m++) rows[n++] = b[m]!;
  return rows.subarray(0, n);
}

function lengthOf({ start }: TextColumn, row: number): number {
  return start[row + 1]! - start[row]!;
}

function begins({ bytes, start }: TextColumn, row: number, wanted: Uint8Array): boolean {
  const from = start[row]!;
  if (start[row + 1]! - from < wanted.length) return false;
  for (let k = 0; k < wanted.length; k++) if (bytes[from + k] !== wanted[k]) return false;
  return true;
}

function headMatch(heads: TextColumn, row: number, wanted: Uint8Array): number {
  const first = heads.start[row]!;
  let at = indexInRow(heads, row, wanted);
  if (at < 0) return NO_MATCH;
  if (at === first) return lengthOf(heads, row) === wanted.length ? WHOLE : START;
  for (; at > first; at = indexInRow(heads, row, wanted, at + 1)) {
    if (BETWEEN.has(heads.bytes[at - 1]!)) return WORD;
  }
  return INSIDE;
}

/** True when the row holds the letters of `wanted`, which are ASCII and small, in capitals or not. */
function saysPlainly({ bytes, start }: TextColumn, row: number, wanted: Uint8Array): boolean {
  const last = start[row + 1]! - wanted.length;
  for (let at = start[row]!; at <= last; at++) {
    let k = 0;
    while (k < wanted.length && small(bytes[at + k]!) === wanted[k]) k++;
    if (k === wanted.length) return true;
  }
  return false;
}

function small(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
