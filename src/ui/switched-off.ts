/** What switching a criterion off does: it counts as clear, so the answer may be settled for everybody. */

import { answerTo } from "../core/screening/combinations.ts";
import { CLEAR, HIT } from "../core/screening/finding.ts";
import { CRITERIA, type CriterionCode, type Rules } from "../core/screening/rule-set.ts";
import { type Findings, subsets } from "./conclusion.ts";

export type OffEffect =
  /** With this criterion off no household at all can be listed. */
  | { readonly kind: "nobody" }
  /** These criteria are on, and change no answer any more because this one is off. */
  | { readonly kind: "idle"; readonly names: readonly CriterionCode[] }
  /** Households are listed by the other criteria only. */
  | { readonly kind: "clear" };

/** The effect of a criterion that is switched off, for the reading and the other switches of the rules. */
export function offEffect(rules: Rules, code: CriterionCode): OffEffect {
  const on = CRITERIA.filter((each) => rules[each] !== null);
  const others = CRITERIA.filter((each) => each !== code);
  if (!anybody(rules, others) || (!anybody(rules, on) && anybody(rules, [...on, code]))) {
    return { kind: "nobody" };
  }
  const names = on.filter((each) => !decides(rules, each, on) && decides(rules, each, [...on, code]));
  return names.length > 0 ? { kind: "idle", names } : { kind: "clear" };
}

/** Whether some findings of the criteria `on` list a household. */
function anybody({ reading }: Rules, on: readonly CriterionCode[]): boolean {
  return answerTo(reading, findings(on)) === HIT;
}

/** Whether one criterion decides the answer for some findings of the others that are on. */
function decides({ reading }: Rules, code: CriterionCode, on: readonly CriterionCode[]): boolean {
  return subsets(on.filter((each) => each !== code)).some(
    (hits) => answerTo(reading, findings([...hits, code])) !== answerTo(reading, findings(hits)),
  );
}

function findings(hits: readonly CriterionCode[]): Findings {
  const byte = (code: CriterionCode) => (hits.includes(code) ? HIT : CLEAR);
  return {
    minority: byte("minority"),
    scattered: byte("scattered"),
    forest: byte("forest"),
    remote: byte("remote"),
    hazard: byte("hazard"),
  };
}
