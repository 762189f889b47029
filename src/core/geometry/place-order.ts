/**
 * One order of points for kernels and map tiles: along the Z-shaped curve (Morton, 1966) through the Web
 * Mercator unit square, 26 bits an axis, about 0.6 m at the equator. Points near each other are near in memory,
 * and every web map tile is one slice. Sorting is by radix: linear in the number of points.
 */

/** Columns, and rows, of the lattice under the curve. */
export const LATTICE_SIDE = 2 ** 26;

/** Bits of one digit of the radix sort, four digits in a code. */
const DIGIT = 13;
const DIGITS = 1 << DIGIT;
const LOW = DIGITS - 1;
/** What the high half of a code counts for: two digits, 26 bits. */
const HALF = 2 ** (2 * DIGIT);

/** Points in place order. */
export interface PlaceOrder {
  /** `order[k]` is the number of the k-th point along the curve. */
  readonly order: Uint32Array;
  /** Their codes, ascending: whole numbers below 2^52. */
  readonly code: Float64Array;
}

/** Column of a lattice of `side` columns, 0 in the west, at a longitude in degrees; beyond ±180 the last one. */
export function placeColumn(lon: number, side = LATTICE_SIDE): number {
  return clamped((lon / 360 + 0.5) * side, side);
}

/** Row of a lattice of `side` rows, 0 in the north, at a latitude in degrees; beyond ±85.05 the last one. */
export function placeRow(lat: number, side = LATTICE_SIDE): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return clamped((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side, side);
}

/** Place along the curve of a position in WGS 84 degrees: a whole number below 2^52. Must be finite. */
export function placeCode(lon: number, lat: number): number {
  return latticeCode(placeColumn(lon), placeRow(lat));
}

/**
 * Sorts positions (WGS 84 degrees) by their `placeCode`, equal codes by number. Throws a RangeError when a
 * coordinate is not finite or the columns differ in length.
 */
export function placeOrder(lon: Float64Array, lat: Float64Array): PlaceOrder {
  const n = lon.length;
  if (lat.length !== n) throw new RangeError(`${n} longitudes, ${lat.length} latitudes`);
  const x = new Uint32Array(n);
  const y = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    // The difference is NaN for anything that is not finite.
    if (Number.isNaN(lon[i]! - lon[i]! + lat[i]! - lat[i]!))
      throw new RangeError(`point ${i} at ${lon[i]}, ${lat[i]}`);
    x[i] = placeColumn(lon[i]!);
    y[i] = placeRow(lat[i]!);
  }
  return latticeOrder(x, y);
}

/** Sorts cells of the lattice (each coordinate below 2^26) along the curve, equal ones by number. */
export function latticeOrder(x: Uint32Array, y: Uint32Array): PlaceOrder {
  const n = x.length;
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  let varies = 0;
  for (let i = 0; i < n; i++) {
    high[i] = interleaved(x[i]! >>> DIGIT, y[i]! >>> DIGIT);
    low[i] = interleaved(x[i]! & LOW, y[i]! & LOW);
    varies |= high[i]! ^ high[0]!;
  }
  let order = sortedByThreeDigits(low, high);
  // The first digit is the same all over a province: no pass then.
  if (varies > LOW) order = sortedByFirstDigit(high, order);
  const code = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const i = order[k]!;
    code[k] = high[i]! * HALF + low[i]!;
  }
  return { order, code };
}

/**
 * The points of web map tile `z/x/y` (z from 0 to 26) are those from place `from` to before place `to` of the
 * ascending codes. Throws a RangeError when there is no such tile.
 */
export function tileSlice(
  code: Float64Array,
  z: number,
  x: number,
  y: number,
): readonly [from: number, to: number] {
  const side = 2 ** z;
  const whole = Number.isInteger(z) && Number.isInteger(x) && Number.isInteger(y);
  if (!whole || z < 0 || z > 26 || x < 0 || y < 0 || x >= side || y >= side)
    throw new RangeError(`no tile ${z}/${x}/${y}`);
  const codes = 4 ** (26 - z);
  const first = latticeCode(x, y) * codes;
  const from = firstNotBelow(code, first, 0);
  return [from, firstNotBelow(code, first + codes, from)];
}

/** Bits of row and column in turn, the row's first. */
function latticeCode(x: number, y: number): number {
  return interleaved(x >>> DIGIT, y >>> DIGIT) * HALF + interleaved(x & LOW, y & LOW);
}

function interleaved(x: number, y: number): number {
  return spread(x) | (spread(y) << 1);
}

/** A zero bit after each of the lowest 13 bits. */
function spread(bits: number): number {
  let v = (bits | (bits << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

function clamped(place: number, side: number): number {
  return place > 0 ? Math.min(side - 1, Math.floor(place)) : 0;
}

/** Least digit first; what a later pass needs of the code moves along with the number of the point. */
function sortedByThreeDigits(low: Uint32Array, high: Uint32Array): Uint32Array {
  const n = low.length;
  const next = new Uint32Array(DIGITS);
  const rest = new Uint32Array(n);
  const number = new Uint32Array(n);
  countDigits(low, 0, next);
  for (let i = 0; i < n; i++) {
    const at = next[low[i]! & LOW]!++;
    rest[at] = (low[i]! >>> DIGIT) | ((high[i]! & LOW) << DIGIT);
    number[at] = i;
  }
  const rest2 = new Uint32Array(n);
  const number2 = new Uint32Array(n);
  countDigits(rest, 0, next);
  for (let k = 0; k < n; k++) {
    const at = next[rest[k]! & LOW]!++;
    rest2[at] = rest[k]!;
    number2[at] = number[k]!;
  }
  countDigits(rest2, DIGIT, next);
  for (let k = 0; k < n; k++) number[next[rest2[k]! >>> DIGIT]!++] = number2[k]!;
  return number;
}

function sortedByFirstDigit(high: Uint32Array, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(DIGITS);
  countDigits(high, DIGIT, next);
  const out = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) out[next[high[order[k]!]! >>> DIGIT]!++] = order[k]!;
  return out;
}

/** Fills `next` with the place where the first value of each digit goes. */
function countDigits(values: Uint32Array, shift: number, next: Uint32Array): void {
  next.fill(0);
  for (let i = 0; i < values.length; i++) next[(values[i]! >>> shift) & LOW]!++;
  let sum = 0;
  for (let d = 0; d < DIGITS; d++) {
    const count = next[d]!;
    next[d] = sum;
    sum += count;
  }
}

function firstNotBelow(code: Float64Array, limit: number, from: number): number {
  let least = from;
  let most = code.length;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (code[middle]! < limit) least = middle + 1;
    else most = middle;
  }
  return least;
}
