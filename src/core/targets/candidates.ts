/** Who a baseline would freeze: what the rules propose, as changed by what people decided. */
import { type DecisionColumn, isCandidate } from "../model/decision.ts";
import type { BaselineTarget } from "../model/event.ts";
import type { HouseholdColumns } from "../model/household.ts";
import { HIT } from "../screening/finding.ts";

/** Counts that add up: `total = proposed - excluded + included`. */
export interface CandidateCounts {
  readonly total: number;
  /** Proposed by the rules (relocation) or unplanned migrants by the register (migrants). */
  readonly proposed: number;
  /** Of the proposed, left out by decision. */
  readonly excluded: number;
  /** Not proposed, taken in by decision. */
  readonly included: number;
}

/** Rows of the register, ascending, and how many of them come from where. */
export interface Candidates {
  readonly rows: readonly number[];
  readonly counts: CandidateCounts;
}

/** Code of "yes" in the register's `migrant` column. */
const MIGRANT = 1;

/**
 * The candidates of a target. Decisions are about who has to move: they change the list of relocation, not that
 * of unplanned migrants, which the register alone makes. `eligible` is that of the screening.
 */
export function candidatesOf(
  target: BaselineTarget,
  { count, migrant }: Pick<HouseholdColumns, "count" | "migrant">,
  eligible: Uint8Array,
  decisions: DecisionColumn,
): Candidates {
  const rows: number[] = [];
  let proposed = 0;
  let excluded = 0;
  let included = 0;
  for (let i = 0; i < count; i++) {
    const isProposed = target === "relocation" ? eligible[i] === HIT : migrant[i] === MIGRANT;
    const isTaken = target === "relocation" ? isCandidate(isProposed, decisions.state[i]!) : isProposed;
    if (isProposed) proposed++;
    if (isProposed && !isTaken) excluded++;
    if (!isProposed && isTaken) included++;
    if (isTaken) rows.push(i);
  }
  return { rows, counts: { total: rows.length, proposed, excluded, included } };
}
