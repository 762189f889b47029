/** Problems of KML, GPX, FlatGeobuf, GeoPackage, drawings and rasters: `problem.<code>`. */
import type { GeoFormatProblem } from "../../core/outcome.ts";

export const problemsFormats = {
  "problem.format.no-features": "Tệp không chứa đối tượng nào. Kiểm tra lại tệp nguồn.",
} as const satisfies Record<`problem.${GeoFormatProblem}`, string>;
