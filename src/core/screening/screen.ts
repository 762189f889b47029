/** Screening: every household against every criterion, and the answers combined and counted. */
import { answersUnder, COMBINATIONS } from "./combinations.ts";
import { HIT, type Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { CriterionCode, Rules } from "./rule-set.ts";
import { criteria } from "./rules/index.ts";

/**
 * Screens under a rule set. What did not change since the last call with this `prepared` is taken from its
 * memo, so columns may be shared between results: read them, never write or transfer them. `before` is the
 * `eligible` column of another screening of the same households, to say who changed sides.
 */
export function screen(prepared: Prepared, rules: Rules, before: Uint8Array | null = null): Screening {
  const found = Object.fromEntries(
    criteria.map((criterion) => [criterion.code, criterion.find(prepared, rules)]),
  ) as Record<CriterionCode, Uint8Array>;
  const { count } = prepared.households;
  const units = prepared.layers.units?.attributes.length ?? 0;
  const eligible = new Uint8Array(count);
  const combinations = new Uint32Array(COMBINATIONS);
  const byUnit = new Uint32Array(3 * (units + 1));
  const moved = new Uint32Array(2);
  const { minority, scattered, forest, remote, hazard } = found;
  const answers = answersUnder(rules.reading);
  const { unit } = prepared;
  combine(minority, scattered, forest, remote, hazard, unit, answers, eligible, combinations, byUnit);
  if (before) countMoved(before, eligible, moved);
  return {
    unit,
    ...found,
    eligible,
    combinations,
    byUnit,
    moved: before && { joined: moved[0]!, left: moved[1]! },
    roadM: prepared.roadM,
    centreM: prepared.centreM,
  };
}

/** One pass: the answer of each household, how many have each combination, and answers by unit (first: no unit). */
function combine(
  minority: Uint8Array,
  scattered: Uint8Array,
  forest: Uint8Array,
  remote: Uint8Array,
  hazard: Uint8Array,
  unit: Int32Array,
  answers: Uint8Array,
  eligible: Uint8Array,
  combinations: Uint32Array,
  byUnit: Uint32Array,
): void {
  for (let i = 0; i < eligible.length; i++) {
    const key = minority[i]! + 3 * scattered[i]! + 9 * forest[i]! + 27 * remote[i]! + 81 * hazard[i]!;
    const answer = answers[key]!;
    eligible[i] = answer;
    combinations[key]!++;
    byUnit[3 * unit[i]! + 3 + answer]!++;
  }
}

/** How many joined and left the "yes" side. */
function countMoved(before: Uint8Array, after: Uint8Array, moved: Uint32Array): void {
  let joined = 0;
  let left = 0;
  for (let i = 0; i < after.length; i++) {
    if (before[i] === after[i]) continue;
    if (after[i] === HIT) joined++;
    else if (before[i] === HIT) left++;
  }
  moved[0] = joined;
  moved[1] = left;
}
