/** Adds households found later to a frozen list: they are counted apart, in the rolling denominator only. */
import { insertMembers, membersProblem } from "./baseline-members.ts";
import { command } from "./command.ts";
import { badInput, isPastDate, isTextOrNull } from "./input.ts";

/** `baseline.extend` */
export const baselineExtend = command({
  name: "baseline.extend",
  blocked(plan, { baselineId, on, document, householdIds }) {
    const baseline = plan.read("baseline", baselineId);
    if (!baseline) return badInput("baselineId");
    if (!isTextOrNull(document)) return badInput("document");
    const { name, frozen_on } = baseline;
    if (!isPastDate(on, plan.at) || on < frozen_on) {
      return {
        code: "baseline.extend-date",
        field: "on",
        values: { on: String(on), frozenOn: frozen_on, name },
      };
    }
    if (Array.isArray(householdIds) && householdIds.length === 0) {
      return { code: "baseline.extend-nobody", values: { name } };
    }
    const problem = membersProblem(plan, householdIds);
    if (problem) return problem;
    const members = new Set(
      plan.find("baseline_member", { baseline_id: baselineId }).map(({ household_id }) => household_id),
    );
    const there = householdIds.filter((id) => members.has(id));
    return there.length === 0
      ? null
      : { code: "baseline.already", values: { id: there[0]!, count: there.length, name } };
  },
  run(plan, { baselineId, on, document, householdIds }) {
    const { name } = plan.read("baseline", baselineId)!;
    insertMembers(plan, baselineId, householdIds, on, document?.trim() || null);
    return { values: { name, count: householdIds.length, on } };
  },
});
