import { describe, expect, test } from "vitest";
import { and, combine, or } from "../../../src/core/screening/combine.ts";
import { CLEAR, HIT, UNKNOWN } from "../../../src/core/screening/finding.ts";
import type { Reading } from "../../../src/core/screening/rule-set.ts";

const STATES = [CLEAR, HIT, UNKNOWN];

test("false wins in and, true wins in or", () => {
  const table = (f: (a: number, b: number) => number) => STATES.map((a) => STATES.map((b) => f(a, b)));
  expect(table(and)).toEqual([
    [CLEAR, CLEAR, CLEAR],
    [CLEAR, HIT, UNKNOWN],
    [CLEAR, UNKNOWN, UNKNOWN],
  ]);
  expect(table(or)).toEqual([
    [CLEAR, HIT, UNKNOWN],
    [HIT, HIT, HIT],
    [UNKNOWN, HIT, UNKNOWN],
  ]);
});

/** The answer is known when every way of settling what is unknown leads to the same one. */
function byCases(reading: Reading, findings: readonly number[]): number {
  const settled = findings.map((state) => (state === UNKNOWN ? [false, true] : [state === HIT]));
  const answers = new Set<boolean>();
  for (const a of settled[0]!)
    for (const s of settled[1]!)
      for (const f of settled[2]!)
        for (const r of settled[3]!)
          for (const h of settled[4]!)
            answers.add(reading === "strict" ? a && s && (f || r || h) : a && ((s && f) || r || h));
  if (answers.size === 2) return UNKNOWN;
  return answers.has(true) ? HIT : CLEAR;
}

describe.each(["strict", "wide"] as const)("%s", (reading) => {
  test("every combination of five findings agrees with settling the unknown ones both ways", () => {
    for (let n = 0; n < 3 ** 5; n++) {
      const [a, s, f, r, h] = [0, 1, 2, 3, 4].map((k) => Math.floor(n / 3 ** k) % 3) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const got = combine(reading, {
        minority: Uint8Array.of(a),
        scattered: Uint8Array.of(s),
        forest: Uint8Array.of(f),
        remote: Uint8Array.of(r),
        hazard: Uint8Array.of(h),
      });
      expect(got[0]).toBe(byCases(reading, [a, s, f, r, h]));
    }
  });
});
