/** The SQLite engine: the same compiled program in the browser's worker and in Node. */
import init, { type Database, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";

export type { Database, Sqlite3Static };

let engine: Promise<Sqlite3Static> | undefined;

/** Loads the engine once for the whole program; it keeps no data of its own. */
export function loadSqlite(): Promise<Sqlite3Static> {
  engine ??= init();
  return engine;
}

/** An empty database in memory. */
export function emptyDatabase(sqlite: Sqlite3Static): Database {
  const db = new sqlite.oo1.DB(":memory:", "c");
  // 4096 bytes a page is what other programs write; the engine's own 8192 is legal but unusual.
  db.exec("PRAGMA page_size = 4096");
  return db;
}

/**
 * A database in memory from the bytes of a file, which stay untouched. A file left in write-ahead mode
 * (QGIS does so) is taken back to the plain mode, for the engine has no shared memory here.
 * Throws when the engine refuses the bytes.
 */
export function databaseFrom(sqlite: Sqlite3Static, bytes: Uint8Array): Database {
  const { capi, wasm } = sqlite;
  const db = new sqlite.oo1.DB(":memory:", "c");
  try {
    const p = wasm.alloc(bytes.length);
    wasm.heap8u().set(bytes, p);
    if (bytes.length > 20) wasm.heap8u().set([1, 1], p + 18);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(capi.sqlite3_deserialize(db.pointer!, "main", p, bytes.length, bytes.length, flags));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The whole database as the bytes of a file. A database that came from bytes already lies in one piece in the
 * engine's memory and is taken from there: a further copy inside of it does not fit beside half a million households.
 */
export function bytesOf(sqlite: Sqlite3Static, db: Database): Uint8Array {
  const { capi, wasm } = sqlite;
  const stack = wasm.scopedAllocPush();
  try {
    const size = wasm.scopedAlloc(8);
    const at = Number(capi.sqlite3_serialize(db.pointer!, "main", size, capi.SQLITE_SERIALIZE_NOCOPY));
    if (at === 0) return capi.sqlite3_js_db_export(db);
    return wasm.heap8u().slice(at, at + Number(wasm.peek(size, "i64")));
  } finally {
    wasm.scopedAllocPop(stack);
  }
}

/** The engine's result code of an error it threw, null for any other error. */
export function resultCodeOf(sqlite: Sqlite3Static, error: unknown): number | null {
  return error instanceof sqlite.SQLite3Error ? error.resultCode & 0xff : null;
}
