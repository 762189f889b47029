/** Rows in our words opened as the plan will open them, without looking again for what their writer knows. */

import { type CsvScan, RECORD_ODD } from "../formats/csv/csv-scan.ts";
import { CsvTable } from "../formats/csv/csv-table.ts";
import { openTable } from "../formats/index.ts";
import type { RawTable } from "../formats/raw.ts";
import { type Outcome, ok } from "../outcome.ts";
import type { CanonicalRows } from "./canonical-bytes.ts";

/** More than the beginning by which `openTable` judges a file. */
const BEGINNING = 400_000;

/** The same as `openTable(bytes, file)`. */
export function openCanonical({ bytes, scan }: CanonicalRows, file: string): Outcome<RawTable> {
  if (scan === null || bytes.length <= BEGINNING || hasOddLetters(scan)) return openTable(bytes, file);
  const end = scan.recordStart[recordAfter(scan, BEGINNING)]!;
  // The header, the separator and what is said of the file follow from its beginning.
  const start = openTable(bytes.subarray(0, end), file);
  if (!start.ok) return start;
  const { columns, notes, cells } = start.value;
  if (cells === null || columns.length !== scan.firstCell[1]!) return openTable(bytes, file);
  const record = new Uint32Array(scan.count - 1);
  for (let i = 0; i < record.length; i++) record[i] = i + 1;
  return ok(new CsvTable(file, { scan, record, columns }, [], notes));
}

/** Texts that have to be looked at: whether they are in form C is counted over the whole file. */
function hasOddLetters({ marks }: CsvScan): boolean {
  for (let i = 0; i < marks.length; i++) if ((marks[i]! & RECORD_ODD) !== 0) return true;
  return false;
}

/** The first record that begins at `least` or after; the last one where none does. */
function recordAfter({ recordStart, count }: CsvScan, least: number): number {
  const found = recordStart.findIndex((start) => start >= least);
  return found < 0 ? count - 1 : found;
}
