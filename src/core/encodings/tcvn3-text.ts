/** TCVN3 to text, telling capitals from the quotation marks and dashes that have the same codes. */
import { readByTable } from "./byte-table.ts";
import { cp1252Sign } from "./cp1252.ts";
import { isSyllable } from "./syllables.ts";
import { TCVN3, TCVN3_DOUBTFUL, TCVN3_PUNCTUATION } from "./tcvn3.ts";

const LETTER = /\p{L}/u;
/** All capitals, or one at the front. */
const CASED = /^\p{Lu}(?:\p{Lu}*|\p{Ll}*)$/u;

/** Text of bytes (U+0000–U+00FF; signs above stay). Not in form C only where the bytes were marks. */
export function readTcvn3(bytes: string): string {
  if (bytes.length <= 1 || !TCVN3_DOUBTFUL.test(bytes)) return readByTable(bytes, TCVN3.signs);
  const signs = [...bytes].map((byte) => TCVN3.signs[byte.charCodeAt(0)] ?? byte);
  settle([...bytes], signs);
  return signs.join("");
}

/** A doubtful code stays a capital only in a word that is a syllable with it; alone it is punctuation. */
function settle(bytes: readonly string[], signs: string[]): void {
  for (let start = 0; start < signs.length; start++) {
    if (!LETTER.test(signs[start]!)) continue;
    let end = start;
    while (end < signs.length && LETTER.test(signs[end]!)) end++;
    settleWord(bytes, signs, start, end);
    start = end;
  }
}

function settleWord(bytes: readonly string[], signs: string[], start: number, end: number): void {
  const doubtful = (at: number) => TCVN3_PUNCTUATION.has(bytes[at]!.charCodeAt(0));
  let first = start;
  let last = end;
  // “An”: take doubtful signs off the front and the end until a word is left.
  for (;;) {
    if (isWord(signs, first, last)) break;
    if (last > first && doubtful(last - 1)) last--;
    else if (first < last && doubtful(first)) {
      first++;
      last = end;
    } else {
      first = last = end;
      break;
    }
  }
  for (let at = start; at < end; at++)
    if ((at < first || at >= last) && doubtful(at)) signs[at] = cp1252Sign(bytes[at]!.charCodeAt(0));
}

function isWord(signs: readonly string[], first: number, last: number): boolean {
  if (last - first < 2) return false;
  const word = signs.slice(first, last).join("");
  return CASED.test(word) && isSyllable(word);
}
