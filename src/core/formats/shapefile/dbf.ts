/**
 * A dBase table alone (`.dbf`): C, N, F, L, D and the plain columns of FoxPro; texts and names stay bytes.
 * Sources: dBase III PLUS and IV file structures (Ashton-Tate, Borland), table structure of Visual FoxPro.
 */
import type { Dataset, FileGroup, SourceReader } from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { binaryName } from "../known-content.ts";
import { missingRows } from "../missing-rows.ts";
import { byteText } from "../text/source-text.ts";
import { looksLikeDbf } from "./dbf-header.ts";
import { type DbfRows, dbfRows } from "./dbf-rows.ts";

const MOST_CPG = 100;
/** Of the first row as a spreadsheet counts that opens the table: its line 1 are the names. */
const FIRST_ROW = 2;

export const dbf: SourceReader = {
  formats: ["dbf"],
  recognise: ({ main: { name, bytes } }) =>
    looksLikeDbf(bytes) || (/\.dbf$/i.test(name) && isStillDbf(bytes)),
  read: async (group) => read(group),
};

/** A `.dbf` whose beginning is damaged, but which is nothing else either. */
function isStillDbf(bytes: Uint8Array): boolean {
  const other = binaryName(bytes);
  return bytes.length > 0 && bytes[0]! < 0x09 && (other === null || other === "DBF");
}

/** What a `.cpg` among the companions says, "" when there is none. */
export function saidEncoding({ companions }: FileGroup): string {
  const cpg = companions.find(({ name }) => /\.c(?:pg|st)$/i.test(name));
  return cpg ? byteText(cpg.bytes.subarray(0, MOST_CPG)).trim() : "";
}

function read(group: FileGroup): Outcome<Dataset> {
  const { name: file, bytes } = group.main;
  const opened = dbfRows(bytes, file, saidEncoding(group));
  if (!opened.ok) return opened;
  const rows = opened.value;
  const live = liveRows(rows);
  const rejected = [...cutRows(rows, file), ...beyondRows(rows, file)];
  if (live.length + rejected.length === 0) return fail("shapefile.no-rows", undefined, { file });
  const table = {
    format: "dbf" as const,
    file,
    name: "",
    columns: rows.columns,
    text: rows.text,
    count: live.length,
    value: (row: number, column: number) => rows.value(live[row]!, column),
    geometry: () => null,
    rowNumber: (row: number) => live[row]! + FIRST_ROW,
    rowIs: "row" as const,
    crs: null,
    rejected,
    notes: dbfNotes(rows, file),
  };
  return ok({ format: "dbf", file, tables: [table], notes: [] });
}

/** Numbers from 0 of the rows that are not deleted. */
export function liveRows(rows: DbfRows): Uint32Array {
  const live = new Uint32Array(rows.count);
  let count = 0;
  for (let row = 0; row < rows.count; row++) if (!rows.isDeleted(row)) live[count++] = row;
  return live.slice(0, count);
}

/** What has to be told of a table as a whole. */
export function dbfNotes(rows: DbfRows, file: string): Problem[] {
  const notes = [...rows.notes];
  let deleted = 0;
  for (let row = 0; row < rows.count; row++) if (rows.isDeleted(row)) deleted++;
  if (deleted > 0) notes.push({ code: "dbf.deleted", file, values: { count: deleted } });
  if (rows.count < rows.claimed) {
    notes.push({ code: "dbf.cut", file, values: { said: rows.claimed, whole: rows.count } });
  }
  return notes;
}

function cutRows(rows: DbfRows, file: string): readonly Problem[] {
  return missingRows({ code: "dbf.row-cut", file }, rows.count + FIRST_ROW, rows.claimed - rows.count);
}

/** Rows the header does not speak of. */
function beyondRows(rows: DbfRows, file: string): readonly Problem[] {
  return missingRows({ code: "dbf.beyond", file }, rows.count + FIRST_ROW, rows.beyond);
}
