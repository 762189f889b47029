/** Rows of a `.mid` file: cells between separators, texts in quotation marks, one row on a line. */
import type { Json } from "../../model/household.ts";
import type { Problem } from "../../outcome.ts";
import { dateCell, logicalCell, numberCell } from "../shapefile/dbf-field.ts";
import type { MifColumn, MifHeader } from "./mif-header.ts";
import { LineReader } from "./mif-lines.ts";

const DATE_TIME = /^(\d{8})(\d{2})(\d{2})(\d{2})(?:\d{3})?$/;
/** A text with line breaks is put together from no more lines than these. */
const MOST_LINES = 200;

/** Each row as its cells, or why it cannot be read. Empty lines at the end are no rows. */
export function midRows(
  bytes: Uint8Array,
  { delimiter, columns }: MifHeader,
): readonly (readonly Json[] | Problem)[] {
  const lines = new LineReader(bytes);
  const rows: (readonly Json[] | Problem)[] = [];
  let empty = 0;
  for (let text = lines.next(); text !== null; text = lines.next()) {
    if (text.trim() === "" && columns.length > 1) {
      empty++;
      continue;
    }
    // Empty lines between rows are rows of nothing, or the objects after them would get the wrong attributes.
    for (; empty > 0; empty--) rows.push(columns.map(() => null));
    const cells = cellsOf(whole(text, lines), delimiter);
    if (cells.length !== columns.length) {
      rows.push({ code: "mif.row", values: { given: cells.length, wanted: columns.length } });
    } else rows.push(cells.map((cell, i) => cellValue(cell, columns[i]!)));
  }
  return rows;
}

/** Is it a refused row. */
export function isProblem(row: readonly Json[] | Problem): row is Problem {
  return !Array.isArray(row);
}

/** A line with the ones after it, as long as a quotation mark is open and is closed within reach. */
function whole(first: string, lines: LineReader): string {
  if (!isOpen(first)) return first;
  const ahead = lines.copy();
  let text = first;
  for (let i = 0; i < MOST_LINES; i++) {
    const next = ahead.next();
    if (next === null) return first;
    text += `\n${next}`;
    if (isOpen(next)) {
      lines.goTo(ahead);
      return text;
    }
  }
  return first;
}

/** An odd number of quotation marks. */
function isOpen(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks++;
  return marks % 2 === 1;
}

function cellsOf(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (sign === delimiter) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  cells.push(cell);
  return cells;
}

function cellValue(cell: string, { type }: MifColumn): Json {
  if (type === "number") return numberCell(cell);
  if (type === "date") return dateCell(cell);
  if (type === "logical") return logicalCell(cell);
  if (type === "date-time") {
    const match = DATE_TIME.exec(cell.trim());
    const day = match ? dateCell(match[1]!) : null;
    return match && day !== null ? `${day}T${match[2]}:${match[3]}:${match[4]}` : cell.trim() || null;
  }
  return cell === "" ? null : cell;
}
