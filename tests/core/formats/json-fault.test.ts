import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "../../../src/core/formats/geojson/json-fault.ts";

test.each([
  ['{"a":1,\n "b":[,]}', 2, 7],
  ['{"a":1,}', 1, 8],
  ["[1 2]", 1, 4],
  ['{"a" 1}', 1, 6],
  ["{a:1}", 1, 2],
  ['["x\ny"]', 1, 2],
  ["[01]", 1, 2],
  ["[nul]", 1, 2],
  ['{"a":[1,2\n', 2, 1],
  ["[]\n]", 2, 1],
  ["[}", 1, 2],
  ["{]", 1, 2],
])("%j", (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test("agrees with JSON.parse: whole JSON is right to its end, and JSON cut short stops at its end", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      expect(jsonFault(text).column).toBe(text.length + 1);
      const part = text.slice(0, cut % (text.length + 1));
      let valid = true;
      try {
        JSON.parse(part);
      } catch {
        valid = false;
      }
      if (!valid) expect(jsonFault(part).column).toBeLessThanOrEqual(part.length + 1);
    }),
  );
});

test("one sign that does not belong is found where it stands", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const text = JSON.stringify(numbers);
      expect(jsonFault(text.replace(/\]$/, ";]"))).toEqual({ line: 1, column: text.length });
    }),
  );
});
