/** Words of ours found in texts of any encoding. */

/** Beyond this a cell is prose, and is not compared word by word. */
export const MOST_SIGNS = 200;

/** Lower case, without marks, one blank between words. */
export function folded(text: string): string {
  return text
    .slice(0, MOST_SIGNS)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Consonants alone. Every old encoding (TCVN3, VNI, VISCII, Windows-1258, also UTF-8 taken byte by byte) leaves
 * plain consonants what they are, so that words are known before the encoding is.
 */
export function skeleton(text: string): string {
  return text
    .slice(0, MOST_SIGNS)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^ -~]|[aeiouy]/g, "")
    .replace(/ +/g, " ")
    .trim();
}

/** A list of words that a text begins with. */
export interface WordList {
  readonly plain: RegExp;
  readonly bones: RegExp;
}

/** Matches a text that begins with one of the words, whole. Words of a line stand between ` | `. */
export function startsWith(...lines: string[]): WordList {
  const words = lines.flatMap((line) => line.split(" | "));
  const pattern = (forms: string[]) =>
    new RegExp(`^(?:${forms.map((form) => form.replace(/[.()*]/g, "\\$&")).join("|")})(?![a-z0-9])`);
  return {
    plain: pattern(words.map(folded)),
    bones: pattern(words.map(skeleton).filter((w) => w.length > 1)),
  };
}

/** A letter that no byte of an old encoding becomes. */
const BEYOND_BYTES = /[^\s -\u00ff]/;
const NOT_ASCII = /[^ -~]/;

/** With or without marks, in Unicode or in an old encoding. */
export function matches(list: WordList, text: string): boolean {
  if (list.plain.test(folded(text))) return true;
  return mayBeOld(text) && list.bones.test(skeleton(text));
}

/** Old letters kept as signs of Latin 1 are found in text files and, as often, in workbooks. */
export function mayBeOld(text: string): boolean {
  return NOT_ASCII.test(text) && !BEYOND_BYTES.test(text);
}
