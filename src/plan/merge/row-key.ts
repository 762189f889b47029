/** The stable key of a row of any table as one text; and what of a row no merge looks at. */
import { KEY_COLUMN, type TableName } from "../rows.ts";
import type { SqlRow, SqlValue } from "../statements.ts";

/** Parts the two ids of a member of a baseline. It is in no id: ids come from tables as text without controls. */
const SEPARATOR = "\u001f";

/** Columns that are worked out from other rows: they follow after the merge. */
export const NOT_MERGED: Partial<Record<TableName, readonly string[]>> = { household: ["unit_code"] };

/** Facts of the file itself, not of the plan. */
export const FACTS_OF_THE_FILE: readonly string[] = ["id", "origin", "demo", "created", "undoable_after"];

/** The key of a row as it lies in the file. */
export function keyOf(table: TableName, row: SqlRow): string {
  const column = KEY_COLUMN[table];
  return column ? String(row[column]) : `${row.baseline_id}${SEPARATOR}${row.household_id}`;
}

/** The key as an SQL expression over the table. */
export function keyExpression(table: TableName): string {
  const column = KEY_COLUMN[table];
  return column ? `"${column}"` : `baseline_id || char(31) || household_id`;
}

/** The condition that finds the row of a key; its values come from `rowValues`. */
export function rowClause(table: TableName): string {
  const column = KEY_COLUMN[table];
  return column ? `"${column}" = ?` : "baseline_id = ? AND household_id = ?";
}

/** The values of `rowClause`. */
export function rowValues(table: TableName, key: string): SqlValue[] {
  return KEY_COLUMN[table] ? [key] : key.split(SEPARATOR);
}

/** The key as a person may see it. */
export function keyInWords(key: string): string {
  return key.replace(SEPARATOR, " / ");
}

/** True when two values of a row are the same. */
export function isSame(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  return (a ?? null) === (b ?? null);
}
