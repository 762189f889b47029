/** Tokens of many rows as columns of numbers that sort as they do. */
import type { WordWeights } from "./word-weights.ts";
import { CHUNK_DIGITS, kindOf, LONG, NOTHING, NUMBER, numberIn, SPACED, type Tokens, WORD } from "./words.ts";

/** Rows with more tokens than this are left to the collator. */
export const MOST_TOKENS = 24;

/** How many different values a 16-bit digit has. */
export const ROOM = 0x10000;

/**
 * Tokens as keys that sort as they do by letters and values, 0 for the end of a row: a column per place in the
 * row, two places to a column where the keys are short.
 */
export interface Keys {
  readonly columns: readonly Uint32Array[];
  readonly perColumn: number;
}

/** Keys of `rows`, which have at most `MOST_TOKENS` tokens. The tokens are used up. */
export function keysOf(cut: Tokens, weights: WordWeights, rows: Uint32Array): Keys {
  const { tokens, start } = cut;
  const end = start[start.length - 1]!;
  const numbersAt = 1 + weights.signs;
  const longAt = numbersAt + mostNumber(tokens, end) + 1;
  const wordsAt = longAt + mostDigits(tokens, end) + 1 - CHUNK_DIGITS;
  const span = wordsAt + weights.letterKinds - weights.signs;
  const letterCode = Uint32Array.from(weights.letters, (letter) =>
    letter < weights.signs ? 1 + letter : wordsAt + letter - weights.signs,
  );
  replace(tokens, end, letterCode, numbersAt, longAt, span);
  const perColumn = 1 + 2 * span < ROOM ? 2 : 1;
  const columns: Uint32Array[] = [];
  for (let place = 0; place < MOST_TOKENS; place += perColumn) {
    const column = new Uint32Array(start.length - 1);
    columns.push(column);
    if (!fillColumn(rows, start, tokens, place, perColumn, column)) break;
  }
  return { columns, perColumn };
}

/** True when a row reaches further. */
function fillColumn(
  rows: Uint32Array,
  start: Uint32Array,
  tokens: Uint32Array,
  place: number,
  perColumn: number,
  column: Uint32Array,
): boolean {
  let more = false;
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]!;
    const at = start[i]! + place;
    const end = start[i + 1]!;
    if (at >= end) continue;
    if (at + perColumn < end) more = true;
    const key = tokens[at]!;
    column[i] = perColumn === 1 ? key : key * ROOM + (at + 1 < end ? tokens[at + 1]! : 0);
  }
  return more;
}

function mostNumber(tokens: Uint32Array, end: number): number {
  let most = 0;
  for (let k = 0; k < end; k++) {
    const token = tokens[k]!;
    if (kindOf(token) === NUMBER && numberIn(token) > most) most = numberIn(token);
  }
  return most;
}

function mostDigits(tokens: Uint32Array, end: number): number {
  let most = CHUNK_DIGITS;
  for (let k = 0; k < end; k++) {
    const token = tokens[k]!;
    if ((token & LONG) >>> 0 === LONG && numberIn(token) > most) most = numberIn(token);
  }
  return most;
}

function replace(
  tokens: Uint32Array,
  end: number,
  letterCode: Uint32Array,
  numbersAt: number,
  longAt: number,
  span: number,
): void {
  for (let k = 0; k < end; k++) {
    const token = tokens[k]!;
    const kind = kindOf(token);
    const value = numberIn(token);
    let code = 0;
    if (kind === WORD) code = letterCode[value]!;
    else if (kind === NUMBER) code = numbersAt + value;
    else if (kind === LONG) code = longAt + value - CHUNK_DIGITS;
    else if (kind === NOTHING) code = 0;
    tokens[k] = (token & SPACED) !== 0 ? 1 + code : 1 + span + code;
  }
}
