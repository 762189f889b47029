/** Where the values of a record begin and end, when the bytes are the text. */
import { isAsciiSpace } from "../csv-cell.ts";
import { type CsvScan, RECORD_ODD } from "../csv-scan.ts";

const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;

/**
 * Puts the trimmed cell of each column into `from` and `to`; nothing (from = to) where `column` is -1. False when
 * a cell has to be read as text first: letters that may not be in form C, quotes inside quotes, text after a
 * closing quote, an apostrophe in front (`cellValue` takes it off when it guards a formula).
 */
export function plainSpans(
  scan: CsvScan,
  record: number,
  column: Int32Array,
  from: Uint32Array,
  to: Uint32Array,
): boolean {
  if ((scan.marks[record]! & RECORD_ODD) !== 0) return false;
  const { bytes, cellEnd } = scan;
  const first = scan.firstCell[record]!;
  const recordStart = scan.recordStart[record]!;
  for (let field = 0; field < column.length; field++) {
    const at = column[field]!;
    if (at < 0) {
      from[field] = 0;
      to[field] = 0;
      continue;
    }
    let start = at === 0 ? recordStart : cellEnd[first + at - 1]! + 1;
    let end = cellEnd[first + at]!;
    if (start < end) {
      if (bytes[start] === QUOTE) {
        start++;
        end--;
        if (end < start || bytes[end] !== QUOTE) return false;
        for (let k = start; k < end; k++) if (bytes[k] === QUOTE) return false;
      }
      if (start < end && bytes[start] === APOSTROPHE) return false;
      while (start < end && bytes[start]! <= SPACE && isAsciiSpace(bytes[start]!)) start++;
      while (start < end && bytes[end - 1]! <= SPACE && isAsciiSpace(bytes[end - 1]!)) end--;
    }
    from[field] = start;
    to[field] = end;
  }
  return true;
}
