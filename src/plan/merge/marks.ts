/** Where the journal of one copy says something of a row that another copy does not know. */
import type { Entry } from "../journal.ts";
import { KEY_COLUMN, TABLE_NAMES, type TableName } from "../rows.ts";
import type { SqlRow, SqlValue } from "../statements.ts";
import { FACTS_OF_THE_FILE, keyExpression, keyOf } from "./row-key.ts";
import type { Side } from "./side.ts";

/** One line of the journal that touched a row. */
export interface Mark {
  /** The entry that says so: of this copy, or of another one whose entry came in with a merge. */
  readonly entry: Entry;
  /** Number of the line in this copy's journal. */
  readonly line: number;
  readonly op: "insert" | "update" | "remove";
  /** Numbers of the rows in this copy's file; for an `insert` several may lie side by side. */
  readonly first: number;
  readonly last: number;
  /** True when the other copy knows the entry: it came from there. */
  readonly known: boolean;
}

/** By table and key, the marks of each row in the order of the journal. */
export type Marks = ReadonlyMap<TableName, ReadonlyMap<string, readonly Mark[]>>;

/** Everything `side` has to say to one who knows `known`. Rows that came in together share their mark. */
export function marksFor(side: Side, known: ReadonlySet<string>): Marks {
  const marks = new Map<TableName, Map<string, readonly Mark[]>>();
  for (const entry of side.newsFor(known)) {
    collect(side, entry, false, marks);
    const isMerge = entry.kind === "do" && entry.command === "plan.merge";
    for (const brought of isMerge ? side.broughtBy(entry) : []) {
      collect(side, brought, known.has(brought.uid), marks);
    }
  }
  return marks;
}

function collect(
  side: Side,
  entry: Entry,
  known: boolean,
  marks: Map<TableName, Map<string, readonly Mark[]>>,
): void {
  const lines = side.sql.objects(
    "SELECT fid, table_name, op, first_fid, last_fid, key FROM journal_row WHERE seq = ? ORDER BY fid",
    [entry.seq],
  );
  for (const line of lines) {
    const table = String(line.table_name) as TableName;
    if (!TABLE_NAMES.includes(table)) continue;
    const mark: Mark = {
      entry,
      line: Number(line.fid),
      op: line.op as Mark["op"],
      first: Number(line.first_fid),
      last: Number(line.last_fid),
      known,
    };
    const alone = [mark];
    const rows = marks.get(table) ?? new Map<string, readonly Mark[]>();
    marks.set(table, rows);
    for (const key of keysOf(side, table, line)) {
      if (table === "plan" && FACTS_OF_THE_FILE.includes(key)) continue;
      const before = rows.get(key);
      rows.set(key, before ? [...before, mark] : alone);
    }
  }
}

function keysOf(side: Side, table: TableName, line: SqlRow): string[] {
  if (line.key !== null && KEY_COLUMN[table]) return [String(line.key)];
  if (line.op === "remove") return [keyOf(table, beforeOf(side, Number(line.fid)))];
  return side.sql.map(
    `SELECT ${keyExpression(table)} FROM "${table}" WHERE fid BETWEEN ? AND ? ORDER BY fid`,
    [line.first_fid!, line.last_fid!],
    ([key]) => String(key),
  );
}

/** The former values that a line of the journal keeps, a shape and other bytes as bytes (`journal-values.ts`). */
export function beforeOf(side: Side, line: number): SqlRow {
  const row = side.sql.object("SELECT before, before_geom FROM journal_row WHERE fid = ?", [line]);
  const before = JSON.parse(String(row?.before ?? "{}")) as Record<
    string,
    SqlValue | { readonly blob: string }
  >;
  const values = Object.entries(before).map(([column, value]) => {
    if (column === "geom") return [column, row?.before_geom ?? null];
    const isBytes = typeof value === "object" && value !== null && "blob" in value;
    return [column, isBytes ? fromHex(value.blob) : value];
  });
  return Object.fromEntries(values) as SqlRow;
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
