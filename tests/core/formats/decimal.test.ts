import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalAt } from "../../../src/core/formats/decimal.ts";
import { numberOf } from "../../../src/core/formats/values.ts";
import { bytesOf } from "./read.ts";

/** The number, or undefined when it is left to others. */
function read(text: string): number | undefined {
  const bytes = bytesOf(`x${text}7`);
  const out = new Float64Array([Number.NaN, Number.NaN]);
  return decimalAt(bytes, 1, bytes.length - 1, out, 1) ? out[1] : undefined;
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${most}}$`));
const decimal = fc
  .tuple(fc.constantFrom("", "-", "+"), digits(12), fc.constantFrom("", ".", ","), digits(12))
  .map((parts) => parts.join(""));

test("every number it takes is Number(text) to the last bit, and so is what numberOf makes of it", () => {
  fc.assert(
    fc.property(decimal, (text) => {
      const number = read(text);
      if (number === undefined) return;
      expect(Object.is(number, Number(text.replace(",", ".")))).toBe(true);
      expect(Object.is(number, numberOf(text))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("degrees and metres as registers have them", () => {
  const degrees = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(
    fc.property(degrees, fc.integer({ min: 0, max: 12 }), (value, places) => {
      const text = value.toFixed(places);
      expect(Object.is(read(text), Number(text))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["5", 5],
  ["-0", -0],
  ["+.5", 0.5],
  ["5.", 5],
  ["007", 7],
  ["108,25", 108.25],
  ["999999999999999", 999999999999999],
])("%s", (text, number) => expect(Object.is(read(text), number)).toBe(true));

test.each(["", "-", ".", "1.2.3", "1e5", "1 000", "12a", "٣", "1234567890123456", "0x1"])(
  "%j is left to others",
  (text) => expect(read(text)).toBeUndefined(),
);
