/** Which encoding a column is in: read it with each and see which makes words of it. */
import { type Encoding, TABLES, type TableEncoding } from "../intake/meaning.ts";
import type { Guesses, Ranked, Why } from "../intake/ranked.ts";
import { asciiWriting, type WrittenOut } from "./ascii-writing.ts";
import { BEFORE } from "./by-value.ts";
import { type ColumnWords, columnWords, type Likelihoods, type Reading, readWords } from "./column-words.ts";
import { decodeSigns, type TextKind } from "./decode-signs.ts";
import { doubtfulValues } from "./doubtful.ts";
import { ENCODING_NAMES } from "./encoding-names.ts";
import { IS_WORD, KNOWN, READS } from "./word-likelihood.ts";

/** No single word decides: its difference between two encodings counts for this much at most. */
const CAP = 6;
/** By this much the first has to be likelier than the next that reads otherwise. */
const SURE = 8;
/** By this much where every word, of two or more, is one that lists have: "Có" and "Không". */
const SURE_OF_KNOWN = 4;
/** Of the words, this share may be garbled in a column that is believed: abbreviations, foreign words. */
const GARBLED = 0.2;
/** So much likelier a value is in another encoding than in that of its column to be in it, */
const BETTER = 3.5;
/** when this share of the values is, or more. */
const BY_CHANCE = 0.02;
/** Degrees, square metres, dashes and quotation marks: they are no letters in any font that is met. */
const ONLY_SIGNS = /^(?:[kcd]?m)?[°²³±×–—…‘’“”•\u00a0']+$/u;
/** Previews that are shown. */
const BEST = 3;

/** Likelihoods are put between 0 and 1 by these. */
const WORST_WORD = -13;
const BEST_WORD = -2.5;

/**
 * The three likeliest encodings of a column, best first. `values` in the file's signs (`TextKind`): the whole
 * column or a sample of it, as many as there are time for; 500 different ones are looked at.
 *
 * `high`: the first makes words of the column, the next that reads otherwise is far less likely, and no value
 * reads in another encoding only, or in two about as well. Text of ASCII and signs like ° is `unicode` (nothing
 * to decide), unless its letters are written out (`html`, `viqr`), which is asked. `by-value` is offered where
 * values are in several encodings.
 */
export function guessEncoding(values: readonly string[], from: TextKind): Guesses<Encoding> {
  const entities = asciiWriting(values);
  if (entities?.writing === "html") return writtenOut(entities);
  const column = columnWords(values);
  if (column.words.every((word) => ONLY_SIGNS.test(decodeSigns(word, "unicode", from)))) return plain(values);
  const known: Likelihoods = new Map();
  const readings = TABLES.map((encoding) => readWords(column.words, encoding, from, known));
  const total = (reading: Reading) => sum(reading.likelihoods) + BEFORE[from][reading.encoding];
  readings.sort((a, b) => total(b) - total(a));
  const first = bestOfPairs(readings, from);
  const ordered = [first, ...readings.filter((reading) => reading !== first)];
  const verdict = judge(first, ordered, column, from);
  const ranked = ordered.slice(0, BEST).map(
    (reading, place): Ranked<Encoding> => ({
      value: reading.encoding,
      score: score(reading),
      why: [...whyOf(reading), ...(place === 0 ? verdict.why : [])],
    }),
  );
  if (verdict.mixed) ranked.splice(1, 1, BY_VALUE, ranked[1]!);
  return { ranked: descending(ranked.slice(0, BEST)), confidence: verdict.sure ? "high" : "low" };
}

const BY_VALUE: Ranked<Encoding> = { value: "by-value", score: 1, why: [{ code: "encoding.by-value" }] };

const AS_IT_STANDS: Ranked<Encoding> = { value: "unicode", score: 1, why: [{ code: "encoding.plain" }] };

/** A column of ASCII: nothing to decide, unless its letters are written out. */
function plain(values: readonly string[]): Guesses<Encoding> {
  const found = asciiWriting(values);
  return found === null ? { ranked: [AS_IT_STANDS], confidence: "high" } : writtenOut(found);
}

function writtenOut({ writing, count, of, read }: WrittenOut): Guesses<Encoding> {
  const why: Why[] = [{ code: "encoding.written-out", values: { count, of, read } }];
  const ranked = [
    { value: writing, score: 1, why },
    { ...AS_IT_STANDS, score: 0.5 },
  ];
  return { ranked, confidence: "low" };
}

/** How much likelier `a` is than `b`, no word counting for more than `CAP`. */
function lead(a: Reading, b: Reading, from: TextKind): number {
  let lead = BEFORE[from][a.encoding] - BEFORE[from][b.encoding];
  a.likelihoods.forEach((likelihood, at) => {
    lead += Math.max(-CAP, Math.min(CAP, likelihood - b.likelihoods[at]!));
  });
  return lead;
}

/** The one that is likelier than every other; the first by the sum where there is none. */
function bestOfPairs(readings: readonly Reading[], from: TextKind): Reading {
  return readings.find((one) => readings.every((other) => lead(one, other, from) >= 0)) ?? readings[0]!;
}

function judge(
  first: Reading,
  ordered: readonly Reading[],
  column: ColumnWords,
  from: TextKind,
): { readonly sure: boolean; readonly mixed: boolean; readonly why: readonly Why[] } {
  const why: Why[] = [];
  const others = ordered.slice(1);
  const same = others.filter((other) => sameText(first, other));
  const rivals = others.filter((other) => !same.includes(other));
  const nearest = rivals.toSorted((a, b) => lead(first, a, from) - lead(first, b, from))[0];
  const ahead = nearest === undefined ? SURE : lead(first, nearest, from);

  const mixed = mixedWith(first, rivals, column);
  if (mixed !== null)
    why.push({
      code: "encoding.mixed",
      values: { count: mixed.count, of: column.values.length, other: ENCODING_NAMES[mixed.other] },
    });
  const doubt = mixed === null ? doubtfulValues(first, rivals, column) : null;
  if (doubt !== null)
    why.push({
      code: "encoding.doubtful",
      values: { ...doubt, other: ENCODING_NAMES[doubt.other], of: column.values.length },
    });
  // What a sample does not tell apart may differ in the rest of a column of bytes.
  const tied = from === "bytes" && same.length > 0 && first.encoding !== "utf-8";
  if (tied) why.push({ code: "encoding.same", values: { other: ENCODING_NAMES[same[0]!.encoding] } });
  const known = first.likelihoods.length > 1 && first.likelihoods.every((likelihood) => likelihood >= KNOWN);
  const enough = known ? SURE_OF_KNOWN : SURE;
  if (ahead < enough && nearest !== undefined)
    why.push({ code: "encoding.close", values: { other: ENCODING_NAMES[nearest.encoding] } });

  const garbled = first.likelihoods.filter((likelihood) => likelihood < READS).length;
  const reads = garbled <= GARBLED * first.likelihoods.length;
  const several = mixed !== null || doubt !== null;
  return { mixed: several, sure: !several && !tied && ahead >= enough && reads, why };
}

/** How many values read better in another encoding; null when it is none. The other that reads most of them. */
function mixedWith(
  first: Reading,
  rivals: readonly Reading[],
  { values }: ColumnWords,
): { readonly other: TableEncoding; readonly count: number } | null {
  let best: { readonly other: TableEncoding; readonly count: number } | null = null;
  for (const other of rivals) {
    const garbled = values.filter((words) => readsOnly(first, other, words)).length;
    const better = values.filter((words) => readsBetter(first, other, words)).length;
    // A few values read better by chance; none is garbled by chance and reads in another.
    const count = better >= BY_CHANCE * values.length ? Math.max(garbled, better) : garbled;
    if (count > (best?.count ?? 0)) best = { other: other.encoding, count };
  }
  return best;
}

/** A word that the first garbles is one in the other, which garbles none. */
function readsOnly(first: Reading, other: Reading, words: readonly number[]): boolean {
  return (
    words.some((word) => first.likelihoods[word]! < READS && other.likelihoods[word]! >= IS_WORD) &&
    words.every((word) => other.likelihoods[word]! >= READS)
  );
}

function readsBetter(first: Reading, other: Reading, words: readonly number[]): boolean {
  const ahead = sum(words.map((word) => other.likelihoods[word]! - first.likelihoods[word]!));
  return ahead >= BETTER && words.every((word) => other.likelihoods[word]! >= IS_WORD);
}

function sameText(a: Reading, b: Reading): boolean {
  return a.texts.every((text, at) => text === b.texts[at]);
}

function whyOf({ texts, likelihoods }: Reading): readonly Why[] {
  const of = likelihoods.length;
  const why: Why[] = [
    {
      code: "encoding.words",
      values: { count: likelihoods.filter((likelihood) => likelihood >= IS_WORD).length, of },
    },
  ];
  const garbled = likelihoods.filter((likelihood) => likelihood < READS).length;
  const word = texts.find((_, at) => likelihoods[at]! < READS);
  if (word !== undefined) why.push({ code: "encoding.garbled", values: { count: garbled, of, word } });
  return why;
}

function score({ likelihoods }: Reading): number {
  const mean = sum(likelihoods) / likelihoods.length;
  return Math.max(0, Math.min(1, (mean - WORST_WORD) / (BEST_WORD - WORST_WORD)));
}

/** What is known beforehand may put a lower score in front: no score is above one that stands before it. */
function descending(ranked: readonly Ranked<Encoding>[]): readonly Ranked<Encoding>[] {
  let most = 1;
  return ranked.map((guess) => {
    most = Math.min(most, guess.score);
    return { ...guess, score: most };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
