/** Workbooks made for a test. */
import * as library from "@e965/xlsx";
import { sheets } from "../../../src/core/formats/sheets/sheets.ts";
import type { Dataset, SourceTable, SourceTools } from "../../../src/core/intake/dataset.ts";
import type { Outcome } from "../../../src/core/outcome.ts";

export type CellGiven = string | number | boolean | null | library.CellObject;
export interface SheetGiven {
  readonly rows: readonly (readonly CellGiven[])[];
  /** As in a spreadsheet: `A1:C1`. */
  readonly merges?: readonly string[];
  /** 1 hidden, 2 very hidden. */
  readonly hidden?: 0 | 1 | 2;
}
export type BookType = "xlsx" | "xlsb" | "biff8" | "biff5";

export function workbook(
  given: Readonly<Record<string, SheetGiven>>,
  bookType: BookType = "xlsx",
  date1904 = false,
): Uint8Array {
  const book = library.utils.book_new();
  for (const [name, { rows, merges = [] }] of Object.entries(given)) {
    const sheet = library.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet["!merges"] = merges.map((range) => library.utils.decode_range(range));
    library.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: Object.entries(given).map(([name, { hidden = 0 }]) => ({ name, Hidden: hidden })),
  };
  return new Uint8Array(library.write(book, { type: "array", bookType, compression: true, bookSST: true }));
}

const TOOLS: SourceTools = {
  gdal: () => Promise.reject(new Error("not needed")),
  sqlite: () => Promise.reject(new Error("not needed")),
};

export const groupOf = (bytes: Uint8Array, name = "a.xlsx") => ({ main: { name, bytes }, companions: [] });

export function readSheets(bytes: Uint8Array): Promise<Outcome<Dataset>> {
  return sheets.read(groupOf(bytes), TOOLS);
}

export async function datasetOf(bytes: Uint8Array): Promise<Dataset> {
  const found = await readSheets(bytes);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

/** Number and values of each row. */
export const rowsOf = (table: SourceTable) =>
  Array.from({ length: table.count }, (_, row) => [
    table.rowNumber(row),
    ...table.columns.map((_name, column) => table.value(row, column)),
  ]);
