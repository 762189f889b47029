/** The records of a text file as rows whose cells are made when they are asked for. */

import type { SheetView } from "../sheets/sheet-view.ts";
import { isBlankCell } from "./csv-cell.ts";
import { cellStart, rawCell, unguarded } from "./csv-cells.ts";
import type { CsvScan } from "./csv-scan.ts";

/** Records from which the number of columns is judged. */
const SAMPLE = 300;
const QUOTE = 34;
/** Beyond this a file is refused for its columns anyway. */
const MOST_WIDTH = 10_000;

export interface CsvView extends SheetView {
  /** Record in the scan of each row of the view. */
  readonly record: Uint32Array;
  /** Number of cells that most rows have. */
  readonly usual: number;
}

/** Takes one look at the beginning of each record; no text is made. */
export function csvView(scan: CsvScan, text: SheetView["text"]): CsvView {
  const { bytes, cellEnd, firstCell, recordStart } = scan;
  const all = new Uint32Array(scan.count);
  let count = 0;
  for (let k = 0; k < scan.count; k++) {
    const code = bytes[recordStart[k]!]!;
    const ordinary = code > QUOTE && code < 128 && cellEnd[firstCell[k]!]! > recordStart[k]!;
    if (ordinary || firstFilled(scan, k) >= 0) all[count++] = k;
  }
  const record = all.subarray(0, count);
  const usual = usualCells(scan, record);
  const width = mostCells(scan, record);
  return {
    record,
    usual,
    count,
    width,
    text,
    merges: [],
    row: (at) => scan.row[record[at]!]!,
    value: (at, column) => {
      const k = record[at]!;
      if (column >= firstCell[k + 1]! - firstCell[k]!) return null;
      return csvValue(scan, k, column);
    },
    filled: (at) => countFilled(scan, record[at]!),
    first: (at) => firstFilled(scan, record[at]!),
    lead: (at) => {
      const k = record[at]!;
      const from = recordStart[k]!;
      const cell = firstCell[k]!;
      const to = cellEnd[cell]!;
      if (to === from) return 0;
      const code = bytes[from]!;
      // After the only cell with content there is nothing but separators.
      const cells = firstCell[k + 1]! - cell;
      if (code <= QUOTE || cellEnd[cell + cells - 1]! - to < cells) return 0;
      return Math.min(code, 128);
    },
    isWhole: (at) => firstCell[record[at]! + 1]! - firstCell[record[at]!]! >= usual,
  };
}

function isFilled(scan: CsvScan, from: number, to: number): boolean {
  return to > from && !isBlankCell(scan.bytes, from, to);
}

/** Column of the first cell of a record with content, -1 when there is none. */
function firstFilled(scan: CsvScan, record: number): number {
  const first = scan.firstCell[record]!;
  const cells = scan.firstCell[record + 1]! - first;
  for (let column = 0; column < cells; column++) {
    if (isFilled(scan, cellStart(scan, record, column), scan.cellEnd[first + column]!)) return column;
  }
  return -1;
}

function countFilled(scan: CsvScan, record: number): number {
  const first = scan.firstCell[record]!;
  const cells = scan.firstCell[record + 1]! - first;
  let count = 0;
  for (let column = 0; column < cells; column++) {
    if (isFilled(scan, cellStart(scan, record, column), scan.cellEnd[first + column]!)) count++;
  }
  return count;
}

/** Text as in the file without its quotes, null for nothing. */
export function csvValue(scan: CsvScan, record: number, column: number): string | null {
  const to = scan.cellEnd[scan.firstCell[record]! + column]!;
  if (to <= cellStart(scan, record, column)) return null;
  const text = rawCell(scan, record, column);
  return text === "" ? null : unguarded(text);
}

/** The largest number of cells in the first records. */
function mostCells(scan: CsvScan, rows: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < Math.min(rows.length, SAMPLE); at++) {
    most = Math.max(most, scan.firstCell[rows[at]! + 1]! - scan.firstCell[rows[at]!]!);
  }
  return Math.min(most, MOST_WIDTH);
}

/** The number of cells that most of the first records have; the larger where two are as frequent. */
function usualCells(scan: CsvScan, rows: Uint32Array): number {
  const seen = new Map<number, number>();
  let width = 0;
  for (let at = 0; at < Math.min(rows.length, SAMPLE); at++) {
    const cells = scan.firstCell[rows[at]! + 1]! - scan.firstCell[rows[at]!]!;
    const count = (seen.get(cells) ?? 0) + 1;
    seen.set(cells, count);
    const most = seen.get(width) ?? 0;
    if (count > most || (count === most && cells > width)) width = cells;
  }
  return width;
}
