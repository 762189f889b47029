/** Where the value of a cell begins and ends, when the bytes are the text. */
import { isAsciiSpace } from "../csv/csv-cell.ts";
import { type CsvScan, RECORD_ODD } from "../csv/csv-scan.ts";

const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;

/**
 * Puts the trimmed cell of a column into `from[i]` and `to[i]`; nothing (from = to) where `column` is -1. False
 * when the cell has to be read as text first: letters that may not be in form C, quotes inside quotes, text after
 * a closing quote, an apostrophe in front (`cellValue` takes it off when it guards a formula).
 */
export function plainSpan(
  scan: CsvScan,
  record: number,
  column: number,
  from: Uint32Array,
  to: Uint32Array,
  i: number,
): boolean {
  from[i] = 0;
  to[i] = 0;
  if (column < 0) return true;
  const { bytes, cellEnd } = scan;
  const cell = scan.firstCell[record]! + column;
  let start = column === 0 ? scan.recordStart[record]! : cellEnd[cell - 1]! + 1;
  let end = cellEnd[cell]!;
  if (start >= end) return true;
  if ((scan.marks[record]! & RECORD_ODD) !== 0) return false;
  // Quotes, apostrophe and white space are all below: nearly every cell is done here.
  if (bytes[start]! > APOSTROPHE && bytes[end - 1]! > SPACE) {
    from[i] = start;
    to[i] = end;
    return true;
  }
  if (bytes[start] === QUOTE) {
    start++;
    end--;
    if (end < start || bytes[end] !== QUOTE) return false;
    for (let k = start; k < end; k++) if (bytes[k] === QUOTE) return false;
    if (start === end) return true;
  }
  if (bytes[start] === APOSTROPHE) return false;
  while (start < end && bytes[start]! <= SPACE && isAsciiSpace(bytes[start]!)) start++;
  while (start < end && bytes[end - 1]! <= SPACE && isAsciiSpace(bytes[end - 1]!)) end--;
  from[i] = start;
  to[i] = end;
  return true;
}
