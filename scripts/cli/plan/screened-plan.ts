/** Who must move, of a whole plan: what the rules propose and what persons decided above it. */
import { type DecisionColumn, decisionColumn } from "../../../src/core/model/decision.ts";
import type { BaselineTarget } from "../../../src/core/model/event.ts";
import type { PlanSnapshot } from "../../../src/core/model/snapshot.ts";
import { lookupOf, textOf } from "../../../src/core/model/text-column.ts";
import { type Screening, UNKNOWN } from "../../../src/core/screening/finding.ts";
import { type Prepared, prepareScreening } from "../../../src/core/screening/prepare.ts";
import type { Rules } from "../../../src/core/screening/rule-set.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { type CandidateCounts, candidatesOf } from "../../../src/core/targets/candidates.ts";

export interface ScreenedPlan {
  readonly plan: PlanSnapshot;
  readonly prepared: Prepared;
  readonly screening: Screening;
  readonly decisions: DecisionColumn;
  /** Of `screening`; they need not be the plan's own. */
  readonly rules: Rules;
}

/** Screens a plan by its own rules or by others. */
export function screenedPlan(plan: PlanSnapshot, rules: Rules = plan.rules): ScreenedPlan {
  const { households, layers } = plan;
  const prepared = prepareScreening(households, layers);
  const decisions = decisionColumn(households, plan.decisions, lookupOf(households.id));
  return { plan, prepared, screening: screen(prepared, rules), decisions, rules };
}

/** Households that a baseline of a target would freeze. */
export interface ToMove extends Pick<CandidateCounts, "included" | "excluded"> {
  /** In register order. */
  readonly ids: readonly string[];
  /** Households of which it is not known and nothing is decided: not in `ids`. */
  readonly unknown: number;
}

/** The code of "not known" in the register's `migrant` column. */
const MIGRANT_UNKNOWN = 2;

/** Relocation: the proposal, with what was decided above it. Migrants: those the register calls unplanned migrants. */
export function toMove({ plan, screening, decisions }: ScreenedPlan, target: BaselineTarget): ToMove {
  const { id, migrant } = plan.households;
  const { rows, counts } = candidatesOf(target, plan.households, screening.eligible, decisions);
  let unknown = 0;
  for (let i = 0; i < id.count; i++) {
    if (target === "migrants" ? migrant[i] === MIGRANT_UNKNOWN : isUnknown(screening, decisions, i))
      unknown++;
  }
  const { included, excluded } = counts;
  return { ids: rows.map((i) => textOf(id, i)!), unknown, included, excluded };
}

function isUnknown({ eligible }: Screening, { state }: DecisionColumn, i: number): boolean {
  return eligible[i] === UNKNOWN && state[i] === 0;
}
