/**
 * Bytes by words. Texts of a table are short and of all lengths: eight bytes at a time with the last eight taken
 * again, overlapping, costs one loop that nearly always runs the same number of times. The order of bytes is said
 * each time, so that everything is the same on every machine.
 */

/** The bytes of an array as numbers that may lie anywhere. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A number from 0 to 2^32 - 1 that says little about near texts; multipliers are those of xxHash32. */
export function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from;
  let hash = 0x165667b1 + length;
  if (length >= 8) {
    const last = to - 8;
    for (let at = from; at < last; at += 8) hash = mix(hash, view, at, at + 4);
    hash = mix(hash, view, last, last + 4);
  } else if (length >= 4) hash = mix(hash, view, from, to - 4);
  else if (length > 0) {
    const ends = view.getUint8(from) | (view.getUint8(to - 1) << 8);
    hash = Math.imul(hash ^ ends ^ (view.getUint8(from + (length >> 1)) << 16), 0x9e3779b1);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x85ebca77) ^ (hash >>> 13)) >>> 0;
}

function mix(hash: number, view: DataView, one: number, other: number): number {
  const mixed = Math.imul(hash ^ view.getInt32(one, true), 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15) ^ view.getInt32(other, true), 0x27d4eb2f);
}

/** True when `length` bytes of both are the same. */
export function sameBytes(a: DataView, atA: number, b: DataView, atB: number, length: number): boolean {
  if (length >= 8) {
    const last = length - 8;
    for (let k = 0; k < last; k += 8) if (differ(a, atA + k, b, atB + k, 4) !== 0) return false;
    return differ(a, atA + last, b, atB + last, 4) === 0;
  }
  if (length >= 4) return differ(a, atA, b, atB, length - 4) === 0;
  for (let k = 0; k < length; k++) if (a.getUint8(atA + k) !== b.getUint8(atB + k)) return false;
  return true;
}

/** Not 0 when the four bytes here, or the four that lie `further` on, are not the same. */
function differ(a: DataView, atA: number, b: DataView, atB: number, further: number): number {
  return (
    (a.getInt32(atA, true) ^ b.getInt32(atB, true)) |
    (a.getInt32(atA + further, true) ^ b.getInt32(atB + further, true))
  );
}

/** Below zero when `a` comes before `b` byte by byte, above zero when after it, 0 when both are the same. */
export function compareBytes(a: DataView, atA: number, b: DataView, atB: number, length: number): number {
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    // Big-endian: the first byte counts most.
    const one = a.getUint32(atA + k);
    const other = b.getUint32(atB + k);
    if (one !== other) return one < other ? -1 : 1;
  }
  for (; k < length; k++) {
    const more = a.getUint8(atA + k) - b.getUint8(atB + k);
    if (more !== 0) return more;
  }
  return 0;
}

/** Copies `length` bytes; there must be room for them. */
export function copyBytes(source: DataView, from: number, length: number, into: DataView, at: number): void {
  if (length >= 8) {
    const last = length - 8;
    for (let k = 0; k < last; k += 8) copyTwo(source, from + k, into, at + k, 4);
    copyTwo(source, from + last, into, at + last, 4);
  } else if (length >= 4) copyTwo(source, from, into, at, length - 4);
  else for (let k = 0; k < length; k++) into.setUint8(at + k, source.getUint8(from + k));
}

function copyTwo(source: DataView, from: number, into: DataView, at: number, further: number): void {
  into.setInt32(at, source.getInt32(from, true), true);
  into.setInt32(at + further, source.getInt32(from + further, true), true);
}
