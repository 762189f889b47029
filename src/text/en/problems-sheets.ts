/** Problems of spreadsheets and of tables with titles and totals. */
import type { problemsSheets as vi } from "../vi/problems-sheets.ts";

export const problemsSheets: Record<keyof typeof vi, string> = {
  "problem.sheet.empty": "The sheet {table} holds no rows of data. Choose another sheet or check the file.",
};
