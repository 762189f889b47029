/** Every combination of the five findings as one number, and the answer to each under a reading. */
import { and, or } from "./combine.ts";
import type { CriterionCode, Reading } from "./rule-set.ts";

/** Findings are three-valued and there are five of them. */
export const COMBINATIONS = 3 ** 5;

/** Room for the counts of all combinations, a power of two. */
export const COMBINATION_SLOTS = 256;

/** Place value of each finding in the number of a combination: `screen.ts` adds them up. */
const PLACE_VALUE: Readonly<Record<CriterionCode, number>> = {
  minority: 1,
  scattered: 3,
  forest: 9,
  remote: 27,
  hazard: 81,
};

/** The five findings of a combination. */
export function findingsOf(combination: number): Record<CriterionCode, number> {
  const at = (value: number) => Math.floor(combination / value) % 3;
  return {
    minority: at(PLACE_VALUE.minority),
    scattered: at(PLACE_VALUE.scattered),
    forest: at(PLACE_VALUE.forest),
    remote: at(PLACE_VALUE.remote),
    hazard: at(PLACE_VALUE.hazard),
  };
}

/**
 * Whether a household with these findings is to move. The plan's sentence can be read both ways: `strict`
 * A∧S∧(F∨R∨H), `wide` A∧((S∧F)∨R∨H). A byte as in the `eligible` column.
 */
export function answerTo(reading: Reading, findings: Readonly<Record<CriterionCode, number>>): number {
  const { minority, scattered, forest, remote, hazard } = findings;
  const place = or(remote, hazard);
  return reading === "strict"
    ? and(minority, and(scattered, or(forest, place)))
    : and(minority, or(and(scattered, forest), place));
}

/** The answer to every combination under a reading. */
export function answersUnder(reading: Reading): Uint8Array {
  return Uint8Array.from({ length: COMBINATIONS }, (_, each) => answerTo(reading, findingsOf(each)));
}
