/** What a person decided about a household, above what the rules propose. */
import type { IsoDate } from "../units.ts";
import type { HouseholdColumns } from "./household.ts";

/** `as-proposed` takes an earlier decision back. */
export const DECISION_CHOICES = ["include", "exclude", "as-proposed"] as const;
export type DecisionChoice = (typeof DECISION_CHOICES)[number];

/** Of several decisions about one household the last one recorded counts. */
export interface Decision {
  readonly id: string;
  readonly householdId: string;
  readonly choice: DecisionChoice;
  /** Why; never empty. */
  readonly reason: string;
  /** Who decided, which may be another than who records it. */
  readonly person: string | null;
  /** Number of the document it rests on. */
  readonly document: string | null;
  readonly on: IsoDate;
}

/** What is decided of a household: nothing, or the choice in force. In the order of `DecisionColumn.state`. */
export const DECISION_STATES = ["none", "include", "exclude"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** Decisions in force, in register order. */
export interface DecisionColumn {
  /** Position in `DECISION_STATES`. */
  readonly state: Uint8Array;
  /** The decision about household `i`, or null. */
  of(i: number): Decision | null;
}

/**
 * Decisions in force (at most one of each household) beside the register. `positionOf` gives the row of an id, -1
 * for a household that is not in it: a decision about one that is gone waits until it is there again.
 */
export function decisionColumn(
  { count }: Pick<HouseholdColumns, "count">,
  decisions: readonly Decision[],
  positionOf: (id: string) => number,
): DecisionColumn {
  const state = new Uint8Array(count);
  const own = new Map<number, Decision>();
  for (const decision of decisions) {
    const i = positionOf(decision.householdId);
    if (i < 0) continue;
    state[i] = decision.choice === "include" ? INCLUDE : decision.choice === "exclude" ? EXCLUDE : NONE;
    own.set(i, decision);
  }
  return { state, of: (i) => own.get(i) ?? null };
}

const NONE = 0;
const INCLUDE = 1;
const EXCLUDE = 2;

/** True for a household that is to move after what was decided: proposed and not excluded, or included. */
export function isCandidate(proposed: boolean, state: number): boolean {
  return proposed ? state !== EXCLUDE : state === INCLUDE;
}
