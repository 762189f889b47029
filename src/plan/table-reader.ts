/** Asks for rows of an open plan. Changes nothing. */
import { KEY_COLUMN, type KeyedTable, type Row, type TableName, type Where } from "./rows.ts";
import type { Database } from "./sqlite.ts";
import { type SqlValue, Statements } from "./statements.ts";

/** What a command may ask of the plan. */
export interface PlanReader {
  /** The row of this stable name, or null. */
  read<T extends KeyedTable>(table: T, key: string): Row<T> | null;
  /** Rows equal on the named columns, in file order. */
  find<T extends TableName>(table: T, where: Where<T>): Row<T>[];
  count<T extends TableName>(table: T, where: Where<T>): number;
  /** Those of `keys` that name no row of the table. */
  missing(table: KeyedTable, keys: readonly string[]): string[];
}

/** Reads rows straight from the file. `close` must be called before the database can be closed. */
export class TableReader implements PlanReader {
  protected readonly sql: Statements;

  constructor(db: Database) {
    this.sql = new Statements(db);
  }

  read<T extends KeyedTable>(table: T, key: string): Row<T> | null {
    if (typeof key !== "string") return null; // asked by a script that takes something else for a name
    const row: unknown = this.sql.object(`SELECT * FROM "${table}" WHERE "${KEY_COLUMN[table]}" = ?`, [key]);
    return row as Row<T> | null;
  }

  find<T extends TableName>(table: T, where: Where<T>): Row<T>[] {
    const [clause, values] = clauseOf(where);
    const rows: unknown = this.sql.objects(`SELECT * FROM "${table}" WHERE ${clause} ORDER BY fid`, values);
    return rows as Row<T>[];
  }

  count<T extends TableName>(table: T, where: Where<T>): number {
    const [clause, values] = clauseOf(where);
    return Number(this.sql.value(`SELECT count(*) FROM "${table}" WHERE ${clause}`, values));
  }

  missing(table: KeyedTable, keys: readonly string[]): string[] {
    const one = `SELECT 1 FROM "${table}" WHERE "${KEY_COLUMN[table]}" = ?`;
    return keys.filter((key) => this.sql.value(one, [key]) === undefined);
  }

  /** Every row of a sentence made into something; for the tables that are read whole. */
  map<T>(sql: string, values: readonly SqlValue[], make: (row: readonly SqlValue[]) => T): T[] {
    return this.sql.map(sql, values, make);
  }

  /** Lets go of the database. */
  close(): void {
    this.sql.close();
  }
}

/** The condition that says the named columns are equal, and its values. */
export function clauseOf(where: object): [clause: string, values: SqlValue[]] {
  const entries = Object.entries(where) as [string, SqlValue][];
  const parts = entries.map(([column]) => `"${column}" IS ?`);
  return [parts.length ? parts.join(" AND ") : "1", entries.map(([, value]) => value)];
}
