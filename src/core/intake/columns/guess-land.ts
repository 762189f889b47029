/** Land in hectares or square metres: by the column's name, else by the size of the numbers, which is asked. */
import { numberOf } from "../../formats/values.ts";
import type { ValueMeaning } from "../meaning.ts";
import type { GivenValue } from "./column-sample.ts";
import { headerName } from "./header-name.ts";
import { AS_THEY_ARE, type ValueGuess } from "./value-guess.ts";

/** A field of a farm is seldom smaller than this many square metres, or larger than this many hectares. */
const LEAST_M2 = 40;
const MOST_HA = 20;

/** `column` is the name of the column, decoded. */
export function guessLand(values: readonly GivenValue[], column: string): ValueGuess {
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
