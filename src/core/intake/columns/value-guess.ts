/** What guesses about values have in common. */
import { saysNotKnown } from "../../formats/values.ts";
import type { ValueMeaning } from "../meaning.ts";
import type { Confidence, Why } from "../ranked.ts";
import type { GivenValue } from "./column-sample.ts";

export interface ValueGuess {
  /** Null: the values are ours as they are. */
  readonly meaning: ValueMeaning | null;
  /** `low`: a person has to look before it is used. */
  readonly confidence: Confidence;
  readonly why: readonly Why[];
}

/** Nothing has to be done with them. */
export const AS_THEY_ARE: ValueGuess = { meaning: null, confidence: "high", why: [] };

/** The meaning as list, in the order of the values. */
export function listed(values: readonly GivenValue[], mean: (given: string) => string | null): ValueMeaning {
  return { kind: "words", means: values.map(({ given }) => [given, mean(given)]) };
}

/** A list is sure when every value has a meaning and nothing else speaks against it (`more`). */
export function wordsGuess(
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
