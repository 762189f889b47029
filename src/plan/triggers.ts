/**
 * Triggers of a plan are there for other programs: they keep the spatial index, mark kept columns and log what was
 * changed. The recorder does that work itself, so none may fire for what this program writes (decision 11).
 */
import type { Database, Sqlite3Static } from "./sqlite.ts";

/**
 * Acts with the triggers of this connection switched off, and on again whatever happens. The file is not touched:
 * they stay in it. May be nested; the outermost switches them on again.
 */
export function withoutTriggers<T>(sqlite: Sqlite3Static, db: Database, act: () => T): T {
  if (!triggersFire(sqlite, db)) return act();
  turn(sqlite, db, 0);
  try {
    return act();
  } finally {
    turn(sqlite, db, 1);
  }
}

/** Whether a change through this connection would fire the triggers of the file. */
export function triggersFire(sqlite: Sqlite3Static, db: Database): boolean {
  return turn(sqlite, db, ASK) === 1;
}

/** Any negative number asks and changes nothing, https://www.sqlite.org/c3ref/db_config.html. */
const ASK = -1;

function turn({ capi, wasm }: Sqlite3Static, db: Database, to: number): number {
  const { pstack } = wasm;
  const before = pstack.pointer;
  try {
    const answer = pstack.alloc(4);
    db.checkRc(capi.sqlite3_db_config(db.pointer!, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, to, answer));
    return Number(wasm.peek(answer, "i32"));
  } finally {
    pstack.restore(before);
  }
}
