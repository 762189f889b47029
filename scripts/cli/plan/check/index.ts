/** Everything that is looked at in a plan, in the order in which it is told; `opens` and `replay` need an open plan. */
import { columns } from "./columns.ts";
import { extents } from "./extents.ts";
import type { PlanCheck } from "./finding.ts";
import { form } from "./form.ts";
import { geopackage } from "./geopackage.ts";
import { history } from "./history.ts";
import { references } from "./references.ts";
import { spatialIndex } from "./spatial-index.ts";
import { units } from "./units.ts";

export const PLAN_CHECKS: readonly PlanCheck[] = [
  form,
  geopackage,
  extents,
  spatialIndex,
  columns,
  units,
  references,
  history,
];
