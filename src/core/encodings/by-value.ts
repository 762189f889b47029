/** Each value by its own best: for columns put together from files in several encodings. */
import { TABLES, type TableEncoding } from "../intake/meaning.ts";
import { columnWords, readWords } from "./column-words.ts";
import { decodeSigns, type TextKind } from "./decode-signs.ts";

/** Before anything is read, as logarithms: what is met how often (UTF-8 is hardly ever met by chance). */
export const BEFORE: Readonly<Record<TextKind, Readonly<Record<TableEncoding, number>>>> = {
  unicode: { unicode: 3, "utf-8": 0, tcvn3: 0, vni: -0.5, viscii: -3, "windows-1258": -2 },
  bytes: { unicode: -2, "utf-8": 1, tcvn3: 1, vni: 0, viscii: -2, "windows-1258": -1 },
};

/** A value in form C, in the encoding that makes the likeliest words of it; as it stands when none does. */
export function readByValue(text: string, from: TextKind): string {
  const { words } = columnWords([text]);
  if (words.length === 0) return decodeSigns(text, "unicode", from);
  const known = new Map<string, number>();
  let best: TableEncoding = "unicode";
  let most = Number.NEGATIVE_INFINITY;
  for (const encoding of TABLES) {
    const { likelihoods } = readWords(words, encoding, from, known);
    const total = likelihoods.reduce((all, one) => all + one, BEFORE[from][encoding]);
    if (total > most) {
      most = total;
      best = encoding;
    }
  }
  return decodeSigns(text, best, from);
}
