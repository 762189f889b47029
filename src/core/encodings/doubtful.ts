/** Values that read in two encodings: which of a column could be in another than the one chosen for it. */
import type { TableEncoding } from "../intake/meaning.ts";
import type { ColumnWords, Reading } from "./column-words.ts";
import { KNOWN, SYLLABLE_AT_LEAST } from "./word-likelihood.ts";

export interface Doubt {
  /** In which the most doubtful value reads. */
  readonly other: TableEncoding;
  /** Values that are as doubtful as to be asked. */
  readonly count: number;
  /** What the most doubtful one is in the chosen encoding, and what in the other: its words with signs beyond ASCII. */
  readonly text: string;
  readonly otherwise: string;
}

/**
 * A word that another reading shares with the column's own words is hardly there by chance, `Mụng` beside `Mông`; where
 * it is a known word it may be: `Ea Drông` and `Ea Drơng` are two communes.
 */
const SHARED = 3;
/** Capitals beside small letters ("TỰ Tẹn", "VắN") are the work of a wrong table, or of a font that lost some. */
const ODD_CASE = 3;
/**
 * A value may be likelier in another encoding by chance; how much is allowed grows with the values that read in
 * one encoding only, since a second encoding would show among them too. Measured on the corpus of the tests.
 */
const ALLOWED = { least: -1, most: 3.5, perDoubling: 1.3, none: 22 } as const;

/** The most doubtful value of a column and how many are; null when every one is best as it was read. */
export function doubtfulValues(
  first: Reading,
  rivals: readonly Reading[],
  { values }: ColumnWords,
): Doubt | null {
  const own = new Set(first.texts.map((text) => text.toLowerCase()));
  const found = values.map((words) => mostLikely(first, rivals, words, own));
  const alone = found.filter((value) => value === null).length;
  const limit = allowed(alone);
  const doubtful = found.filter((value) => value !== null).filter(({ ahead }) => ahead > limit);
  const [most] = doubtful.sort((a, b) => b.ahead - a.ahead);
  if (most === undefined) return null;
  const said = ({ texts }: Reading) => most.words.map((word) => texts[word]!).join(" ");
  return {
    other: most.other.encoding,
    count: doubtful.length,
    text: said(first),
    otherwise: said(most.other),
  };
}

/** By how much a value may be likelier in another encoding, in a column with so many that read in one only. */
function allowed(alone: number): number {
  const { least, most, perDoubling, none } = ALLOWED;
  return Math.max(least, Math.min(most, perDoubling * Math.log2(alone / none)));
}

interface Otherwise {
  readonly other: Reading;
  /** How much likelier than as its column, as a logarithm. */
  readonly ahead: number;
  readonly words: readonly number[];
}

/** The rival in which every word of a value is one and at least one differs; null when there is none. */
function mostLikely(
  first: Reading,
  rivals: readonly Reading[],
  words: readonly number[],
  own: ReadonlySet<string>,
): Otherwise | null {
  let best: Otherwise | null = null;
  for (const other of rivals) {
    if (words.some((word) => other.likelihoods[word]! < SYLLABLE_AT_LEAST)) continue;
    const differing = words.filter((word) => other.texts[word] !== first.texts[word]);
    if (differing.length === 0) continue;
    let ahead = oddCase(first, words) - oddCase(other, words);
    for (const word of differing) {
      ahead += other.likelihoods[word]! - first.likelihoods[word]!;
      const known = first.likelihoods[word]! >= KNOWN;
      if (!known && own.has(other.texts[word]!.toLowerCase())) ahead += SHARED;
    }
    if (ahead > (best?.ahead ?? Number.NEGATIVE_INFINITY)) best = { other, ahead, words };
  }
  return best;
}

function oddCase({ texts, encoding }: Reading, words: readonly number[]): number {
  const capitals = words.some((word) => CAPITALS.test(texts[word]!));
  const small = words.some((word) => WITH_SMALL.test(texts[word]!));
  // Only TCVN3 has fonts without capitals.
  const lost = encoding !== "tcvn3" && words.some((word) => LOST.test(texts[word]!));
  return lost || (capitals && small) ? ODD_CASE : 0;
}
const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;
const WITH_SMALL = /[a-z]/u;
/** Capitals of ASCII and small letters with accents: lost by a font, or by a wrong table. */
const LOST = /^(?=.*[A-Z])(?=.*\p{Ll}.*[A-Z]|.*[A-Z].*[A-Z].*\p{Ll})[^a-z]+$/u;
