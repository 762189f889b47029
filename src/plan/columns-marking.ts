/** The triggers that say of the kept columns that they are out of date, whichever program changes a household. */
import { householdColumns } from "./schema/0002-household-columns.sql.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Name and sentence of each, as the schema has them. */
const TRIGGERS = [...householdColumns.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?END(?=;)/g)].map(
  ([sql, name]) => [name!, sql] as const,
);
const THERE =
  "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = ? AND tbl_name = 'household' AND sql = ?";

/** True when every one is there as the schema has it. */
export function hasMarking(db: Database): boolean {
  return TRIGGERS.every((trigger) => db.selectValue(THERE, [...trigger]) === 1);
}

/** Puts back what is missing: a program that makes the table of households anew (`ogr2ogr -overwrite`) loses it. */
export function restoreMarking(db: Database): void {
  if (hasMarking(db)) return;
  dropMarking(db);
  for (const [, sql] of TRIGGERS) db.exec(sql);
}

/**
 * Acts on the households without marking each row: a trigger makes inserting half as slow again. The columns are
 * marked out of date first, once. Only inside a transaction: the triggers are taken away and put back in it, so
 * that however it ends, a file without them never is. Throws when no transaction is open.
 */
export function withoutMarking<T>({ capi }: Sqlite3Static, db: Database, act: () => T): T {
  if (capi.sqlite3_get_autocommit(db.pointer!)) throw new Error("marking goes on outside a transaction");
  db.exec("UPDATE household_column_state SET stale = 1");
  dropMarking(db);
  // Not in a `finally`: what throws ends the transaction, and the triggers come back with it.
  const answer = act();
  restoreMarking(db);
  return answer;
}

function dropMarking(db: Database): void {
  for (const [name] of TRIGGERS) db.exec(`DROP TRIGGER IF EXISTS "${name}"`);
}
