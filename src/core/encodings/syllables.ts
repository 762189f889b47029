/** Vietnamese syllables by their construction: onset × rime × tone. No list of words. */
import { ACUTE, DOT, partsOf } from "./alphabet.ts";

/** Before e ê i y some sounds are written otherwise than before the other vowels. */
const ONSETS_ANY = "- b ch d đ h kh l m n nh p ph r s t th tr v x".split(" ");
const ONSETS_FRONT = ["k", "gh", "ngh"];
const ONSETS_BACK = ["c", "g", "ng"];
/** y alone and its rimes follow these only. */
const ONSETS_Y = ["-", "h", "k", "l", "m", "s", "t", "v"];

/** Vowels of a rime, its main vowel (which carries the tone) in capitals, and what may end it ("-": nothing). */
const RIMES: readonly (readonly [string, string])[] = [
  ["A", "- i y o u m n ng nh p t c ch"],
  ["Ă", "m n ng p t c"],
  ["Â", "u y m n ng p t c"],
  ["E", "- o m n ng p t c"],
  ["Ê", "- u m n nh p t ch"],
  ["I", "- u m n nh p t ch"],
  ["Ia", "-"],
  ["iÊ", "u m n ng p t c"],
  ["O", "- i m n ng p t c"],
  ["oO", "ng c"],
  ["Ô", "- i m n ng p t c"],
  ["Ơ", "- i m n p t"],
  ["U", "- i m n ng p t c"],
  ["Ua", "-"],
  ["uÔ", "i m n ng t c"],
  ["Ư", "- u m n ng t c"],
  ["Ưa", "-"],
  ["ưƠ", "i u m n ng p t c"],
  ["oA", "- i y o m n ng nh p t c ch"],
  ["oĂ", "m n ng t c"],
  ["oE", "- o m n t"],
  ["uÂ", "y n ng t"],
  ["uÊ", "- n nh ch"],
  ["uƠ", "-"],
  ["uY", "- n nh ch t u p"],
  ["uYa", "-"],
  ["uyÊ", "n t"],
];
const RIMES_Y: readonly (readonly [string, string])[] = [
  ["Y", "-"],
  ["yÊ", "u m n ng t"],
];
/** After qu and gi, whose last letter is no vowel there. */
const RIMES_QU: readonly (readonly [string, string])[] = [
  ["A", "- i y o u n ng nh p t c ch"],
  ["Ă", "m n ng p t c"],
  ["Â", "n ng t y"],
  ["E", "- o n t"],
  ["Ê", "- n nh ch t"],
  ["I", "- t u"],
  ["Ô", "c"],
  ["Ơ", "- n t"],
  ["Y", "- n nh t ch"],
  ["yÊ", "n t"],
];
const RIMES_GI: readonly (readonly [string, string])[] = RIMES.filter(([vowels]) =>
  ["A", "Ă", "Â", "E", "Ê", "O", "Ô", "Ơ", "U", "uÔ", "Ư", "ưƠ", "Ưa", "Ua"].includes(vowels),
);

/** Open rimes whose tone is put on either vowel: hòa and hoà, thủy and thuỷ. */
const EITHER = /(?:oa|oe|uy)$/u;

/** Places that may carry the tone, by the syllable without it. */
const SYLLABLES = new Map<string, readonly number[]>();

function add(onsets: readonly string[], rimes: readonly (readonly [string, string])[]): void {
  for (const onset of onsets)
    for (const [vowels, ends] of rimes)
      for (const end of ends.split(" ")) {
        const head = onset === "-" ? "" : onset;
        const base = head + vowels.toLowerCase() + (end === "-" ? "" : end);
        const at = head.length + [...vowels].findIndex((letter) => letter !== letter.toLowerCase());
        const either = EITHER.test(base) && !head.endsWith("q") && vowels.length === 2;
        SYLLABLES.set(base, [...(SYLLABLES.get(base) ?? []), ...(either ? [at, at - 1] : [at])]);
      }
}

const isFront = ([vowels]: readonly [string, string]) => /^[EÊIi]/u.test(vowels);
add(ONSETS_ANY, RIMES);
add(ONSETS_FRONT, RIMES.filter(isFront));
add(
  ONSETS_BACK,
  RIMES.filter((rime) => !isFront(rime)),
);
add(ONSETS_Y, RIMES_Y);
add(["qu"], RIMES_QU);
add(["gi"], RIMES_GI);
// gì, gìn, giếng: one i is both the end of gi and the vowel.
add(
  ["g"],
  [
    ["I", "- n m t p"],
    ["iÊ", "ng t c p"],
    ["Ia", "-"],
  ],
);

/** Whether a small word could be a syllable, ending and tone agreeing; `tone` and `base` without it. */
export interface Syllable {
  readonly base: string;
  readonly tone: number;
}

/**
 * A word of form C in small letters as a syllable of Vietnamese; null when its letters, its tone or the place
 * of the tone make it none. `misplaced` allows the tone on any vowel: "qúy", "hòang" are typed often.
 */
export function syllableOf(word: string, misplaced = false): Syllable | null {
  let base = "";
  let tone = 0;
  let toneAt = -1;
  for (const letter of word) {
    const parts = partsOf(letter);
    if (parts !== null && parts.tone > 0) {
      if (tone > 0) return null;
      tone = parts.tone;
      toneAt = base.length;
    }
    base += parts === null ? letter : parts.plain;
  }
  const places = SYLLABLES.get(base);
  if (places === undefined) return null;
  if (tone > 0 && !misplaced && !places.includes(toneAt)) return null;
  const stopped = /(?:p|t|c|ch)$/u.test(base);
  return stopped && tone !== ACUTE && tone !== DOT ? null : { base, tone };
}

/** Whether a word of form C, in any letters, could be a syllable of Vietnamese. */
export function isSyllable(word: string): boolean {
  return syllableOf(word.toLowerCase()) !== null;
}

/** Every syllable without its tone: what generators of tests and checks of spelling build on. */
export function syllableBases(): readonly string[] {
  return [...SYLLABLES.keys()];
}
