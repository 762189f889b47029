/**
 * The recorder: the only way rows of a plan are touched. It keeps each row as it was before, so that undo and
 * audit need nothing from the command. Rows go in bulk through SQL where they come in bulk, so that an import
 * is one journal row and its removal needs no row in memory.
 */
import type { Bbox } from "../core/units.ts";
import { BulkInsert, type RowWriter } from "./bulk-insert.ts";
import { ChangedTables, type TouchedRows } from "./changed-tables.ts";
import { boundsOf } from "./geometry-blob.ts";
import { JournalWriter } from "./journal-writer.ts";
import type { KeyedTable, NewRow, Rows, TableName, Where } from "./rows.ts";
import { sqlName } from "./sql-names.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import type { SqlRow, SqlValue } from "./statements.ts";
import { clauseOf, type PlanReader, TableReader } from "./table-reader.ts";

export type { TouchedRows } from "./changed-tables.ts";

/** From so many rows on it is worth asking whether they are all there are. */
const MANY = 1000;

/** What a command may do to the plan; everything it does is kept for undo. */
export interface Edit extends PlanReader {
  /** When this command runs, ISO 8601. */
  readonly at: string;
  insert<T extends TableName>(table: T, row: NewRow<T>): void;
  /** Inserts `count` rows; `write` gives the values of row `i` in the order of `columns`. */
  insertMany<T extends TableName>(
    table: T,
    columns: readonly (keyof Rows[T] & string)[],
    count: number,
    write: (row: RowWriter, i: number) => void,
  ): void;
  update<T extends KeyedTable>(table: T, key: string, changes: Partial<Rows[T]>): void;
  remove<T extends KeyedTable>(table: T, key: string): void;
  /** Removes every row equal on the named columns (all rows for `{}`), however many; says how many. */
  removeWhere<T extends TableName>(table: T, where: Where<T>): number;
}

/**
 * Records one journal entry. The caller holds the transaction open around it, with the triggers of the file switched
 * off (`withoutTriggers`): what they keep true is kept true here.
 */
export class Recorder extends TableReader implements Edit {
  private readonly journal: JournalWriter;
  private readonly changed: ChangedTables;

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    seq: number,
    readonly at: string,
  ) {
    super(db);
    this.journal = new JournalWriter(this.sql, seq);
    this.changed = new ChangedTables(this.sql);
  }

  /** Tables whose shapes grew only, with the bounds that were added; or that must be measured again (null). */
  get extents(): ReadonlyMap<TableName, Bbox | null> {
    return this.changed.extents;
  }

  get touched(): ReadonlyMap<TableName, TouchedRows> {
    return this.changed.touched;
  }

  insert<T extends TableName>(table: T, row: NewRow<T>): void {
    const columns = Object.keys(row);
    const names = columns.map(sqlName).join(", ");
    const marks = columns.map(() => "?").join(", ");
    const values = Object.values(row) as SqlValue[];
    this.sql.run(`INSERT INTO "${table}" (${names}) VALUES (${marks})`, values);
    const fid = this.sql.lastFid();
    const { geom } = row as { geom?: SqlValue };
    this.journal.inserted(table, fid, fid);
    this.changed.grew(table, fid, fid, geom instanceof Uint8Array ? boundsOf(geom) : null);
    this.changed.touch(table, row as SqlRow);
  }

  insertMany<T extends TableName>(
    table: T,
    columns: readonly (keyof Rows[T] & string)[],
    count: number,
    write: (row: RowWriter, i: number) => void,
  ): void {
    if (count === 0) return;
    const bulk = new BulkInsert(this.sqlite, this.db, table, columns);
    let first = 0;
    try {
      for (let i = 0; i < count; i++) {
        write(bulk, i);
        bulk.insert();
        if (i === 0) first = this.sql.lastFid();
      }
    } finally {
      bulk.close();
    }
    const last = this.sql.lastFid();
    if (last - first !== count - 1) throw new Error(`${table}: new rows do not lie side by side`);
    this.journal.inserted(table, first, last);
    this.changed.grew(table, first, last, bulk.bounds());
    this.changed.touchWhere(table, "fid BETWEEN ? AND ?", [first, last]);
  }

  /** Inserts rows by `act`, which says how many, 1 or more: rows of another file. Answers their numbers. */
  insertBy(
    table: TableName,
    act: (sqlite: Sqlite3Static, db: Database) => number,
  ): { readonly first: number; readonly last: number } {
    const count = act(this.sqlite, this.db);
    const last = this.sql.lastFid();
    const first = last - count + 1;
    this.journal.inserted(table, first, last);
    this.changed.movedBetween(table, first, last);
    this.changed.touchWhere(table, "fid BETWEEN ? AND ?", [first, last]);
    return { first, last };
  }

  update<T extends KeyedTable>(table: T, key: string, changes: Partial<Rows[T]>): void {
    const row = this.read(table, key);
    if (!row) throw new Error(`update of ${table} ${key}, which is not there`);
    this.change(table, row as SqlRow, changes as SqlRow);
  }

  /** Gives columns of row `fid` these values. */
  restore(table: TableName, fid: number, values: SqlRow): void {
    const row = this.sql.object(`SELECT * FROM "${table}" WHERE fid = ?`, [fid]);
    if (!row) throw new Error(`row ${fid} of ${table} is in the journal but not in the table`);
    this.change(table, row, values);
  }

  remove<T extends KeyedTable>(table: T, key: string): void {
    const row = this.read(table, key);
    if (!row) throw new Error(`removal of ${table} ${key}, which is not there`);
    this.removeRange(table, row.fid, row.fid);
  }

  removeWhere<T extends TableName>(table: T, where: Where<T>): number {
    const [clause, values] = clauseOf(where);
    return this.take(table, clause, values);
  }

  /** Removes the rows numbered `first` to `last`. */
  removeRange(table: TableName, first: number, last: number): void {
    this.take(table, "fid BETWEEN ? AND ?", [first, last]);
  }

  /** Puts the columns of row `fid` that the update in journal row `journalRow` changed back to what it says. */
  putBack(table: TableName, fid: number, journalRow: number): void {
    const columns = this.journal.changedBy(journalRow);
    this.journal.beforeUpdate(table, fid, columns);
    if (!this.journal.putBack(table, fid, journalRow, columns)) {
      throw new Error(`row ${fid} of ${table} is in the journal but not in the table`);
    }
    if (columns.includes("geom")) this.changed.movedBetween(table, fid, fid);
    this.changed.touchWhere(table, "fid = ?", [fid]);
  }

  /** Puts back the rows that journal rows `from` to `to` (all removals of one table) say were removed. */
  bringBack(table: TableName, from: number, to: number): void {
    for (const { first, last } of this.journal.bringBack(table, from, to)) {
      this.journal.inserted(table, first, last);
      this.changed.movedBetween(table, first, last);
      this.changed.touchWhere(table, "fid BETWEEN ? AND ?", [first, last]);
    }
  }

  /** Ends the recording: everything kept so far is in the journal and the indexes are true. True when any row was touched. */
  finish(): boolean {
    this.journal.flush();
    this.changed.settle(this.sqlite, this.db);
    return this.touched.size > 0;
  }

  private change(table: TableName, row: SqlRow, wanted: SqlRow): void {
    const columns = Object.keys(wanted).filter((column) => !same(row[column], wanted[column]));
    if (columns.length === 0) return;
    const fid = Number(row.fid);
    this.journal.beforeUpdate(table, fid, columns);
    const sets = columns.map((column) => `${sqlName(column)} = ?`).join(", ");
    const values = columns.map((column) => wanted[column] ?? null);
    this.sql.run(`UPDATE "${table}" SET ${sets} WHERE fid = ?`, [...values, fid]);
    if (columns.includes("geom")) this.changed.movedBetween(table, fid, fid);
    this.changed.touch(table, row);
  }

  /** Keeps and deletes rows without bringing them here. */
  private take(table: TableName, clause: string, values: readonly SqlValue[]): number {
    const span = this.sql.object(
      `SELECT min(fid) AS first, max(fid) AS last, count(*) AS count FROM "${table}" WHERE ${clause}`,
      values,
    )!;
    const count = Number(span.count);
    if (count === 0) return 0;
    this.changed.touchWhere(table, clause, values);
    this.journal.beforeRemoval(table, clause, values, count);
    // Without a condition the engine drops all pages at once instead of row after row.
    const all = count >= MANY && count === Number(this.sql.value(`SELECT count(*) FROM "${table}"`, []));
    if (all) this.sql.run(`DELETE FROM "${table}"`, []);
    else this.sql.run(`DELETE FROM "${table}" WHERE ${clause}`, values);
    this.changed.movedBetween(table, Number(span.first), Number(span.last));
    return count;
  }
}

function same(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  return (a ?? null) === (b ?? null);
}
