/** Changes the rules the plan is screened by. */
import { readRules } from "../../core/screening/rules-file.ts";
import { command } from "./command.ts";

/** Name of the row that holds the rules in force. */
export const CURRENT_RULES = "current";

/** `rules.set` */
export const rulesSet = command({
  name: "rules.set",
  blocked(_plan, { rules }) {
    const checked = readRules(JSON.stringify(rules));
    return checked.ok ? null : checked.problem;
  },
  run(plan, { rules }) {
    plan.update("rule_set", CURRENT_RULES, { rules: JSON.stringify(rules) });
    return { values: { reading: rules.reading } };
  },
});
