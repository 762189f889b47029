import { describe, expect, test } from "vitest";
import { decodeText, guessEncoding } from "../../../src/core/encodings/index.ts";
import { type Column, corpus } from "./corpus.ts";
import { HELD_OUT } from "./held-out-names.ts";

/** Fewer unmixed columns are refused. */
const RIGHT = 0.99;

function looked(columns: readonly Column[]) {
  return columns.map((column) => {
    const guesses = guessEncoding(column.values, column.from);
    const value = guesses.ranked[0]!.value;
    const wrong = column.values.filter(
      (text, at) => decodeText(text, value, column.from) !== column.texts[at],
    );
    const alone = column.values.filter(
      (text, at) => decodeText(text, "by-value", column.from) === column.texts[at],
    );
    const offered = guesses.ranked.some((one) => one.value === "by-value");
    const sure = guesses.confidence === "high";
    return { ...column, wrong: wrong.length, alone: alone.length, offered, sure };
  });
}

describe.each([
  ["sounds put together", undefined, [20_251_123, 20_251_124]],
  ["names of people and villages that no list was chosen by", HELD_OUT, [20_251_125, 20_251_126]],
] as const)("columns of names: %s", (_, kinds, seeds) => {
  const columns = looked(seeds.flatMap((seed) => corpus(2000, seed, kinds)));
  const plain = columns.filter(({ mixed }) => mixed === 0);
  const mixed = columns.filter((column) => column.mixed > 0);
  const count = (of: typeof columns, that: (column: (typeof columns)[number]) => boolean) =>
    of.filter(that).length;
  const values = (of: typeof columns, that: (column: (typeof columns)[number]) => number) =>
    of.reduce((all, column) => all + that(column), 0);

  test("never wrong without being asked, mixed or not", () => {
    const figures = {
      plain: plain.length,
      right: count(plain, ({ wrong }) => wrong === 0),
      asked: count(plain, ({ sure }) => !sure),
      mixed: mixed.length,
      mixedAsked: count(mixed, ({ sure }) => !sure),
      mixedReadRight: count(mixed, ({ sure, wrong }) => sure && wrong === 0),
    };
    console.info(JSON.stringify(figures));
    expect(columns.filter(({ sure, wrong }) => sure && wrong > 0)).toEqual([]);
    expect(figures.right / figures.plain).toBeGreaterThanOrEqual(RIGHT);
  });

  test.each([
    ["Unicode", ["unicode", "utf-8"], 0.04],
    ["the fonts that are met", ["tcvn3", "vni"], 0.15],
    ["the fonts that hardly are", ["viscii", "windows-1258"], 0.4],
  ])("asking is no way to be right: few columns are asked, least of %s", (_, encodings, most) => {
    const of = plain.filter(({ encoding }) => encodings.includes(encoding));
    expect(count(of, ({ sure }) => !sure) / of.length).toBeLessThan(most);
  });

  test("mixed columns that are asked can be read value by value", () => {
    const garbled = mixed.filter(({ wrong }) => wrong > 0);
    expect(count(garbled, ({ offered }) => offered) / garbled.length).toBeGreaterThan(0.95);
    const all = values(garbled, ({ values: { length } }) => length);
    const alone = values(garbled, (column) => column.alone) / all;
    const first = 1 - values(garbled, ({ wrong }) => wrong) / all;
    console.info(`values of garbled columns right: ${first.toFixed(3)}, value by value ${alone.toFixed(3)}`);
    expect(alone).toBeGreaterThan(0.93);
    expect(alone).toBeGreaterThan(first);
  });
});
