/** The ways in which people number susceptibility, to choose from: the numbers alone do not tell which. */
import type { ValueMeaning } from "../meaning.ts";

/** `up`: 1 is the lowest; `down`: 1 is the highest. Sets of four have no "rất thấp". */
export const LEVEL_SCALES = ["five-up", "five-down", "four-up", "four-down"] as const;
export type LevelScale = (typeof LEVEL_SCALES)[number];

const LEVELS: Readonly<Record<LevelScale, readonly string[]>> = {
  "five-up": ["1", "2", "3", "4", "5"],
  "five-down": ["5", "4", "3", "2", "1"],
  "four-up": ["2", "3", "4", "5"],
  "four-down": ["5", "4", "3", "2"],
};

/** The number of a text that is nothing but a number of a class: `3`, `3.0`, `Cấp 3`, `III`; null for any other. */
export function classNumber(given: string): number | null {
  const found = /^(?:(?:cấp|mức|lớp|bậc|level|class)\s*)?(?:(\d)(?:[.,]0+)?|(i{1,3}|iv|v))$/iu.exec(
    given.trim(),
  );
  if (!found) return null;
  return found[1] !== undefined
    ? Number(found[1])
    : ["i", "ii", "iii", "iv", "v"].indexOf(found[2]!.toLowerCase()) + 1;
}

/** The meaning of numbered values under a scale; a number that is not of the scale is not known. */
export function scaleMeaning(values: readonly string[], scale: LevelScale): ValueMeaning {
  return {
    kind: "words",
    means: values.map((given) => {
      const number = classNumber(given);
      return [given, number === null ? null : (LEVELS[scale][number - 1] ?? null)];
    }),
  };
}

/** Scales that have a level for every one of these numbered values; none when one of them is no number. */
export function possibleScales(values: readonly string[]): readonly LevelScale[] {
  if (values.length === 0) return [];
  return LEVEL_SCALES.filter((scale) =>
    values.every((given) => {
      const number = classNumber(given);
      return number !== null && number >= 1 && number <= LEVELS[scale].length;
    }),
  );
}
