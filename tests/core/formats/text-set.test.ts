import fc from "fast-check";
import { expect, test } from "vitest";
import { TextSet } from "../../../src/core/formats/text/text-set.ts";
import { viewOf } from "../../../src/core/formats/words.ts";
import { textsOf } from "../../../src/core/model/text-column.ts";
import { bytesOf } from "./read.ts";

test("numbers texts as a map does, in order or not, however many", () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.integer({ min: 1, max: 300 }).map((n) => `H${n}`),
    fc.constantFrom("a", "ab", "abcd", "abcde", "bbcd", "Ê Đê", "Ê Đe"),
  );
  const words = fc.array(word, { maxLength: 200 });
  fc.assert(
    fc.property(
      fc.oneof(
        words,
        words.map((list) => list.toSorted()),
      ),
      fc.nat(3),
      (list, guess) => {
        const set = new TextSet(guess);
        const known = new Map<string, number>();
        for (const text of list) {
          const bytes = bytesOf(`..${text}.`);
          const found = set.find(viewOf(bytes), 2, bytes.length - 1);
          expect(found).toBe(known.get(text) ?? -1);
          if (found < 0) known.set(text, set.add(viewOf(bytes), 2, bytes.length - 1));
        }
        expect(set.count).toBe(known.size);
        expect(textsOf(set.column())).toEqual([...known.keys()]);
      },
    ),
    { numRuns: 300 },
  );
});

test("the same text and a smaller one are found after thousands in order", () => {
  const set = new TextSet(10);
  for (let i = 0; i < 5000; i++) {
    const bytes = bytesOf(`H${i}`);
    expect(set.find(viewOf(bytes), 0, bytes.length)).toBe(-1);
    set.add(viewOf(bytes), 0, bytes.length);
  }
  const find = (text: string) => set.find(viewOf(bytesOf(text)), 0, text.length);
  expect(["H4999", "H0", "H700", "H5000", "H"].map(find)).toEqual([4999, 0, 700, -1, -1]);
});
