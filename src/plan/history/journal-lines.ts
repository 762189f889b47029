/** Asks for the rows that journal entries kept, as they were before. */
import type { TableName } from "../rows.ts";
import type { SqlRow, SqlValue, Statements } from "../statements.ts";

/** One row of the journal. `before`: columns as they were, with the former shape; null for rows that were new. */
export interface JournalLine {
  /** Its place in the order of everything that was ever touched. */
  readonly fid: number;
  readonly seq: number;
  readonly op: "insert" | "update" | "remove";
  /** Number of the row in its table; of the first of them for rows that came together. */
  readonly first: number;
  readonly key: string | null;
  readonly before: SqlRow | null;
}

const COLUMNS = "fid, seq, op, first_fid, key, before, before_geom";

/** What was kept of the row of this stable name, newest first. */
export function linesOfKey(sql: Statements, table: TableName, key: string): JournalLine[] {
  return sql
    .objects(`SELECT ${COLUMNS} FROM journal_row WHERE table_name = ? AND key = ? ORDER BY fid DESC`, [
      table,
      key,
    ])
    .map(lineOf);
}

/** What was kept of rows that said `value` in `column` before they changed or went, newest first. */
export function linesThatSaid(
  sql: Statements,
  table: TableName,
  column: string,
  value: string,
): JournalLine[] {
  // Looking for the text first spares taking most rows apart. With these signs JSON may write it in several ways.
  const needle = /["\\\p{Cc}]/u.test(value) ? "" : `"${column}":${JSON.stringify(value)}`;
  return sql
    .objects(
      `SELECT ${COLUMNS} FROM journal_row WHERE table_name = ? AND op <> 'insert' AND instr(before, ?) > 0
         AND json_extract(before, '$."${column}"') = ? ORDER BY fid DESC`,
      [table, needle, value],
    )
    .map(lineOf);
}

/** Entries with which row number `row` came among others, between two lines of the journal, newest first. */
export function rangesThatBrought(
  sql: Statements,
  table: TableName,
  row: number,
  { after, before }: { readonly after: number; readonly before: number },
): number[] {
  return sql.map(
    `SELECT seq FROM journal_row WHERE table_name = ? AND key IS NULL AND op = 'insert'
       AND first_fid <= ? AND last_fid >= ? AND fid > ? AND fid < ? ORDER BY fid DESC`,
    [table, row, row, after, before],
    ([seq]) => Number(seq),
  );
}

/** How many rows entry `seq` touched, in all tables. */
export function rowsTouched(sql: Statements, seq: number): number {
  return Number(sql.value("SELECT total(last_fid - first_fid + 1) FROM journal_row WHERE seq = ?", [seq]));
}

function lineOf(row: SqlRow): JournalLine {
  return {
    fid: Number(row.fid),
    seq: Number(row.seq),
    op: row.op as JournalLine["op"],
    first: Number(row.first_fid),
    key: row.key === null ? null : String(row.key),
    before: row.before === null ? null : withShape(JSON.parse(String(row.before)), row.before_geom!),
  };
}

function withShape(before: SqlRow, geom: SqlValue): SqlRow {
  return "geom" in before ? { ...before, geom } : before;
}
