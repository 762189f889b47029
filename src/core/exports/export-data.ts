import type { DecisionColumn } from "../model/decision.ts";
import type { HouseholdStatus } from "../model/event.ts";
import type { PlanSnapshot } from "../model/snapshot.ts";
import type { Screening } from "../screening/finding.ts";
import type { Prepared } from "../screening/prepare.ts";
import type { Rules } from "../screening/rule-set.ts";

/** Everything an export is made of: the plan at one revision and what screening says of it. */
export interface ExportData {
  readonly plan: PlanSnapshot;
  readonly prepared: Prepared;
  readonly screening: Screening;
  /** The rules of `screening`. They need not be the plan's own: a planner may be trying others. */
  readonly rules: Rules;
  readonly rulesSaved: boolean;
  /** Decisions in force, beside what the rules propose. */
  readonly decisions: DecisionColumn;
  /** Status of household `i` after every event. */
  readonly statusOf: (i: number) => HouseholdStatus;
}
