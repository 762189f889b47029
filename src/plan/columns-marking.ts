/**
 * The triggers that say of the kept columns that they are out of date when another program changes a household. Our own
 * changes say so themselves (`ChangedTables`).
 */
import { householdColumns } from "./schema/0002-household-columns.sql.ts";
import type { Database } from "./sqlite.ts";

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

function dropMarking(db: Database): void {
  for (const [name] of TRIGGERS) db.exec(`DROP TRIGGER IF EXISTS "${name}"`);
}
