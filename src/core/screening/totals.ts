/** Counts of a screening by unit and by criterion. They add up: nobody is left out or counted twice. */
import { answersUnder, COMBINATION_SLOTS, COMBINATIONS, findingsOf } from "./combinations.ts";
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
  const answers = answersUnder(screening.reading);
  const inSlot = (slot: number) => {
    const from = slot * COMBINATION_SLOTS;
    return countOf(screening.tally.subarray(from, from + COMBINATION_SLOTS), answers);
  };
  const byUnit: UnitCount[] = units
    .map(({ code, name, district }, u) => ({ code, name, district, ...inSlot(u + 1) }))
    .sort((a, b) => compareText(a.code, b.code));
  const outside = inSlot(0);
  if (outside.households > 0) byUnit.push({ code: null, name: null, district: null, ...outside });
  const combinations = inAllUnits(screening);
  return {
    total: countOf(combinations, answers),
    located: prepared.located,
    byUnit,
    byCriterion: Object.fromEntries(
      CRITERIA.map((code) => [code, statesOf(combinations, code)]),
    ) as ScreeningTotals["byCriterion"],
  };
}

/** All households under a reading, which need not be the one they were screened with. */
export function totalUnder(reading: Reading, screening: Pick<Screening, "tally">): Count {
  return countOf(inAllUnits(screening), answersUnder(reading));
}

/** How many households have each combination. */
function inAllUnits({ tally }: Pick<Screening, "tally">): Uint32Array {
  const sums = new Uint32Array(COMBINATION_SLOTS);
  for (let slot = 0; slot < tally.length; slot += COMBINATION_SLOTS) {
    for (let each = 0; each < COMBINATIONS; each++) sums[each]! += tally[slot + each]!;
  }
  return sums;
}

function statesOf(combinations: Uint32Array, code: CriterionCode): Record<FindingState, number> {
  const counts = [0, 0, 0];
  for (let each = 0; each < COMBINATIONS; each++) counts[findingsOf(each)[code]]! += combinations[each]!;
  return Object.fromEntries(FINDING_NAMES.map((name, byte) => [name, counts[byte]!])) as Record<
    FindingState,
    number
  >;
}

function countOf(combinations: Uint32Array, answers: Uint8Array): Count {
  const counts = [0, 0, 0];
  for (let each = 0; each < COMBINATIONS; each++) counts[answers[each]!]! += combinations[each]!;
  const [no, yes, unknown] = [counts[CLEAR]!, counts[HIT]!, counts[UNKNOWN]!];
  return { households: no + yes + unknown, yes, unknown, no };
}
