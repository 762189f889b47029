/** CSV, TSV and text tables in whatever encoding, with or without titles above and totals below. */
import type { Dataset, SourceReader, SourceTable } from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { binaryName, textName } from "../known-content.ts";
import { type SheetShape, sheetShape } from "../sheets/sheet-shape.ts";
import { hasContent } from "../sheets/sheet-view.ts";
import { columnsFit, textFits } from "../source-limits.ts";
import { decodeText } from "../text/decode-text.ts";
import { encodeText } from "../text/encode-text.ts";
import { startOf } from "../text/source-text.ts";
import { isBlankCell } from "./csv-cell.ts";
import { type CsvCells, cellStart } from "./csv-cells.ts";
import { type CsvScan, scanCsv } from "./csv-scan.ts";
import { type CsvView, csvValue, csvView } from "./csv-view.ts";
import { plainDecimal } from "./plain-decimal.ts";
import { tableSeparator } from "./table-separator.ts";

/** Bytes that the separator is found in. */
const START = 100_000;
/** Rows in which a column without a name must have something to be one. */
const SAMPLE = 300;

/**
 * Every value is text or null; a file that is not UTF-8 is a table of `bytes`. Refused: `file.empty`,
 * `csv.quote`, `format.too-large`, `format.columns`, `sheet.nothing`. A record that has not as many cells as
 * the header is rejected: an unquoted separator shifts every value after it.
 */
export const csvSource: SourceReader = {
  formats: ["csv"],
  recognise: ({ main: { bytes } }) => {
    if (isUtf16(bytes)) return tableSeparator(startOf(bytes, START)) !== null;
    if (binaryName(bytes) !== null || bytes.includes(0)) return false;
    const start = startOf(bytes, START);
    return textName(start) === null && tableSeparator(start) !== null;
  },
  read: async ({ main }) => readTable(main.bytes, main.name),
};

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function readTable(bytes: Uint8Array, file: string): Outcome<Dataset> {
  const fits = textFits(bytes, file);
  if (!fits.ok) return fits;
  const opened = openText(bytes, file);
  if (!opened.ok) return opened;
  const { scan, text } = opened.value;
  if (scan.openQuoteRow !== null) return fail("csv.quote", undefined, { file, row: scan.openQuoteRow });
  const view = csvView(scan, text);
  if (view.count === 0) return fail("file.empty", undefined, { file });
  const shape = sheetShape(view, file);
  const names = namedColumns(scan, view, shape);
  const wide = columnsFit(names.length, file);
  if (!wide.ok) return wide;
  const table = csvTable(scan, view, shape, names, file);
  if (table.count + table.rejected.length === 0) return fail("sheet.nothing", undefined, { file });
  return ok({ format: "csv", file, tables: [table], notes: [] });
}

/** Cells in UTF-8; bytes that are none become one sign each, so that the same scan finds the same cells. */
function openText(bytes: Uint8Array, file: string): Outcome<{ scan: CsvScan; text: SourceTable["text"] }> {
  let utf8 = bytes;
  if (isUtf16(bytes)) {
    const decoded = decodeText(bytes, file);
    if (!decoded.ok) return decoded;
    utf8 = encodeText([decoded.value]);
  }
  const separator = (tableSeparator(startOf(bytes, START)) ?? ",").charCodeAt(0);
  const scan = scanCsv(utf8, separator);
  if (scan.utf8) return ok({ scan, text: "unicode" });
  return ok({ scan: scanCsv(bytesAsSigns(utf8), separator), text: "bytes" });
}

/** Each byte as the sign U+0000–U+00FF of its number, in UTF-8; a byte order mark is none of the text. */
function bytesAsSigns(bytes: Uint8Array): Uint8Array {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let high = 0;
  for (let i = begin; i < bytes.length; i++) high += bytes[i]! >> 7;
  const out = new Uint8Array(bytes.length - begin + high);
  let end = 0;
  for (let i = begin; i < bytes.length; i++) {
    const code = bytes[i]!;
    if (code < 0x80) out[end++] = code;
    else {
      out[end++] = 0xc0 | (code >> 6);
      out[end++] = 0x80 | (code & 0x3f);
    }
  }
  return out;
}

function csvTable(
  scan: CsvScan,
  view: CsvView,
  shape: SheetShape,
  names: readonly string[],
  file: string,
): CsvSourceTable {
  const rejected: Problem[] = [];
  const record = new Uint32Array(shape.data.length);
  /** Place among the rows of data of each row that is kept: headings hold for those. */
  const kept = new Uint32Array(shape.data.length);
  let count = 0;
  for (let i = 0; i < shape.data.length; i++) {
    const at = shape.data[i]!;
    const k = view.record[at]!;
    const cells = scan.firstCell[k + 1]! - scan.firstCell[k]!;
    if (cells === names.length || (cells > names.length && isBlankFrom(scan, k, names.length, cells))) {
      record[count] = k;
      kept[count++] = i;
    } else {
      const values = { cells, columns: names.length };
      rejected.push({ code: "csv.columns", file, row: view.row(at), values });
    }
  }
  const groups = shape.groups.map(({ name, values }) => ({
    name,
    values: Array.from(kept.subarray(0, count), (i) => values[i] ?? null),
  }));
  const cells = { scan, record: record.subarray(0, count), columns: names };
  return new CsvSourceTable(file, view.text, cells, groups, rejected, shape.notes);
}

/**
 * Columns of the file: as many as the lines of names have cells. Those at the end without a name and without
 * anything in them are separators only.
 */
function namedColumns(scan: CsvScan, view: CsvView, shape: SheetShape): readonly string[] {
  const { names, data, header } = shape;
  let cells = header === null ? view.usual : 0;
  for (let at = header?.from ?? 0; at < (header?.to ?? 0); at++) {
    const k = view.record[at]!;
    cells = Math.max(cells, scan.firstCell[k + 1]! - scan.firstCell[k]!);
  }
  const isUsed = (column: number) => {
    for (let i = 0; i < Math.min(SAMPLE, data.length); i++) {
      if (hasContent(view.value(data[i]!, column))) return true;
    }
    return false;
  };
  let end = Math.min(cells, names.length);
  while (end > 1 && names[end - 1] === "" && !isUsed(end - 1)) end--;
  return names.slice(0, end);
}

function isBlankFrom(scan: CsvScan, record: number, from: number, to: number): boolean {
  const first = scan.firstCell[record]!;
  for (let column = from; column < to; column++) {
    if (!isBlankCell(scan.bytes, cellStart(scan, record, column), scan.cellEnd[first + column]!))
      return false;
  }
  return true;
}

/** A table whose rows stay in the bytes of the file. */
export class CsvSourceTable implements SourceTable {
  readonly format = "csv";
  readonly name = "";
  readonly rowIs = "row";
  readonly crs = null;
  readonly columns: readonly string[];
  readonly count: number;

  constructor(
    readonly file: string,
    readonly text: SourceTable["text"],
    /** Columns of the file alone; those made from headings come after them. */
    readonly cells: CsvCells,
    private readonly groups: SheetShape["groups"],
    readonly rejected: readonly Problem[],
    readonly notes: readonly Problem[],
  ) {
    this.columns = [...cells.columns, ...groups.map(({ name }) => name)];
    this.count = cells.record.length;
  }

  value(row: number, column: number): string | null {
    const own = this.cells.columns.length;
    if (column >= own) return this.groups[column - own]?.values[row] ?? null;
    return csvValue(this.cells.scan, this.cells.record[row]!, column);
  }

  decimal(row: number, column: number): number {
    const { scan, record, columns } = this.cells;
    if (column >= columns.length) return Number.NaN;
    const k = record[row]!;
    return plainDecimal(scan.bytes, cellStart(scan, k, column), scan.cellEnd[scan.firstCell[k]! + column]!);
  }

  geometry(): null {
    return null;
  }

  rowNumber(row: number): number {
    return this.cells.scan.row[this.cells.record[row]!]!;
  }
}
