/**
 * Finds the cells of CSV in its bytes (RFC 4180, also `;` and tab) and makes no text: half a million rows are a
 * few typed arrays. One pass also tells whether the bytes are UTF-8 and which records hold letters that have to
 * be looked at as text. Ours, for the usual libraries make a string of every cell before anyone asks for it.
 */

import { letterAt, ODD } from "../text/utf8-letter.ts";
import { isBlankCell } from "./csv-cell.ts";

/** Marks of a record, as bits. */
const RECORD_QUOTED = 1;
/** Holds letters of which the bytes alone do not say form and white space, see `letterAt`. */
export const RECORD_ODD = 2;

/** Where everything lies. Cell `c` ends before byte `cellEnd[c]`; quotes around it still belong to it. */
export interface CsvScan {
  readonly bytes: Uint8Array;
  /** Records that have any text; a line of nothing but blanks is none, but is counted in `row`. */
  readonly count: number;
  /** First byte of each record. */
  readonly recordStart: Uint32Array;
  /** Number of the first cell of each record, and one more: the number of all cells. */
  readonly firstCell: Uint32Array;
  readonly cellEnd: Uint32Array;
  /** Line of each record as a spreadsheet counts, from 1. */
  readonly row: Uint32Array;
  /** `RECORD_QUOTED` when a cell of it begins with a quote, `RECORD_ODD`. */
  readonly marks: Uint8Array;
  /** Record whose opening quote is never closed, null when all are. Everything after it would be lost in it. */
  readonly openQuoteRow: number | null;
  /** False when the bytes are no UTF-8: then nothing else here means anything. */
  readonly utf8: boolean;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Scans UTF-8 with or without byte order mark; `separator` is the byte between cells. A quote inside an unquoted
 * cell is text, and so is what follows a closing quote. Takes time in proportion to the bytes.
 */
export function scanCsv(bytes: Uint8Array, separator: number): CsvScan {
  const n = bytes.length;
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  /** Whatever is ASCII and above this is an ordinary sign. */
  const highest = Math.max(separator, QUOTE);
  let cellEnd = new Uint32Array(guess(bytes, separator));
  let recordStart = new Uint32Array(guess(bytes, LF));
  let firstCell = new Uint32Array(recordStart.length + 1);
  let row = new Uint32Array(recordStart.length);
  let marks = new Uint8Array(recordStart.length);
  let records = 0;
  let cells = 0;
  let line = 1;
  let start = begin;
  let first = 0;
  let mark = 0;
  let openQuoteRow: number | null = null;
  let utf8 = true;

  // A loop over records and in it one over bytes: with a third for the bytes of a cell it ran at half the speed.
  scan: for (let at = begin; start < n; ) {
    let cellStart = start;
    let code = LF;
    for (; at < n; at++) {
      code = bytes[at]!;
      if (code > highest) {
        if (code < 0x80) continue;
        if (code === 0xe1) {
          // The letters of Vietnamese with two marks, and with one: `letterAt` says the same.
          const second = at + 2 < n ? bytes[at + 1]! : 0;
          if (second >= 0xb8 && second <= 0xbb && (bytes[at + 2]! & 0xc0) === 0x80) {
            at += 2;
            continue;
          }
        } else if (code >= 0xc3 && code <= 0xcb && at + 1 < n && (bytes[at + 1]! & 0xc0) === 0x80) {
          at++;
          continue;
        }
        const letter = letterAt(bytes, at);
        if (letter === 0) {
          utf8 = false;
          break scan;
        }
        if (letter >= ODD) mark |= RECORD_ODD;
        at += (letter & 7) - 1;
      } else if (code === separator) {
        if (cells + 2 > cellEnd.length) cellEnd = wider(cellEnd);
        cellEnd[cells++] = at;
        cellStart = at + 1;
      } else if (code === LF || code === CR) break;
      else if (code === QUOTE && at === cellStart) {
        const after = afterQuotes(bytes, at);
        const letters = lettersIn(bytes, at, after < 0 ? n : after);
        if (letters === 0 || after < 0) {
          utf8 = letters !== 0;
          openQuoteRow = line;
          break scan;
        }
        mark |= letters === ODD ? RECORD_QUOTED | RECORD_ODD : RECORD_QUOTED;
        at = after - 1;
      }
    }
    // The end of the bytes is the end of a record too.
    if (cells + 2 > cellEnd.length) cellEnd = wider(cellEnd);
    cellEnd[cells++] = at;
    if (cells - first > 1 || !isBlankCell(bytes, start, at)) {
      if (records + 1 >= row.length) {
        recordStart = wider(recordStart);
        firstCell = wider(firstCell);
        row = wider(row);
        const more = new Uint8Array(row.length);
        more.set(marks);
        marks = more;
      }
      recordStart[records] = start;
      firstCell[records] = first;
      row[records] = line;
      marks[records] = mark;
      records++;
      first = cells;
    } else cells = first;
    at += code === CR && at + 1 < n && bytes[at + 1] === LF ? 2 : 1;
    line++;
    mark = 0;
    start = at;
  }
  firstCell[records] = first;
  return { bytes, count: records, recordStart, firstCell, cellEnd, row, marks, openQuoteRow, utf8 };
}

/** Where a cell goes on after its closing quote; -1 when there is none. Two quotes stand for one. */
function afterQuotes(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (; at < bytes.length; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 >= bytes.length || bytes[at + 1] !== QUOTE) return at + 1;
    at++;
  }
  return -1;
}

/** 0 when the bytes are no UTF-8, `ODD` when there is a letter to be looked at as text, else 1. */
function lettersIn(bytes: Uint8Array, from: number, to: number): number {
  let found = 1;
  for (let at = from; at < to; at++) {
    if (bytes[at]! < 0x80) continue;
    const letter = letterAt(bytes, at);
    if (letter === 0) return 0;
    if (letter >= ODD) found = ODD;
    at += (letter & 7) - 1;
  }
  return found;
}

const SAMPLE = 1 << 16;

/** How many of a byte there will be, judged by the beginning; a tenth more. */
function guess(bytes: Uint8Array, wanted: number): number {
  const sample = Math.min(bytes.length, SAMPLE);
  let found = 0;
  for (let i = 0; i < sample; i++) if (bytes[i] === wanted || bytes[i] === LF) found++;
  return 64 + Math.ceil(((found * bytes.length) / Math.max(1, sample)) * 1.1);
}

function wider(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(64 + Math.ceil(list.length * 1.5));
  more.set(list);
  return more;
}
