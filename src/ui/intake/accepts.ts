/** Endings of files the program can make something of; what a file is, its content says. */

const PLAN = ".gpkg";
const ENDINGS = [
  ...[".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".csv", ".tsv", ".txt", ".xlsx", ".xls"],
  ...[".shp", ".dbf", ".shx", ".prj", ".cpg", ".zip", ".kml", ".kmz", ".gpx", ".fgb", PLAN],
  ...[".tab", ".dat", ".map", ".id", ".ind", ".mif", ".mid", ".dxf", ".dgn", ".tif", ".tiff", ".tfw"],
] as const;

/** For the `accept` of a file chooser. */
export const ACCEPTED = ENDINGS.join(",");

/** True for what may be a plan; whether it is one, the plan worker says. */
export function maybePlan(name: string): boolean {
  return name.toLowerCase().endsWith(PLAN);
}
