/** What stands before the objects of a MapInfo exchange file: letters, separator, system, columns. */
import { fail, type Outcome, ok } from "../../outcome.ts";
import { columnsFit } from "../source-limits.ts";
import type { LineReader } from "./mif-lines.ts";

export interface MifColumn {
  /** As in the file: one sign per byte. */
  readonly name: string;
  readonly type: "text" | "number" | "date" | "date-time" | "logical";
}
export interface MifHeader {
  /** What `Charset` says, "" for nothing. */
  readonly charset: string;
  readonly delimiter: string;
  /** The clause, with the word itself; "" when there is none. */
  readonly coordSys: string;
  /** Factors of x and y, then what is added to them. */
  readonly transform: readonly [number, number, number, number];
  readonly columns: readonly MifColumn[];
}

const KEYWORD = /^\s*(version|charset|delimiter|unique|index|coordsys|transform|columns|data)\b/i;
const COLUMN =
  /^\s*(.+?)\s+(char|integer|smallint|largeint|decimal|float|datetime|date|time|logical)\s*(?:\([^)]*\))?\s*$/i;
const TYPES: Readonly<Record<string, MifColumn["type"]>> = {
  integer: "number",
  smallint: "number",
  largeint: "number",
  decimal: "number",
  float: "number",
  date: "date",
  datetime: "date-time",
  logical: "logical",
};
/** A clause that is cut into lines is put together from no more than these. */
const MOST_CLAUSE_LINES = 10;

/** Reads up to and with the line `Data`. Refused: `mif.header`, `mif.columns`, `format.columns`. */
export function mifHeader(lines: LineReader, file: string): Outcome<MifHeader> {
  let [charset, delimiter, coordSys] = ["", "\t", ""];
  let transform: MifHeader["transform"] = [1, 1, 0, 0];
  let columns: MifColumn[] | null = null;
  for (let text = lines.next(); text !== null; text = lines.next()) {
    const keyword = KEYWORD.exec(text)?.[1]?.toLowerCase();
    const rest = text.replace(KEYWORD, "");
    if (keyword === "charset") charset = quoted(rest);
    else if (keyword === "delimiter") delimiter = /"(.)"/.exec(rest)?.[1] ?? delimiter;
    else if (keyword === "coordsys") coordSys = clause(text, lines);
    else if (keyword === "transform") transform = transformOf(rest);
    else if (keyword === "columns") {
      const read = columnsOf(rest, lines, file);
      if (!read.ok) return read;
      columns = read.value;
    } else if (keyword === "data") {
      if (columns === null) break;
      return ok({ charset, delimiter, coordSys, transform, columns });
    }
  }
  return fail("mif.header", undefined, { file });
}

function columnsOf(rest: string, lines: LineReader, file: string): Outcome<MifColumn[]> {
  const count = Number(rest.trim());
  if (!Number.isInteger(count) || count < 0) return fail("mif.columns", { line: lines.line }, { file });
  const fit = columnsFit(count, file);
  if (!fit.ok) return fit;
  const columns: MifColumn[] = [];
  while (columns.length < count) {
    const text = lines.next();
    const match = text === null ? null : COLUMN.exec(text);
    if (!match) return fail("mif.columns", { line: lines.line }, { file });
    columns.push({ name: match[1]!, type: TYPES[match[2]!.toLowerCase()] ?? "text" });
  }
  return ok(columns);
}

function clause(first: string, lines: LineReader): string {
  const parts = [first.trim()];
  while (parts.length < MOST_CLAUSE_LINES) {
    const next = lines.peek();
    if (next === null || KEYWORD.test(next)) break;
    parts.push(lines.next()!.trim());
  }
  return parts.filter((part) => part !== "").join(" ");
}

function transformOf(rest: string): MifHeader["transform"] {
  const [a = 1, b = 1, c = 0, d = 0] = rest.split(/[\s,]+/).flatMap((part) => {
    const value = part === "" ? Number.NaN : Number(part);
    return Number.isFinite(value) ? [value] : [];
  });
  // A factor of 0 means none.
  return [a || 1, b || 1, c, d];
}

function quoted(rest: string): string {
  return (/"([^"]*)"/.exec(rest)?.[1] ?? rest).trim();
}
