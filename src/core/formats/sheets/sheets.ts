/** Workbooks of Excel: XLSX (also XLSM, XLSB), XLS and what web systems export as XLS. One table for each sheet with rows of data. */
import type { Dataset, SourceReader, SourceTable } from "../../intake/dataset.ts";
import { recordTable } from "../../intake/dataset.ts";
import type { Json } from "../../model/household.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { rowList } from "../row-list.ts";
import { MOST_COLUMNS } from "../source-limits.ts";
import { cellReader } from "./sheet-cell.ts";
import { fillMerged, type SheetGrid, sheetGrid } from "./sheet-grid.ts";
import { sheetShape } from "./sheet-shape.ts";
import { hasContent } from "./sheet-view.ts";
import { type OpenSheet, type OpenWorkbook, openWorkbook } from "./workbook.ts";
import { workbookKind } from "./workbook-kind.ts";

/**
 * Values as stored: numbers stay numbers, texts texts, dates become `YYYY-MM-DD`, a formula is its last computed
 * value. Refused: `sheet.locked`, `sheet.too-large`, `sheet.too-many`, `sheet.broken`, `sheet.nothing`.
 */
export const sheets: SourceReader = {
  formats: ["xlsx", "xls"],
  recognise: ({ main }) => workbookKind(main.bytes, main.name) !== null,
  async read({ main }): Promise<Outcome<Dataset>> {
    const kind = workbookKind(main.bytes, main.name);
    if (kind === null) throw new Error(`${main.name}: not recognised as a workbook`);
    const opened = await openWorkbook(main.bytes, kind, main.name);
    if (!opened.ok) return opened;
    return readBook(opened.value, kind === "xlsx" ? "xlsx" : "xls", main.name);
  },
};

function readBook(book: OpenWorkbook, format: "xlsx" | "xls", file: string): Outcome<Dataset> {
  const tables: SourceTable[] = [];
  const notes: Problem[] = [];
  const empty: string[] = [];
  for (const sheet of book.sheets) {
    const table = readSheet(book, sheet, format, file);
    if (table === null) notes.push({ code: "sheet.too-wide", file, values: { table: sheet.name } });
    else if (table.count === 0) empty.push(sheet.name);
    else tables.push(table);
  }
  for (const table of book.unreadable) notes.push({ code: "sheet.unreadable", file, values: { table } });
  if (tables.length === 0) {
    const reason = notes[0];
    return reason ? { ok: false, problem: reason } : fail("sheet.nothing", undefined, { file });
  }
  for (const table of empty) notes.push({ code: "sheet.empty", file, values: { table } });
  if (book.uncomputed > 0) {
    notes.push({ code: "sheet.formula-empty", file, values: { count: book.uncomputed } });
  }
  return ok({ format, file, tables, notes });
}

/** Null when the sheet is too large. */
function readSheet(
  book: OpenWorkbook,
  sheet: OpenSheet,
  format: "xlsx" | "xls",
  file: string,
): SourceTable | null {
  const reader = cellReader(book.formats, book.date1904);
  const grid = sheetGrid(sheet.data, sheet.merges, book.text, reader, MOST_COLUMNS);
  if (grid === null) return null;
  const shape = sheetShape(grid, file);
  const notes = [...shape.notes];
  if (sheet.hidden) notes.push({ code: "sheet.hidden", file, values: { table: sheet.name } });
  const filled = fillMerged(grid, shape.data);
  if (filled.cells > 0) {
    const values = { count: filled.cells, rows: rowList(filled.rows) };
    notes.push({ code: "sheet.merged", file, row: filled.rows[0]!, values });
  }
  if (reader.errors.length > 0) {
    const values = { count: reader.errors.length, rows: rowList([...new Set(reader.errors)]) };
    notes.push({ code: "sheet.errors", file, row: reader.errors[0]!, values });
  }
  const columns = columnsWithContent(grid, shape.names, shape.data);
  const records = Array.from(shape.data, (at, i) => {
    const { row, values } = grid.rows[at]!;
    const kept: Json[] = columns.map((column) => values[column] ?? null);
    for (const group of shape.groups) kept.push(group.values[i] ?? null);
    return { row, values: kept, geometry: null };
  });
  const names = [...columns.map((column) => shape.names[column]!), ...shape.groups.map(({ name }) => name)];
  return recordTable(
    {
      ...{ format, file, name: sheet.name, columns: names, text: book.text, rowIs: "row", crs: null },
      ...{ rejected: [], notes },
    },
    records,
  );
}

/** Columns that have a name or a value in the data; what stood in a title only is none. */
function columnsWithContent(grid: SheetGrid, names: readonly string[], data: Uint32Array): number[] {
  return names.flatMap((name, column) =>
    name !== "" || data.some((at) => hasContent(grid.rows[at]!.values[column])) ? [column] : [],
  );
}
