/** Problems of spreadsheets and of tables with titles and totals. */
import type { problemsSheets as vi } from "../vi/problems-sheets.ts";

export const problemsSheets: Record<keyof typeof vi, string> = {
  "problem.sheet.empty": "The sheet {table} holds no rows of data and is not listed.",
  "problem.sheet.nothing":
    "The workbook holds no rows of data. Check whether it is the right file, then choose another.",
  "problem.sheet.broken":
    "The workbook is damaged or was cut short when it was copied. Open it in Excel, save it again as XLSX and import that.",
  "problem.sheet.locked":
    "The workbook has a password and cannot be read. Open it in Excel, remove the password, save it and import it again.",
  "problem.sheet.too-large":
    "The workbook is too large (more than {limit} MB when opened). Save the sheet you need as CSV and import that.",
  "problem.sheet.too-many":
    "The file has {count} sheets, more than can be read ({most}). Split it and import the parts.",
  "problem.sheet.too-wide":
    "The sheet {table} has too many cells or columns and was not read. Delete the columns that are not used and save it again.",
  "problem.sheet.unreadable":
    "The sheet {table} is damaged and cannot be read. Open the file in Excel, save it again as XLSX and import that.",
  "problem.sheet.hidden": "The sheet {table} is hidden in the workbook; it was read all the same.",
  "problem.sheet.formula-empty":
    "Cells with a formula that was never computed and so has no value: {count}. Open the file in Excel, save it and import it again to have the values.",
  "problem.sheet.errors":
    "Cells that show an error (#N/A, #VALUE …) were left empty: {count}, in rows {rows}. Mend the formulas in the file if you need these values.",
  "problem.sheet.merged":
    "Cells that lie in cells merged downwards were given their value: {count} (rows {rows}).",
  "problem.sheet.no-header":
    "No line with names of columns was found; every row is taken as data. Choose what each column means, or add a line of names to the file.",
  "problem.sheet.title": "Title rows above the table that are not data: {count} (rows {rows}): {text}",
  "problem.sheet.title-bytes": "Title rows above the table that are not data: {count} (rows {rows}).",
  "problem.sheet.header-rows": "The names of the columns stand on {count} rows ({rows}) and were joined.",
  "problem.sheet.numbering": "The row that numbers the columns (row {rows}) is not data and was left out.",
  "problem.sheet.groups":
    "Headings of parts that are not data: {count} (rows {rows}); each row beneath has its heading in the column {columns}.",
  "problem.sheet.totals": "Rows of totals that are not data and were left out: {count} (rows {rows}).",
  "problem.sheet.header-again":
    "Rows that repeat the names of the columns and were left out: {count} (rows {rows}).",
  "problem.sheet.footer": "Rows under the table that are not data: {count} (rows {rows}): {text}",
  "problem.sheet.footer-bytes": "Rows under the table that are not data: {count} (rows {rows}).",
};
