/** Takes a site out of the plan, and lets go of the households that were to go there. */
import { command } from "./command.ts";

/** `site.remove` */
export const siteRemove = command({
  name: "site.remove",
  blocked(plan, { id }) {
    return plan.read("site", id) ? null : { code: "site.missing", values: { id } };
  },
  run(plan, { id }) {
    const { name } = plan.read("site", id)!;
    plan.remove("site", id);
    plan.removeWhere("assignment", { site_id: id });
    return { values: { name } };
  },
});
