import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsBeginning, rowsContaining } from "../../../src/core/model/byte-search.ts";
import { foldText } from "../../../src/core/model/fold-text.ts";
import { foldedColumn } from "../../../src/core/model/folded-column.ts";
import { textColumn, textsOf } from "../../../src/core/model/text-column.ts";

const NAMES =
  "H’Bia Êban|Đắk Lắk|M'Drắk|Čư̆ Ƀang|ƀuôn|  a \u00a0 b\t|Ea\u00adKar|Σίσυφος|漢字|ß İ|Ａ|한글|x\u0301";
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...NAMES.split("|"), ..."aAêỂ ơ’ʼ-12"), { maxLength: 8 }),
  },
  { weight: 2, arbitrary: fc.array(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.string({ unit: "binary", maxLength: 6 }), { maxLength: 3 }) },
);
/** Lone surrogates cannot be written as UTF-8. */
const LONE = /\p{Surrogate}/gu;
const texts = fc.array(
  fc.option(
    text.map((parts) => parts.join("").replace(LONE, "?")),
    { freq: 10 },
  ),
  { maxLength: 20 },
);

describe("a folded column", () => {
  test("says of every row what foldText says", () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const folded = textsOf(foldedColumn(textColumn(rows)));
        expect(folded.map((row) => row ?? "")).toEqual(rows.map((row) => foldText(row ?? "")));
      }),
      { numRuns: 500 },
    );
  });

  test("every letter of the planes that names are written in", () => {
    const letters: string[] = [];
    for (let code = 1; code < 0x3000; code++) letters.push(`x${String.fromCodePoint(code)}y `);
    expect(textsOf(foldedColumn(textColumn(letters)))).toEqual(letters.map(foldText));
  });
});

describe("rows found by bytes", () => {
  test("are those whose text holds or begins with what is wanted", () => {
    const row = fc.string({ unit: fc.constantFrom("a", "b", "ab", "đ"), maxLength: 7 });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.string({ unit: fc.constantFrom("a", "b", "đ"), maxLength: 4 }),
        (rows, wanted) => {
          const column = textColumn(rows);
          const bytes = new TextEncoder().encode(wanted);
          const numbers = [...rows.keys()];
          const holding = numbers.filter((i) => rows[i] !== "" && rows[i]!.includes(wanted));
          expect(Array.from(rowsContaining(column, bytes))).toEqual(holding);
          const beginning = numbers.filter((i) => rows[i]!.startsWith(wanted));
          expect(Array.from(rowsBeginning(column, bytes))).toEqual(beginning);
        },
      ),
      { numRuns: 500 },
    );
  });
});
