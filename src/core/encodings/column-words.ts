/** The words of a column that tell its encoding, and what each encoding makes of them. */
import type { TableEncoding } from "../intake/meaning.ts";
import { cp1252Bytes } from "./cp1252.ts";
import { decodeSigns, type TextKind } from "./decode-signs.ts";
import { isPlain } from "./strange-signs.ts";
import { TCVN3_PUNCTUATION } from "./tcvn3.ts";
import { tellingWords } from "./telling-words.ts";
import { readUtf8 } from "./utf8-signs.ts";
import { IMPOSSIBLE, wordLikelihood } from "./word-likelihood.ts";

/** Different values looked at; of more, every n-th. */
const SAMPLE = 500;
/** Longer notes are cut: their first words tell enough. */
const LONGEST = 400;

/** A letter cut off at the end of a field, and a capital of TCVN3 that no font shows, may as well be something else. */
const RARE = 4;
/** The codes that the standard has for capitals with accents; punctuation is settled by the reading. */
const isStandardCapital = (bytes: string) =>
  [...bytes].some((byte) => {
    const code = byte.charCodeAt(0);
    return (code < 0x18 || (code >= 0x80 && code < 0xa0)) && !TCVN3_PUNCTUATION.has(code);
  });

const BEYOND_BYTES = /[^\0-\xff]/u;

/** Words as they are in the file, each once, and the values they stand in (places in `words`). */
export interface ColumnWords {
  readonly words: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/** Only words with signs beyond ASCII; values without such a word are left out. */
export function columnWords(values: readonly string[]): ColumnWords {
  const different = [...new Set(values)].filter((value) => !isPlain(value));
  const step = Math.max(1, different.length / SAMPLE);
  const places = new Map<string, number>();
  const rows: number[][] = [];
  for (let at = 0; at < different.length; at += step) {
    const row: number[] = [];
    for (const word of tellingWords(different[Math.floor(at)]!.slice(0, LONGEST))) {
      const place = places.get(word) ?? places.size;
      places.set(word, place);
      row.push(place);
    }
    if (row.length > 0) rows.push(row);
  }
  return { words: [...places.keys()], values: rows };
}

/** What one encoding makes of the words, in their order. */
export interface Reading {
  readonly encoding: TableEncoding;
  readonly texts: readonly string[];
  readonly likelihoods: readonly number[];
}

/** What a decoded word was found to be, kept while one column is looked at: readings share many. */
export type Likelihoods = Map<string, number>;

/** Signs that no byte of an old font stands for make a word unreadable in all but Unicode. */
export function readWords(
  words: readonly string[],
  encoding: TableEncoding,
  from: TextKind,
  known: Likelihoods,
): Reading {
  const texts: string[] = [];
  const likelihoods: number[] = [];
  for (const word of words) {
    const impossible = encoding !== "unicode" && hasUnicode(word);
    const whole = encoding === "utf-8" && from === "bytes" ? withoutCutLetter(word) : word;
    const text = impossible ? word : decodeSigns(whole, encoding, from);
    texts.push(text);
    const stray = encoding === "utf-8" && from === "bytes" && readUtf8(whole).stray > 0;
    const likelihood = impossible || stray ? IMPOSSIBLE : likelihoodOf(text, known);
    const rare = whole !== word || (encoding === "tcvn3" && isStandardCapital(cp1252Bytes(word)));
    likelihoods.push(rare ? likelihood - RARE : likelihood);
  }
  return { encoding, texts, likelihoods };
}

function likelihoodOf(text: string, known: Likelihoods): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const likelihood = wordLikelihood(text);
  known.set(text, likelihood);
  return likelihood;
}

function hasUnicode(word: string): boolean {
  return BEYOND_BYTES.test(word) && BEYOND_BYTES.test(cp1252Bytes(word));
}

/** A field of a fixed width may end in the middle of a letter of UTF-8. */
function withoutCutLetter(bytes: string): string {
  if (readUtf8(bytes).stray === 0) return bytes;
  const cut = bytes.replace(/[\u00c2-\u00f4][\u0080-\u00bf]{0,2}$/u, "");
  return readUtf8(cut).stray === 0 ? cut : bytes;
}
