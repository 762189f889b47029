/** From rows of the file to what a reader of the plan must look at again. */
import type { Touched } from "./protocol.ts";
import type { TouchedRows } from "./recorder.ts";
import type { TableName } from "./rows.ts";

/** Features belong to their layer, members to their baseline; the list of imports is shown nowhere yet. */
const SHOWN_AS: Readonly<Record<TableName, Touched["table"] | null>> = {
  plan: "plan",
  layer: "layer",
  unit: "layer",
  forest: "layer",
  hazard: "layer",
  road: "layer",
  centre: "layer",
  household: "household",
  event: "event",
  baseline: "baseline",
  baseline_member: "baseline",
  decision: "decision",
  target: "target",
  assignment: "site",
  site: "site",
  rule_set: "rule_set",
  import: null,
  raster: "raster",
  raster_tile: null,
};

/** What one entry touched, each table once. */
export function touchedOf(rows: ReadonlyMap<TableName, TouchedRows>): Touched[] {
  const out = new Map<Touched["table"], TouchedRows>();
  for (const [table, names] of rows) {
    const shown = SHOWN_AS[table];
    if (!shown) continue;
    const known = out.get(shown);
    out.set(shown, names === "all" || known === "all" ? "all" : new Set([...(known ?? []), ...names]));
  }
  return [...out].map(([table, ids]) => ({ table, ids: ids === "all" ? "all" : [...ids] }));
}
