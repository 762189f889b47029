import type { FindingState, Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { CriterionCode } from "./rule-set.ts";

/** yes / no / unknown households; the three always add up to `households`. */
export interface Count {
  readonly households: number;
  readonly yes: number;
  readonly unknown: number;
  readonly no: number;
}

export interface UnitCount extends Count {
  /** Null for the households outside every unit (those not located among them), counted last. */
  readonly code: string | null;
  readonly name: string | null;
  readonly district: string | null;
}

export interface ScreeningTotals {
  readonly total: Count;
  readonly located: number;
  readonly byUnit: readonly UnitCount[];
  readonly byCriterion: Readonly<Record<CriterionCode, Readonly<Record<FindingState, number>>>>;
}

export function totalsOf(prepared: Prepared, screening: Screening): ScreeningTotals {
  throw new Error(`filling in ${prepared.located} ${screening.unit.length}`);
}
