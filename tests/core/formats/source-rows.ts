/** Tables of source readers as plain lists, for comparing. */
import type {
  Dataset,
  SourceFile,
  SourceReader,
  SourceTable,
  SourceTools,
} from "../../../src/core/intake/dataset.ts";
import type { Json } from "../../../src/core/model/household.ts";
import { fail, type Outcome } from "../../../src/core/outcome.ts";
import { loadSqliteReader } from "../../../src/intake/sqlite-reader.ts";

/** SQLite, and no GDAL. */
export const TOOLS: SourceTools = {
  gdal: async () => fail("intake.tool-missing", { tool: "GDAL" }),
  sqlite: loadSqliteReader,
};

export const fileOf = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

export function readWith(
  reader: SourceReader,
  name: string,
  content: string | Uint8Array,
  tools: SourceTools = TOOLS,
): Promise<Outcome<Dataset>> {
  return reader.read({ main: fileOf(name, content), companions: [] }, tools);
}

/** The dataset of a file that has to be readable. */
export async function datasetOf(
  reader: SourceReader,
  name: string,
  content: string | Uint8Array,
  tools: SourceTools = TOOLS,
): Promise<Dataset> {
  const found = await readWith(reader, name, content, tools);
  if (!found.ok) throw new Error(`refused: ${JSON.stringify(found.problem)}`);
  return found.value;
}

export const rowsOf = (table: SourceTable): Json[][] =>
  Array.from({ length: table.count }, (_, row) =>
    table.columns.map((_name, column) => table.value(row, column)),
  );

export const shapesOf = (table: SourceTable): Json[] =>
  Array.from({ length: table.count }, (_, row) => table.geometry(row));

/** Walks over everything a table can be asked for; what it gives has to be as the contract says. */
export function walk(table: SourceTable): void {
  for (let row = 0; row < table.count; row++) {
    for (let column = 0; column < table.columns.length; column++) {
      const value = table.value(row, column);
      if (value === undefined || Number.isNaN(value)) throw new Error(`value ${row} ${column}`);
    }
    if (table.geometry(row) === undefined) throw new Error(`geometry ${row}`);
    if (!(table.rowNumber(row) >= 1)) throw new Error(`row number ${row}`);
  }
}
