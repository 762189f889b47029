/**
 * Writes the rows of one journal entry, and puts rows back from them. Values never pass through this program: the
 * engine moves them, so that half a million rows need no memory here and every value comes back as it was.
 */
import { valueFromJson, valuesToJson } from "./journal-values.ts";
import { KEY_COLUMN, type TableName } from "./rows.ts";
import { sqlName } from "./sql-names.ts";
import type { SqlValue, Statements } from "./statements.ts";

/** Removals of so many rows and more say in `journal_removal` which columns they name. */
const MANY = 1000;

/** Rows of a table that came back, side by side. */
export interface Island {
  readonly first: number;
  readonly last: number;
}

export class JournalWriter {
  private range: { table: TableName; first: number; last: number } | null = null;

  constructor(
    private readonly sql: Statements,
    private readonly seq: number,
  ) {}

  /** Rows `first` to `last` are new. */
  inserted(table: TableName, first: number, last: number): void {
    if (this.range?.table === table && this.range.last + 1 === first) {
      this.range.last = last;
      return;
    }
    this.flush();
    this.range = { table, first, last };
  }

  /** Keeps what these columns of row `fid` say, before they change. */
  beforeUpdate(table: TableName, fid: number, columns: readonly string[]): void {
    this.flush();
    this.keep(table, "update", columns, "fid = ?", [fid]);
  }

  /** Keeps the `count` rows of a clause, before they go. A column that is NULL in all of them is not named. */
  beforeRemoval(table: TableName, clause: string, values: readonly SqlValue[], count: number): void {
    this.flush();
    const columns = this.columnsInUse(table, clause, values);
    const plain = this.keep(table, "remove", columns, clause, values);
    if (count < MANY || !plain) return;
    const last = this.sql.lastFid();
    this.sql.run("INSERT INTO journal_removal (seq, first_row, last_row, columns) VALUES (?, ?, ?, ?)", [
      this.seq,
      last - count + 1,
      last,
      JSON.stringify(columns),
    ]);
  }

  /** Puts back the rows that journal rows `from` to `to` (all removals of one table) say were removed. */
  bringBack(table: TableName, from: number, to: number): Island[] {
    this.flush();
    const said = this.sql.value(
      `SELECT columns FROM journal_removal JOIN journal_row ON journal_row.fid = first_row
       WHERE first_row = ? AND last_row = ? AND journal_removal.seq = journal_row.seq`,
      [from, to],
    );
    const named: readonly string[] | null = typeof said === "string" ? JSON.parse(said) : null;
    const columns = this.sql
      .columns(table)
      .filter((column) => column !== "fid" && (!named || named.includes(column)));
    const names = ["fid", ...columns].map(sqlName).join(", ");
    // Images of an earlier form do not name columns that came later: one that must be filled gets its default.
    const defaults = named ? new Map<string, string>() : this.defaultsOf(table);
    const picked = columns.map((column) => {
      const value = valueFromJson(column, named === null);
      const otherwise = defaults.get(column);
      return otherwise === undefined ? value : `coalesce(${value}, ${otherwise})`;
    });
    const rows = "FROM journal_row WHERE fid BETWEEN ? AND ?";
    this.sql.run(
      `INSERT INTO "${table}" (${names}) SELECT ${["first_fid", ...picked].join(", ")} ${rows} ORDER BY fid`,
      [from, to],
    );
    return this.islands(from, to);
  }

  /** Columns that the update in journal row `row` changed. */
  changedBy(row: number): string[] {
    return this.sql.map(
      "SELECT json_each.key FROM journal_row, json_each(before) WHERE journal_row.fid = ?",
      [row],
      ([key]) => String(key),
    );
  }

  /** Puts these columns of row `fid` back to what journal row `row` says. False when the row is not there. */
  putBack(table: TableName, fid: number, row: number, columns: readonly string[]): boolean {
    const sets = columns.map((column) => `${sqlName(column)} = ${valueFromJson(column, true)}`);
    this.sql.run(
      `UPDATE "${table}" SET ${sets.join(", ")} FROM (SELECT before, before_geom FROM journal_row WHERE fid = ?)
       WHERE fid = ?`,
      [row, fid],
    );
    return this.sql.changes() === 1;
  }

  /** Writes what waits to be joined with what comes after it. */
  flush(): void {
    if (!this.range) return;
    const { table, first, last } = this.range;
    this.range = null;
    const key = KEY_COLUMN[table];
    const named =
      key && first === last ? this.sql.value(`SELECT "${key}" FROM "${table}" WHERE fid = ?`, [first]) : null;
    this.sql.run(
      `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key) VALUES (?, ?, 'insert', ?, ?, ?)`,
      [this.seq, table, first, last, named ?? null],
    );
  }

  /** True when no value of these rows was bytes outside `geom`. */
  private keep(
    table: TableName,
    op: "update" | "remove",
    columns: readonly string[],
    clause: string,
    values: readonly SqlValue[],
  ): boolean {
    const key = KEY_COLUMN[table];
    const bytes = this.holdBytes(table, columns, clause, values);
    this.sql.run(
      `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
       SELECT ?, ?, ?, fid, fid, ${key ? sqlName(key) : "NULL"}, ${valuesToJson(columns, bytes)},
         ${columns.includes("geom") ? "geom" : "NULL"} FROM "${table}" WHERE ${clause} ORDER BY fid`,
      [this.seq, table, op, ...values],
    );
    return !bytes;
  }

  /** Columns that must be filled, with what fills them when nothing is said, as SQL. */
  private defaultsOf(table: TableName): Map<string, string> {
    const rows = this.sql.map(
      `SELECT name, dflt_value FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NOT NULL`,
      [table],
      ([name, value]) => [String(name), String(value)] as const,
    );
    return new Map(rows);
  }

  /** Whether any of these values is bytes, which JSON has no form for. */
  private holdBytes(
    table: TableName,
    columns: readonly string[],
    clause: string,
    values: readonly SqlValue[],
  ): boolean {
    const kinds = columns.filter((column) => column !== "geom").map((column) => `typeof(${sqlName(column)})`);
    if (kinds.length === 0) return false;
    const some = `SELECT 1 FROM "${table}" WHERE (${clause}) AND 'blob' IN (${kinds.join(", ")}) LIMIT 1`;
    return this.sql.value(some, values) === 1;
  }

  /** Columns that are not NULL in some row: each look finds a further one, the last finds none. */
  private columnsInUse(table: TableName, clause: string, values: readonly SqlValue[]): string[] {
    const all = this.sql.columns(table).filter((column) => column !== "fid");
    const used = new Set<string>();
    for (;;) {
      const left = all.filter((column) => !used.has(column));
      if (left.length === 0) break;
      const flags = left.map((column, k) => `${sqlName(column)} IS NOT NULL AS c${k}`).join(", ");
      const some = left.map((column) => `${sqlName(column)} IS NOT NULL`).join(" OR ");
      const row = this.sql.object(
        `SELECT ${flags} FROM "${table}" WHERE (${clause}) AND (${some}) LIMIT 1`,
        values,
      );
      if (!row) break;
      left.forEach((column, k) => void (row[`c${k}`] === 1 && used.add(column)));
    }
    return all.filter((column) => used.has(column));
  }

  /** Row numbers that lie side by side, of removals `from` to `to`. */
  private islands(from: number, to: number): Island[] {
    const rows = "FROM journal_row WHERE fid BETWEEN ? AND ?";
    const span = this.sql.object(`SELECT min(first_fid) AS first, max(first_fid) AS last ${rows}`, [
      from,
      to,
    ])!;
    const whole = { first: Number(span.first), last: Number(span.last) };
    if (whole.last - whole.first === to - from) return [whole];
    return this.sql.map(
      `SELECT min(f), max(f) FROM
         (SELECT first_fid AS f, first_fid - row_number() OVER (ORDER BY first_fid) AS island ${rows})
       GROUP BY island ORDER BY min(f)`,
      [from, to],
      ([first, last]) => ({ first: Number(first), last: Number(last) }),
    );
  }
}
