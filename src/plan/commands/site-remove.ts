/** Takes a site out of the plan. */
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
    return { values: { name } };
  },
});
