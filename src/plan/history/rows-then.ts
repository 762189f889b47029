/** Rows of a table as the journal knew them after an entry: what came later is turned round in memory only. */
import type { TableName } from "../rows.ts";
import type { SqlRow, Statements } from "../statements.ts";

/** One row that one entry changed: as it was before and after. Null: not there. */
export interface RowChange {
  readonly seq: number;
  /** Its place in the order of everything that was ever touched. */
  readonly line: number;
  readonly before: SqlRow | null;
  readonly after: SqlRow | null;
}

/** By row number, every row that was touched since, as it was then. Null: it was not there. */
export type RowsThen = ReadonlyMap<number, SqlRow | null>;

/**
 * Goes back from now to just after entry `seq`, newest first; `look` sees every change on the way. For tables without
 * shapes. Entries that came in with a merge describe rows of another copy; what they did here stands in the merge's own.
 */
export function rowsThen(
  sql: Statements,
  table: TableName,
  seq: number,
  look: (change: RowChange) => void = () => {},
): RowsThen {
  const then = new Map<number, SqlRow | null>();
  const lines = sql.objects(
    `SELECT fid, seq, op, first_fid, last_fid, before FROM journal_row
     WHERE seq > ? AND table_name = ? AND seq NOT IN (SELECT seq FROM journal WHERE kind = 'merged')
     ORDER BY fid DESC`,
    [seq, table],
  );
  for (const { fid, seq: by, op, first_fid, last_fid, before: image } of lines) {
    const [first, last] = [Number(first_fid), Number(last_fid)];
    const step = (row: number, before: SqlRow | null, after: SqlRow | null) => {
      then.set(row, before);
      look({ seq: Number(by), line: Number(fid), before, after });
    };
    if (op === "insert") {
      fetchRows(sql, table, first, last, then);
      for (let row = first; row <= last; row++) {
        const after = then.get(row) ?? null;
        if (after) step(row, null, after);
      }
    } else {
      const kept = JSON.parse(String(image)) as SqlRow;
      if (op === "update") {
        fetchRows(sql, table, first, first, then);
        const after = then.get(first) ?? null;
        if (after) step(first, { ...after, ...kept }, after);
      } else step(first, { fid: first, ...kept }, null);
    }
  }
  return then;
}

/** Every row of the table as it was just after entry `seq`, in file order. */
export function allRowsThen(sql: Statements, table: TableName, seq: number): SqlRow[] {
  const then = rowsThen(sql, table, seq);
  const rows = sql
    .objects(`SELECT * FROM "${table}" ORDER BY fid`, [])
    .filter(({ fid }) => !then.has(Number(fid)));
  for (const row of then.values()) if (row) rows.push(row);
  return rows.sort((a, b) => Number(a.fid) - Number(b.fid));
}

/** Rows that nothing was said of yet are as they are now. */
function fetchRows(
  sql: Statements,
  table: TableName,
  first: number,
  last: number,
  then: Map<number, SqlRow | null>,
): void {
  if (first === last && then.has(first)) return;
  const rows = sql.objects(`SELECT * FROM "${table}" WHERE fid BETWEEN ? AND ?`, [first, last]);
  for (const row of rows) if (!then.has(Number(row.fid))) then.set(Number(row.fid), row);
}
