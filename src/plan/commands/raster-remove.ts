/** Takes a raster with all its tiles out of the plan. */
import { command } from "./command.ts";

/** `raster.remove` */
export const rasterRemove = command({
  name: "raster.remove",
  blocked(plan, { id }) {
    return plan.read("raster", id) ? null : { code: "layer.missing", values: { id } };
  },
  run(plan, { id }) {
    const { name } = plan.read("raster", id)!;
    plan.removeWhere("raster_tile", { raster_id: id });
    plan.remove("raster", id);
    return { values: { name } };
  },
});
