/** Cells that need no reading: the bytes themselves tell that they can be copied. */
import type { SourceTable } from "./dataset.ts";
import type { ColumnMeaning } from "./meaning.ts";

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const AT = 64;
const DELETE = 127;

/**
 * How many letters a cell has that reads the same under every encoding we know (`letters`: that is UTF-8 and was read
 * as such), needs no quotes in CSV, is no formula, is trimmed and in form C. 0 for an empty cell, -1 for any other.
 */
export function plainLetters(bytes: Uint8Array, from: number, to: number, letters: boolean): number {
  if (from === to) return 0;
  const first = bytes[from]!;
  if (first === SPACE || first === EQUALS || first === PLUS || first === MINUS) return -1;
  if (first === AT || first === APOSTROPHE || bytes[to - 1] === SPACE) return -1;
  let count = 0;
  for (let at = from; at < to; at++, count++) {
    const code = bytes[at]!;
    if (code < 0x80) {
      if (code < SPACE || code === QUOTE || code === COMMA || code === DELETE) return -1;
      continue;
    }
    if (!letters) return -1;
    if (code === 0xe1) {
      // Latin letters with two marks, U+1E00 to U+1EFF.
      const second = bytes[at + 1]!;
      if (second < 0xb8 || second > 0xbb) return -1;
      at += 2;
    } else if (code >= 0xc3 && code <= 0xc8) {
      // Latin letters with one mark, without Ð and ð, which are typed for Đ and đ.
      const second = bytes[at + 1]!;
      if (code === 0xc3 && (second === 0x90 || second === 0xb0)) return -1;
      at++;
    } else return -1;
  }
  return count;
}

/** Ways of writing letters in ASCII. */
const IN_ASCII: ReadonlySet<ColumnMeaning["encoding"]> = new Set(["html", "viqr", "by-value"]);

/** Which plain cells of a column are what it says once decoded; null: each has to be decoded. */
export function standsAsWritten(
  text: SourceTable["text"],
  encoding: ColumnMeaning["encoding"],
  capitals: ColumnMeaning["capitals"],
): { readonly letters: boolean } | null {
  if (capitals !== "as-written" || IN_ASCII.has(encoding)) return null;
  return { letters: text === "unicode" && encoding === "unicode" };
}

const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, n) => 10 ** n);

/**
 * Where the shortest way to write `value` ends when the cell begins with it and says nothing else but zeros at its
 * end; -1 when it does not. Up to 15 digits the quotient of whole numbers is the nearest number there is.
 */
export function numberEnd(bytes: Uint8Array, from: number, to: number, value: number): number {
  const first = from < to ? bytes[from]! : 0;
  if (first <= ZERO || first > NINE) return -1;
  let mantissa = 0;
  let digits = 0;
  let dot = -1;
  let end = from;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code === DOT && dot < 0) {
      dot = at;
      continue;
    }
    if (code < ZERO || code > NINE || ++digits > MOST_DIGITS) return -1;
    mantissa = mantissa * 10 + (code - ZERO);
    if (dot < 0 || code !== ZERO) end = at + 1;
  }
  if (dot === to - 1) return -1;
  const decimals = dot < 0 ? 0 : to - dot - 1;
  return mantissa / POWERS[decimals]! === value ? end : -1;
}
