/** Rows of a dBase table: read from the bytes when asked for, never more than there are bytes for. */
import type { Json } from "../../model/household.ts";
import type { Outcome, Problem } from "../../outcome.ts";
import { ok } from "../../outcome.ts";
import { byteText } from "../text/source-text.ts";
import { utf8End } from "../text/utf8-fit.ts";
import { dateCell, isOverflow, julianCell, logicalCell, numberCell } from "./dbf-field.ts";
import { type DbfField, type DbfHeader, dbfHeader } from "./dbf-header.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

export interface DbfRows {
  readonly columns: readonly string[];
  readonly text: "unicode" | "bytes";
  /** Whole rows that the header speaks of, deleted ones included; rows are counted from 0. */
  readonly count: number;
  /** Rows as the header says. */
  readonly claimed: number;
  /** Whole rows behind those the header speaks of. */
  readonly beyond: number;
  isDeleted(row: number): boolean;
  value(row: number, column: number): Json;
  /** What is wrong with columns or the encoding; nothing of missing or deleted rows. */
  readonly notes: readonly Problem[];
}

const DELETED = 0x2a;
const LIVE = 0x20;
const END = 0x1a;
const BLANK = 0x20;
const MEMO = new Set(["M", "G", "P", "W"]);
const UTF8 = /^\W*(?:utf-?8|65001)\W*$/i;

/**
 * Opens a table. `said` is what a `.cpg` says of the encoding, "" for nothing: believed when it says UTF-8 and all
 * text is. Refused: `dbf.header`, `dbf.version`, `format.columns`.
 */
export function dbfRows(bytes: Uint8Array, file: string, said: string): Outcome<DbfRows> {
  const opened = dbfHeader(bytes, file);
  if (!opened.ok) return opened;
  const header = opened.value;
  const { fields, claimed, firstRow, rowBytes } = header;
  const present = wholeRows(bytes, firstRow, rowBytes);
  const count = Math.min(claimed, present);
  const start = (row: number, field: DbfField) => firstRow + row * rowBytes + field.at;
  const notes: Problem[] = [];

  const claims = UTF8.test(said);
  const cut = claims ? cutLetters(bytes, header, count) : null;
  if (claims && cut === null) notes.push({ code: "shapefile.encoding", file, values: { said: said.trim() } });
  if (cut !== null && cut > 0) notes.push({ code: "dbf.letter-cut", file, values: { count: cut } });
  const text = cut === null ? "bytes" : "unicode";
  const decoder = new TextDecoder("utf-8");
  const decoded = (from: number, to: number) =>
    text === "bytes"
      ? byteText(bytes.subarray(from, to))
      : decoder.decode(bytes.subarray(from, Math.max(from, utf8End(bytes, from, to))));
  const columns = fields.map(({ name }) => (text === "bytes" ? name : unicodeName(name, decoder)));

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const value = (row: number, column: number): Json => {
    const field = fields[column];
    if (field === undefined || row >= count) return null;
    const from = start(row, field);
    const binary = binaryCell(view, header, field, from);
    if (binary !== undefined) return binary;
    const to = textEnd(bytes, from, from + field.width);
    if (to === from) return null;
    if (field.type === "N" || field.type === "F") return numberCell(byteText(bytes.subarray(from, to)));
    if (field.type === "D") return dateCell(byteText(bytes.subarray(from, to)));
    if (field.type === "L") return logicalCell(byteText(bytes.subarray(from, to)));
    return decoded(from, to);
  };

  for (const [column, field] of fields.entries()) {
    const name = columns[column]!;
    if (isMemo(header, field)) notes.push({ code: "dbf.memo", file, field: name });
    if (field.type !== "N" && field.type !== "F") continue;
    let stars = 0;
    for (let row = 0; row < count; row++) {
      // A number can be as short as its column is wide, so the last byte is a star whenever all are.
      const from = start(row, field);
      const last = from + field.width - 1;
      if (bytes[last] === 0x2a && isOverflow(byteText(bytes.subarray(from, last + 1)))) stars++;
    }
    if (stars > 0) notes.push({ code: "dbf.overflow", file, field: name, values: { count: stars } });
  }
  const isDeleted = (row: number) => bytes[firstRow + row * rowBytes] === DELETED;
  return ok({
    columns,
    text,
    count,
    claimed,
    beyond: beyondRows(bytes, header, count, present),
    isDeleted,
    value,
    notes,
  });
}

/** Rows whose bytes are all there, up to the end mark. */
function wholeRows(bytes: Uint8Array, firstRow: number, rowBytes: number): number {
  const room = Math.floor((bytes.length - firstRow) / rowBytes);
  for (let row = 0; row < room; row++) if (bytes[firstRow + row * rowBytes] === END) return row;
  return room;
}

/** Only what is marked as a row: behind the last one there may be anything. */
function beyondRows(bytes: Uint8Array, header: DbfHeader, count: number, present: number): number {
  let beyond = 0;
  for (let row = count; row < present; row++) {
    const mark = bytes[header.firstRow + row * header.rowBytes];
    if (mark !== LIVE && mark !== DELETED) break;
    if (mark === LIVE) beyond++;
  }
  return beyond;
}

/** End of a text: before the first NUL, without blanks. Nothing else is trimmed: byte AD is a letter of TCVN3. */
function textEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && bytes[end] !== 0) end++;
  while (end > from && bytes[end - 1] === BLANK) end--;
  return end;
}

function isMemo({ foxPro }: DbfHeader, { type }: DbfField): boolean {
  return MEMO.has(type) || (type === "B" && !foxPro);
}

/** Cells that are no text; undefined for those that are. */
function binaryCell(view: DataView, header: DbfHeader, field: DbfField, at: number): Json | undefined {
  if (isMemo(header, field)) return null;
  if (field.type === "I" && field.width === 4) return view.getInt32(at, true);
  if (field.width !== 8) return undefined;
  if (field.type === "B") {
    const value = view.getFloat64(at, true);
    return Number.isFinite(value) ? value : null;
  }
  if (field.type === "T" && header.foxPro) {
    return julianCell(view.getInt32(at, true), view.getInt32(at + 4, true));
  }
  if (field.type === "Y" && header.foxPro) return Number(view.getBigInt64(at, true)) / 10_000;
  return undefined;
}

/** Texts and names cut within a letter, or null when not all text is UTF-8. */
function cutLetters(bytes: Uint8Array, header: DbfHeader, count: number): number | null {
  let cut = 0;
  for (const field of header.fields) {
    const name = Uint8Array.from(field.name, (sign) => sign.charCodeAt(0));
    const end = utf8End(name, 0, name.length);
    if (end < 0 || (end < name.length && name.length < 10)) return null;
    if (end < name.length) cut++;
    if (isMemo(header, field) || "NFDLIBYT".includes(field.type)) continue;
    for (let row = 0; row < count; row++) {
      const from = header.firstRow + row * header.rowBytes + field.at;
      const to = textEnd(bytes, from, from + field.width);
      const whole = utf8End(bytes, from, to);
      // Only where the width ended can a letter have been cut.
      if (whole < 0 || (whole < to && to < from + field.width)) return null;
      if (whole < to) cut++;
    }
  }
  return cut;
}

function unicodeName(name: string, decoder: { decode(bytes: Uint8Array): string }): string {
  const bytes = Uint8Array.from(name, (sign) => sign.charCodeAt(0));
  return decoder.decode(bytes.subarray(0, utf8End(bytes, 0, bytes.length)));
}
