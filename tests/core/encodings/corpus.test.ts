import { expect, test } from "vitest";
import { decodeText, guessEncoding } from "../../../src/core/encodings/index.ts";
import { corpus } from "./corpus.ts";

/** Fewer are refused: of the unmixed, and of the mixed told or read right all the same. */
const RIGHT = 0.99;
const TOLD = 0.97;

test("2,000 columns of names: right, or asked", () => {
  const columns = corpus(2000, 20_251_123).map((column) => {
    const guesses = guessEncoding(column.values, column.from);
    const { value } = guesses.ranked[0]!;
    const right = column.values.every(
      (text, at) => decodeText(text, value, column.from) === column.texts[at],
    );
    return { ...column, right, sure: guesses.confidence === "high" };
  });
  const plain = columns.filter(({ mixed }) => mixed === 0);
  const mixed = columns.filter((column) => column.mixed > 0);
  const count = (of: typeof columns, that: (column: (typeof columns)[number]) => boolean) =>
    of.filter(that).length;
  const figures = {
    plain: plain.length,
    right: count(plain, ({ right }) => right),
    asked: count(plain, ({ sure }) => !sure),
    wrongAndSure: count(plain, ({ right, sure }) => sure && !right),
    mixed: mixed.length,
    mixedAsked: count(mixed, ({ sure }) => !sure),
    mixedReadRight: count(mixed, ({ right, sure }) => sure && right),
    mixedGarbledAndSure: count(mixed, ({ right, sure }) => sure && !right),
  };
  console.log(JSON.stringify(figures));
  expect(figures.wrongAndSure).toBe(0);
  expect(figures.right / figures.plain).toBeGreaterThanOrEqual(RIGHT);
  expect(1 - figures.mixedGarbledAndSure / figures.mixed).toBeGreaterThanOrEqual(TOLD);
  // Asking is no way to be right: few columns of one encoding are asked.
  expect(figures.asked / figures.plain).toBeLessThan(0.06);
}, 60_000);
