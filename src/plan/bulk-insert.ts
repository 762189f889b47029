/**
 * Many rows into one table by one prepared sentence. Values go straight into the engine's memory: through its
 * JavaScript layer binding took longer than inserting.
 */
import { GrowingBytes, viewOf } from "../core/formats/index.ts";
import type { Bbox } from "../core/units.ts";
import { encodePoint } from "./geometry-blob.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** What is called of the compiled engine, https://www.sqlite.org/c3ref/bind_blob.html. Pointers are numbers. */
interface Engine {
  sqlite3_bind_null(statement: number, at: number): number;
  sqlite3_bind_int(statement: number, at: number, value: number): number;
  sqlite3_bind_double(statement: number, at: number, value: number): number;
  sqlite3_bind_text(statement: number, at: number, text: number, bytes: number, free: number): number;
  sqlite3_bind_blob(statement: number, at: number, blob: number, bytes: number, free: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
}
const DONE = 101;
/** The engine need not copy the bytes: they stay where they are until the row is in. */
const STATIC = 0;

const NULL = 0;
const INTEGER = 1;
const TEXT = 2;
const BLOB = 3;
const REAL = 4;

/** Longitude and latitude are the last two float64 of it, little-endian. */
const POINT = encodePoint([0, 0]);

/** Takes the values of one row, each column's in turn. */
export interface RowWriter {
  null(): void;
  /** A whole number of at most 32 bits. */
  integer(value: number): void;
  /** Any finite number; in a column of whole numbers a whole one stays whole. */
  real(value: number): void;
  /** A text; null for none. */
  text(value: string | null): void;
  /** The UTF-8 text from byte `from` up to `to` of `source` (see `viewOf`); null when there are none. */
  utf8(source: DataView, from: number, to: number): void;
  /** A text that is put at the end of the bytes given. */
  textBy(write: (bytes: GrowingBytes) => void): void;
  /** Bytes as they are. */
  blob(bytes: Uint8Array): void;
  /** A point as it is stored, WGS 84 degrees; null when they are NaN. */
  point(lon: number, lat: number): void;
}

/** One row after another: every column's value in turn, then `insert`. */
export class BulkInsert implements RowWriter {
  private readonly engine: Engine;
  private readonly statement: ReturnType<Database["prepare"]>;
  private readonly pointer: number;
  /** Every value of the row that has bytes. */
  private readonly bytes = new GrowingBytes();
  private readonly shape = POINT.slice();
  private readonly shapeView = viewOf(this.shape);
  private readonly kind: Uint8Array;
  private readonly number: Float64Array;
  /** Where the bytes of a value begin, and of the next one. */
  private readonly from: Uint32Array;
  private readonly to: Uint32Array;
  private next = 0;
  /** The engine's own copy of `bytes`. */
  private room = 0;
  private memory = 0;
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  /** `close` must be called. */
  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    table: string,
    columns: readonly string[],
  ) {
    const names = columns.map((column) => `"${column}"`).join(", ");
    this.statement = db.prepare(
      `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`,
    );
    this.pointer = Number(this.statement.pointer);
    this.engine = sqlite.wasm.exports as Engine;
    this.kind = new Uint8Array(columns.length);
    this.number = new Float64Array(columns.length);
    this.from = new Uint32Array(columns.length);
    this.to = new Uint32Array(columns.length);
  }

  /** Bounds of all points so far, null when there was none. */
  bounds(): Bbox | null {
    return this.west <= this.east ? [this.west, this.south, this.east, this.north] : null;
  }

  null(): void {
    this.kind[this.next++] = NULL;
  }

  integer(value: number): void {
    this.number[this.next] = value;
    this.kind[this.next++] = INTEGER;
  }

  real(value: number): void {
    this.number[this.next] = value;
    this.kind[this.next++] = REAL;
  }

  text(value: string | null): void {
    const from = this.bytes.end;
    if (value === null) this.null();
    else {
      this.bytes.text(value);
      this.took(TEXT, from);
    }
  }

  utf8(source: DataView, from: number, to: number): void {
    const start = this.bytes.end;
    if (from === to) this.null();
    else {
      this.bytes.copy(source, from, to);
      this.took(TEXT, start);
    }
  }

  textBy(write: (bytes: GrowingBytes) => void): void {
    const from = this.bytes.end;
    write(this.bytes);
    this.took(TEXT, from);
  }

  blob(bytes: Uint8Array): void {
    const from = this.bytes.end;
    this.bytes.copy(viewOf(bytes), 0, bytes.length);
    this.took(BLOB, from);
  }

  point(lon: number, lat: number): void {
    if (Number.isNaN(lon) || Number.isNaN(lat)) {
      this.null();
      return;
    }
    this.shapeView.setFloat64(this.shape.length - 16, lon, true);
    this.shapeView.setFloat64(this.shape.length - 8, lat, true);
    const from = this.bytes.end;
    this.bytes.copy(this.shapeView, 0, this.shape.length);
    this.took(BLOB, from);
    if (lon < this.west) this.west = lon;
    if (lon > this.east) this.east = lon;
    if (lat < this.south) this.south = lat;
    if (lat > this.north) this.north = lat;
  }

  /** Inserts the row whose values were given. Throws what the engine says, as for any other sentence. */
  insert(): void {
    const { engine, pointer, kind } = this;
    if (this.next !== kind.length) throw new Error(`a row of ${this.next} values, wanted ${kind.length}`);
    this.move();
    let code = 0;
    for (let i = 0; i < kind.length; i++) {
      const at = this.memory + this.from[i]!;
      const length = this.to[i]! - this.from[i]!;
      if (kind[i] === NULL) code |= engine.sqlite3_bind_null(pointer, i + 1);
      else if (kind[i] === INTEGER) code |= engine.sqlite3_bind_int(pointer, i + 1, this.number[i]!);
      else if (kind[i] === REAL) code |= engine.sqlite3_bind_double(pointer, i + 1, this.number[i]!);
      else if (kind[i] === TEXT) code |= engine.sqlite3_bind_text(pointer, i + 1, at, length, STATIC);
      else code |= engine.sqlite3_bind_blob(pointer, i + 1, at, length, STATIC);
    }
    this.db.checkRc(code);
    const done = engine.sqlite3_step(pointer);
    if (done !== DONE) this.db.checkRc(done);
    engine.sqlite3_reset(pointer);
    this.next = 0;
    this.bytes.end = 0;
  }

  close(): void {
    this.statement.finalize();
    if (this.memory !== 0) this.sqlite.wasm.dealloc(this.memory);
    this.memory = 0;
  }

  private took(kind: number, from: number): void {
    this.from[this.next] = from;
    this.to[this.next] = this.bytes.end;
    this.kind[this.next++] = kind;
  }

  /** Copies the bytes of the row into the engine's memory; that may have grown and be another buffer. */
  private move(): void {
    const { wasm } = this.sqlite;
    if (this.room < this.bytes.end || this.memory === 0) {
      if (this.memory !== 0) wasm.dealloc(this.memory);
      this.memory = 0;
      this.room = Math.max(1024, this.bytes.end * 2);
      this.memory = Number(wasm.alloc(this.room));
    }
    wasm.heap8u().set(this.bytes.bytes.subarray(0, this.bytes.end), this.memory);
  }
}
