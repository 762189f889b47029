/** The numbered parts of the schema, oldest first. The schema only grows: add a file and a line, edit none. */
import { fillContainingUnits } from "../containing-unit.ts";
import { sealTables } from "../outside/seal.ts";
import { seedTargets } from "../seed-targets.ts";
import { addShapeFunctions } from "../shape-functions.ts";
import { hasIndexes, restoreIndexes } from "../spatial-index.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";
import { withoutTriggers } from "../triggers.ts";
import { base } from "./0001-base.sql.ts";
import { geopackage } from "./0001-geopackage.sql.ts";
import { householdColumns } from "./0002-household-columns.sql.ts";
import { bulkRemoval } from "./0003-bulk-removal.sql.ts";
import { outsideChanges } from "./0003-outside-changes.sql.ts";
import { registerAndHistory } from "./0003-register-and-history.sql.ts";
import { spatialIndex } from "./0003-spatial-index.sql.ts";
import { rasters } from "./0004-rasters.sql.ts";

const PARTS: readonly { readonly version: number; readonly name: string; readonly sql: string }[] = [
  { version: 1, name: "0001-base", sql: geopackage + base },
  { version: 2, name: "0002-household-columns", sql: householdColumns },
  {
    version: 3,
    name: "0003-register-and-history",
    sql: registerAndHistory + outsideChanges + spatialIndex + bulkRemoval + seedTargets,
  },
  { version: 4, name: "0004-rasters", sql: rasters },
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

/**
 * Brings a database to the newest form in one transaction, and puts back the spatial indexes that are missing or half
 * done; fills them. Does nothing when everything is there already.
 */
export function growSchema(sqlite: Sqlite3Static, db: Database): void {
  addShapeFunctions(db);
  const from = schemaVersionOf(db);
  const missing = PARTS.filter((part) => part.version > from);
  if (missing.length === 0 && hasIndexes(db)) return;
  const grow = () => {
    for (const { version, name, sql } of missing) {
      db.exec(sql);
      db.exec({ sql: "INSERT INTO schema_version (version, name) VALUES (?, ?)", bind: [version, name] });
    }
    // Whatever was in the tables before is not yet in an index that is new.
    restoreIndexes(sqlite, db, missing.length > 0 ? "content" : "form");
    // From here on what other programs change is seen.
    if (missing.length > 0) sealTables(db);
    if (missing.length > 0) fillContainingUnits(sqlite, db);
  };
  withoutTriggers(sqlite, db, () => db.transaction("IMMEDIATE", grow));
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
