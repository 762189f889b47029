/** What of a workbook's archive holds cells, unpacked within limits, whatever the archive claims of its sizes. */
import { zipSync } from "fflate";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { crc32 } from "../zip/crc32.ts";
import { inflateBounded } from "../zip/inflate-bounded.ts";
import { packedBytes, type ZipEntry, zipEntries } from "../zip/zip-directory.ts";

const MB = 1_000_000;
/** A sheet of 200,000 rows and 15 columns has 100 MB; it is held as text and as cells while it is read. */
const MOST_PART_BYTES = 250 * MB;
const MOST_UNPACKED_BYTES = 400 * MB;
/** Pictures and charts are parts too. */
const MOST_PARTS = 10_000;
/** Registers have one for each commune or village. */
export const MOST_SHEETS = 300;
const STORED = 0;
const DEFLATED = 8;

/** Pictures, charts, macros, comments and links to other files are not unpacked. */
const NOT_NEEDED =
  /(?:^|\/)(?:media|drawings|charts|chartsheets|embeddings|activeX|ctrlProps|printerSettings|pivot\w*|externalLinks|theme|persons|threadedComments|comments\d*\.xml|tables|queryTables|slicers?\w*|diagrams|customXml|docProps|model|worksheets\/_rels)(?:\/|$)|vbaProject|calcChain|connections\.xml/i;
const NEEDED = /^\/?(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(?:xml|bin|rels))$/i;
const SHEET_PART = /^\/?xl\/worksheets\/[^/]+\.xml$/i;

export interface UnpackedBook {
  readonly bytes: Uint8Array;
  /** Cells with a formula and no value. */
  readonly uncomputed: number;
}

/**
 * The parts that hold cells, packed anew without compression: sizes and sums have been checked by then. Refused:
 * `sheet.too-large`, `sheet.too-many`, `sheet.broken`.
 */
export function unpackedBook(bytes: Uint8Array, file: string): Outcome<UnpackedBook> {
  const broken = () => fail("sheet.broken", undefined, { file });
  const tooLarge = () => fail("sheet.too-large", { limit: MOST_UNPACKED_BYTES / MB }, { file });
  const entries = zipEntries(bytes, MOST_PARTS);
  if (entries === null || entries.length > MOST_PARTS) return broken();
  const needed = entries.filter(({ name }) => NEEDED.test(name) && !NOT_NEEDED.test(name));
  let total = 0;
  for (const part of needed) {
    total += part.bytes;
    if (part.bytes > MOST_PART_BYTES || total > MOST_UNPACKED_BYTES) return tooLarge();
  }
  const files: Record<string, Uint8Array> = {};
  let uncomputed = 0;
  for (const part of needed) {
    const content = contentOf(bytes, part);
    if (content === null) return broken();
    const sheets = WORKBOOK_PART.test(part.name) ? countOf(content, SHEET_ID) : 0;
    if (sheets > MOST_SHEETS) return fail("sheet.too-many", { count: sheets, most: MOST_SHEETS }, { file });
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

/** One of each sheet; a workbook may name the same part many times over. */
const SHEET_ID = Uint8Array.from("sheetId=", (sign) => sign.charCodeAt(0));
const WORKBOOK_PART = /^\/?xl\/workbook[^/]*\.xml$/i;

function countOf(bytes: Uint8Array, wanted: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (isAt(bytes, at, wanted)) count++;
  }
  return count;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** Null when a part is broken, encrypted or not what the directory says of its size and sum. */
function contentOf(bytes: Uint8Array, part: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, part);
  if (packed === null || part.isEncrypted) return null;
  let content: Uint8Array | null = null;
  if (part.method === STORED) content = packed;
  else if (part.method === DEFLATED) {
    const inflated = inflateBounded(packed, part.bytes);
    if (inflated.kind === "done") content = inflated.bytes;
  }
  return content?.length === part.bytes && crc32(content) === part.crc ? content : null;
}
