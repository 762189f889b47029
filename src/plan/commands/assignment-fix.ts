/** Sends a household to a site by hand, or lets go of it. */
import { command } from "./command.ts";
import { badInput, isPastDate, isText, isTextOrNull, tidy } from "./input.ts";

/** `assignment.fix`: `siteId` null takes the household from its site, whoever sent it there. */
export const assignmentFix = command({
  name: "assignment.fix",
  blocked(plan, { householdId, siteId, on, note }) {
    if (!isText(householdId)) return badInput("householdId");
    if (!isTextOrNull(siteId)) return badInput("siteId");
    if (!isTextOrNull(note)) return badInput("note");
    if (!isPastDate(on, plan.at)) return badInput("on");
    if (!plan.read("household", householdId))
      return { code: "household.missing", values: { id: householdId } };
    if (siteId !== null)
      return plan.read("site", siteId) ? null : { code: "site.missing", values: { id: siteId } };
    return plan.read("assignment", householdId)
      ? null
      : { code: "assignment.none", values: { household: householdId } };
  },
  run(plan, { householdId, siteId, on, note }) {
    const before = plan.read("assignment", householdId);
    const site = plan.read("site", siteId ?? before!.site_id);
    if (before) plan.remove("assignment", householdId);
    if (siteId !== null) {
      const kept = note === null || !isText(note) ? null : tidy(note);
      plan.insert("assignment", {
        household_id: householdId,
        site_id: siteId,
        fixed: 1,
        assigned_on: on,
        note: kept,
      });
    }
    return { values: { household: householdId, site: site?.name ?? null, fixed: siteId === null ? 0 : 1 } };
  },
});
