/** Counts of a screening by unit and by criterion. They add up: nobody is left out or counted twice. */
import { answersUnder, findingsOf } from "./combinations.ts";
import { CLEAR, FINDING_NAMES, type FindingState, HIT, type Screening, UNKNOWN } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import { CRITERIA, type CriterionCode, type Reading } from "./rule-set.ts";
import { compareText } from "./unit-index.ts";

/** yes / no / unknown households; the three always add up to `households`. */
export interface Count {
  readonly households: number;
  readonly yes: number;
  readonly unknown: number;
  readonly no: number;
}

export interface UnitCount extends Count {
  /** Null for the households outside every unit and those not located. */
  readonly code: string | null;
  readonly name: string | null;
  readonly district: string | null;
}

export interface ScreeningTotals {
  readonly total: Count;
  /** Households with coordinates. */
  readonly located: number;
  /** Every unit by code, also those without households; last, if there are any, the households in no unit. */
  readonly byUnit: readonly UnitCount[];
  readonly byCriterion: Readonly<Record<CriterionCode, Readonly<Record<FindingState, number>>>>;
}

/** Sums of what `screen` counted. */
export function totalsOf(prepared: Prepared, screening: Screening): ScreeningTotals {
  const units = prepared.layers.units?.attributes ?? [];
  const tally = (slot: number) => countOf(screening.byUnit.subarray(3 * slot, 3 * slot + 3));
  const byUnit: UnitCount[] = units
    .map(({ code, name, district }, u) => ({ code, name, district, ...tally(u + 1) }))
    .sort((a, b) => compareText(a.code, b.code));
  const outside = tally(0);
  if (outside.households > 0) byUnit.push({ code: null, name: null, district: null, ...outside });
  return {
    total: totalOf(screening),
    located: prepared.located,
    byUnit,
    byCriterion: Object.fromEntries(
      CRITERIA.map((code) => [code, statesOf(screening.combinations, code)]),
    ) as ScreeningTotals["byCriterion"],
  };
}

/** All households of a screening. */
export function totalOf({ byUnit }: Pick<Screening, "byUnit">): Count {
  const counts = [0, 0, 0];
  byUnit.forEach((n, k) => {
    counts[k % 3]! += n;
  });
  return countOf(counts);
}

/** All households under a reading, which need not be the one they were screened with. */
export function totalUnder(reading: Reading, { combinations }: Pick<Screening, "combinations">): Count {
  const answers = answersUnder(reading);
  const counts = [0, 0, 0];
  combinations.forEach((n, combination) => {
    counts[answers[combination]!]! += n;
  });
  return countOf(counts);
}

function statesOf(combinations: Uint32Array, code: CriterionCode): Record<FindingState, number> {
  const counts = [0, 0, 0];
  combinations.forEach((n, combination) => {
    counts[findingsOf(combination)[code]]! += n;
  });
  return Object.fromEntries(FINDING_NAMES.map((name, byte) => [name, counts[byte]!])) as Record<
    FindingState,
    number
  >;
}

function countOf(counts: ArrayLike<number>): Count {
  const [no, yes, unknown] = [counts[CLEAR]!, counts[HIT]!, counts[UNKNOWN]!];
  return { households: no + yes + unknown, yes, unknown, no };
}
