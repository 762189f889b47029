/** A workbook opened with the library, within limits that hold before it sees a byte. */
import type { CellObject, Range, WorkBook } from "@e965/xlsx";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { sourceText } from "../text/source-text.ts";
import type { DateFormats } from "./sheet-cell.ts";
import type { WorkbookKind } from "./workbook-kind.ts";
import { MOST_SHEETS, unpackedBook } from "./workbook-zip.ts";

const MB = 1_000_000;
/** An XLS is not packed: what it holds is no larger than itself. */
const MOST_XLS_BYTES = 250 * MB;
/** Excel's own limit of rows; what claims to lie beyond is no sheet. */
const MOST_ROWS = 1_048_576;

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
  const plain = plainBook(bytes, kind, file);
  if (!plain.ok) return plain;
  const library = await import("@e965/xlsx");
  let book: WorkBook;
  try {
    book = library.read(plain.value.content, {
      type: typeof plain.value.content === "string" ? "string" : "array",
      // Texts of HTML stay texts: "1.400.889,43" is no English number.
      raw: true,
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
  const { text, uncomputed } = plain.value;
  return ok({ sheets, unreadable, date1904, text, uncomputed, formats: library.SSF as DateFormats });
}

interface PlainBook {
  readonly content: Uint8Array | string;
  readonly text: OpenWorkbook["text"];
  readonly uncomputed: number;
}

/** How many more columns or rows look the same: the library makes a record of each, however many are claimed. */
const SPAN = /\bspan\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const LINES = /<(?:\w+:)?(?:column|row)\b[^<>]*>/gi;

/** What the library is given, once it is known to be bounded. */
function plainBook(bytes: Uint8Array, kind: WorkbookKind, file: string): Outcome<PlainBook> {
  if (kind === "xlsx") {
    const book = unpackedBook(bytes, file);
    if (!book.ok) return book;
    return ok({ content: book.value.bytes, text: "unicode", uncomputed: book.value.uncomputed });
  }
  if (bytes.length > MOST_XLS_BYTES) return fail("sheet.too-large", { limit: MOST_XLS_BYTES / MB }, { file });
  if (kind === "xls") {
    return ok({ content: bytes, text: isBeforeUnicode(bytes) ? "bytes" : "unicode", uncomputed: 0 });
  }
  const source = sourceText(bytes, file);
  if (!source.ok) return source;
  const content = source.value.text.replace(LINES, (tag) => tag.replace(SPAN, ""));
  return ok({ content, text: source.value.kind, uncomputed: 0 });
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
