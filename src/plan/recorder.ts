/**
 * The recorder: the only way rows of a plan are touched. It keeps each row as it was before, so that undo and
 * audit need nothing from the command. Rows go in bulk through SQL where they come in bulk, so that an import
 * is one journal row and its removal needs no row in memory.
 */
import type { Bbox } from "../core/units.ts";
import { BulkInsert, type RowWriter } from "./bulk-insert.ts";
import { withoutMarking } from "./columns-marking.ts";
import { boundsOf, unionOf } from "./geometry-blob.ts";
import { KEY_COLUMN, type KeyedTable, type Rows, type TableName, type Where } from "./rows.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import type { SqlRow, SqlValue } from "./statements.ts";
import { clauseOf, type PlanReader, TableReader } from "./table-reader.ts";

/** Rows touched in one table: their stable names, or `all` when naming them would be longer than rereading. */
export type TouchedRows = Set<string> | "all";
const NAMED_AT_MOST = 1000;

/** What a command may do to the plan; everything it does is kept for undo. */
export interface Edit extends PlanReader {
  /** When this command runs, ISO 8601. */
  readonly at: string;
  insert<T extends TableName>(table: T, row: Rows[T]): void;
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

/** Records one journal entry. The caller holds the transaction open around it. */
export class Recorder extends TableReader implements Edit {
  /** Tables whose shapes grew only, with the bounds that were added; or that must be measured again (null). */
  readonly extents = new Map<TableName, Bbox | null>();
  readonly touched = new Map<TableName, TouchedRows>();
  private range: { table: TableName; first: number; last: number } | null = null;

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    private readonly seq: number,
    readonly at: string,
  ) {
    super(db);
  }

  insert<T extends TableName>(table: T, row: Rows[T]): void {
    const columns = Object.keys(row);
    const names = columns.map((column) => `"${column}"`).join(", ");
    const marks = columns.map(() => "?").join(", ");
    const values = Object.values(row) as SqlValue[];
    this.sql.run(`INSERT INTO "${table}" (${names}) VALUES (${marks})`, values);
    const fid = this.sql.lastFid();
    this.noteInserted(table, fid, fid);
    const { geom } = row as { geom?: SqlValue };
    if (geom instanceof Uint8Array) this.widen(table, boundsOf(geom));
    this.touch(table, row as SqlRow);
  }

  insertMany<T extends TableName>(
    table: T,
    columns: readonly (keyof Rows[T] & string)[],
    count: number,
    write: (row: RowWriter, i: number) => void,
  ): void {
    if (count === 0) return;
    const insert = () => this.insertRows(table, columns, count, write);
    // The columns kept beside the register are marked out of date once, not by a trigger for every row.
    const { bounds, first, last } =
      table === "household" ? withoutMarking(this.sqlite, this.db, insert) : insert();
    if (last - first !== count - 1) throw new Error(`${table}: new rows do not lie side by side`);
    this.noteInserted(table, first, last);
    this.widen(table, bounds);
    this.touchWhere(table, "fid BETWEEN ? AND ?", [first, last]);
  }

  private insertRows<T extends TableName>(
    table: T,
    columns: readonly (keyof Rows[T] & string)[],
    count: number,
    write: (row: RowWriter, i: number) => void,
  ): { readonly bounds: Bbox | null; readonly first: number; readonly last: number } {
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
    return { bounds: bulk.bounds(), first, last: this.sql.lastFid() };
  }

  update<T extends KeyedTable>(table: T, key: string, changes: Partial<Rows[T]>): void {
    const row = this.read(table, key);
    if (!row) throw new Error(`update of ${table} ${key}, which is not there`);
    this.change(table, row as SqlRow, changes as SqlRow);
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

  /** Puts columns of row `fid` back to what the journal says. */
  restore(table: TableName, fid: number, before: SqlRow): void {
    const row = this.sql.object(`SELECT * FROM "${table}" WHERE fid = ?`, [fid]);
    if (!row) throw new Error(`row ${fid} of ${table} is in the journal but not in the table`);
    this.change(table, row, before);
  }

  /** Puts back the rows that journal rows `from` to `to` (all removals of one table) say were removed. */
  bringBack(table: TableName, from: number, to: number): void {
    const columns = this.sql.columns(table).filter((column) => column !== "fid");
    const picked = columns.map((c) => (c === "geom" ? "before_geom" : `json_extract(before, '$."${c}"')`));
    const names = columns.map((column) => `"${column}"`).join(", ");
    const rows = "FROM journal_row WHERE fid BETWEEN ? AND ?";
    this.flush();
    this.sql.run(
      `INSERT INTO "${table}" (fid, ${names}) SELECT first_fid, ${picked.join(", ")} ${rows} ORDER BY first_fid`,
      [from, to],
    );
    // Row numbers that lie side by side are one range each.
    const islands = this.sql.objects(
      `SELECT min(f) AS first, max(f) AS last FROM
         (SELECT first_fid AS f, first_fid - row_number() OVER (ORDER BY first_fid) AS island ${rows})
       GROUP BY island ORDER BY first`,
      [from, to],
    );
    for (const { first, last } of islands) {
      this.noteInserted(table, Number(first), Number(last));
      this.touchWhere(table, "fid BETWEEN ? AND ?", [first!, last!]);
    }
    if (columns.includes("geom")) this.extents.set(table, null);
  }

  /** Ends the recording: everything kept so far is in the journal. True when any row was touched. */
  finish(): boolean {
    this.flush();
    return this.touched.size > 0;
  }

  private change(table: TableName, row: SqlRow, changes: SqlRow): void {
    const columns = Object.keys(changes).filter((column) => !same(row[column], changes[column]));
    if (columns.length === 0) return;
    const { geom, ...before } = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    const hasGeom = columns.includes("geom");
    const json = JSON.stringify(hasGeom ? { ...before, geom: geom === null ? null : "before_geom" } : before);
    this.keep(
      table,
      "update",
      Number(row.fid),
      this.keyOf(table, row),
      json,
      hasGeom ? (geom ?? null) : null,
    );
    const sets = columns.map((column) => `"${column}" = ?`).join(", ");
    const values = columns.map((column) => changes[column] ?? null);
    this.sql.run(`UPDATE "${table}" SET ${sets} WHERE fid = ?`, [...values, row.fid!]);
    if (hasGeom) this.extents.set(table, null);
    this.touch(table, row);
  }

  /** Keeps and deletes rows without bringing them here. */
  private take(table: TableName, clause: string, values: readonly SqlValue[]): number {
    this.flush();
    const columns = this.sql.columns(table).filter((column) => column !== "fid");
    const shaped = columns.includes("geom");
    const pairs = columns.map((column) =>
      column === "geom"
        ? `'geom', CASE WHEN geom IS NULL THEN NULL ELSE 'before_geom' END`
        : `'${column}', "${column}"`,
    );
    const key = KEY_COLUMN[table];
    this.touchWhere(table, clause, values);
    this.sql.run(
      `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
       SELECT ?, ?, 'remove', fid, fid, ${key ? `"${key}"` : "NULL"}, json_object(${pairs.join(", ")}),
         ${shaped ? "geom" : "NULL"} FROM "${table}" WHERE ${clause} ORDER BY fid`,
      [this.seq, table, ...values],
    );
    this.sql.run(`DELETE FROM "${table}" WHERE ${clause}`, values);
    const removed = this.sql.changes();
    if (shaped && removed > 0) this.extents.set(table, null);
    return removed;
  }

  private noteInserted(table: TableName, first: number, last: number): void {
    if (this.range?.table === table && this.range.last + 1 === first) {
      this.range.last = last;
      return;
    }
    this.flush();
    this.range = { table, first, last };
  }

  private flush(): void {
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

  private keep(
    table: TableName,
    op: string,
    fid: number,
    key: string | null,
    json: string,
    geom: SqlValue,
  ): void {
    this.flush();
    this.sql.run(
      `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [this.seq, table, op, fid, fid, key, json, geom],
    );
  }

  private keyOf(table: TableName, row: SqlRow): string | null {
    const key = KEY_COLUMN[table];
    return key ? String(row[key]) : null;
  }

  /** Rows of a layer's features and a baseline's members are named by what they belong to. */
  private touch(table: TableName, row: SqlRow): void {
    const known = this.touched.get(table) ?? new Set<string>();
    if (known === "all") return;
    known.add(String(row[nameColumn(table)]));
    this.touched.set(table, known.size > NAMED_AT_MOST ? "all" : known);
  }

  private touchWhere(table: TableName, clause: string, values: readonly SqlValue[]): void {
    const column = nameColumn(table);
    const found = this.sql.objects(
      `SELECT DISTINCT "${column}" AS name FROM "${table}" WHERE ${clause} LIMIT ${NAMED_AT_MOST + 1}`,
      values,
    );
    for (const { name } of found) this.touch(table, { [column]: name! });
  }

  private widen(table: TableName, box: Bbox | null): void {
    const known = this.extents.get(table);
    if (known === null || !box) return;
    this.extents.set(table, unionOf(known ?? null, box));
  }
}

/** Which column names what a reader must look at again. */
function nameColumn(table: TableName): string {
  if (table === "baseline_member") return "baseline_id";
  const inLayer: readonly TableName[] = ["unit", "forest", "hazard", "road", "centre"];
  return inLayer.includes(table) ? "layer_id" : KEY_COLUMN[table];
}

function same(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  return (a ?? null) === (b ?? null);
}
