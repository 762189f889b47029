/** Rows in our words as CSV, written from the bytes of the file where those say what is to be written. */
import { isBlankCell } from "../formats/csv/csv-cell.ts";
import { type CsvCells, cellStart } from "../formats/csv/csv-cells.ts";
import type { CsvScan } from "../formats/csv/csv-scan.ts";
import { csvSeparator } from "../formats/csv/csv-separator.ts";
import { CsvSourceTable } from "../formats/csv/csv-source.ts";
import { csvCell } from "../formats/csv/csv-write.ts";
import { ByteRows } from "./byte-rows.ts";
import { CellMemo } from "./cell-memo.ts";
import type { Interpreted } from "./interpret.ts";
import type { CellOrigin, OurColumn } from "./our-columns.ts";
import { numberEnd, plainLetters } from "./plain-cell.ts";

/** Writes the cell of one column; `row` is the row of the table, `i` its place among those kept. */
type PutCell = (row: number, i: number) => void;

/** Rows between two reports of how far it is. */
const STEP = 4096;
/** Bytes of a cell, for a first guess of how many there will be. */
const USUAL_CELL = 9;
/** Texts up to so many letters, or that begin like "chưa rõ", "không rõ", "unknown", may say that nothing is known. */
const LONGEST_NOTHING = 24;
const SURELY_SHORT = 4;
const NOTHING_BEGINS = new Set([..."cCkKuU"].map((letter) => letter.charCodeAt(0)));

/**
 * The bytes that `writeCsv` would make of the same columns and rows (without byte order mark), with where everything
 * lies in them. Null when the rows cannot be told as CSV that is read back row by row: fewer than two columns, a row
 * with nothing in it, names that hide the comma. `tell` hears how many rows are done.
 */
export function canonicalCsv(rows: Interpreted, tell?: (done: number) => void): CsvScan | null {
  const names = [...rows.columns.map(({ name }) => name), ...(rows.points ? ["lon", "lat"] : [])];
  const header = names.map((name) => csvCell(name, ",")).join(",");
  if (names.length < 2 || csvSeparator(`${header}\r\n`) !== ",") return null;
  const count = rows.rows.length;
  const out = new ByteRows(count + 1, names.length, count * names.length * USUAL_CELL + header.length * 3);
  out.startRow();
  for (const name of names) {
    out.text(csvCell(name, ","));
    out.endCell();
  }
  out.endRow();
  const cells = rows.table instanceof CsvSourceTable ? rows.table.cells : null;
  const written = rows.columns.map((column) => putterOf(rows, column, cells, out));
  const careful = rows.columns.map((column) => readPutter(column, out));
  const places = rows.points ? [placePutter(rows, 0, cells, out), placePutter(rows, 1, cells, out)] : [];
  const plain = [...written, ...places];
  const mended = [...careful, ...places];
  for (let i = 0; i < count; i++) {
    const row = rows.source[i]!;
    const put = rows.edits.size > 0 && rows.edits.has(row) ? mended : plain;
    out.startRow();
    for (let at = 0; at < put.length; at++) {
      put[at]!(row, i);
      out.endCell();
    }
    out.endRow();
    if (isEmptyRow(out, names.length)) return null;
    if (tell && i % STEP === 0) tell(i);
  }
  return out.finish();
}

/** What nobody reads: a row of nothing but empty cells is no row of CSV. */
function isEmptyRow(out: ByteRows, columns: number): boolean {
  for (let column = 0; column < columns; column++) {
    const [from, to] = out.lastRowCell(column);
    if (to > from && !isBlankCell(out.bytes, from, to)) return false;
  }
  return true;
}

function readPutter({ value }: OurColumn, out: ByteRows): PutCell {
  return (row) => void out.text(csvCell(value(row), ","));
}

function putterOf(rows: Interpreted, column: OurColumn, cells: CsvCells | null, out: ByteRows): PutCell {
  const { origin } = column;
  const read = readPutter(column, out);
  if (cells === null || origin === null) return read;
  // Columns made of headings between the rows have no cells.
  if (origin.from.some((at) => at >= cells.columns.length)) return read;
  const known = knownPutter(rows, column, origin, cells, out);
  return origin.asItStands === null
    ? known
    : copyPutter(origin.from[0]!, origin.asItStands, cells, out, known);
}

/** Copies a cell that stands as it is; any other goes to `otherwise`. */
function copyPutter(
  column: number,
  { letters, orNothing }: NonNullable<CellOrigin["asItStands"]>,
  { scan, record }: CsvCells,
  out: ByteRows,
  otherwise: PutCell,
): PutCell {
  const { bytes } = scan;
  return (row, i) => {
    const k = record[row]!;
    const from = cellStart(scan, k, column);
    const to = scan.cellEnd[scan.firstCell[k]! + column]!;
    const length = plainLetters(bytes, from, to, letters);
    if (length < 0 || (orNothing && length > 0 && mayBeNothing(bytes[from]!, length))) otherwise(row, i);
    else out.copy(bytes, from, to);
  };
}

function mayBeNothing(first: number, length: number): boolean {
  return length <= LONGEST_NOTHING && (length <= SURELY_SHORT || NOTHING_BEGINS.has(first));
}

/** Looks whether the same cells were met before. A value without meaning is told row by row, so it is read again. */
function knownPutter(
  rows: Interpreted,
  { value }: OurColumn,
  { from: columns }: CellOrigin,
  cells: CsvCells,
  out: ByteRows,
): PutCell {
  const memo = new CellMemo(cells, columns);
  const { unknown } = rows;
  return (row) => {
    const entry = memo.find(row);
    if (entry >= 0) {
      out.again(memo.from[entry]!, memo.to[entry]!, memo.mark[entry]!);
      return;
    }
    const told = unknown.added;
    const text = csvCell(value(row), ",");
    const from = out.at;
    const mark = out.text(text);
    if (unknown.added === told) memo.put(row, from, out.at, mark);
  };
}

/** Degrees that the file says with the same number are copied; others are written in full. */
function placePutter(rows: Interpreted, axis: 0 | 1, cells: CsvCells | null, out: ByteRows): PutCell {
  const points = axis === 0 ? rows.points!.lon : rows.points!.lat;
  const column = rows.placeColumns?.[axis] ?? -1;
  const own = cells !== null && column >= 0 && column < cells.columns.length ? cells : null;
  return (row, i) => {
    const value = points[i]!;
    if (Number.isNaN(value)) return;
    if (own) {
      const { scan, record } = own;
      const k = record[row]!;
      const from = cellStart(scan, k, column);
      const to = scan.cellEnd[scan.firstCell[k]! + column]!;
      const end = numberEnd(scan.bytes, from, to, value);
      if (end > 0) {
        out.copy(scan.bytes, from, end);
        return;
      }
    }
    out.text(String(value));
  };
}
