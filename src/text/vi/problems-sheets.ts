/** Problems of spreadsheets and of tables with titles and totals: `problem.<code>`. */
import type { SheetProblem } from "../../core/outcome.ts";

export const problemsSheets = {
  "problem.sheet.empty": "Bảng {table} không có dòng dữ liệu nào. Chọn bảng khác hoặc kiểm tra lại tệp.",
} as const satisfies Record<`problem.${SheetProblem}`, string>;
