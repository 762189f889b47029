/** Capitals lost to the fonts `.VnTimeH`, which drew them from the codes of small letters. */
import type { ColumnMeaning } from "../intake/meaning.ts";
import type { Guesses, Ranked } from "../intake/ranked.ts";

export type Capitals = ColumnMeaning["capitals"];

const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
/** No small letter of ASCII, and a small accented one before a capital: "NGUYễN", "ĐăK". */
const LOST_INSIDE = /^(?=.*(?![a-z])\p{Ll}\p{M}*['’ʼ]?[A-Z])[^a-z]+$/u;
/** The same at the end, where only letters count whose capital the fonts do not have: "TOà"; names are "RVê". */
const LOST_LAST = /^[^a-z]*[A-Z]{2,}[^a-z]*(?![a-zăâđêôơư])\p{Ll}$/u;
/** A word that starts with a small letter whose capital the old fonts do not have; of ăâđêôơư they do. */
const SMALL_FRONT = /^(?![a-zăâđêôơư])\p{Ll}/u;
const CAPITAL_FRONT = /^\p{Lu}/u;
/** Of the words that tell, this share must say the same before it is believed. */
const ENOUGH = 0.9;
/** Fewer words tell nothing. */
const FEW = 2;

const isLost = (word: string) => LOST_INSIDE.test(word) || LOST_LAST.test(word);

/**
 * Whether capitals of a decoded column were lost: "NGUYễN VăN" (`upper` first, `words` next), or only at the
 * front of words, "Nguyễn Thị ánh" (`words`). Confidence is low when part of the values is written otherwise.
 */
export function guessCapitals(values: readonly string[]): Guesses<Capitals> {
  let lost = 0;
  let otherwise = 0;
  let front = 0;
  let named = 0;
  for (const value of new Set(values)) {
    const words = value.normalize("NFC").match(WORD) ?? [];
    const here = words.filter(isLost).length;
    lost += here;
    // A word with small letters of ASCII cannot come from capitals.
    otherwise += words.filter((word) => /[a-z]/u.test(word)).length;
    const fronts = words.filter((word) => SMALL_FRONT.test(word)).length;
    const capital = words.filter((word) => CAPITAL_FRONT.test(word)).length;
    if (here === 0 && capital >= 1 && fronts + capital === words.length && words.length > 1) {
      named++;
      front += fronts;
    }
  }
  if (lost > 0) {
    const share = lost / (lost + otherwise);
    const why = [{ code: "encoding.capitals-lost" as const, values: { count: lost, of: lost + otherwise } }];
    const upper: Ranked<Capitals> = { value: "upper", score: share, why };
    const words: Ranked<Capitals> = { value: "words", score: share * 0.9, why };
    const plain: Ranked<Capitals> = { value: "as-written", score: 1 - share, why: [] };
    const ranked = share > 0.5 ? [upper, words, plain] : [plain, upper, words];
    return { ranked, confidence: lost >= FEW && share >= ENOUGH ? "high" : "low" };
  }
  const plain: Ranked<Capitals> = { value: "as-written", score: 1, why: [] };
  if (front === 0) return { ranked: [plain], confidence: "high" };
  const why = [{ code: "encoding.capitals-front" as const, values: { count: front, of: named } }];
  const words: Ranked<Capitals> = { value: "words", score: 0.9, why };
  return { ranked: [words, { ...plain, score: 0.5 }], confidence: "low" };
}

/**
 * Text in form C with its capitals put back: every letter (`upper`), or the first of each word (`words`). There
 * a text in capitals keeps them at the front of its words only, "NGUYễN VăN" → "Nguyễn Văn", "H'BIA" → "H'Bia";
 * in other text only letters are raised whose capital the fonts do not have, "thị trấn" and "M'gar" stay.
 */
export function withCapitals(text: string, mode: Capitals): string {
  if (mode === "as-written") return text;
  const composed = text.normalize("NFC");
  if (mode === "upper") return composed.toUpperCase().normalize("NFC");
  if (/[a-z]/u.test(composed))
    return composed.replace(WORD, (word) => (SMALL_FRONT.test(word) ? raised(word) : word));
  return composed.replace(WORD, (word) =>
    word
      .toLowerCase()
      .split(/(['’ʼ])/u)
      .map(raised)
      .join("")
      .normalize("NFC"),
  );
}

function raised(part: string): string {
  const first = [...part][0] ?? "";
  return first.toUpperCase() + part.slice(first.length);
}
