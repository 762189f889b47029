/** Plain decimal numbers straight from bytes, the same to the last bit as `Number(text)`. */

/** Powers of ten that a float64 holds exactly. */
const POWER = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);
/** So many digits are a whole number below 2^53. */
const MOST_DIGITS = 15;

/**
 * Puts the number at bytes `from` … `to` into `out[i]` and says true; false for anything but digits with at most
 * one decimal point or comma and a sign before them, and for more than 15 digits.
 *
 * Both the digits as a whole number and the power of ten are exact, so that their quotient is the float64 nearest
 * to the decimal (W. D. Clinger, How to read floating point numbers accurately, 1990).
 */
export function decimalAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Float64Array,
  i: number,
): boolean {
  const sign = from < to ? bytes[from]! : 0;
  let digits = 0;
  let decimals = -1;
  // Nine digits fit a whole number of 32 bits, with which the engine reckons twice as fast.
  let high = 0;
  let low = 0;
  for (let at = sign === 45 || sign === 43 ? from + 1 : from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits === 9) {
        high = low;
        low = 0;
      }
      low = (Math.imul(low, 10) + digit) | 0;
      digits++;
    } else if (decimals < 0 && (digit === -2 || digit === -4)) decimals = digits;
    else return false;
  }
  if (digits === 0 || digits > MOST_DIGITS) return false;
  const whole = digits > 9 ? high * POWER[digits - 9]! + low : low;
  const value = decimals < 0 ? whole : whole / POWER[digits - decimals]!;
  out[i] = sign === 45 ? -value : value;
  return true;
}
