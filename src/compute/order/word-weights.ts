/** How words compare, level by level, asked of the collator itself. */

/** Weights of every word; on each level equal numbers compare as equal. */
export interface WordWeights {
  /** By letter (Vietnamese: a ă â, d đ … are letters of their own). Signs first: `signs` of these numbers. */
  readonly letters: Uint32Array;
  readonly letterKinds: number;
  readonly signs: number;
  /** Among words of the same letters, by tone and other marks. */
  readonly marks: Uint16Array;
  readonly markKinds: number;
  /** Among words of the same letters and marks, by capitals and the like. */
  readonly forms: Uint16Array;
  readonly formKinds: number;
}

/** Collators of one language, from strict to loose. */
export interface Collators {
  readonly full: Intl.Collator;
  readonly accent: Intl.Collator;
  readonly base: Intl.Collator;
}

/** Collators that take runs of digits as numbers. */
export function collatorsOf(language: string): Collators {
  const of = (sensitivity: "variant" | "accent" | "base") =>
    new Intl.Collator(language, { numeric: true, sensitivity });
  return { full: of("variant"), accent: of("accent"), base: of("base") };
}

const BEGINS_WITH_LETTER = /^\p{L}/u;

/** Sorts the words once with the collator: n log n comparisons of different words, however many rows say them. */
export function wordWeights(words: readonly string[], { full, accent, base }: Collators): WordWeights {
  const order = Array.from(words.keys()).sort((a, b) => full.compare(words[a]!, words[b]!));
  const letters = new Uint32Array(words.length);
  const marks = new Uint16Array(words.length);
  const forms = new Uint16Array(words.length);
  const weights = { letterKinds: 0, signs: 0, markKinds: 1, formKinds: 1 };
  let [letter, mark, form] = [-1, 0, 0];
  for (const [k, w] of order.entries()) {
    const word = words[w]!;
    const before = k > 0 ? words[order[k - 1]!]! : null;
    if (before === null || base.compare(before, word) !== 0) [letter, mark, form] = [letter + 1, 0, 0];
    else if (accent.compare(before, word) !== 0) [mark, form] = [mark + 1, 0];
    else if (full.compare(before, word) !== 0) form++;
    letters[w] = letter;
    marks[w] = mark;
    forms[w] = form;
    weights.markKinds = Math.max(weights.markKinds, mark + 1);
    weights.formKinds = Math.max(weights.formKinds, form + 1);
    if (!BEGINS_WITH_LETTER.test(word)) weights.signs = letter + 1;
  }
  return { letters, marks, forms, ...weights, letterKinds: letter + 1 };
}
