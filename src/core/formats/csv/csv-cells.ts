/** The rows of a table as cells in the bytes of its file: every value is made when it is asked for. */
import type { Json } from "../../model/household.ts";
import { setOwn } from "../normalise.ts";
import type { RawFeature } from "../raw.ts";
import { cellText } from "./csv-cell.ts";
import { type CsvScan, RECORD_ODD } from "./csv-scan.ts";

/** Text that a spreadsheet was kept from computing by an apostrophe in front (see `csv-write.ts`). */
const GUARDED = /^'(?='*[=+\-@\t\r])/;

/** The rows that have as many cells as the header (more only when those are empty). */
export interface CsvCells {
  readonly scan: CsvScan;
  /** Record in the scan of each row. */
  readonly record: Uint32Array;
  /** Name of each column. */
  readonly columns: readonly string[];
}

/** First byte of a cell of a record, its quote included. */
export function cellStart(scan: CsvScan, record: number, column: number): number {
  return column === 0 ? scan.recordStart[record]! : scan.cellEnd[scan.firstCell[record]! + column - 1]! + 1;
}

/** The text of a cell as it is written. */
export function rawCell(scan: CsvScan, record: number, column: number): string {
  const to = scan.cellEnd[scan.firstCell[record]! + column]!;
  return cellText(scan.bytes, cellStart(scan, record, column), to);
}

/** What a cell says: in Unicode form C, without the apostrophe that guards a formula. */
export function cellValue(scan: CsvScan, record: number, column: number): string {
  const text = rawCell(scan, record, column);
  // Without odd letters it is in form C already.
  const normal = (scan.marks[record]! & RECORD_ODD) === 0 ? text : text.normalize("NFC");
  return unguarded(normal);
}

/** Without the apostrophe that guards a formula. */
export function unguarded(text: string): string {
  return text.startsWith("'") ? text.replace(GUARDED, "") : text;
}

/** One row as a feature; its properties are made when asked for, and kept. */
export class CsvRow implements RawFeature {
  readonly id = null;
  readonly geometry = null;
  private made: Record<string, Json> | null = null;

  constructor(
    private readonly cells: CsvCells,
    private readonly at: number,
  ) {}

  get row(): number {
    return this.cells.scan.row[this.cells.record[this.at]!]!;
  }

  get properties(): Readonly<Record<string, Json>> {
    if (this.made === null) {
      const { scan, record, columns } = this.cells;
      this.made = {};
      for (let i = 0; i < columns.length; i++) {
        setOwn(this.made, columns[i]!, cellValue(scan, record[this.at]!, i));
      }
    }
    return this.made;
  }
}
