import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDecimal } from "../../../src/core/formats/csv/plain-decimal.ts";

const bytesOf = (text: string) => new TextEncoder().encode(`,${text},`);
const read = (text: string) => plainDecimal(bytesOf(text), 1, text.length + 1);

test("plain numbers are read to the last bit as JavaScript reads them", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.stringMatching(/^(?:\d{1,2}|\d{4,6})?$/),
      fc.constantFrom(".", ","),
      (minus, whole, decimals, sign) => {
        const text = `${minus ? "-" : ""}${whole}${decimals === "" ? "" : sign + decimals}`;
        expect(read(text)).toBe(Number(text.replace(",", ".")));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  "",
  "-",
  ".",
  "5.",
  ".5",
  "1.234",
  "1,234",
  "1.2.3",
  "1e5",
  " 5",
  "+5",
  "1234567890",
  "12.34567890123456",
])("%j is left to a closer look", (text) => {
  expect(read(text)).toBeNaN();
});
