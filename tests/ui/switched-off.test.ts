import { describe, expect, test } from "vitest";
import { answerTo } from "../../src/core/screening/combinations.ts";
import { CLEAR, HIT } from "../../src/core/screening/finding.ts";
import {
  CRITERIA,
  type CriterionCode,
  DEFAULT_RULES,
  type Reading,
  type Rules,
} from "../../src/core/screening/rule-set.ts";
import { offEffect } from "../../src/ui/switched-off.ts";

/** Rules with these criteria off. */
function without(reading: Reading, ...off: readonly CriterionCode[]): Rules {
  const rules = { ...DEFAULT_RULES, reading };
  for (const code of off) rules[code] = null;
  return rules as Rules;
}
/** Whether any household could be listed: one that every criterion that is on hits. */
function anybody(rules: Rules): boolean {
  const state = (code: CriterionCode) => [code, rules[code] === null ? CLEAR : HIT] as const;
  const findings = Object.fromEntries(CRITERIA.map(state)) as Record<CriterionCode, number>;
  return answerTo(rules.reading, findings) === HIT;
}

describe("what switching off does", () => {
  test("without the minority criterion nobody is listed, in either reading", () => {
    expect(offEffect(without("strict", "minority"), "minority")).toEqual({ kind: "nobody" });
    expect(offEffect(without("wide", "minority"), "minority")).toEqual({ kind: "nobody" });
  });

  test("without the scatter criterion nobody is listed when strict; when wide the forest lists nobody", () => {
    expect(offEffect(without("strict", "scattered"), "scattered")).toEqual({ kind: "nobody" });
    expect(offEffect(without("wide", "scattered"), "scattered")).toEqual({ kind: "idle", names: ["forest"] });
  });

  test("without the forest the other places still list; when wide the scatter matters no more", () => {
    expect(offEffect(without("strict", "forest"), "forest")).toEqual({ kind: "clear" });
    expect(offEffect(without("wide", "forest"), "forest")).toEqual({ kind: "idle", names: ["scattered"] });
    expect(offEffect(without("wide", "remote"), "remote")).toEqual({ kind: "clear" });
  });

  test("without any place nobody is listed", () => {
    const rules = without("strict", "forest", "hazard", "remote");
    for (const code of ["forest", "hazard", "remote"] as const) {
      expect(offEffect(rules, code)).toEqual({ kind: "nobody" });
    }
  });

  test("nobody is said exactly when nobody can be listed, by a criterion that has a part in it", () => {
    for (const reading of ["strict", "wide"] as const) {
      for (let bits = 1; bits < 1 << CRITERIA.length; bits++) {
        const off = CRITERIA.filter((_, at) => bits & (1 << at));
        const rules = without(reading, ...off);
        const said = off.some((code) => offEffect(rules, code).kind === "nobody");
        if (said) expect(anybody(rules), off.join()).toBe(false);
        if (off.length === 1) expect(said, off.join()).toBe(!anybody(rules));
      }
    }
  });
});
