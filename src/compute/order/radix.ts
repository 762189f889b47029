/** Stable sorting of row numbers by whole keys, without comparing. */

const DIGIT_BITS = 16;
const BUCKETS = 1 << DIGIT_BITS;
const LOW = BUCKETS - 1;

/** Room that is used again from pass to pass. */
export interface RadixRoom {
  readonly counts: Uint32Array;
  keys: Uint32Array;
  otherKeys: Uint32Array;
  other: Uint32Array;
}

/** Room for lists of up to `count` rows. */
export function radixRoom(count: number): RadixRoom {
  return {
    counts: new Uint32Array(BUCKETS),
    keys: new Uint32Array(count),
    otherKeys: new Uint32Array(count),
    other: new Uint32Array(count),
  };
}

/**
 * Sorts `rows[from … to)` by `room.keys[from … to)` (the key of the row at the same place), keeping the order
 * of equal keys. A digit in which all keys agree is not sorted by.
 */
export function sortByKeys(rows: Uint32Array, from: number, to: number, room: RadixRoom): void {
  if (to - from < 2) return;
  let all = 0;
  let any = 0;
  const first = room.keys[from]!;
  for (let k = from; k < to; k++) any |= room.keys[k]! ^ first;
  all = any >>> 0;
  if ((all & LOW) !== 0) pass(rows, from, to, room, 0);
  if (all >>> DIGIT_BITS !== 0) pass(rows, from, to, room, DIGIT_BITS);
}

function pass(rows: Uint32Array, from: number, to: number, room: RadixRoom, shift: number): void {
  const { counts, keys, otherKeys, other } = room;
  counts.fill(0);
  scatter(rows, keys, other, otherKeys, counts, from, to, shift);
  rows.set(other.subarray(from, to), from);
  keys.set(otherKeys.subarray(from, to), from);
}

function scatter(
  rows: Uint32Array,
  keys: Uint32Array,
  toRows: Uint32Array,
  toKeys: Uint32Array,
  counts: Uint32Array,
  from: number,
  to: number,
  shift: number,
): void {
  for (let k = from; k < to; k++) counts[(keys[k]! >>> shift) & LOW]!++;
  let at = from;
  for (let b = 0; b < counts.length; b++) {
    const n = counts[b]!;
    counts[b] = at;
    at += n;
  }
  for (let k = from; k < to; k++) {
    const key = keys[k]!;
    const slot = counts[(key >>> shift) & LOW]!++;
    toRows[slot] = rows[k]!;
    toKeys[slot] = key;
  }
}
