/**
 * Rows of one open file into another, value by value inside the engine: texts and shapes never become values of this
 * program. Both files lie in the same memory, so the engine is given the very bytes it holds.
 */
import { sqlName } from "../sql-names.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";

/** What is called of the compiled engine, https://www.sqlite.org/c3ref/column_blob.html. Pointers are numbers. */
interface Engine {
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
  sqlite3_column_type(statement: number, at: number): number;
  sqlite3_column_int64(statement: number, at: number): bigint;
  sqlite3_column_double(statement: number, at: number): number;
  sqlite3_column_text(statement: number, at: number): number;
  sqlite3_column_blob(statement: number, at: number): number;
  sqlite3_column_bytes(statement: number, at: number): number;
  sqlite3_bind_null(statement: number, at: number): number;
  sqlite3_bind_int64(statement: number, at: number, value: bigint): number;
  sqlite3_bind_double(statement: number, at: number, value: number): number;
  sqlite3_bind_text(statement: number, at: number, text: number, bytes: number, free: number): number;
  sqlite3_bind_blob(statement: number, at: number, blob: number, bytes: number, free: number): number;
}
const ROW = 100;
const DONE = 101;
/** The bytes stay where they are until the row is in: the reading statement has not moved on. */
const STATIC = 0;
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const BLOB = 4;

/** Copies the rows numbered `first` to `last` of a table, in their order; says how many. */
export function copyRows(
  sqlite: Sqlite3Static,
  from: Database,
  into: Database,
  table: string,
  columns: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const names = columns.map(sqlName).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const reading = from.prepare(`SELECT ${names} FROM "${table}" WHERE fid BETWEEN ? AND ? ORDER BY fid`);
  try {
    const writing = into.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`);
    try {
      reading.bind([first, last]);
      const engine = sqlite.wasm.exports as unknown as Engine;
      const [source, target] = [Number(reading.pointer), Number(writing.pointer)];
      let count = 0;
      for (;;) {
        const step = engine.sqlite3_step(source);
        if (step !== ROW) {
          if (step !== DONE) from.checkRc(step);
          return count;
        }
        let code = 0;
        for (let i = 0; i < columns.length; i++) code |= copyValue(engine, source, target, i);
        into.checkRc(code);
        const done = engine.sqlite3_step(target);
        if (done !== DONE) into.checkRc(done);
        engine.sqlite3_reset(target);
        count++;
      }
    } finally {
      writing.finalize();
    }
  } finally {
    reading.finalize();
  }
}

function copyValue(engine: Engine, source: number, target: number, i: number): number {
  switch (engine.sqlite3_column_type(source, i)) {
    case INTEGER:
      return engine.sqlite3_bind_int64(target, i + 1, engine.sqlite3_column_int64(source, i));
    case FLOAT:
      return engine.sqlite3_bind_double(target, i + 1, engine.sqlite3_column_double(source, i));
    case TEXT: {
      const text = engine.sqlite3_column_text(source, i);
      return engine.sqlite3_bind_text(target, i + 1, text, engine.sqlite3_column_bytes(source, i), STATIC);
    }
    case BLOB: {
      const blob = engine.sqlite3_column_blob(source, i);
      return engine.sqlite3_bind_blob(target, i + 1, blob, engine.sqlite3_column_bytes(source, i), STATIC);
    }
    default:
      return engine.sqlite3_bind_null(target, i + 1);
  }
}
