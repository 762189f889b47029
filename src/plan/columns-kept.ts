/**
 * The register's columns as they are kept beside its rows (decision 8). Whatever is not beyond doubt, stale,
 * damaged, of another form, is as if it were not there: then the rows are read.
 */
import type { Category, HouseholdColumns } from "../core/model/household.ts";
import type { TextColumn } from "../core/model/text-column.ts";
import {
  type BlobType,
  type ColumnBlob,
  categoryBlob,
  categoryFrom,
  checksumOf,
  numbersBlob,
  numbersOf,
  textBlob,
  textColumnOf,
} from "./columns-blob.ts";
import { hasMarking, restoreMarking } from "./columns-marking.ts";
import { eachRow } from "./columns-raw.ts";
import { SCHEMA_VERSION, schemaVersionOf } from "./schema/index.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

type Name = Exclude<keyof HouseholdColumns, "count">;
/** Name in the file and form of each column. */
const COLUMNS: { readonly [N in Name]-?: readonly [name: string, type: BlobType] } = {
  id: ["id", "text"],
  head: ["head", "text"],
  lon: ["lon", "f64"],
  lat: ["lat", "f64"],
  ethnicity: ["ethnicity", "category"],
  village: ["village", "category"],
  communeCode: ["commune_code", "category"],
  poverty: ["poverty", "category"],
  members: ["members", "i16"],
  migrant: ["migrant", "u8"],
  properties: ["properties", "text"],
};
/** The engine holds at most 10⁹ bytes in one value; a larger column is not kept. */
const LARGEST = 900_000_000;

/** True when the file says that the columns say what the rows say. What a later program means by that is not known. */
export function hasKeptColumns(db: Database): boolean {
  if (schemaVersionOf(db) > SCHEMA_VERSION) return false;
  const there = db.selectValue(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'household_column_state'",
  );
  if (!there) return false;
  const state = db.selectArray("SELECT stale, schema_cookie FROM household_column_state WHERE fid = 1");
  const isFresh = state?.[0] === 0 && state[1] === db.selectValue("PRAGMA schema_version");
  return isFresh && hasMarking(db);
}

/** The kept columns, null when they are not there, out of date, or not as they were written. */
export function keptColumns(sqlite: Sqlite3Static, db: Database): HouseholdColumns | null {
  const count = Number(db.selectValue("SELECT count(*) FROM household"));
  const blobs = keptBlobs(sqlite, db, count);
  return blobs && columnsOf(count, blobs);
}

/** False when the file says of its columns that they are true, and they are damaged or not these: someone by-passed it. */
export function agreesWith(sqlite: Sqlite3Static, db: Database, columns: HouseholdColumns): boolean {
  if (!hasKeptColumns(db)) return true;
  const blobs = keptBlobs(sqlite, db, columns.count);
  if (!blobs) return false;
  return (Object.keys(COLUMNS) as Name[]).every((name) => {
    const [wanted, kept] = [blobOf(columns, name), blobs.get(COLUMNS[name][0])];
    return kept !== undefined && kept.type === wanted.type && sameBytes(kept.data, wanted.data);
  });
}

function keptBlobs(sqlite: Sqlite3Static, db: Database, count: number): Map<string, ColumnBlob> | null {
  if (!hasKeptColumns(db)) return null;
  const blobs = new Map<string, ColumnBlob>();
  let whole = true;
  eachRow(sqlite, db, "SELECT name, type, row_count, checksum, data FROM household_column", [], (row) => {
    const [name, type] = [row.text(0)!, row.text(1) as BlobType];
    const [rows, checksum] = [row.number(2), row.number(3)];
    const data = row.blob(4);
    if (!data || rows !== count || checksumOf(data) !== checksum) whole = false;
    else blobs.set(name, { type, rows, data });
  });
  return whole ? blobs : null;
}

/**
 * Writes the columns and says that they are true. The caller holds the transaction open around it and has read
 * them from the rows as they stand. `at` is the time, ISO 8601 in UTC.
 */
export function keepColumns(db: Database, columns: HouseholdColumns, at: string): void {
  const blobs = (Object.keys(COLUMNS) as Name[]).map(
    (name) => [COLUMNS[name][0], blobOf(columns, name)] as const,
  );
  db.exec("DELETE FROM household_column; DELETE FROM household_column_state");
  if (blobs.some(([, { data }]) => data.length > LARGEST)) return;
  const sql = "INSERT INTO household_column (name, type, row_count, checksum, data) VALUES (?, ?, ?, ?, ?)";
  for (const [name, { type, rows, data }] of blobs) {
    db.exec({ sql, bind: [name, type, rows, checksumOf(data), data] });
  }
  restoreMarking(db);
  sayKept(db);
  db.exec({
    sql: "UPDATE gpkg_contents SET last_change = ? WHERE table_name IN ('household_column', 'household_column_state')",
    bind: [at],
  });
}

/** Says that the columns are true although the file's schema cookie moved: after a `VACUUM` of our own. */
export function sayKept(db: Database): void {
  const cookie = Number(db.selectValue("PRAGMA schema_version"));
  db.exec({
    sql: "INSERT OR REPLACE INTO household_column_state (fid, stale, schema_cookie) VALUES (1, 0, ?)",
    bind: [cookie],
  });
}

/** Says that the columns must not be taken. */
export function dropColumns(db: Database): void {
  db.exec("DELETE FROM household_column; UPDATE household_column_state SET stale = 1");
}

function blobOf(columns: HouseholdColumns, name: Name): ColumnBlob {
  const [, type] = COLUMNS[name];
  const column = columns[name];
  if (type === "text") return textBlob(column as TextColumn);
  if (type === "category") return categoryBlob(column as Category);
  return numbersBlob(type, column as Float64Array | Int16Array | Uint8Array);
}

function columnsOf(count: number, blobs: ReadonlyMap<string, ColumnBlob>): HouseholdColumns | null {
  const out: Partial<Record<Name, unknown>> = {};
  for (const name of Object.keys(COLUMNS) as Name[]) {
    const [kept, type] = COLUMNS[name];
    const blob = blobs.get(kept);
    const column = blob?.type === type ? columnOf(blob) : null;
    if (column === null) return null;
    out[name] = column;
  }
  return { count, ...(out as Omit<HouseholdColumns, "count">) };
}

function columnOf({ type, rows, data }: ColumnBlob): TextColumn | Category | ArrayBufferView | null {
  switch (type) {
    case "text":
      return textColumnOf(rows, data);
    case "category":
      return categoryFrom(rows, data);
    case "f64":
      return numbersOf("f64", rows, data);
    case "i16":
      return numbersOf("i16", rows, data);
    case "u8":
      return numbersOf("u8", rows, data);
    default:
      return null; // a form of a later program
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
