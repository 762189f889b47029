/** One cell of CSV, given by the bytes from `from` up to `to` with its quotes: its text, and whether there is any. */
import { utf8Text } from "../text/utf8-text.ts";

const QUOTE = 34;

/** The text of a cell: quotes around it taken off, two quotes for one; what follows the closing quote is kept. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  if (from >= to || bytes[from] !== QUOTE) return utf8Text(bytes, from, to);
  const close = closingQuote(bytes, from + 1);
  return utf8Text(bytes, from + 1, close).replaceAll('""', '"') + utf8Text(bytes, close + 1, to);
}

/** Index of the quote that closes a quoted cell. The scan has seen that there is one. */
export function closingQuote(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (bytes[at] !== QUOTE) at++;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 2;
  }
}

/** True when the text of a cell is empty or white space only. */
export function isBlankCell(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && isAsciiSpace(bytes[at]!)) at++;
  if (at === to) return true;
  const code = bytes[at]!;
  if (code < 0x80 && code !== QUOTE) return false;
  return cellText(bytes, from, to).trim() === "";
}

/** White space among the ASCII signs, as `String.prototype.trim` takes it. */
export function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
