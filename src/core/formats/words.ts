/**
 * Bytes four at a time. The last four are taken again, overlapping the ones before, instead of one by one; the
 * order of bytes is said each time, so that everything is the same on every machine.
 */

/** The bytes of an array as numbers that may lie anywhere. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A number from 0 to 2^32 - 1 that says little about near texts; multipliers are those of xxHash32. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = 0x165667b1 + to - from;
  if (to - from >= 4) {
    const last = to - 4;
    for (let at = from; at < last; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ view.getInt32(last, true), 0x9e3779b1);
  } else {
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x9e3779b1);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x85ebca77) ^ (hash >>> 13)) >>> 0;
}

/** True when `length` bytes of both are the same. */
export function sameBytes(a: DataView, atA: number, b: DataView, atB: number, length: number): boolean {
  if (length < 4) {
    for (let k = 0; k < length; k++) if (a.getUint8(atA + k) !== b.getUint8(atB + k)) return false;
    return true;
  }
  const last = length - 4;
  for (let k = 0; k < last; k += 4) {
    if (a.getInt32(atA + k, true) !== b.getInt32(atB + k, true)) return false;
  }
  return a.getInt32(atA + last, true) === b.getInt32(atB + last, true);
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
  if (length < 4) {
    for (let k = 0; k < length; k++) into.setUint8(at + k, source.getUint8(from + k));
    return;
  }
  const last = length - 4;
  for (let k = 0; k < last; k += 4) into.setInt32(at + k, source.getInt32(from + k, true), true);
  into.setInt32(at + last, source.getInt32(from + last, true), true);
}
