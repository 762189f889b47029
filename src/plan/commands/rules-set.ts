/** Changes the rules the plan is screened by. */
import type { Outcome } from "../../core/outcome.ts";
import type { Rules } from "../../core/screening/rule-set.ts";
import { readRules } from "../../core/screening/rules-file.ts";
import { command } from "./command.ts";

/** Name of the row that holds the rules in force. */
export const CURRENT_RULES = "current";

/** `rules.set` */
export const rulesSet = command({
  name: "rules.set",
  blocked(_plan, { rules }) {
    const complete = completed(rules);
    return complete.ok ? null : complete.problem;
  },
  run(plan, { rules }) {
    const complete = completed(rules);
    if (!complete.ok) throw new Error(complete.problem.code);
    plan.update("rule_set", CURRENT_RULES, { rules: JSON.stringify(complete.value) });
    return { values: { reading: complete.value.reading } };
  },
});

/** As a file would be read: what a script left out is kept as what it means, never as a criterion switched off. */
function completed(rules: Rules): Outcome<Rules> {
  return readRules(JSON.stringify(rules) ?? "null");
}
