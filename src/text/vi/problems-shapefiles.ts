/** Problems of archives, shapefiles and MapInfo exchange files: `problem.<code>`. */
import type { ShapefileProblem } from "../../core/outcome.ts";

export const problemsShapefiles = {
  "problem.archive.too-large":
    "Tệp nén {file} mở ra quá lớn (hơn {limit} MB). Giải nén rồi chọn riêng tệp cần nhập.",
} as const satisfies Record<`problem.${ShapefileProblem}`, string>;
