/** UTF-8 whose bytes stand as the signs of a text: read from a file byte by byte, or taken for Western text. */

/** Text and how many signs were no part of a letter; those stay as they are. */
export interface Utf8Read {
  readonly text: string;
  /** Letters that took two bytes or more. */
  readonly letters: number;
  /** Bytes beyond ASCII that were no UTF-8: a letter cut off at the end of a field, or another encoding. */
  readonly stray: number;
}

/** Signs U+0000–U+00FF as bytes of UTF-8. Signs above stay and are counted as stray. Never throws. */
export function readUtf8(bytes: string): Utf8Read {
  let text = "";
  let letters = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.charCodeAt(at);
    if (first < 0x80) {
      text += bytes[at++];
      continue;
    }
    const length = lengthOf(first);
    const code = length === 0 ? -1 : codeAt(bytes, at, length);
    if (code < 0) {
      text += bytes[at++];
      stray++;
    } else {
      text += String.fromCodePoint(code);
      at += length;
      letters++;
    }
  }
  return { text, letters, stray };
}

/** Signs of a text as bytes of UTF-8. */
export function writeUtf8(text: string): string {
  let bytes = "";
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    if (code < 0x80) bytes += sign;
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes += String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes += String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

const tail = (bits: number) => 0x80 | (bits & 0x3f);

function lengthOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** The letter of `length` bytes, or -1: cut off, longer than needed, half of a pair, or beyond Unicode. */
function codeAt(bytes: string, at: number, length: number): number {
  if (at + length > bytes.length) return -1;
  let code = bytes.charCodeAt(at) & (0xff >> (length + 1));
  for (let n = 1; n < length; n++) {
    const next = bytes.charCodeAt(at + n);
    if ((next & 0xc0) !== 0x80 || next > 0xff) return -1;
    code = (code << 6) | (next & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? -1 : code;
}
