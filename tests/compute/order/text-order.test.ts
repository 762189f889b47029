import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listed, orderOfRanks } from "../../../src/compute/order/column-order.ts";
import { orderOfTexts } from "../../../src/compute/order/text-order.ts";
import { collatorsOf } from "../../../src/compute/order/word-weights.ts";
import { textColumn } from "../../../src/core/model/text-column.ts";

const collators = collatorsOf("vi");
const { compare } = collators.full;

/** Rows as a stable sort with the collator's own comparison gives them, blanks last. */
function byCollator(texts: readonly (string | null)[], descending: boolean): number[] {
  const known = [...texts.keys()].filter((i) => texts[i] !== null && texts[i] !== "");
  const blank = [...texts.keys()].filter((i) => !known.includes(i));
  known.sort((a, b) => (descending ? -1 : 1) * compare(texts[a]!, texts[b]!) || a - b);
  return [...known, ...blank];
}

function check(texts: readonly (string | null)[]): void {
  const order = orderOfTexts(textColumn(texts), collators);
  const keep = new Uint8Array(texts.length).fill(1);
  for (const descending of [false, true]) {
    expect(Array.from(listed(order, keep, descending))).toEqual(byCollator(texts, descending));
  }
}

const SYLLABLES = [
  ..."a à á ả ã ạ ă ắ â ấ b d đ Đ e ê ế o ô ơ ớ u ư ứ y Y A Á Ă Â ƀ Ƀ č Č ŏ ŭ ĭ ñ æ ß ĳ".split(" "),
  ..."Nguyễn nguyen NGUYỄN Hoà Hòa hoa Thị Văn Niê Êban Mlô M Drắk Čư ưu ch Ch gh".split(" "),
  "ư̆",
  "Ư̆",
  "ô̆",
  "e\u0302\u0301",
];
const GLUE = [" ", " ", " ", "'", "’", "-", ".", "/", "(", ")", "“", "–", "", "  ", "_", "@"];
const NUMBERS = ["0", "7", "07", "10", "2", "00000000123", "123456789", "1234567890123", "066203001234"];
const STRANGE = ["…", "\u00a0", "漢", "Ж", "\u0301", "\t", "😀", "ʼ", "٣", "\u200b", "½", "ª"];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SYLLABLES) },
  { weight: 5, arbitrary: fc.constantFrom(...GLUE) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
);
const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
const strange = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom(...STRANGE) }), {
    maxLength: 9,
  })
  .map((pieces) => pieces.join(""));

describe("the order of a column of texts", () => {
  test("is the collator's own, both ways, stable, blanks last", () => {
    fc.assert(
      fc.property(fc.array(fc.option(text, { freq: 12 }), { maxLength: 60 }), (texts) => check(texts)),
      { numRuns: 400 },
    );
  });

  test("also where other scripts, blanks of other kinds and loose marks come in", () => {
    fc.assert(
      fc.property(fc.array(fc.option(strange, { freq: 12 }), { maxLength: 40 }), (texts) => check(texts)),
      { numRuns: 300 },
    );
  });

  test("of any texts at all", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."aAàÀbB12 0-'.đĐ"), maxLength: 40 }), {
          maxLength: 40,
        }),
        (texts) => check(texts),
      ),
      { numRuns: 200 },
    );
  });

  test("nothing, one row, and rows that are all alike", () => {
    check([]);
    check([null, null]);
    check(["Y Bhăm"]);
    check(["H'Bia", "H'Bia", null, "H'Bia"]);
    check(Array.from({ length: 30 }, (_, i) => "a ".repeat(i).trim()));
  });
});

test("the order by ranks is a stable sort, -1 last, and a list keeps what it is told to", () => {
  const row = fc.record({ rank: fc.integer({ min: -1, max: 6 }), keep: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, descending) => {
      const ranks = rows.map(({ rank }) => rank);
      const order = orderOfRanks(ranks, rows.length);
      const key = (i: number) => (ranks[i] === -1 ? Infinity : descending ? -ranks[i]! : ranks[i]!);
      const expected = [...rows.keys()].sort((a, b) => {
        const [left, right] = [key(a), key(b)];
        return left === right ? a - b : left - right;
      });
      const keep = Uint8Array.from(rows, (each) => (each.keep ? 1 : 0));
      const kept = expected.filter((i) => keep[i] === 1);
      expect(Array.from(listed(order, keep, descending))).toEqual(kept);
    }),
  );
});
