/** What the values of a column mean in our words. Nothing that needs the sender's word is believed. */
import { ethnicName } from "../../admin/ethnic-groups.ts";
import type { ReadAs } from "../../formats/layers/layer-reader.ts";
import { saysNotKnown } from "../../formats/values.ts";
import { foldText } from "../../model/fold-text.ts";
import type { FieldName } from "../fields.ts";
import type { Why } from "../ranked.ts";
import type { GivenValue } from "./column-sample.ts";
import { guessEthnicCodes, looksLikeEthnicCodes } from "./ethnic-lists.ts";
import { guessLand } from "./guess-land.ts";
import { guessLevels } from "./guess-levels.ts";
import { headerName } from "./header-name.ts";
import { AS_THEY_ARE, listed, type ValueGuess, wordsGuess } from "./value-guess.ts";
import { ourWord, type WordTable } from "./value-words.ts";

export type { ValueGuess } from "./value-guess.ts";

/** What else helps to understand values. */
export interface ValueContext {
  readonly as: ReadAs;
  /** Name of the column, decoded: says `ha`, "Cận nghèo", "Cấp độ rủi ro". */
  readonly column: string;
}

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
        : guessLevels(values, context.column);
    case "kind":
      return words(values, context.as === "hazards" ? "hazard" : "forest");
    case "subzone":
      return words(values, "subzone");
    case "class":
      return words(values, "road");
    case "residential_land_m2":
    case "production_land_m2":
      return guessLand(values, context.column);
    default:
      return AS_THEY_ARE;
  }
}

/** Every spelling of a group to one; names that are none of the 54 stay as they are written. */
function ethnicNames(values: readonly GivenValue[]): ValueGuess {
  if (values.length === 0) return AS_THEY_ARE;
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
  if (values.length === 0) return AS_THEY_ARE;
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
  if (values.length === 0) return AS_THEY_ARE;
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
  if (values.length === 0) return AS_THEY_ARE;
  const meaning = listed(values, (given) => ourWord(table, given) || null);
  const codes = values.some(({ given }) => /^\d+(?:[.,]0+)?$/.test(given));
  return wordsGuess(meaning, codes ? [{ code: "field.value-codes" }] : []);
}
