/** Whether the events of each household still make sense once everything is chosen. */
import type { Problem } from "../../core/outcome.ts";
import type { SqlRow } from "../statements.ts";
import { eventProblem, eventsOf } from "./apart-groups.ts";
import type { Comparison } from "./comparison.ts";
import type { Chosen } from "./decide-row.ts";
import type { MergePlan } from "./plan-merge.ts";

/** Looks at households of which events were asked about: the others were looked at before. Null: all is well. */
export function eventsProblem(
  compared: Comparison,
  { decisions }: MergePlan,
  chosen: Chosen,
): Problem | null {
  const settled = new Map<string, SqlRow | null>();
  const households = new Set<string>();
  for (const { table, key, questions, settle } of decisions) {
    if (table !== "event") continue;
    const row = settle(chosen);
    settled.set(key, row);
    if (questions.length > 0 && row) households.add(String(row.household_id));
  }
  for (const household of [...households].sort()) {
    const together = new Map(eventsOf(compared, 0, household).map((row) => [String(row.id), row]));
    for (const [key, row] of settled) {
      if (row?.household_id === household) together.set(key, row);
      else together.delete(key);
    }
    const problem = eventProblem(household, [...together.values()]);
    const before = compared.all.some((side) => eventProblem(household, eventsOf(compared, side, household)));
    if (problem && !before) return problem;
  }
  return null;
}
