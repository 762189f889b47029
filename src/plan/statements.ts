/** Prepared statements kept for as long as one recording lasts: bulk work prepares each sentence once. */
import type { Database } from "./sqlite.ts";

/** A value as SQLite keeps it. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;
type Statement = ReturnType<Database["prepare"]>;

export class Statements {
  private readonly prepared = new Map<string, Statement>();
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly db: Database) {}

  /** Runs a sentence that answers nothing. */
  run(sql: string, values: readonly SqlValue[]): void {
    const statement = this.bound(sql, values);
    try {
      statement.step();
    } finally {
      statement.reset();
    }
  }

  /** The first column of the first row; undefined when there is no row. */
  value(sql: string, values: readonly SqlValue[]): SqlValue | undefined {
    const statement = this.bound(sql, values);
    try {
      return statement.step() ? (statement.get(0) as SqlValue) : undefined;
    } finally {
      statement.reset();
    }
  }

  /** The first row, or null. */
  object(sql: string, values: readonly SqlValue[]): SqlRow | null {
    const statement = this.bound(sql, values);
    try {
      return statement.step() ? (statement.get({}) as SqlRow) : null;
    } finally {
      statement.reset();
    }
  }

  /** Every row. */
  objects(sql: string, values: readonly SqlValue[]): SqlRow[] {
    const statement = this.bound(sql, values);
    const out: SqlRow[] = [];
    try {
      while (statement.step()) out.push(statement.get({}) as SqlRow);
      return out;
    } finally {
      statement.reset();
    }
  }

  /** Every row made into something, its values in the order asked for: several times faster than `objects`. */
  map<T>(sql: string, values: readonly SqlValue[], make: (row: readonly SqlValue[]) => T): T[] {
    const statement = this.bound(sql, values);
    const out: T[] = [];
    const row: SqlValue[] = [];
    try {
      while (statement.step()) out.push(make(statement.get(row) as SqlValue[]));
      return out;
    } finally {
      statement.reset();
    }
  }

  /** Names of a table's columns, in order. */
  columns(table: string): readonly string[] {
    let names = this.known.get(table);
    if (!names) {
      const rows = this.objects("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table]);
      names = rows.map((row) => String(row.name));
      this.known.set(table, names);
    }
    return names;
  }

  /** Number of the row inserted last. */
  lastFid(): number {
    return Number(this.value("SELECT last_insert_rowid()", []));
  }

  /** Rows touched by the last sentence. */
  changes(): number {
    return Number(this.value("SELECT changes()", []));
  }

  /** Lets every prepared statement go; the database cannot be closed before. */
  close(): void {
    for (const statement of this.prepared.values()) statement.finalize();
    this.prepared.clear();
  }

  private bound(sql: string, values: readonly SqlValue[]): Statement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.prepared.set(sql, statement);
    }
    if (values.length > 0) statement.bind([...values]);
    return statement;
  }
}
