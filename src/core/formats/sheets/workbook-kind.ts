/** Whether bytes are a workbook, by what lies in their container: other archives and documents have the same start. */
import { startOf } from "../text/source-text.ts";
import { isZip, type ZipEntry, zipEntries } from "../zip/zip-directory.ts";

/**
 * `text`: a table of HTML or XML that Excel takes as a workbook, as web systems export it under the ending `.xls`.
 * `locked`: a workbook with a password, which nothing but its name and size can be read of.
 */
export type WorkbookKind = "xlsx" | "xls" | "text" | "locked";

/** The names by which such files say that they are for Excel (XML Spreadsheet 2003, HTML of Office). */
const FOR_EXCEL = /urn:schemas-microsoft-com:office:(?:spreadsheet|excel)/i;
const MARKUP = /^\s*<(?:!doctype\s+html|html|head|meta|style|body|table)[\s>]/i;

/** Excel writes `xl/workbook.xml`, Office 365 also `workbook2.xml`, and `.bin` in binary workbooks. */
const WORKBOOK_PART = /^\/?xl\/workbook[^/]*\.(?:xml|bin)$/i;
/** The workbook is among the first parts. */
const MOST_PARTS = 10_000;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** An entry of the directory of a compound file (MS-CFB 2.6.1). */
const ENTRY = 128;
const ENTRY_NAME_LENGTH = 64;
const ENTRY_TYPE = 66;
const STREAM = 2;
const STREAMS: readonly (readonly [name: string, kind: WorkbookKind])[] = [
  ["Workbook", "xls"],
  ["Book", "xls"],
  ["EncryptedPackage", "locked"],
];

/** Null for everything else. A workbook that was cut short is one still; a web page is one if its name says so. */
export function workbookKind(bytes: Uint8Array, file: string): WorkbookKind | null {
  if (isZip(bytes)) return isWorkbookZip(bytes) ? "xlsx" : null;
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) return compoundKind(bytes);
  const start = startOf(bytes);
  if (FOR_EXCEL.test(start) && start.trimStart().startsWith("<")) return "text";
  return /\.xlsx?$/i.test(file) && MARKUP.test(start) ? "text" : null;
}

function isWorkbookZip(bytes: Uint8Array): boolean {
  const parts = zipEntries(bytes, MOST_PARTS);
  if (parts !== null) return isWorkbook(parts);
  // Cut short: the names stand before the parts as well.
  return find(bytes, "xl/work") || find(bytes, "xl/sharedStrings.xml");
}

/** True for the parts of a workbook; `[Content_Types].xml` is what makes an archive an Office document. */
export function isWorkbook(parts: readonly ZipEntry[]): boolean {
  return (
    parts.some(({ name }) => name === "[Content_Types].xml") &&
    parts.some(({ name }) => WORKBOOK_PART.test(name))
  );
}

function find(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let k = 1;
    while (k < text.length && bytes[at + k] === text.charCodeAt(k)) k++;
    if (k === text.length) return true;
  }
  return false;
}

/** Entries of the directory lie at multiples of their size, wherever its sectors are. */
function compoundKind(bytes: Uint8Array): WorkbookKind | null {
  for (let at = 512; at + ENTRY_TYPE < bytes.length; at += ENTRY) {
    if (bytes[at + ENTRY_TYPE] !== STREAM) continue;
    for (const [name, kind] of STREAMS) if (isNamed(bytes, at, name)) return kind;
  }
  return null;
}

/** UTF-16 with a zero at the end, which the length counts. */
function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
  if (bytes[at + ENTRY_NAME_LENGTH] !== name.length * 2 + 2 || bytes[at + ENTRY_NAME_LENGTH + 1] !== 0) {
    return false;
  }
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + i * 2]! !== name.charCodeAt(i) || bytes[at + i * 2 + 1] !== 0) return false;
  }
  return true;
}
