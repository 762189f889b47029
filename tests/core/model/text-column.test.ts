import fc from "fast-check";
import { expect, test } from "vitest";
import {
  lookupOf,
  type TextColumn,
  TextColumnWriter,
  textColumn,
  textOf,
  textsOf,
} from "../../../src/core/model/text-column.ts";

const written = fc.string({ unit: "binary" }); // every code point but lone surrogates, which no UTF-8 has

test("every text comes back as it was; null and the empty text are not known", () => {
  fc.assert(
    fc.property(fc.array(fc.option(written)), (texts) => {
      const column = textColumn(texts);
      expect(column.count).toBe(texts.length);
      expect(textsOf(column)).toEqual(texts.map((text) => text || null));
      expect(texts.map((_, i) => textOf(column, i))).toEqual(textsOf(column));
    }),
  );
  expect(textsOf(textColumn(["\ufeffY Blŏ Êban", null, "", "H'Bia"]))).toEqual([
    "\ufeffY Blŏ Êban",
    null,
    null,
    "H'Bia",
  ]);
});

test("texts that are UTF-8 already give the same column, and a wrong guess of the number of rows does not matter", () => {
  fc.assert(
    fc.property(fc.array(written), fc.nat(5), (texts, guess) => {
      const writer = new TextColumnWriter(guess);
      for (const text of texts) writer.addBytes(new TextEncoder().encode(text));
      expect(writer.column()).toEqual(textColumn(texts));
    }),
  );
});

test("a text is found in its first row, and one that is not there in none", () => {
  fc.assert(
    fc.property(fc.array(written.filter((text) => text !== "")), written, (texts, other) => {
      const find = lookupOf(textColumn(texts));
      for (const text of texts) expect(find(text)).toBe(texts.indexOf(text));
      if (other !== "") expect(find(other)).toBe(texts.indexOf(other));
    }),
  );
  const none: TextColumn = textColumn([]);
  expect(lookupOf(none)("H1")).toBe(-1);
  expect(lookupOf(textColumn(["H1", null]))("")).toBe(-1); // that row is not known, it does not say ""
});
