/** Rows of a table as the text of JSON objects, straight from the bytes of the file. */

import { setOwn } from "../normalise.ts";
import { GrowingBytes } from "../text/growing-bytes.ts";
import { viewOf } from "../words.ts";
import { closingQuote } from "./csv-cell.ts";
import { type CsvCells, cellStart, cellValue } from "./csv-cells.ts";
import { RECORD_ODD } from "./csv-scan.ts";

const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;
const CLOSE = 125;
/** A control sign becomes `\u0000`. */
const MOST_GROWTH = 6;

/** Writes the same bytes as `JSON.stringify(row.properties)`. */
export class CsvJson {
  /** Columns in the order in which an object tells its properties: names that are whole numbers come first. */
  private readonly order: readonly number[];
  /** `{"id":"` and `","head":"` …: what stands before each value, in that order. */
  private readonly before: readonly DataView[];

  constructor(private readonly cells: CsvCells) {
    const { columns } = cells;
    const places: Record<string, number> = {};
    for (const [i, name] of columns.entries()) setOwn(places, name, i);
    this.order = Object.keys(places).map((name) => columns.indexOf(name));
    this.before = this.order.map((column, i) => {
      const buffer = new GrowingBytes();
      buffer.text(`${i === 0 ? "{" : '",'}${JSON.stringify(columns[column])}:"`);
      return viewOf(buffer.bytes.slice(0, buffer.end));
    });
  }

  /** Adds the object of row `i`. */
  write(i: number, out: GrowingBytes): void {
    const { scan, record: records } = this.cells;
    const record = records[i]!;
    const odd = (scan.marks[record]! & RECORD_ODD) !== 0;
    for (let k = 0; k < this.order.length; k++) {
      const column = this.order[k]!;
      const before = this.before[k]!;
      out.copy(before, 0, before.byteLength);
      let from = cellStart(scan, record, column);
      let to = scan.cellEnd[scan.firstCell[record]! + column]!;
      let plain = !odd;
      if (from < to && scan.bytes[from] === QUOTE) {
        const close = closingQuote(scan.bytes, from + 1);
        plain &&= close === to - 1;
        if (plain) {
          from++;
          to--;
          plain = !hasQuote(scan.bytes, from, to);
        }
      }
      if (plain && from < to && scan.bytes[from] === APOSTROPHE) plain = false;
      if (plain) escaped(scan.bytes, from, to, out);
      else out.text(JSON.stringify(cellValue(scan, record, column)).slice(1, -1));
    }
    out.room(2);
    out.bytes[out.end++] = QUOTE;
    out.bytes[out.end++] = CLOSE;
  }
}

function hasQuote(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE) return true;
  return false;
}

const HEX = "0123456789abcdef";
/** The short forms of JSON: \b \t \n \f \r. */
const SHORT_FORM: Readonly<Record<number, string>> = { 8: "b", 9: "t", 10: "n", 12: "f", 13: "r" };

function escaped(bytes: Uint8Array, from: number, to: number, out: GrowingBytes): void {
  out.room((to - from) * MOST_GROWTH);
  const into = out.bytes;
  let end = out.end;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code >= 32 && code !== QUOTE && code !== BACKSLASH) {
      into[end++] = code;
      continue;
    }
    const short = code < 32 ? SHORT_FORM[code] : String.fromCharCode(code);
    const text = short ?? `u00${HEX[code >> 4]}${HEX[code & 15]}`;
    into[end++] = BACKSLASH;
    for (let k = 0; k < text.length; k++) into[end++] = text.charCodeAt(k);
  }
  out.end = end;
}
