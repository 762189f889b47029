/** The encoding of the column names of a file: by themselves, or as the values of the file. */
import type { Encoding } from "../intake/meaning.ts";
import type { Guesses } from "../intake/ranked.ts";
import type { TextKind } from "./decode-signs.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { isPlain } from "./strange-signs.ts";

/**
 * Names are few and short: where they do not tell it, names and values of the whole file are looked at together.
 * `columns` are values of each column as in `guessEncoding`. Names of ASCII are `unicode`, with `high`.
 */
export function guessNames(
  names: readonly string[],
  columns: readonly (readonly string[])[],
  from: TextKind,
): Guesses<Encoding> {
  const alone = guessEncoding(names, from);
  if (alone.confidence === "high") return alone;
  const telling = columns.map((values) => values.filter((value) => !isPlain(value)));
  const all = guessEncoding([...names, ...telling.flat()], from);
  const first = all.ranked[0]!;
  if (all.confidence === "low" && first.value !== alone.ranked[0]!.value) return alone;
  return {
    ranked: [{ ...first, why: [...first.why, { code: "encoding.as-values" }] }, ...all.ranked.slice(1)],
    confidence: all.confidence,
  };
}
