/** All that a plan says, as one short name: equal exactly when two plans say the same, whenever it was written. */
import { createHash } from "node:crypto";
import type { Database } from "../../src/plan/sqlite.ts";

/** Made from the rows, or about them: not what a person entered. */
const DERIVED = /^(household_column|outside_|rtree_|sqlite_|gpkg_)/;
const DRAWN_NAME = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/**
 * Every row of every table, history included: one line for each table with a short name of its rows. Times and
 * the names of entries and imports differ between two runs and are left out.
 */
export function stateOf(db: Database): string {
  const tables = db
    .selectValues("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map(String);
  return tables
    .filter((name) => !DERIVED.test(name))
    .map((table) => `${table} ${rowsOf(db, table)}`)
    .join("\n");
}

/** The tables in which two states differ. */
export function differing(a: string, b: string): string[] {
  const known = new Set(b.split("\n"));
  return a
    .split("\n")
    .filter((line) => !known.has(line))
    .map((line) => line.split(" ")[0]!);
}

function rowsOf(db: Database, table: string): string {
  const hash = createHash("sha256");
  for (const row of db.selectObjects(`SELECT * FROM "${table}" ORDER BY 1`)) {
    if (table === "journal") delete row.uid;
    for (const [name, value] of Object.entries(row)) {
      if (value instanceof Uint8Array) row[name] = Buffer.from(value).toString("base64");
    }
    const line = JSON.stringify(row).replace(TIME, "T").replace(DRAWN_NAME, "N");
    hash.update(`${line}\n`);
  }
  return hash.digest("base64url").slice(0, 16);
}
