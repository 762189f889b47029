import type { Evidence, Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { Rules } from "./rule-set.ts";

/** Why every criterion answers as it does for household `i`. */
export function explain(prepared: Prepared, screening: Screening, rules: Rules, i: number): Evidence {
  throw new Error(`filling in ${prepared.located} ${screening.unit.length} ${rules.reading} ${i}`);
}
