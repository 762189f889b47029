/** The numbered parts of the schema, oldest first. The schema only grows: add a file and a line, edit none. */
import type { Database } from "../sqlite.ts";
import { base } from "./0001-base.sql.ts";
import { geopackage } from "./0001-geopackage.sql.ts";
import { householdColumns } from "./0002-household-columns.sql.ts";

const PARTS: readonly { readonly version: number; readonly name: string; readonly sql: string }[] = [
  { version: 1, name: "0001-base", sql: geopackage + base },
  { version: 2, name: "0002-household-columns", sql: householdColumns },
];

/** The newest form this program knows; a plan from a later one opens read-only. */
export const SCHEMA_VERSION = PARTS.at(-1)!.version;

/** The form of an open plan, 0 for an empty database. */
export function schemaVersionOf(db: Database): number {
  const known = db.selectValue(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
  );
  return known ? Number(db.selectValue("SELECT coalesce(max(version), 0) FROM schema_version")) : 0;
}

/** Brings a database to the newest form in one transaction. Does nothing when it is there already. */
export function growSchema(db: Database): void {
  const from = schemaVersionOf(db);
  const missing = PARTS.filter((part) => part.version > from);
  if (missing.length === 0) return;
  db.transaction("IMMEDIATE", () => {
    for (const { version, name, sql } of missing) {
      db.exec(sql);
      db.exec({ sql: "INSERT INTO schema_version (version, name) VALUES (?, ?)", bind: [version, name] });
    }
  });
}

/** What the schema is, for the snapshot that a test compares: one line for each column, index and trigger. */
export function describeSchema(db: Database): Record<string, string> {
  const out: Record<string, string> = {};
  const parts = db.selectObjects(
    "SELECT type, name, tbl_name FROM sqlite_master ORDER BY tbl_name, type, name",
  );
  for (const { type, name, tbl_name } of parts) {
    if (type !== "table") {
      out[`${tbl_name} ${type} ${name}`] = "";
      continue;
    }
    const columns = db.selectObjects("SELECT * FROM pragma_table_info(?) ORDER BY cid", [String(name)]);
    for (const { name: column, type: kind, notnull, pk } of columns) {
      out[`${name}.${column}`] = [kind, notnull ? "NOT NULL" : "", pk ? `KEY ${pk}` : ""]
        .filter(Boolean)
        .join(" ");
    }
  }
  return out;
}
