/** What guessing looks at: a column's name and what stands in it, decoded. */
import { textOf } from "../../formats/values.ts";
import type { Json } from "../../model/household.ts";

/** A value as the file says it, decoded, trimmed and in form C, with the rows that have it. */
export interface GivenValue {
  readonly given: string;
  readonly rows: number;
}

export interface ColumnSample {
  /** Decoded; levels of a header of two lines are joined by ` / `. */
  readonly name: string;
  /** Different values with their rows, most frequent first; all of them when `values.length === distinct`. */
  readonly values: readonly GivenValue[];
  /** Rows that have a value. */
  readonly filled: number;
  /** Different values; `MOST_DISTINCT` stands for that many or more. */
  readonly distinct: number;
  /** Share of `filled` that are plain numbers, 0 … 1. */
  readonly numeric: number;
}

/** Beyond so many different values a column is no list of words, and nothing more is learnt by counting. */
export const MOST_DISTINCT = 20_000;
/** So many different values are handed on: enough for every list of words, little enough to look at at once. */
export const MOST_VALUES = 500;

const NUMBER = /^[-+]?(?:\d+(?:[.,]\d+)*)(?:e[-+]?\d+)?$/i;

/**
 * Looks at rows 0 … `count - 1` of a column; `value` gives them decoded. Lists and objects count as filled, with
 * their JSON as text. Values that are new after `MOST_DISTINCT` different ones are filled and not remembered.
 */
export function sampleColumn(name: string, count: number, value: (row: number) => Json): ColumnSample {
  const rows = new Map<string, number>();
  let filled = 0;
  let numbers = 0;
  for (let row = 0; row < count; row++) {
    const text = givenOf(value(row));
    if (text === null) continue;
    filled++;
    if (isNumber(text)) numbers++;
    const times = rows.get(text);
    if (times !== undefined || rows.size < MOST_DISTINCT) rows.set(text, (times ?? 0) + 1);
  }
  const values = [...rows].map(([given, times]): GivenValue => ({ given, rows: times }));
  return sampleOf(name, values, filled, numbers);
}

/** What was counted, in order of appearance, as a sample. */
export function sampleOf(
  name: string,
  counted: readonly GivenValue[],
  filled: number,
  numbers: number,
): ColumnSample {
  const values = counted.toSorted((a, b) => b.rows - a.rows).slice(0, MOST_VALUES);
  return { name, values, filled, distinct: counted.length, numeric: filled === 0 ? 0 : numbers / filled };
}

/** A plain number, whichever sign separates its decimals. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Share of the rows with a value that have one of their own, as far as it was counted: 1 beyond `MOST_DISTINCT`. */
export function distinctShare({ filled, distinct }: ColumnSample): number {
  return filled === 0 || distinct >= MOST_DISTINCT ? 1 : distinct / filled;
}

/** The text by which a value is known in `ColumnSample` and in `ValueMeaning`; null for nothing. */
export function givenOf(value: Json): string | null {
  if (value === null) return null;
  if (typeof value === "object") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  const text = textOf(value);
  return text === null ? null : text.normalize("NFC");
}
