/**
 * Writes the codes of units into many rows by one prepared sentence. Values go straight into the engine's memory:
 * through its JavaScript layer binding took longer than writing.
 */
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Row `fid[k]` gets code `codes[code[k]]`, or none where `code[k]` is -1. */
export interface UnitCodeChanges {
  readonly codes: readonly string[];
  readonly fid: number[];
  readonly code: number[];
}

/** What is called of the compiled engine, https://www.sqlite.org/c3ref/bind_blob.html. Pointers are numbers. */
interface Engine {
  sqlite3_bind_null(statement: number, at: number): number;
  sqlite3_bind_double(statement: number, at: number, value: number): number;
  sqlite3_bind_text(statement: number, at: number, text: number, bytes: number, free: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
}
const DONE = 101;
/** The engine need not copy the texts: they stay where they are until all rows are written. */
const STATIC = 0;

/** Writes them. The caller holds the transaction open around it. */
export function writeUnitCodes(
  sqlite: Sqlite3Static,
  db: Database,
  { codes, fid, code }: UnitCodeChanges,
): void {
  if (fid.length === 0) return;
  const texts = codes.map((text) => new TextEncoder().encode(text));
  const start: number[] = [0];
  for (const bytes of texts) start.push(start.at(-1)! + bytes.length);
  const engine = sqlite.wasm.exports as Engine;
  const statement = db.prepare("UPDATE household SET unit_code = ?1 WHERE fid = ?2");
  const pointer = Number(statement.pointer);
  const memory = Number(sqlite.wasm.alloc(Math.max(1, start.at(-1)!)));
  try {
    const heap = sqlite.wasm.heap8u();
    texts.forEach((bytes, k) => {
      heap.set(bytes, memory + start[k]!);
    });
    for (let i = 0; i < fid.length; i++) {
      const k = code[i]!;
      const bound =
        k < 0
          ? engine.sqlite3_bind_null(pointer, 1)
          : engine.sqlite3_bind_text(pointer, 1, memory + start[k]!, texts[k]!.length, STATIC);
      db.checkRc(bound | engine.sqlite3_bind_double(pointer, 2, fid[i]!));
      const done = engine.sqlite3_step(pointer);
      if (done !== DONE) db.checkRc(done);
      engine.sqlite3_reset(pointer);
    }
  } finally {
    statement.finalize();
    sqlite.wasm.dealloc(memory);
  }
}
