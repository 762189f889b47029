/**
 * What stands at the beginning of a dBase table (dBase III PLUS, IV, FoxPro, Visual FoxPro): the widths of its
 * columns and how many rows it claims. Nothing it claims is believed without looking at the bytes there are.
 */
import { fail, type Outcome, ok } from "../../outcome.ts";
import { columnsFit } from "../source-limits.ts";
import { byteText } from "../text/source-text.ts";

export interface DbfField {
  /** One sign per byte. */
  readonly name: string;
  /** `C` text, `N`, `F` number, `D` date, `L` yes or no; `M`, `G`, `P` lie in another file; `I B Y T` of FoxPro. */
  readonly type: string;
  /** First byte within a row, and bytes. */
  readonly at: number;
  readonly width: number;
}
export interface DbfHeader {
  readonly fields: readonly DbfField[];
  /** Rows as the header says. */
  readonly claimed: number;
  readonly firstRow: number;
  readonly rowBytes: number;
  /** Visual FoxPro, where `B` is a number of 8 bytes and not text in another file. */
  readonly foxPro: boolean;
}

const HEADER = 32;
const FIELD = 32;
const END_OF_FIELDS = 0x0d;
const NAME = 11;
/** First bytes of dBase III to IV, FoxBase and FoxPro, with and without memo. */
const VERSIONS = new Set([
  0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7b, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb,
]);
const FOX_PRO = new Set([0x30, 0x31, 0x32]);
/** Of dBase 7, whose columns are described in 48 bytes. */
const DBASE_7 = new Set([0x04, 0x8c]);

/** Does this begin as a dBase table does: a version, a day that can be, room for at least one column. */
export function looksLikeDbf(bytes: Uint8Array): boolean {
  const version = bytes[0];
  if (version === undefined || !(VERSIONS.has(version) || DBASE_7.has(version))) return false;
  if (bytes.length < HEADER + 1) return false;
  const firstRow = bytes[8]! | (bytes[9]! << 8);
  const name = bytes[HEADER]!;
  // Some versions are letters: where a table has two empty bytes, text has none.
  if (version >= 0x30 && (bytes[12] !== 0 || bytes[13] !== 0)) return false;
  return bytes[2]! <= 12 && bytes[3]! <= 31 && firstRow > HEADER && (name > 0x20 || name === END_OF_FIELDS);
}

/** Refused: `dbf.header`, `dbf.version`, `format.columns`. */
export function dbfHeader(bytes: Uint8Array, file: string): Outcome<DbfHeader> {
  const broken = fail("dbf.header", undefined, { file });
  if (bytes.length < HEADER) return broken;
  if (DBASE_7.has(bytes[0]!)) return fail("dbf.version", undefined, { file });
  if (!VERSIONS.has(bytes[0]!)) return broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const claimed = view.getUint32(4, true);
  const firstRow = view.getUint16(8, true);
  const rowBytes = view.getUint16(10, true);
  if (firstRow <= HEADER || firstRow > bytes.length || rowBytes < 1) return broken;
  const described = fieldsOf(bytes, firstRow);
  const fit = columnsFit(described.length, file);
  if (!fit.ok) return fit;
  const fields = placed(described, rowBytes);
  if (fields === null || fields.length === 0) return broken;
  return ok({ fields, claimed, firstRow, rowBytes, foxPro: FOX_PRO.has(bytes[0]!) });
}

interface Described {
  readonly name: string;
  readonly type: string;
  readonly width: number;
  /** High byte of the width of a text, where the writer was Clipper or FoxPro; else decimals. */
  readonly high: number;
}

function fieldsOf(bytes: Uint8Array, firstRow: number): Described[] {
  const fields: Described[] = [];
  for (let at = HEADER; at + FIELD <= firstRow && bytes[at] !== END_OF_FIELDS; at += FIELD) {
    const name = bytes.subarray(at, at + NAME);
    const end = name.indexOf(0);
    fields.push({
      name: byteText(end < 0 ? name : name.subarray(0, end)).replace(/ +$/, ""),
      type: String.fromCharCode(bytes[at + NAME]!).toUpperCase(),
      width: bytes[at + 16]!,
      high: bytes[at + 17]!,
    });
  }
  return fields;
}

/** Null when the columns do not fit into a row. */
function placed(described: readonly Described[], rowBytes: number): DbfField[] | null {
  for (const long of [false, true]) {
    const fields: DbfField[] = [];
    let at = 1;
    for (const { name, type, width, high } of described) {
      const full = long && type === "C" ? width + 256 * high : width;
      // FoxPro keeps a hidden column of null marks.
      if (type !== "0") fields.push({ name, type, at, width: full });
      at += full;
    }
    // Texts of over 255 signs show by the row being exactly so much longer.
    if (at === rowBytes || (!long && at < rowBytes && !fitsLong(described, rowBytes))) return fields;
  }
  return null;
}

function fitsLong(described: readonly Described[], rowBytes: number): boolean {
  return described.reduce((sum, f) => sum + f.width + (f.type === "C" ? 256 * f.high : 0), 1) === rowBytes;
}
