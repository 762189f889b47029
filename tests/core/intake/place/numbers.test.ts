import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnReader } from "../../../../src/core/intake/place/column-numbers.ts";
import { proposedDigits, readCoordinate } from "../../../../src/core/intake/place/numbers.ts";
import { northByLetter, splitPair } from "../../../../src/core/intake/place/pair-text.ts";

const METRES: readonly (readonly [string, number])[] = [
  ["1.400.889,43", 1400889.43],
  ["1 400 889.43", 1400889.43],
  ["1\u00a0400\u00a0889,43", 1400889.43],
  ["1,400,889.43", 1400889.43],
  ["1'400'889.43", 1400889.43],
  ["1400889,43", 1400889.43],
  ["1400889.43", 1400889.43],
  ["1400889.430", 1400889.43],
  [" 449623,88 m ", 449623.88],
  ["449.623,88", 449623.88],
  ["1.400.889", 1400889],
  ["1,400,889", 1400889],
  ["449623", 449623],
  ["+449623", 449623],
];
const DEGREES: readonly (readonly [string, number])[] = [
  ["108°02'16,8\"", 108.038],
  ["108°02'16.8\"", 108.038],
  ["108° 02' 16.8\" Đ", 108.038],
  ["108°02’16,8’’", 108.038],
  ["108º02′16.8″E", 108.038],
  ["108-02-16.8", 108.038],
  ["108:02:16.8", 108.038],
  ["108 02 16,8", 108.038],
  ["108 độ 02 phút 16,8 giây", 108.038],
  ["108d02m16.8s", 108.038],
  ["108°02.28'", 108.038],
  ["Đ 108,0380", 108.038],
  ["E108.0380", 108.038],
  ["108.0380° Đông", 108.038],
  ["12 40 01,2 B", 12.667],
  ["N12°40'01.2\"", 12.667],
  ["12°40'01.2\" Bắc", 12.667],
  ["0.667", 0.667],
  ["12.667°", 12.667],
  ["12°40'", 12 + 40 / 60],
  ["-12.5", -12.5],
  ["12.5 S", -12.5],
];

test.each([...METRES, ...DEGREES])("%s", (text, wanted) => {
  expect(readCoordinate(text)).toBeCloseTo(wanted, 9);
});

test.each([
  "",
  " ",
  "abc",
  "12 61 00",
  "12°40'75\"",
  "1.40.889",
  "1,2,3",
  "1e5",
  "NaN",
  "Infinity",
  "--5",
  "12°",
  "°",
  "1.4OO.889",
])("%s is no number, or not one that says more than it says", (text) => {
  expect(readCoordinate(text)).toBe(text === "12°" ? 12 : null);
});

test("one value with one sign before three digits is not decided; a letter among digits is proposed, not read", () => {
  for (const text of ["1.400", "108.038", "12,667", "450.354"])
    expect(readCoordinate(text)).toBe("ambiguous");
  expect(proposedDigits("14l0889,43")).toBe("1410889,43");
  expect(proposedDigits("14O0889")).toBe("1400889");
  expect(readCoordinate("14O0889")).toBeNull();
  for (const text of ["1.4OO.889", "lOO", "abc", "1400889", 5, null]) expect(proposedDigits(text)).toBeNull();
  expect(readCoordinate(Number.NaN)).toBeNull();
  expect(readCoordinate("1".repeat(500))).toBeNull();
});

describe("a column", () => {
  const read = (values: readonly string[]) => values.map(columnReader(values.length, (i) => values[i]!));

  test("decides by the values that are clear", () => {
    expect(read(["450.354", "451.200,5"])).toEqual([450354, 451200.5]);
    expect(read(["450.354", "451.20"])).toEqual([450.354, 451.2]);
    expect(read(["1,400", "1,400,889"])).toEqual([1400, 1400889]);
  });

  test("else by which reading is a coordinate", () => {
    expect(read(["450.354", "451.200"])).toEqual([450354, 451200]);
    expect(read(["12.667", "12.500"])).toEqual([12.667, 12.5]);
    expect(read(["12,667", "12,500"])).toEqual([12.667, 12.5]);
    expect(read(["108.038", "108.350"])).toEqual([108.038, 108.35]);
  });

  test("and says so when nothing tells", () => {
    expect(read(["1.400", "2.300"])).toEqual(["ambiguous", "ambiguous"]);
    expect(read(["451.200,5", "451.20", "1.400"])).toEqual([451200.5, 451.2, "ambiguous"]);
  });

  test("in every notation is read as it was written", () => {
    const notations: readonly ((metres: number) => string)[] = [
      (n) => n.toFixed(2),
      (n) => n.toFixed(2).replace(".", ","),
      (n) => n.toFixed(3),
      (n) => n.toFixed(3).replace(".", ","),
      (n) => n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, "."),
      (n) => n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ","),
      (n) => n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, " "),
      (n) =>
        n
          .toFixed(2)
          .replace(".", ",")
          .replace(/\B(?=(\d{3})+,)/g, "."),
      (n) => n.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ","),
    ];
    const metres = fc.array(fc.integer({ min: 117_000_00, max: 151_900_000 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(metres, fc.constantFrom(...notations), (cents, write) => {
        const texts = cents.map((cent) => write(cent / 100));
        const read = columnReader(texts.length, (i) => texts[i]!);
        for (const [i, text] of texts.entries()) {
          const got = read(text);
          expect(typeof got).toBe("number");
          expect(Math.abs((got as number) - cents[i]! / 100)).toBeLessThan(0.51);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

test.each([
  ["12.667, 108.038", "12.667", "108.038"],
  ["12.667,108.038", "12.667", "108.038"],
  ["12,667; 108,038", "12,667", "108,038"],
  ["12,667 108,038", "12,667", "108,038"],
  ["(12.667 108.038)", "12.667", "108.038"],
  ["1400889,43 / 449623,88", "1400889,43", "449623,88"],
  ["X=1400889.43; Y=449623.88", "1400889.43", "449623.88"],
  ["12°40'01\"B 108°02'17\"Đ", "12°40'01\"B", "108°02'17\"Đ"],
  ["12°40'01\"N, 108°02'17\"E", "12°40'01\"N", "108°02'17\"E"],
  ["N12 40 01 E108 02 16", "N12 40 01", "E108 02 16"],
  ["POINT(108.03 12.667)", "108.03", "12.667"],
])("%s holds two", (text, first, second) => {
  expect(splitPair(text)).toEqual([first, second]);
});

test("what does not hold two is not split; letters say which is north", () => {
  for (const text of ["", "12.667", "abc", "1 2 3", "12 40 01 108 02 16", null, 5])
    expect(splitPair(text)).toBeNull();
  expect(northByLetter(["12°40'01\"B", "108°02'17\"Đ"])).toBe(0);
  expect(northByLetter(["E108.03", "N12.6"])).toBe(1);
  expect(northByLetter(["12.6", "108.03"])).toBeNull();
});
