/** How likely a decoded word is, as a logarithm: known words, syllables, names, and what no text has. */
import { partsOf } from "./alphabet.ts";
import { isKnownWord } from "./known-words.ts";
import { localNameTones } from "./local-names.ts";
import { strangeSigns } from "./strange-signs.ts";
import { syllableOf } from "./syllables.ts";

/**
 * Logarithms of rough shares, estimated by hand: only their differences matter, and no difference counts for
 * more than `CAP` (`guess-encoding.ts`).
 */
export const KNOWN = -2.5;
const SYLLABLE = -3.5;
const MISPLACED = -6;
const PUNCTUATION = -5;
const LOCAL = -5.5;
const LOCAL_WITH_TONE = -7.5;
const JOINED = -8.5;
const LETTERS = -11;
const STRANGE = -13;
/** Of a word that is none in an encoding. */
export const IMPOSSIBLE = STRANGE;

/** From here on a word reads; under it, it is garbled. */
export const READS = -9;
/** From here on a word is Vietnamese, not just pronounceable. */
export const IS_WORD = -7;
/** No syllable that is built right is under it, rare as its tone and vowel may be. */
export const SYLLABLE_AT_LEAST = -7.5;

/** Rarer tones cost more: none, huyền, sắc, hỏi, ngã, nặng. */
const TONE_COST = [0, 0.2, 0.3, 1, 1.4, 0.6];
const VOWEL_COST: Readonly<Record<string, number>> = { ă: 0.5, â: 0.3, ê: 0.2, ơ: 0.3, ư: 0.3 };

const EDGES = /^[‘’“”–—…•'ʼ]+|[‘’“”–—…•'ʼ]+$/gu;
const LETTER = /\p{L}/u;
const UNIT = /^(?:k|c|d|m|h)?m[²³]$/u;
/** East in degrees, a street in an address: "108 20 15 Đ", "Đ. Lê Duẩn". */
const EAST = /^[Đđ]$/u;
const ONLY_PUNCTUATION = /^[‘’“”–—…•«»°±²³½¼¾×·§\u00a0]+$/u;

/** One piece of a decoded text without ASCII spaces, digits or punctuation (apostrophes stay); form C. */
export function wordLikelihood(token: string): number {
  const pieces = token.split(/[\u00a0]+/u).filter((piece) => piece !== "");
  return pieces.length === 0 ? PUNCTUATION : Math.min(...pieces.map(pieceLikelihood));
}

function pieceLikelihood(piece: string): number {
  if (ONLY_PUNCTUATION.test(piece)) return PUNCTUATION;
  const word = piece.replace(EDGES, "");
  if (word === "") return PUNCTUATION;
  if (UNIT.test(word)) return SYLLABLE;
  if (EAST.test(word)) return MISPLACED;
  if (!LETTER.test(word) || strangeSigns(word) > 0) return STRANGE;
  const small = word.toLowerCase().replaceAll("’", "'").replaceAll("ʼ", "'");
  if (!oneCase(word)) return joined(word);
  if (isKnownWord(small)) return KNOWN;
  return smallWord(small);
}

function smallWord(small: string): number {
  const syllable = syllableOf(small);
  if (syllable !== null) return SYLLABLE - rarity(small) - (small.length === 1 ? 2 : 0);
  if (syllableOf(small, true) !== null) return MISPLACED - rarity(small);
  const tones = localNameTones(small);
  if (tones === 0) return LOCAL - rarity(small) - (ODD_LOCAL.test(small) ? ODD : 0);
  return tones === 1 ? LOCAL_WITH_TONE - rarity(small) : LETTERS;
}

/** Their vowels are uô and iê before a consonant; uơ and iơ come of the wrong table ("Bluơn" of "Bluôn"). */
const ODD_LOCAL = /[iu]ơ(?!\u0306)[^aeiouy]/u;
const ODD = 1.5;

function rarity(small: string): number {
  let cost = 0;
  for (const letter of small) {
    const parts = partsOf(letter);
    if (parts !== null) cost += TONE_COST[parts.tone]! + (VOWEL_COST[parts.plain] ?? 0);
  }
  return cost;
}

/**
 * Small, capitals, or a capital at the front of each part ("M'Drắk", "KMăl"). Capitals whose accented letters
 * alone are small are capitals lost to a font without them ("NGUYễN").
 */
function oneCase(word: string): boolean {
  return word.split(/['’ʼ]/u).every((part) => CASED.test(part) || LOST_CAPITALS.test(part));
}
const CASED = /^(?:\p{Lu}{0,2}[\p{Ll}\p{M}]*|[\p{Lu}\p{M}]*)$/u;
/** ASCII letters are capitals, and the small ones all have an accent. */
const LOST_CAPITALS = /^[^a-z]+$/u;

/** "CưM'gar", "ĐắkLắk": words whose spaces were taken out, when every part is one. */
function joined(word: string): number {
  const parts = word.split(/(?<=\p{Ll}\p{M}*)(?=\p{Lu})/u);
  const reads = parts.every((part) => {
    const small = part.toLowerCase().replaceAll("’", "'");
    return part.length > 1 && (isKnownWord(small) || smallWord(small) >= LOCAL - 2);
  });
  return reads ? JOINED : LETTERS;
}
