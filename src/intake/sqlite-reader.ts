/** SQLite over the bytes of a file, for reading only: the same in the intake worker and in Node. */
import init, { type Database, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { SqliteFile, SqliteReader, SqliteValue } from "../core/intake/dataset.ts";
import { fail, type Outcome, ok } from "../core/outcome.ts";

let engine: Promise<Outcome<SqliteReader>> | undefined;

/** The engine, loaded once. Refused: `intake.tool-missing`; asking again tries again. */
export function loadSqliteReader(): Promise<Outcome<SqliteReader>> {
  engine ??= init().then(
    (sqlite) => ok({ open: (bytes) => open(sqlite, bytes) }),
    () => {
      engine = undefined;
      return fail("intake.tool-missing", { tool: "SQLite" });
    },
  );
  return engine;
}

/** Bytes 18 and 19 of a file say how it is written to; 1 is the plain mode, which needs no shared memory. */
const MODE = 18;
/** Instructions of the engine for all questions to one file; a row of 30 columns takes about 50. */
const MOST_WORK = 500_000_000;
const STEP = 1_000_000;
/** A row of a table takes more bytes than this. Only a view of a hostile file can have more rows. */
const LEAST_ROW_BYTES = 2;

function open(sqlite: Sqlite3Static, bytes: Uint8Array): Outcome<SqliteFile> {
  const { capi, wasm } = sqlite;
  const db = new sqlite.oo1.DB(":memory:", "c");
  try {
    const p = wasm.alloc(bytes.length);
    wasm.heap8u().set(bytes, p);
    if (bytes.length > MODE + 1) wasm.heap8u().set([1, 1], p + MODE);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    db.checkRc(capi.sqlite3_deserialize(db.pointer!, "main", p, bytes.length, bytes.length, flags));
    // A file from elsewhere may carry sentences that run by themselves: they get no dangerous functions.
    db.exec("PRAGMA trusted_schema = OFF");
    db.selectValue("SELECT count(*) FROM sqlite_master");
  } catch (error) {
    db.close();
    return fail("intake.unreadable", { detail: error instanceof Error ? error.message : String(error) });
  }
  limit(sqlite, db);
  return ok({
    query: (sql, bind) => {
      const rows: SqliteValue[][] = [];
      db.exec({
        sql,
        ...(bind ? { bind: [...bind] } : {}),
        rowMode: "array",
        callback: (row) => {
          if (rows.length * LEAST_ROW_BYTES > bytes.length) throw new RangeError("more rows than bytes");
          rows.push(row.map((value) => (typeof value === "bigint" ? String(value) : (value as SqliteValue))));
        },
      });
      return rows;
    },
    close: () => db.close(),
  });
}

/** A view of a hostile file can ask for more work than will ever end: after a bound the engine gives up. */
function limit(sqlite: Sqlite3Static, db: Database): void {
  let steps = 0;
  sqlite.capi.sqlite3_progress_handler(db.pointer!, STEP, () => (++steps > MOST_WORK / STEP ? 1 : 0), 0);
}
