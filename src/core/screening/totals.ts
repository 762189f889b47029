/** Counts of a screening by unit and by criterion. They add up: nobody is left out or counted twice. */
import { FINDING_NAMES, type FindingState, HIT, type Screening, UNKNOWN } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import { CRITERIA, type CriterionCode } from "./rule-set.ts";
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

export function totalsOf(prepared: Prepared, screening: Screening): ScreeningTotals {
  const units = prepared.layers.units?.attributes ?? [];
  const { eligible, unit } = screening;
  const tally = Array.from({ length: units.length + 1 }, () => [0, 0, 0]);
  for (let i = 0; i < eligible.length; i++) {
    const at = unit[i]! < 0 ? units.length : unit[i]!;
    tally[at]![eligible[i]!]!++;
  }
  const byUnit: UnitCount[] = units
    .map(({ code, name, district }, u) => ({ code, name, district, ...countOf(tally[u]!) }))
    .sort((a, b) => compareText(a.code, b.code));
  const outside = countOf(tally[units.length]!);
  if (outside.households > 0) byUnit.push({ code: null, name: null, district: null, ...outside });
  return {
    total: totalCount(screening),
    located: prepared.located,
    byUnit,
    byCriterion: Object.fromEntries(
      CRITERIA.map((code) => [code, statesOf(screening[code])]),
    ) as ScreeningTotals["byCriterion"],
  };
}

/** All households of a screening. */
export function totalCount({ eligible }: Pick<Screening, "eligible">): Count {
  return countOf(bytes(eligible));
}

function statesOf(column: Uint8Array): Record<FindingState, number> {
  const counts = bytes(column);
  return Object.fromEntries(FINDING_NAMES.map((name, byte) => [name, counts[byte]!])) as Record<
    FindingState,
    number
  >;
}

function bytes(column: Uint8Array): number[] {
  const counts = [0, 0, 0];
  for (const byte of column) counts[byte]!++;
  return counts;
}

function countOf(counts: readonly number[]): Count {
  const households = counts.reduce((sum, n) => sum + n, 0);
  const yes = counts[HIT]!;
  const unknown = counts[UNKNOWN]!;
  return { households, yes, unknown, no: households - yes - unknown };
}
