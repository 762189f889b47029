/** Takes a reference layer with all its features out of the plan. */
import { FEATURE_TABLE } from "../rows.ts";
import { command, type Work } from "./command.ts";

/** `layer.remove` */
export const layerRemove = command({
  name: "layer.remove",
  blocked(plan, { id }) {
    return plan.read("layer", id) ? null : { code: "layer.missing", values: { id } };
  },
  run(plan, { id }) {
    return { values: { name: removeLayer(plan, id) } };
  },
});

/** Removes a layer that is there and its features; answers its name. */
export function removeLayer(plan: Work, id: string): string {
  const { kind, name } = plan.read("layer", id)!;
  plan.removeWhere(FEATURE_TABLE[kind], { layer_id: id });
  plan.remove("layer", id);
  return name;
}
