/** The heavy engines, as the browser's worker loads them: from beside the page, when first asked for. */
import type { SourceTools } from "../core/intake/dataset.ts";
import { loadGdal } from "./gdal.ts";
import { loadSqliteReader } from "./sqlite-reader.ts";

/** `base` is the page's address; the files lie in its folder `gdal/`. */
export function browserTools(base: string): SourceTools {
  return { gdal: () => loadGdal(base), sqlite: loadSqliteReader };
}
