/** Freezes a dated set of households, against which percentages are measured from then on. */
import type { BaselineTarget } from "../../core/model/event.ts";
import { insertMembers, membersProblem } from "./baseline-members.ts";
import { command } from "./command.ts";
import { badInput, isOneOf, isPastDate, isText, tidy } from "./input.ts";

const TARGETS: readonly BaselineTarget[] = ["relocation", "migrants"];

/** `baseline.freeze` */
export const baselineFreeze = command({
  name: "baseline.freeze",
  blocked(plan, { id, name, target, on, householdIds }) {
    if (!isText(id) || plan.read("baseline", id)) return badInput("id");
    if (!isText(name)) return badInput("name");
    if (!isOneOf(TARGETS, target)) return badInput("target");
    if (!isPastDate(on, plan.at)) return { code: "baseline.date", field: "on", values: { on: String(on) } };
    const wanted = tidy(name).toLowerCase();
    if (plan.find("baseline", {}).some((known) => known.name.toLowerCase() === wanted)) {
      return { code: "baseline.name-taken", field: "name", values: { name: tidy(name) } };
    }
    if (Array.isArray(householdIds) && householdIds.length === 0) {
      return { code: "baseline.empty", values: { name: tidy(name) } };
    }
    return membersProblem(plan, householdIds);
  },
  run(plan, { id, name, target, on, householdIds }) {
    plan.insert("baseline", { id, name: tidy(name), target, frozen_on: on });
    insertMembers(plan, id, householdIds, null, null);
    return { values: { name: tidy(name), count: householdIds.length } };
  },
});
