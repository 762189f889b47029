/** A whole column decoded fast: its values repeat, and where they do not, the words in them do. */
import type { Encoding } from "../intake/meaning.ts";
import { decodeSigns, type TextKind } from "./decode-signs.ts";
import { decodeText } from "./decode-text.ts";
import { joinStretches, readStretch, type Stretch } from "./own-reading.ts";
import { isPlain } from "./strange-signs.ts";
import { TCVN3_DOUBTFUL } from "./tcvn3.ts";

/** Different values and words kept; further ones are read each time. */
const KEPT = 20_000;
/** Longer stretches are no words and would fill the memory. */
const LONGEST = 64;
/** Of this many values that had to be read the first are few repeats: values are no longer kept. */
const TRIED = 2_000;

/** `decodeText` for one column, remembering the values and words it read while the function is held. */
export function decoderOf(encoding: Encoding, from: TextKind): (text: string) => string {
  const table = encoding === "by-value" ? "unicode" : encoding;
  const values = new Map<string, string>();
  const words = new Map<string, Stretch>();
  let hits = 0;
  let misses = 0;

  const read = (stretch: string): Stretch => {
    const before = words.get(stretch);
    if (before !== undefined) return before;
    const found = readStretch(stretch, table, from);
    if (words.size < KEPT && stretch.length <= LONGEST) words.set(stretch, found);
    return found;
  };
  const decode = (text: string): string => {
    if (encoding === "by-value") return decodeText(text, encoding, from);
    // A code that is a dash or a capital depends on what stands around it: looked at whole.
    if (encoding === "tcvn3" && TCVN3_DOUBTFUL.test(text)) return decodeText(text, encoding, from);
    return joinStretches(text.split(" ").map(read));
  };
  if (encoding === "html" || encoding === "viqr") return (text) => decodeSigns(text, encoding, from);
  if (encoding === "unicode") return (text) => (isPlain(text) ? text : decodeSigns(text, encoding, from));
  return (text) => {
    if (isPlain(text)) return text;
    if (misses > TRIED && hits < misses) return decode(text);
    const before = values.get(text);
    if (before !== undefined) {
      hits++;
      return before;
    }
    misses++;
    const decoded = decode(text);
    if (values.size < KEPT) values.set(text, decoded);
    return decoded;
  };
}
