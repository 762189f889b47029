/** What the values of a column mean in our words. Nothing that needs the sender's word is believed. */
import { ethnicName } from "../../admin/ethnic-groups.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { numberOf, saysNotKnown } from "../../formats/values.ts";
import { foldText } from "../../model/fold-text.ts";
import type { FieldName } from "../fields.ts";
import type { ValueMeaning } from "../meaning.ts";
import type { Confidence, Why } from "../ranked.ts";
import type { GivenValue } from "./column-sample.ts";
import { guessEthnicCodes, looksLikeEthnicCodes } from "./ethnic-lists.ts";
import { headerName } from "./header-name.ts";
import { classNumber } from "./level-scales.ts";
import { ourWord, type WordTable } from "./value-words.ts";

/** What else helps to understand values. */
export interface ValueContext {
  readonly as: ReadAs;
  /** Name of the column, decoded: says `ha`, "Cận nghèo", "Cấp độ rủi ro". */
  readonly column: string;
}

export interface ValueGuess {
  /** Null: the values are ours as they are. */
  readonly meaning: ValueMeaning | null;
  /** `low`: a person has to look before it is used. */
  readonly confidence: Confidence;
  readonly why: readonly Why[];
}

/** A longer list is no list of words. */
const MOST_WORDS = 200;
const AS_THEY_ARE: ValueGuess = { meaning: null, confidence: "high", why: [] };

/**
 * The meaning of a column's values; give every different value of the column, not only frequent ones. Fields
 * whose values are free text, numbers or codes of ours come back as they are.
 */
export function guessValues(
  field: FieldName,
  values: readonly GivenValue[],
  context: ValueContext,
): ValueGuess {
  switch (field) {
    case "ethnicity":
      return looksLikeEthnicCodes(values) ? guessEthnicCodes(values) : ethnicNames(values);
    case "poverty":
      return poverty(values, context.column);
    case "migrant":
      return yesNo(values);
    case "level":
      // Our own column holds our own numbers (`core/formats/layers/hazards.ts`).
      return context.column === "level" && values.every(({ given }) => /^[1-5]$/.test(given))
        ? AS_THEY_ARE
        : levels(values, context.column);
    case "kind":
      return words(values, context.as === "hazards" ? "hazard" : "forest");
    case "subzone":
      return words(values, "subzone");
    case "class":
      return words(values, "road");
    case "residential_land_m2":
    case "production_land_m2":
      return land(values, context.column);
    default:
      return AS_THEY_ARE;
  }
}

/** The meaning as list, in the order of the values. */
function listed(values: readonly GivenValue[], mean: (given: string) => string | null): ValueMeaning {
  return { kind: "words", means: values.map(({ given }) => [given, mean(given)]) };
}

function wordsGuess(
  meaning: ValueMeaning,
  more: readonly Why[] = [],
  least: Confidence = "high",
): ValueGuess {
  const means = meaning.kind === "words" ? meaning.means : [];
  const open = means.filter(([given, word]) => word === null && !saysNotKnown(given)).length;
  const why: Why[] = open > 0 ? [{ code: "field.value-some", values: { count: open } }] : [];
  if (open === 0 && means.length > 0 && more.length === 0) why.push({ code: "field.value-words" });
  const confidence = open > 0 || more.length > 0 ? "low" : least;
  return { meaning, confidence, why: [...more, ...why] };
}

/** Every spelling of a group to one; names that are none of the 54 stay as they are written. */
function ethnicNames(values: readonly GivenValue[]): ValueGuess {
  if (values.length === 0 || values.length > MOST_WORDS) return AS_THEY_ARE;
  const strange = values.filter(({ given }) => ethnicName(given) === null && !saysNotKnown(given));
  const meaning = listed(values, (given) => {
    if (saysNotKnown(given) || OTHER_GROUP.test(foldText(given))) return null;
    return ethnicName(given) ?? (/\p{L}/u.test(given) ? given : null);
  });
  // A name that is kept is not wrong, a number among names or "khác" has to be looked at.
  const guess = wordsGuess(meaning);
  if (strange.length === 0) return guess;
  return {
    ...guess,
    confidence: "low",
    why: [{ code: "field.value-some", values: { count: strange.length } }],
  };
}

/** "Other": a group that is not said may be the majority or a minority. */
const OTHER_GROUP = /^(?:dan toc )?(?:khac|other)$/;

const MARK = /^(?:x{1,2}|v|✓|✔|√|\*|\+)$/iu;

function poverty(values: readonly GivenValue[], column: string): ValueGuess {
  if (values.length === 0 || values.length > MOST_WORDS) return AS_THEY_ARE;
  const header = headerName(column).words.join(" ");
  const marked = /can ngheo$/.test(header) && !/ngheo (?:ho )?can ngheo$/.test(header) ? "near-poor" : "poor";
  const marks = values.every(({ given }) => MARK.test(given));
  if (marks) {
    return {
      ...wordsGuess(
        listed(values, () => marked),
        [{ code: "field.value-marks" }],
      ),
    };
  }
  const known = values.map(({ given }) => ourWord("poverty", given));
  if (known.some((word) => word !== null)) {
    return wordsGuess(listed(values, (given) => mark(given) ?? (ourWord("poverty", given) || null)));
  }
  // Yes and no in a column "Hộ nghèo": who is not poor may still be near-poor.
  if (values.every(({ given }) => YES.test(given) || NO.test(given) || saysNotKnown(given))) {
    const meaning = listed(values, (given) => (YES.test(given) ? marked : null));
    return { meaning, confidence: "low", why: [{ code: "field.values-coded" }] };
  }
  const codes: Readonly<Record<string, string>> = { "0": "not-poor", "1": "poor", "2": "near-poor" };
  const allCodes = values.every(({ given }) => /^\d$/.test(given));
  const meaning = listed(values, (given) => (allCodes ? (codes[given] ?? null) : null));
  return wordsGuess(meaning, [{ code: "field.value-codes" }]);

  function mark(given: string): string | null {
    return MARK.test(given) ? marked : null;
  }
}

const YES = /^(?:có|co|yes|y|true|đúng|x)$/iu;
const NO = /^(?:không|khong|no|n|false|sai)$/iu;

function yesNo(values: readonly GivenValue[]): ValueGuess {
  if (values.length === 0 || values.length > MOST_WORDS) return AS_THEY_ARE;
  const digits = new Set(values.map(({ given }) => given).filter((given) => /^\d$/.test(given)));
  // 1 yes, 2 no is as usual in forms as 1 yes, 0 no: with a 2 about, only the sender knows.
  const coded = [...digits].some((digit) => digit !== "0" && digit !== "1");
  const meaning = listed(values, (given) => {
    if (MARK.test(given)) return "true";
    if (/^[01]$/.test(given)) return coded ? null : given === "1" ? "true" : "false";
    return ourWord("yes-no", given);
  });
  const why: Why[] = [];
  if (coded) why.push({ code: "field.value-codes" });
  const noNo = meaning.kind === "words" && meaning.means.every(([, word]) => word !== "false");
  if (noNo && values.every(({ given }) => MARK.test(given) || given === "1"))
    why.push({ code: "field.value-marks" });
  return wordsGuess(meaning, why);
}

function words(values: readonly GivenValue[], table: WordTable): ValueGuess {
  if (values.length === 0 || values.length > MOST_WORDS) return AS_THEY_ARE;
  const meaning = listed(values, (given) => ourWord(table, given) || null);
  const codes = values.some(({ given }) => /^\d+(?:[.,]0+)?$/.test(given));
  return wordsGuess(meaning, codes ? [{ code: "field.value-codes" }] : []);
}

function levels(values: readonly GivenValue[], column: string): ValueGuess {
  if (values.length === 0 || values.length > MOST_WORDS) return AS_THEY_ARE;
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

/** A field of a farm is seldom smaller than this many square metres, or larger than this many hectares. */
const LEAST_M2 = 40;
const MOST_HA = 20;

function land(values: readonly GivenValue[], column: string): ValueGuess {
  const { unit } = headerName(column);
  if (unit === "m2") return AS_THEY_ARE;
  if (unit === "ha") {
    return { meaning: { kind: "hectares" }, confidence: "high", why: [{ code: "field.value-hectares" }] };
  }
  const numbers = values
    .flatMap(({ given, rows }) => {
      const number = numberOf(given);
      return typeof number === "number" && number > 0 ? [{ number, rows }] : [];
    })
    .sort((a, b) => a.number - b.number);
  if (numbers.length === 0) return AS_THEY_ARE;
  const middle = middleOf(numbers);
  const meaning: ValueMeaning | null = middle < MOST_HA ? { kind: "hectares" } : null;
  const clear = middle >= LEAST_M2 * 5;
  return { meaning, confidence: clear ? "high" : "low", why: [{ code: "field.value-no-unit" }] };
}

/** The number that half of the rows do not exceed; the numbers rise. */
function middleOf(numbers: readonly { readonly number: number; readonly rows: number }[]): number {
  let left = numbers.reduce((sum, { rows }) => sum + rows, 0) / 2;
  for (const { number, rows } of numbers) {
    left -= rows;
    if (left <= 0) return number;
  }
  throw new Error("The middle of no numbers was asked for");
}
