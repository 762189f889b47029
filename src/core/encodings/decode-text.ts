/** One value to text, with a look at whether it is in another encoding than its column. */
import type { Encoding } from "../intake/meaning.ts";
import { readByValue } from "./by-value.ts";
import { decodeSigns, type TextKind } from "./decode-signs.ts";
import { joinStretches, readStretch } from "./own-reading.ts";
import { isPlain, strangeSigns } from "./strange-signs.ts";

/**
 * Text in form C. `bytes`: every sign of `text` is one byte; `unicode`: an old font's letters stand as signs of
 * Windows-1252. Signs that the encoding does not have stay as they are (`undecoded` counts them).
 *
 * A value that is plainly something else than its column is read as that: Unicode letters that no old font has,
 * UTF-8 among bytes, and in a `unicode` table words that read as they are while one is none when decoded.
 * In TCVN3, codes of capitals that are punctuation in the fonts are capitals only inside a syllable.
 */
export function decodeText(text: string, encoding: Encoding, from: TextKind): string {
  if (encoding === "html" || encoding === "viqr") return decodeSigns(text, encoding, from);
  if (isPlain(text)) return text;
  if (encoding === "by-value") return readByValue(text, from);
  return joinStretches([readStretch(text, encoding, from)]);
}

/** How many signs of a decoded value are no letters of any text here: what the encoding did not explain. */
export function undecoded(text: string, encoding: Encoding, from: TextKind): number {
  return isPlain(text) ? 0 : strangeSigns(decodeText(text, encoding, from));
}
