import { HIT, type Screening, UNKNOWN } from "../core/screening/finding.ts";
import type { Prepared } from "../core/screening/prepare.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { totalsOf } from "../core/screening/totals.ts";
import type { Count, Totals } from "./protocol.ts";

interface Screened {
  readonly revision: number;
  readonly rules: Rules;
  readonly prepared: Prepared;
  readonly screening: Screening;
  /** `eligible` under the other reading. */
  readonly otherEligible: Uint8Array;
  /** `eligible` before the last change of rules; null when something else changed. */
  readonly before: Uint8Array | null;
  readonly ms: number;
}

/** Sums of a screening, with what the last change of rules moved. */
export function totalsFrom(screened: Screened): Totals {
  const { revision, rules, prepared, screening, otherEligible, before, ms } = screened;
  return {
    revision,
    rules,
    ...totalsOf(prepared, screening),
    otherReading: countOf(otherEligible),
    effect: before && effectOf(before, screening.eligible),
    ms,
  };
}

/** Households by answer; the three add up. */
export function countOf(eligible: Uint8Array): Count {
  let yes = 0;
  let unknown = 0;
  for (const code of eligible) {
    if (code === HIT) yes++;
    else if (code === UNKNOWN) unknown++;
  }
  return { households: eligible.length, yes, unknown, no: eligible.length - yes - unknown };
}

/** How many households joined and left the "yes" side. */
export function effectOf(before: Uint8Array, after: Uint8Array): { joined: number; left: number } {
  let joined = 0;
  let left = 0;
  for (let i = 0; i < after.length; i++) {
    const was = before[i] === HIT;
    const is = after[i] === HIT;
    if (is && !was) joined++;
    else if (was && !is) left++;
  }
  return { joined, left };
}
