/** Susceptibility in words and numbers: which number is the highest, and how many classes there are, is asked. */
import { foldText } from "../../model/fold-text.ts";
import type { Why } from "../ranked.ts";
import type { GivenValue } from "./column-sample.ts";
import { classNumber } from "./level-scales.ts";
import { AS_THEY_ARE, listed, type ValueGuess, wordsGuess } from "./value-guess.ts";
import { ourWord } from "./value-words.ts";

/**
 * Words are taken for what they say, whatever number stands beside them. Numbers alone are a proposal where all five
 * are about, else nothing. Levels of an event ("cấp độ rủi ro") have no meaning as susceptibility.
 */
export function guessLevels(values: readonly GivenValue[], column: string): ValueGuess {
  if (values.length === 0) return AS_THEY_ARE;
  const name = foldText(column);
  const risk = /rui ro|\brr/.test(name) || values.some(({ given }) => /rui ro/.test(foldText(given)));
  if (risk) {
    return { meaning: listed(values, () => null), confidence: "low", why: [{ code: "field.value-risk" }] };
  }
  const worded = values.filter(({ given }) => ourWord("level", given) !== null);
  if (worded.length === 0) {
    // Numbers alone. Five of them are taken from the lowest up, as a proposal; of four nobody knows which is missing.
    const numbers = values.map(({ given }) => classNumber(given));
    const five =
      numbers.every((number) => number !== null && number >= 1 && number <= 5) && numbers.includes(5);
    const meaning = listed(values, (given) => (five ? String(classNumber(given)) : null));
    const count = new Set(numbers).size;
    const why: Why[] = [{ code: "field.value-direction" }];
    if (!five) why.push({ code: "field.value-classes", values: { count } });
    // "Cấp 3" in a column that does not say of what is how the level of an event is written.
    if (values.some(({ given }) => /^cap\b/.test(foldText(given)))) why.push({ code: "field.value-risk" });
    return { meaning, confidence: "low", why };
  }
  const meaning = listed(values, (given) => ourWord("level", given));
  const why: Why[] = [];
  if (reversed(worded)) why.push({ code: "field.value-reversed" });
  const used =
    meaning.kind === "words"
      ? new Set(meaning.means.map(([, word]) => word).filter((word) => word !== null))
      : new Set();
  if (used.size < 5) why.push({ code: "field.value-classes", values: { count: used.size } });
  return wordsGuess(meaning, why);
}

/** Numbers beside the words fall as the words rise: "1 - Rất cao". */
function reversed(worded: readonly GivenValue[]): boolean {
  const pairs = worded.flatMap(({ given }): [number, number][] => {
    const number = /\d/.exec(given);
    return number ? [[Number(number[0]), Number(ourWord("level", given))]] : [];
  });
  return pairs.some(([number, level], i) =>
    pairs.slice(0, i).some(([n, l]) => (n - number) * (l - level) < 0),
  );
}
