/**
 * The table within a sheet: titles above it, lines of names, totals, headings of parts and signatures are told
 * apart from the data. Nothing vanishes: every row with content is data or counted in a note with its numbers.
 */
import type { Problem } from "../../outcome.ts";
import { rowList } from "../row-list.ts";
import { readBody } from "./sheet-body.ts";
import { findHeader } from "./sheet-header.ts";
import { hasContent, lineText, type SheetView } from "./sheet-view.ts";

/** Name of the column that holds the headings of parts; a second level is `(nhóm 2)`. */
export const GROUP_COLUMN = "(nhóm)";
/** In a table of bytes a name may have bytes of one sign only. */
const GROUP_COLUMN_BYTES = "(nhom)";
/** Titles say commune, date and what the table is; not more than this is quoted. */
const MOST_TITLE = 400;

export interface SheetShape {
  /** Name of each column of the view; "" where there is none. All are empty when the table has no header. */
  readonly names: readonly string[];
  /** Places of the lines of names among the rows of the view, `from` … `to - 1`; null when there is none. */
  readonly header: { readonly from: number; readonly to: number } | null;
  /** Places of the rows of data among the rows of the view. */
  readonly data: Uint32Array;
  /** Columns that are made from headings: a value for each row of data. */
  readonly groups: readonly { readonly name: string; readonly values: readonly (string | null)[] }[];
  /**
   * What was left out, with `count` and `rows`. With the data, and the line of names where it is a single one,
   * they are all rows of the view.
   */
  readonly notes: readonly Problem[];
}

/** `file` names the file in the notes. Takes time in proportion to the cells. */
export function sheetShape(view: SheetView, file: string): SheetShape {
  const header = findHeader(view);
  const names = header?.names ?? [];
  const body = readBody(view, header?.data ?? 0, names);
  const notes: Problem[] = [];
  const note = (code: Problem["code"], places: readonly number[], values: Problem["values"] = {}) => {
    if (places.length === 0) return;
    const rows = places.map((at) => view.row(at));
    notes.push({ code, file, row: rows[0]!, values: { count: rows.length, rows: rowList(rows), ...values } });
  };
  if (header === null) notes.push({ code: "sheet.no-header", file });
  else {
    const titles = range(0, header.from);
    if (view.text === "bytes") note("sheet.title-bytes", titles);
    else note("sheet.title", titles, { text: quoted(view, titles) });
    if (header.to - header.from > 1) note("sheet.header-rows", range(header.from, header.to));
    note("sheet.numbering", range(header.to, header.data));
  }
  const groupName = view.text === "bytes" ? GROUP_COLUMN_BYTES : GROUP_COLUMN;
  const groups = body.groups.map((values, i) => ({
    name: i === 0 ? groupName : groupName.replace(")", ` ${i + 1})`),
    values,
  }));
  note("sheet.groups", body.headings, { columns: groups.map(({ name }) => name).join(", ") });
  note("sheet.totals", body.totals);
  note("sheet.header-again", body.repeated);
  if (view.text === "bytes") note("sheet.footer-bytes", body.footer);
  else note("sheet.footer", body.footer, { text: quoted(view, body.footer) });
  const all = header === null ? new Array<string>(view.width).fill("") : names;
  return { names: all, header, data: body.data, groups, notes };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function quoted(view: SheetView, places: readonly number[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const at of places) {
    for (let column = view.first(at); column < view.width && length < MOST_TITLE; column++) {
      const value = view.value(at, column);
      if (!hasContent(value)) continue;
      texts.push(lineText(value));
      length += texts.at(-1)!.length;
    }
  }
  const text = texts.join(" · ");
  return text.length > MOST_TITLE ? `${text.slice(0, MOST_TITLE)}…` : text;
}
