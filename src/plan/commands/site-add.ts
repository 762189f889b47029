/** Puts a drawn site into the plan, as a draft. */
import { SITE_FORMS } from "../../core/model/site.ts";
import type { Problem } from "../../core/outcome.ts";
import { encodeGeometry } from "../geometry-blob.ts";
import { command } from "./command.ts";
import { badInput, isOneOf, isText, tidy } from "./input.ts";
import { shapeProblem } from "./site-shape.ts";

/** `site.add` */
export const siteAdd = command({
  name: "site.add",
  blocked(plan, input) {
    if (!isText(input.id) || plan.read("site", input.id)) return badInput("id");
    return siteFactsProblem(input) ?? shapeProblem(input.geometry);
  },
  run(plan, { id, name, form, capacity, geometry }) {
    const site = { id, name: tidy(name), form, status: "draft", capacity, note: null } as const;
    plan.insert("site", { ...site, geom: encodeGeometry(geometry) });
    return { values: { name: site.name } };
  },
});

/** What is wrong with a site's name, form or capacity, or null. */
export function siteFactsProblem(facts: {
  readonly name: string;
  readonly form: string;
  readonly capacity: number | null;
}): Problem | null {
  if (!isText(facts.name)) return { code: "site.name-missing", field: "name" };
  if (!isOneOf(SITE_FORMS, facts.form)) return badInput("form");
  const { capacity } = facts;
  if (capacity !== null && !(Number.isSafeInteger(capacity) && capacity >= 0)) return badInput("capacity");
  return null;
}
