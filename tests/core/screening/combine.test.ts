import { describe, expect, test } from "vitest";
import { answersUnder, answerTo, findingsOf } from "../../../src/core/screening/combinations.ts";
import { and, or } from "../../../src/core/screening/combine.ts";
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
      const findings = { minority: a, scattered: s, forest: f, remote: r, hazard: h };
      const wanted = byCases(reading, [a, s, f, r, h]);
      expect(answerTo(reading, findings)).toBe(wanted);
      const number = a + 3 * s + 9 * f + 27 * r + 81 * h;
      expect(findingsOf(number)).toEqual(findings);
      expect(answersUnder(reading)[number]).toBe(wanted);
    }
  });
});
