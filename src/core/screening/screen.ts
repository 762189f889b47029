import type { Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { Rules } from "./rule-set.ts";

export function screen(prepared: Prepared, rules: Rules): Screening {
  throw new Error(`filling in ${prepared.located} ${rules.reading}`);
}
