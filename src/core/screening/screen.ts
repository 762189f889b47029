/** Screening: every household against every criterion, and the answers combined. */
import { combine } from "./combine.ts";
import type { Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { CriterionCode, Rules } from "./rule-set.ts";
import { criteria } from "./rules/index.ts";
import { scatterFacts } from "./rules/scattered.ts";

/**
 * Screens under a rule set. What did not change since the last call with this `prepared` is taken from its
 * memo, so columns may be shared between results: read them, never write or transfer them.
 */
export function screen(prepared: Prepared, rules: Rules): Screening {
  const findings = Object.fromEntries(
    criteria.map((criterion) => [criterion.code, criterion.find(prepared, rules)]),
  ) as Record<CriterionCode, Uint8Array>;
  return {
    unit: prepared.unit,
    ...findings,
    eligible: combine(rules.reading, findings),
    ...scatterFacts(prepared, rules.scattered),
    roadM: prepared.roadM,
    centreM: prepared.centreM,
  };
}
