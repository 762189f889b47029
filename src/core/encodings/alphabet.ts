/** The letters of Vietnamese taken apart: twelve vowels, five tone marks, đ. 134 letters are beyond ASCII. */

/** Vowels without their tone, in small letters. */
export const VOWELS = "aăâeêioôơuưy";

/** Tone marks as they combine; the place in the list is the tone, 0 is none. */
export const TONE_MARKS = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"] as const;

/** Tones that a syllable ending in p, t, c or ch may have. */
export const ACUTE = 2;
export const DOT = 5;

export interface LetterParts {
  /** Without tone, small. */
  readonly plain: string;
  /** Place in `TONE_MARKS`. */
  readonly tone: number;
}

const PARTS = new Map<string, LetterParts>();
for (const plain of VOWELS)
  TONE_MARKS.forEach((mark, tone) => {
    PARTS.set(`${plain}${mark}`.normalize("NFC"), { plain, tone });
  });
PARTS.set("đ", { plain: "đ", tone: 0 });

/** The 134 letters of Vietnamese beyond ASCII, each one sign in form C, capitals after their small letter. */
export const VIETNAMESE_LETTERS: readonly string[] = [...PARTS.keys()]
  .filter((letter) => letter > "\u007f")
  .flatMap((letter) => [letter, letter.toUpperCase()]);

/** A small vowel or đ taken apart; null for any other sign, also for consonants of ASCII. */
export function partsOf(letter: string): LetterParts | null {
  return PARTS.get(letter) ?? null;
}
