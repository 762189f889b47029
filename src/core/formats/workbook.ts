/** A workbook opened with the library, within limits that hold before it sees a byte. */
import type { CellObject, Range, WorkBook } from "@e965/xlsx";
import { zipSync } from "fflate";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { DateFormats } from "./sheet-cell.ts";
import type { WorkbookKind } from "./workbook-kind.ts";
import { unzipPart, zipParts } from "./zip-parts.ts";

const MB = 1_000_000;
/** A sheet of 200,000 rows and 15 columns has 100 MB; it is held as text and as cells while it is read. */
const MOST_PART_BYTES = 250 * MB;
const MOST_UNPACKED_BYTES = 400 * MB;
/** An XLS is not packed: what it holds is no larger than itself. */
const MOST_XLS_BYTES = 250 * MB;
/** Excel's own limit of rows; what claims to lie beyond is no sheet. */
const MOST_ROWS = 1_048_576;
/** Registers have one for each commune or village. */
const MOST_SHEETS = 300;

/** Pictures, charts, macros, comments and links to other files are not unpacked. */
const NOT_NEEDED =
  /(?:^|\/)(?:media|drawings|charts|chartsheets|embeddings|activeX|ctrlProps|printerSettings|pivot\w*|externalLinks|theme|persons|threadedComments|comments\d*\.xml|tables|queryTables|slicers?\w*|diagrams|customXml|docProps|model|worksheets\/_rels)(?:\/|$)|vbaProject|calcChain|connections\.xml/i;
const NEEDED = /^\/?(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(?:xml|bin|rels))$/i;
const SHEET_PART = /^\/?xl\/worksheets\/[^/]+\.xml$/i;

export interface OpenWorkbook {
  readonly sheets: readonly OpenSheet[];
  /** Names of sheets that could not be taken apart. */
  readonly unreadable: readonly string[];
  readonly date1904: boolean;
  /** `bytes`: a workbook of before Excel 97, whose texts are bytes of an encoding it does not name rightly. */
  readonly text: "unicode" | "bytes";
  /** Cells whose formula was never computed; their value is nowhere. */
  readonly uncomputed: number;
  readonly formats: DateFormats;
}
export interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly data: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly merges: readonly Range[];
}

/** Refused: `sheet.locked`, `sheet.too-large`, `sheet.broken`. */
export async function openWorkbook(
  bytes: Uint8Array,
  kind: WorkbookKind,
  file: string,
): Promise<Outcome<OpenWorkbook>> {
  if (kind === "locked") return fail("sheet.locked", undefined, { file });
  const plain = kind === "xlsx" ? unpacked(bytes, file) : fitting(bytes, file);
  if (!plain.ok) return plain;
  const library = await import("@e965/xlsx");
  let book: WorkBook;
  try {
    book = library.read(plain.value.bytes, {
      type: "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: MOST_ROWS,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    return fail(locked ? "sheet.locked" : "sheet.broken", undefined, { file });
  }
  const names = Array.isArray(book.SheetNames) ? book.SheetNames : [];
  if (names.length > MOST_SHEETS) {
    return fail("sheet.too-many", { count: names.length, most: MOST_SHEETS }, { file });
  }
  const sheets: OpenSheet[] = [];
  const unreadable: string[] = [];
  names.forEach((name, i) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (!sheet) {
      unreadable.push(name);
      return;
    }
    // Sheets of charts and macros have no cells of their own.
    if (sheet["!type"] && sheet["!type"] !== "sheet") return;
    sheets.push({
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      data: sheet["!data"] ?? [],
      merges: sheet["!merges"] ?? [],
    });
  });
  const date1904 = String(book.Workbook?.WBProps?.date1904) === "true";
  const text = kind === "xls" && isBeforeUnicode(bytes) ? "bytes" : "unicode";
  const { uncomputed } = plain.value;
  return ok({ sheets, unreadable, date1904, text, uncomputed, formats: library.SSF as DateFormats });
}

interface Plain {
  readonly bytes: Uint8Array;
  readonly uncomputed: number;
}

function fitting(bytes: Uint8Array, file: string): Outcome<Plain> {
  if (bytes.length <= MOST_XLS_BYTES) return ok({ bytes, uncomputed: 0 });
  return fail("sheet.too-large", { limit: MOST_XLS_BYTES / MB }, { file });
}

/** The parts that hold cells, packed anew without compression: sizes and sums have been checked by then. */
function unpacked(bytes: Uint8Array, file: string): Outcome<Plain> {
  const broken = () => fail("sheet.broken", undefined, { file });
  const tooLarge = () => fail("sheet.too-large", { limit: MOST_UNPACKED_BYTES / MB }, { file });
  const parts = zipParts(bytes);
  if (parts === null) return broken();
  const needed = parts.filter(({ name }) => NEEDED.test(name) && !NOT_NEEDED.test(name));
  let total = 0;
  for (const { size } of needed) {
    total += size;
    if (size > MOST_PART_BYTES || total > MOST_UNPACKED_BYTES) return tooLarge();
  }
  const files: Record<string, Uint8Array> = {};
  let uncomputed = 0;
  for (const part of needed) {
    const content = unzipPart(bytes, part);
    if (content === null) return broken();
    const name = part.name.replace(/^\//, "");
    if (name !== "__proto__") files[name] = content;
    if (SHEET_PART.test(part.name)) uncomputed += emptyFormulas(content);
  }
  try {
    return ok({ bytes: zipSync(files, { level: 0 }), uncomputed });
  } catch {
    return broken();
  }
}

const FORMULA_END = Uint8Array.from("</f></c>", (sign) => sign.charCodeAt(0));
const FORMULA_NO_VALUE = [
  Uint8Array.from("</f><v></v></c>", (sign) => sign.charCodeAt(0)),
  Uint8Array.from("</f><v/></c>", (sign) => sign.charCodeAt(0)),
  Uint8Array.from("</f><v /></c>", (sign) => sign.charCodeAt(0)),
];

/** Cells with a formula and no value, as programs other than spreadsheets write them. */
function emptyFormulas(xml: Uint8Array): number {
  let count = 0;
  // `<f` is rare where there are no formulas, so that looking for `/` `f` byte by byte costs little.
  for (let at = xml.indexOf(0x66); at >= 0; at = xml.indexOf(0x66, at + 1)) {
    if (xml[at + 1] !== 0x3e || xml[at - 1] !== 0x2f || xml[at - 2] !== 0x3c) continue;
    if (isAt(xml, at - 2, FORMULA_END) || FORMULA_NO_VALUE.some((form) => isAt(xml, at - 2, form))) count++;
  }
  return count;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** A stream `Book` and none called `Workbook`: BIFF5 and older. */
function isBeforeUnicode(bytes: Uint8Array): boolean {
  const name = (text: string) => Uint8Array.from(`${text}\0`, (sign) => sign.charCodeAt(0));
  const has = (text: string) => {
    const letters = name(text);
    for (let at = 512; at + letters.length * 2 <= bytes.length; at += 128) {
      let k = 0;
      while (k < letters.length && bytes[at + 2 * k] === letters[k] && bytes[at + 2 * k + 1] === 0) k++;
      if (k === letters.length) return true;
    }
    return false;
  };
  return has("Book") && !has("Workbook");
}
