/** A table in our words, told as the file it was made from: its name, and its rows as that file counts them. */
import { CsvTable } from "./csv/csv-table.ts";
import { FeatureTable, type RawTable, type TableOrigin } from "./raw.ts";

/**
 * `rows[i]` is the row in the source of row `i` of the table (of all that the file holds, none of them rejected).
 * Throws when the numbers do not fit: a fault in our own code.
 */
export function ofOrigin(table: RawTable, rows: Uint32Array, origin: TableOrigin): RawTable {
  if (rows.length !== table.read || table.rejected.length > 0) {
    throw new Error(`${table.file}: ${table.read} rows read, ${rows.length} numbered`);
  }
  if (table.cells !== null) {
    const { scan, record } = table.cells;
    const row = scan.row.slice();
    for (let i = 0; i < record.length; i++) row[record[i]!] = rows[i]!;
    return new CsvTable(table.file, { ...table.cells, scan: { ...scan, row } }, [], table.notes, origin);
  }
  const features = table.features.map((feature, i) => ({ ...feature, row: rows[i]! }));
  return new FeatureTable(table.format, table.file, table.columns, features, [], table.notes, origin);
}
