/** The order that sorts a column, without moving the column. */

/** Numbers up to this many can share an exact double with a 32-bit key. */
const MAX_PACKED = 2 ** 21;

/**
 * Numbers of the values in ascending order, equal values by number. Values must be finite. Coarse keys and
 * numbers are sorted together as doubles, which is many times faster than comparing in a callback; then
 * neighbours that the coarse key could not tell apart are put right.
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const n = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i++) {
    least = Math.min(least, values[i]!);
    most = Math.max(most, values[i]!);
  }
  const span = most - least;
  const scale = most > least ? (2 ** 32 - 1) / span : 0;
  if (n > MAX_PACKED || span === Infinity || scale === Infinity) return byComparing(values);
  const packed = new Float64Array(n);
  for (let i = 0; i < n; i++) packed[i] = Math.floor((values[i]! - least) * scale) * MAX_PACKED + i;
  packed.sort();
  const order = Uint32Array.from(packed, (key) => key % MAX_PACKED);
  let moves = 0;
  for (let k = 1; k < n; k++) {
    const i = order[k]!;
    let to = k;
    for (; to > 0 && isAfter(values, order[to - 1]!, i); to--) order[to] = order[to - 1]!;
    order[to] = i;
    moves += k - to;
    // One value so far from the rest that they all share a key.
    if (moves > 16 * n) return byComparing(values);
  }
  return order;
}

function isAfter(values: Float64Array, a: number, b: number): boolean {
  return values[a]! > values[b]! || (values[a] === values[b] && a > b);
}

function byComparing(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}
