/** The register as columns: from the columns kept in the file when they are true, else from its rows. */
import type { HouseholdColumns } from "../core/model/household.ts";
import { keptColumns } from "./columns-kept.ts";
import { columnsFromRows } from "./columns-rows.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Every household in file order. Both ways give the same. */
export function readColumns(sqlite: Sqlite3Static, db: Database): HouseholdColumns {
  return keptColumns(sqlite, db) ?? columnsFromRows(sqlite, db);
}
