/** Gives a site another outline. */
import { encodeGeometry } from "../geometry-blob.ts";
import { command } from "./command.ts";
import { shapeProblem } from "./site-shape.ts";

/** `site.reshape` */
export const siteReshape = command({
  name: "site.reshape",
  blocked(plan, { id, geometry }) {
    if (!plan.read("site", id)) return { code: "site.missing", values: { id } };
    return shapeProblem(geometry);
  },
  run(plan, { id, geometry }) {
    plan.update("site", id, { geom: encodeGeometry(geometry) });
    return { values: { name: plan.read("site", id)!.name } };
  },
});
