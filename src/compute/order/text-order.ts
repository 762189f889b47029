/**
 * The order of a column of texts, exactly as `Intl.Collator` gives it (runs of digits as numbers), in linear
 * time: only the different words are compared by the collator, rows are sorted by counting. Rows with signs
 * that do not fit the scheme are put in their places by the collator.
 */
import { type TextColumn, textOf } from "../../core/model/text-column.ts";
import type { ColumnOrder } from "./column-order.ts";
import { type RadixRoom, radixRoom, sortByKeys } from "./radix.ts";
import { type Keys, keysOf, MOST_TOKENS, ROOM } from "./token-keys.ts";
import { placeUnusual } from "./unusual-rows.ts";
import { type Collators, type WordWeights, wordWeights } from "./word-weights.ts";
import { kindOf, numberIn, type Tokens, tokensOf, WORD } from "./words.ts";

/** Empty rows are not known. Time: linear in bytes, and n log n comparisons in different words. */
export function orderOfTexts(column: TextColumn, collators: Collators): ColumnOrder {
  const cut = tokensOf(column);
  const weights = wordWeights(cut.words, collators);
  const digits = lesserDigits(column.count, cut, weights);
  const { plain, blank, long } = sorts(cut.start, column);
  const keys = keysOf(cut, weights, plain);
  const unusual = [...cut.unusual, ...long];
  const room = radixRoom(plain.length);
  for (const digit of digits) {
    gather(plain, 0, digit, room.keys);
    sortByKeys(plain, 0, plain.length, room);
  }
  const sorted = sortByTokens(plain, cut.start, keys, room);
  const groups = groupsOf(sorted, [...keys.columns, ...digits]);
  const placed = placeUnusual(sorted, groups, unusual, {
    textOf: (i) => textOf(column, i)!,
    compare: collators.full.compare,
  });
  const rows = new Uint32Array(column.count);
  rows.set(placed.rows);
  rows.set(blank, placed.rows.length);
  return { rows, known: placed.rows.length, groups: placed.groups };
}

/** Rows with tokens, rows without a text, and rows with more tokens than are sorted by. */
function sorts(start: Uint32Array, column: TextColumn) {
  const plain = new Uint32Array(column.count);
  const blank = new Uint32Array(column.count);
  const long: number[] = [];
  let n = 0;
  let blanks = 0;
  for (let i = 0; i < column.count; i++) {
    const length = start[i + 1]! - start[i]!;
    if (length > MOST_TOKENS) long.push(i);
    else if (length > 0) plain[n++] = i;
    else if (column.start[i] === column.start[i + 1]) blank[blanks++] = i;
  }
  return { plain: plain.subarray(0, n), blank: blank.subarray(0, blanks), long };
}

/**
 * Marks and forms of a row's words as 16-bit digits, the least first: forms of the last words … forms of the
 * first words, marks of the last … marks of the first. Rows of the same letters have as many words.
 */
function lesserDigits(count: number, cut: Tokens, weights: WordWeights): readonly Uint16Array[] {
  const level = (of: Uint16Array, kinds: number): Uint16Array[] => {
    if (kinds < 2) return [];
    let perDigit = 1;
    for (let size = kinds; size * kinds <= ROOM; size *= kinds) perDigit++;
    const made: Uint16Array[] = [];
    for (let done = 0; done < MOST_TOKENS; done += perDigit) {
      const digit = new Uint16Array(count);
      made.push(digit);
      if (!fillDigit(cut.tokens, cut.start, count, of, kinds, done, perDigit, digit)) break;
    }
    return made.reverse();
  };
  return [...level(weights.forms, weights.formKinds), ...level(weights.marks, weights.markKinds)];
}

/** True when a row has more words than these. */
function fillDigit(
  tokens: Uint32Array,
  start: Uint32Array,
  count: number,
  weight: Uint16Array,
  kinds: number,
  skip: number,
  take: number,
  digit: Uint16Array,
): boolean {
  let more = false;
  for (let i = 0; i < count; i++) {
    let word = 0;
    let value = 0;
    const end = start[i + 1]!;
    for (let k = start[i]!; k < end; k++) {
      const token = tokens[k]!;
      if (kindOf(token) !== WORD) continue;
      if (word === skip + take) {
        more = true;
        break;
      }
      if (word >= skip) value = value * kinds + weight[numberIn(token)]!;
      word++;
    }
    for (; word < skip + take; word++) if (word >= skip) value *= kinds;
    digit[i] = value;
  }
  return more;
}

/**
 * Sorts rows of different length by their tokens, the last token first: a row joins at its own last token,
 * before the longer ones, because its end is less than anything.
 */
function sortByTokens(
  rows: Uint32Array,
  start: Uint32Array,
  { columns, perColumn }: Keys,
  room: RadixRoom,
): Uint32Array {
  const firsts = new Uint32Array(MOST_TOKENS + 2);
  const sorted = byLength(rows, start, firsts);
  for (let c = columns.length - 1; c >= 0; c--) {
    const from = firsts[c * perColumn + 1]!;
    gather(sorted, from, columns[c]!, room.keys);
    sortByKeys(sorted, from, sorted.length, room);
  }
  return sorted;
}

/** Rows by number of tokens, the shortest first; `firsts` is told where each length begins. */
function byLength(rows: Uint32Array, start: Uint32Array, firsts: Uint32Array): Uint32Array<ArrayBuffer> {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    firsts[start[row + 1]! - start[row]! + 1]!++;
  }
  for (let length = 1; length < firsts.length; length++) firsts[length]! += firsts[length - 1]!;
  const next = firsts.slice();
  const sorted = new Uint32Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    sorted[next[start[row + 1]! - start[row]!]!++] = row;
  }
  return sorted;
}

function gather(rows: Uint32Array, from: number, column: ArrayLike<number>, keys: Uint32Array): void {
  for (let k = from; k < rows.length; k++) keys[k] = column[rows[k]!]!;
}

function groupsOf(rows: Uint32Array, columns: readonly (Uint32Array | Uint16Array)[]): Uint32Array {
  const differs = new Uint8Array(rows.length);
  for (const column of columns) markChanges(rows, column, differs);
  const groups = new Uint32Array(rows.length + 1);
  let g = 0;
  for (let k = 0; k < rows.length; k++) if (k === 0 || differs[k] === 1) groups[g++] = k;
  groups[g++] = rows.length;
  return groups.subarray(0, g);
}

function markChanges(rows: Uint32Array, column: Uint32Array | Uint16Array, differs: Uint8Array): void {
  if (rows.length === 0) return;
  let before = column[rows[0]!]!;
  for (let k = 1; k < rows.length; k++) {
    const now = column[rows[k]!]!;
    if (now !== before) differs[k] = 1;
    before = now;
  }
}
