/** Numbers of a table's cells that need no thought, straight from the bytes. */

const MINUS = 45;
const DOT = 46;
const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const MOST_WHOLE = 9;
const MOST_DIGITS = 15;
/** Three digits after a point or comma may be thousands. */
const THOUSANDS = 3;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, n) => 10 ** n);

/**
 * The number in bytes `from` … `to` when it can be read one way only: up to nine digits, with decimals after a point
 * or comma that are not three, and a minus; up to 15 digits in all. NaN for anything else. The same as
 * `Number(text)` to the last bit: quotients of whole numbers below 2^53 and powers of ten are the nearest there is.
 */
export function plainDecimal(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  const start = negative ? from + 1 : from;
  let whole = -1;
  let mantissa = 0;
  for (let at = start; at < to; at++) {
    const code = bytes[at]!;
    if (code >= ZERO && code <= NINE) mantissa = mantissa * 10 + (code - ZERO);
    else if ((code === DOT || code === COMMA) && whole < 0) whole = at - start;
    else return Number.NaN;
  }
  const digits = to - start - (whole < 0 ? 0 : 1);
  if (whole < 0) whole = digits;
  else if (digits === whole || digits - whole === THOUSANDS) return Number.NaN;
  if (whole === 0 || whole > MOST_WHOLE || digits > MOST_DIGITS) return Number.NaN;
  const value = mantissa / POWERS[digits - whole]!;
  return negative ? -value : value;
}
