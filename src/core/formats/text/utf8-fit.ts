/** Is text of bytes UTF-8, when the last letter may have been cut off by a width. */

/**
 * Bytes `from` up to `to` that make whole letters: `to` itself, less when the last letter is cut short, or -1 when
 * they are no UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
 */
export function utf8End(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const first = bytes[at]!;
    const length = lengthOf(first);
    if (length === 0) return -1;
    for (let k = 1; k < length; k++) {
      if (at + k >= to) return at;
      const byte = bytes[at + k]!;
      const least = k === 1 ? (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) : 0x80;
      const most = k === 1 ? (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      if (byte < least || byte > most) return -1;
    }
    at += length;
  }
  return to;
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}
