/** The rows of a register put in by one prepared sentence of SQLite's own package: no journal, no index of places. */
import type { Database, Sqlite3Static } from "../../../src/plan/sqlite.ts";
import type { Column, Contestant } from "../contest.ts";
import type { OnePlan } from "../plan-one-open.ts";

type Value = string | number | null | Uint8Array;

/** Rows as a program that has them would, and the table they go into. */
export interface PlainRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** The households of a plan: every column that any of them has, and the table's own sentence. */
export function rowsOf(sqlite: Sqlite3Static, db: Database): PlainRows {
  const table = String(db.selectValue("SELECT sql FROM sqlite_master WHERE name = 'household'"));
  const all = db
    .selectValues("SELECT name FROM pragma_table_info('household') WHERE name <> 'fid'")
    .map(String);
  const columns = all.filter((name) =>
    db.selectValue(`SELECT 1 FROM household WHERE "${name}" IS NOT NULL LIMIT 1`),
  );
  const rows: Value[][] = [];
  const statement = db.prepare(
    `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM household ORDER BY fid`,
  );
  try {
    // A number that is no whole one would have to be bound otherwise; a register has none.
    while (sqlite.capi.sqlite3_step(statement.pointer!) === sqlite.capi.SQLITE_ROW) {
      rows.push(columns.map((_, k) => sqlite.capi.sqlite3_column_js(statement.pointer!, k) as Value));
    }
  } finally {
    statement.finalize();
  }
  return { table, columns, rows };
}

/** The way the package offers: its C interface takes no JavaScript string for a text in this version. */
export function plainInserts(
  one: OnePlan,
  rows: () => PlainRows,
  answer: (db: Database) => readonly Column[],
): Contestant {
  let known: PlainRows | null = null;
  let db: Database | null = null;
  return {
    name: `SQLite ${one.sqlite.version.libVersion} oo1, one prepared sentence`,
    ready() {
      known ??= rows();
    },
    before() {
      db = one.empty();
      db.exec(known!.table);
    },
    run() {
      const { columns, rows: all } = known!;
      const names = columns.map((column) => `"${column}"`).join(", ");
      const marks = columns.map(() => "?").join(", ");
      db!.exec("BEGIN");
      const statement = db!.prepare(`INSERT INTO household (${names}) VALUES (${marks})`);
      for (const row of all) statement.bind(row as Value[]).stepReset();
      statement.finalize();
      db!.exec("COMMIT");
    },
    answers: () => answer(db!),
  };
}
