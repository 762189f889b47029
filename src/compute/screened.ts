import type { Screening } from "../core/screening/finding.ts";
import type { Prepared } from "../core/screening/prepare.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { screen } from "../core/screening/screen.ts";
import { totalsOf, totalUnder } from "../core/screening/totals.ts";
import type { Totals } from "./protocol.ts";

/** A screening under one rule set, with its sums. */
export interface Screened {
  readonly rules: Rules;
  readonly screening: Screening;
  readonly totals: Totals;
}

/**
 * Screens and sums. `before` is the answer under the rules before, when only the rules changed; `now` gives
 * milliseconds.
 */
export function screened(
  prepared: Prepared,
  rules: Rules,
  { revision, before, now }: { revision: number; before: Uint8Array | null; now: () => number },
): Screened {
  const started = now();
  const screening = screen(prepared, rules, before);
  const totals: Totals = {
    revision,
    rules,
    ...totalsOf(prepared, screening),
    otherReading: totalUnder(rules.reading === "strict" ? "wide" : "strict", screening),
    effect: screening.moved,
    ms: now() - started,
  };
  return { rules, screening, totals };
}
