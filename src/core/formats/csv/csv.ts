/** CSV with a header line: separators `,` `;` and tab, quoted cells, one record per row. */
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { Normaliser } from "../normalise.ts";
import type { Format, RawTable } from "../raw.ts";
import type { Source } from "../source.ts";
import { isBlankCell } from "./csv-cell.ts";
import { cellStart, rawCell } from "./csv-cells.ts";
import { type CsvScan, RECORD_ODD, scanCsv } from "./csv-scan.ts";
import { csvSeparator } from "./csv-separator.ts";
import { CsvTable } from "./csv-table.ts";

/**
 * A file with one column and no separator is not recognised: nothing tells it from a letter.
 * A record with more or fewer cells than the header is rejected: an unquoted separator in a name
 * shifts every value after it, and a shifted longitude is worse than a row that is told to be wrong.
 */
export const csv: Format = { name: "csv", endings: ["csv", "tsv", "txt"], recognise, read };

function recognise({ utf8, start }: Source): boolean {
  return !utf8.includes(0) && csvSeparator(start) !== null;
}

function read(source: Source, file: string, known: readonly Problem[]): Outcome<RawTable> {
  const scan = scanCsv(source.utf8, (csvSeparator(source.start) ?? ",").charCodeAt(0));
  if (!scan.utf8) {
    const text = source.text();
    if (text.ok) throw new Error(`${file}: the scan refused bytes that can be decoded`);
    return text;
  }
  if (scan.openQuoteRow !== null) return fail("csv.quote", undefined, { file, row: scan.openQuoteRow });
  const normaliser = new Normaliser();
  const columns = headerOf(scan, normaliser);
  const twice = columns.findIndex((name, i) => name === "" || columns.indexOf(name) < i);
  if (columns.length === 0 || twice >= 0) {
    return fail(
      "csv.no-header",
      { column: twice + 1, name: columns[twice] ?? null },
      { file, row: scan.count > 0 ? scan.row[0]! : 1 },
    );
  }
  const rejected: Problem[] = [];
  const record = rowsOf(scan, columns.length, file, rejected);
  for (let k = 0; k < record.length; k++) {
    const at = record[k]!;
    if ((scan.marks[at]! & RECORD_ODD) === 0) continue;
    for (let i = 0; i < columns.length; i++) normaliser.text(rawCell(scan, at, i));
  }
  const notes = [...known];
  if (normaliser.changed > 0) {
    notes.push({ code: "file.text-normalised", file, values: { count: normaliser.changed } });
  }
  return ok(new CsvTable(file, { scan, record, columns }, rejected, notes));
}

/** Names of the columns, without separators at the end of every line. */
function headerOf(scan: CsvScan, normaliser: Normaliser): string[] {
  const count = scan.count === 0 ? 0 : scan.firstCell[1]!;
  const header = Array.from({ length: count }, (_, i) => normaliser.text(rawCell(scan, 0, i).trim()));
  while (header.at(-1) === "") header.pop();
  return header;
}

/** Records that fit the header. One with nothing but separators is an empty line of the table. */
function rowsOf(scan: CsvScan, columns: number, file: string, rejected: Problem[]): Uint32Array {
  const found = new Uint32Array(scan.count);
  let count = 0;
  for (let record = 1; record < scan.count; record++) {
    const cells = scan.firstCell[record + 1]! - scan.firstCell[record]!;
    if (cells === columns && !isBlankCell(scan.bytes, scan.recordStart[record]!, firstEnd(scan, record))) {
      found[count++] = record;
      continue;
    }
    const filled = lastFilled(scan, record, cells);
    if (filled === 0) continue;
    if (cells >= columns && filled <= columns) found[count++] = record;
    else {
      rejected.push({ code: "csv.columns", file, row: scan.row[record]!, values: { cells, columns } });
    }
  }
  return found.subarray(0, count);
}

function firstEnd(scan: CsvScan, record: number): number {
  return scan.cellEnd[scan.firstCell[record]!]!;
}

/** Number of cells up to the last one that has text. */
function lastFilled(scan: CsvScan, record: number, cells: number): number {
  const first = scan.firstCell[record]!;
  let count = cells;
  while (
    count > 0 &&
    isBlankCell(scan.bytes, cellStart(scan, record, count - 1), scan.cellEnd[first + count - 1]!)
  ) {
    count--;
  }
  return count;
}
