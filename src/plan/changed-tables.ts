/** What an entry touched: names for readers, bounds for `gpkg_contents`, rows for the spatial indexes. */
import type { Bbox } from "../core/units.ts";
import { unionOf } from "./geometry-blob.ts";
import { KEY_COLUMN, SHAPED_TABLES, type TableName } from "./rows.ts";
import { renewIndex } from "./spatial-index.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import type { SqlRow, SqlValue, Statements } from "./statements.ts";

/** Rows touched in one table: their stable names, or `all` when naming them would be longer than rereading. */
export type TouchedRows = Set<string> | "all";
const NAMED_AT_MOST = 1000;

type Range = [first: number, last: number];

export class ChangedTables {
  /** Tables whose shapes grew only, with the bounds that were added; or that must be measured again (null). */
  readonly extents = new Map<TableName, Bbox | null>();
  readonly touched = new Map<TableName, TouchedRows>();
  private readonly moved = new Map<TableName, Range[]>();

  constructor(private readonly sql: Statements) {}

  /** Rows of a layer's features and a baseline's members are named by what they belong to. */
  touch(table: TableName, row: SqlRow): void {
    const known = this.touched.get(table) ?? new Set<string>();
    if (known === "all") return;
    known.add(String(row[nameColumn(table)]));
    this.touched.set(table, known.size > NAMED_AT_MOST ? "all" : known);
  }

  touchWhere(table: TableName, clause: string, values: readonly SqlValue[]): void {
    const column = nameColumn(table);
    const found = this.sql.objects(
      `SELECT DISTINCT "${column}" AS name FROM "${table}" WHERE ${clause} LIMIT ${NAMED_AT_MOST + 1}`,
      values,
    );
    for (const { name } of found) this.touch(table, { [column]: name! });
  }

  /** New rows, numbered `first` to `last`; `box` holds all of their shapes, null when there is none. */
  grew(table: TableName, first: number, last: number, box: Bbox | null): void {
    this.note(table, first, last);
    const known = this.extents.get(table);
    if (known !== null && box) this.extents.set(table, unionOf(known ?? null, box));
  }

  /** Rows among those numbered `first` to `last` went, came back, or have another shape. */
  movedBetween(table: TableName, first: number, last: number): void {
    if (!SHAPED_TABLES.includes(table)) return;
    this.note(table, first, last);
    this.extents.set(table, null);
  }

  /** Does what the triggers of the file would have done, once for all rows. */
  settle(sqlite: Sqlite3Static, db: Database): void {
    for (const [table, ranges] of this.moved) renewIndex(sqlite, db, table, ranges);
    this.moved.clear();
    if (this.touched.has("household")) db.exec("UPDATE household_column_state SET stale = 1 WHERE stale = 0");
  }

  private note(table: TableName, first: number, last: number): void {
    if (!SHAPED_TABLES.includes(table)) return;
    const ranges = this.moved.get(table) ?? [];
    const latest = ranges.at(-1);
    if (latest && latest[1] + 1 === first) latest[1] = last;
    else if (!latest || first < latest[0] || last > latest[1]) ranges.push([first, last]);
    this.moved.set(table, ranges);
  }
}

/** Which column names what a reader must look at again. */
function nameColumn(table: TableName): string {
  if (table === "baseline_member") return "baseline_id";
  const inLayer: readonly TableName[] = ["unit", "forest", "hazard", "road", "centre"];
  return inLayer.includes(table) ? "layer_id" : KEY_COLUMN[table];
}
