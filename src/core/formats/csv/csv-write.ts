/** Writes CSV that spreadsheets open as what it is: quoted where needed, CR LF, text never taken for a formula. */
import type { Json } from "../../model/household.ts";
import { encodeText } from "../text/encode-text.ts";

export interface CsvWriteOptions {
  /** Byte order mark: older spreadsheets take a file without it for the machine's own encoding. Default true. */
  readonly bom?: boolean;
  readonly separator?: "," | ";" | "\t";
}

/** Text a spreadsheet would compute; one with the guarding apostrophe in front gets another, so reading gives it back. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** A plain number may begin with a sign. */
const NUMBER = /^[-+]?\d+([.,]\d+)?$/;

/** One line per row in the order of `columns`; a value that is missing or null is an empty cell. */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, Json>>>,
  { bom = true, separator = "," }: CsvWriteOptions = {},
): Uint8Array {
  function* lines(): Generator<string> {
    yield `${bom ? "\ufeff" : ""}${columns.map((name) => csvCell(name, separator)).join(separator)}\r\n`;
    for (const row of rows) {
      yield `${columns.map((name) => csvCell(row[name] ?? null, separator)).join(separator)}\r\n`;
    }
  }
  return encodeText(lines());
}

/** One cell as it stands in the file: quoted where needed, guarded where a spreadsheet would compute it. */
export function csvCell(value: Json, separator: string): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const plain = typeof value === "string" ? value : JSON.stringify(value);
  const text = FORMULA.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  const quote = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  return quote ? `"${text.replaceAll('"', '""')}"` : text;
}
