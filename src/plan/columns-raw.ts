/**
 * Rows read straight out of the engine's memory: no object, no string, no call of the engine's JavaScript layer
 * per value. For tables that are read whole; everything else goes through `Statements`.
 */
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** What is called of the compiled engine, https://www.sqlite.org/c3ref/column_blob.html. Pointers are numbers. */
interface Engine {
  sqlite3_step(statement: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_blob(statement: number, column: number): number;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
  sqlite3_column_double(statement: number, column: number): number;
}

const ROW = 100;
const DONE = 101;
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const NULL = 5;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The rows of one sentence, one at a time. `close` must be called. */
export class RawRows {
  /** The engine's memory while a row is looked at: good until the next call of `next`, `bytes`, `text` or `blob`. */
  memory: Uint8Array<ArrayBuffer>;
  /** The same memory, for numbers that lie anywhere. */
  view: DataView<ArrayBuffer>;
  /** Where the value last asked for by `bytes` lies in `memory`, and how long it is. */
  at = 0;
  length = 0;
  private readonly engine: Engine;
  private readonly statement: ReturnType<Database["prepare"]>;
  private readonly pointer: number;
  private readonly isUtf8: boolean;

  /** Throws when the engine refuses the sentence. */
  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    sql: string,
    values: readonly (string | number)[] = [],
  ) {
    this.engine = sqlite.wasm.exports as Engine;
    this.statement = db.prepare(sql);
    if (values.length > 0) this.statement.bind([...values]);
    this.pointer = Number(this.statement.pointer);
    this.isUtf8 = db.selectValue("PRAGMA encoding") === "UTF-8";
    this.memory = sqlite.wasm.heap8u() as Uint8Array<ArrayBuffer>;
    this.view = new DataView(this.memory.buffer);
  }

  /** Goes to the next row; false when there is none. Throws what the engine says of a broken page. */
  next(): boolean {
    const code = this.engine.sqlite3_step(this.pointer);
    if (code === ROW) return true;
    if (code !== DONE) this.db.checkRc(code);
    return false;
  }

  isNull(column: number): boolean {
    return this.engine.sqlite3_column_type(this.pointer, column) === NULL;
  }

  isText(column: number): boolean {
    return this.engine.sqlite3_column_type(this.pointer, column) === TEXT;
  }

  /** A number, NaN for anything else: another program may have written a word where a number belongs. */
  number(column: number): number {
    const type = this.engine.sqlite3_column_type(this.pointer, column);
    return type === INTEGER || type === FLOAT
      ? this.engine.sqlite3_column_double(this.pointer, column)
      : Number.NaN;
  }

  /** Points `at` and `length` to the bytes of a blob or of a text as UTF-8; false when there is nothing (NULL). */
  bytes(column: number): boolean {
    const type = this.engine.sqlite3_column_type(this.pointer, column);
    this.length = 0;
    if (type === NULL) return false;
    // As a blob a text is not copied to have a zero put behind it; other kinds of values are made texts first.
    const plain = type === TEXT ? this.isUtf8 : type !== INTEGER && type !== FLOAT;
    this.at = plain
      ? this.engine.sqlite3_column_blob(this.pointer, column)
      : this.engine.sqlite3_column_text(this.pointer, column);
    this.length = this.engine.sqlite3_column_bytes(this.pointer, column);
    if (this.memory.length === 0) this.takeMemory();
    return true;
  }

  /** A text, null for NULL. */
  text(column: number): string | null {
    if (!this.bytes(column)) return null;
    return decoder.decode(this.memory.subarray(this.at, this.at + this.length));
  }

  /** The bytes of a blob, copied into a buffer of their own; null for NULL. */
  blob(column: number): Uint8Array<ArrayBuffer> | null {
    return this.bytes(column) ? this.memory.slice(this.at, this.at + this.length) : null;
  }

  close(): void {
    this.statement.finalize();
  }

  /** Memory that grew is another buffer, and what was looked at before has lost its bytes. */
  private takeMemory(): void {
    this.memory = this.sqlite.wasm.heap8u() as Uint8Array<ArrayBuffer>;
    this.view = new DataView(this.memory.buffer);
  }
}

/** Looks at every row of a sentence and lets go of it whatever happens. */
export function eachRow(
  sqlite: Sqlite3Static,
  db: Database,
  sql: string,
  values: readonly (string | number)[],
  look: (row: RawRows) => void,
): void {
  const rows = new RawRows(sqlite, db, sql, values);
  try {
    while (rows.next()) look(rows);
  } finally {
    rows.close();
  }
}
