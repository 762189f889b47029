import { expect, test } from "vitest";
import {
  distinctShare,
  givenOf,
  MOST_DISTINCT,
  MOST_VALUES,
  sampleColumn,
} from "../../../../src/core/intake/columns/column-sample.ts";
import type { Json } from "../../../../src/core/model/household.ts";

test("different values with their rows, most frequent first; blanks and nothing are not filled", () => {
  const values: readonly Json[] = [
    "Tày",
    " Kinh ",
    "Kinh",
    null,
    "  ",
    5,
    "5",
    true,
    "Tày".normalize("NFD"),
    "Tày",
  ];
  expect(sampleColumn("Dân tộc", values.length, (row) => values[row]!)).toEqual({
    name: "Dân tộc",
    values: [
      { given: "Tày", rows: 3 },
      { given: "Kinh", rows: 2 },
      { given: "5", rows: 2 },
      { given: "true", rows: 1 },
    ],
    filled: 8,
    distinct: 4,
    numeric: 2 / 8,
  });
});

test("an empty column", () => {
  expect(sampleColumn("", 3, () => null)).toEqual({
    name: "",
    values: [],
    filled: 0,
    distinct: 0,
    numeric: 0,
  });
});

test("a column of very many ids: every row counts, no more are remembered than tell something", () => {
  const rows = MOST_DISTINCT * 3;
  const sample = sampleColumn("id", rows, (row) => (row % 3 === 2 ? null : `HK${row}`));
  expect([sample.distinct, sample.filled, sample.values.length]).toEqual([
    MOST_DISTINCT,
    rows - rows / 3,
    MOST_VALUES,
  ]);
  expect(distinctShare(sample)).toBe(1);
  const twice = sampleColumn("id", 10, (row) => `HK${row % 5}`);
  expect(distinctShare(twice)).toBe(0.5);
});

test("lists and objects are their JSON", () => {
  expect([givenOf([1, "a"]), givenOf({ a: null }), givenOf(false), givenOf("")]).toEqual([
    '[1,"a"]',
    '{"a":null}',
    "false",
    null,
  ]);
});
