/** Which households go to which sites, as worked out by the program; what was fixed by hand stays. */
import { command } from "./command.ts";
import { badInput, firstRepeated, isPastDate, isText } from "./input.ts";

/** `assignments.set`: takes the place of every assignment that was not fixed by hand; an empty list clears them. */
export const assignmentsSet = command({
  name: "assignments.set",
  blocked(plan, { rows, on }) {
    if (!Array.isArray(rows)) return badInput("rows");
    if (!rows.every(({ householdId, siteId }) => isText(householdId) && isText(siteId)))
      return badInput("rows");
    if (!isPastDate(on, plan.at)) return badInput("on");
    const households = rows.map(({ householdId }) => householdId);
    if (firstRepeated(households) !== null) return badInput("rows");
    const [absent] = plan.missing("household", households);
    if (absent !== undefined) return { code: "household.missing", values: { id: absent } };
    const [noSite] = plan.missing("site", [...new Set(rows.map(({ siteId }) => siteId))]);
    if (noSite !== undefined) return { code: "site.missing", values: { id: noSite } };
    const listed = new Set(households);
    const fixed = plan.find("assignment", { fixed: 1 }).find((row) => listed.has(row.household_id));
    return fixed ? { code: "assignment.fixed", values: { household: fixed.household_id } } : null;
  },
  run(plan, { rows, on }) {
    plan.removeWhere("assignment", { fixed: 0 });
    plan.insertMany("assignment", COLUMNS, rows.length, (row, n) => {
      row.text(rows[n]!.householdId);
      row.text(rows[n]!.siteId);
      row.integer(0);
      row.text(on);
    });
    const sites = new Set(rows.map(({ siteId }) => siteId)).size;
    return { values: { count: rows.length, sites } };
  },
});

/** In the order in which `run` gives them. */
const COLUMNS = ["household_id", "site_id", "fixed", "assigned_on"] as const;
