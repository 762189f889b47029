/** What goes out as GeoJSON: one file per kind of export. `writeGeoJson` turns a collection into bytes. */
export type { ExportData } from "./export-data.ts";
export { allSites } from "./sites.ts";
export { type ExportCollection, toMove } from "./to-move.ts";
export { type PlanOf, unitPlan } from "./unit-plan.ts";
