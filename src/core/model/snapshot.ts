/** What the plan worker gives the compute worker: everything screening, totals, tiles and checks need of a plan. */
import type { Rules } from "../screening/rule-set.ts";
import type { Decision } from "./decision.ts";
import type { Baseline, HouseholdEvent } from "./event.ts";
import type { HouseholdColumns } from "./household.ts";
import type { ReferenceLayers } from "./layers.ts";
import type { Site } from "./site.ts";
import type { Target } from "./target.ts";

/** A whole plan at one revision. Typed arrays are transferred. */
export interface PlanSnapshot {
  readonly planId: string;
  /** Number of journal entries; figures name it. */
  readonly revision: number;
  readonly households: HouseholdColumns;
  readonly layers: ReferenceLayers;
  readonly rules: Rules;
  readonly sites: readonly Site[];
  readonly events: readonly HouseholdEvent[];
  readonly baselines: readonly Baseline[];
  /** The one decision in force of each household that has one and whose choice is not `as-proposed`. */
  readonly decisions: readonly Decision[];
  readonly targets: readonly Target[];
}

/** The parts that changed; a part that is left out is as before. */
export type PlanPatch = Partial<Omit<PlanSnapshot, "planId" | "revision">> & {
  /** Instead of `events` when only a few changed. */
  readonly eventsChanged?: EventsChange;
};

/** Ids of events that are gone or changed, and every event that is new or changed as it is now. */
export interface EventsChange {
  readonly removed: readonly string[];
  readonly added: readonly HouseholdEvent[];
}

/** What crosses the port from the plan worker to the compute worker. */
export type PlanToCompute =
  | { readonly type: "plan"; readonly snapshot: PlanSnapshot }
  | { readonly type: "patch"; readonly revision: number; readonly patch: PlanPatch };
