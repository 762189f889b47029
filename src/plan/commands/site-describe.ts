/** Says what a site is: name, form, status, capacity, note. */
import { SITE_STATUSES } from "../../core/model/site.ts";
import { command } from "./command.ts";
import { badInput, isOneOf, isTextOrNull, tidy } from "./input.ts";
import { siteFactsProblem } from "./site-add.ts";

/** `site.describe` */
export const siteDescribe = command({
  name: "site.describe",
  blocked(plan, input) {
    if (!plan.read("site", input.id)) return { code: "site.missing", values: { id: input.id } };
    if (!isOneOf(SITE_STATUSES, input.status)) return badInput("status");
    if (!isTextOrNull(input.note)) return badInput("note");
    return siteFactsProblem(input);
  },
  run(plan, { id, name, form, status, capacity, note }) {
    plan.update("site", id, { name: tidy(name), form, status, capacity, note });
    return { values: { name: tidy(name) } };
  },
});
