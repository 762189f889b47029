/**
 * The triggers that log what other programs change. They fire in QGIS, GDAL, sqlite3, Python; for what this program
 * writes, triggers are switched off. At most one line for each row: as it was before the first change.
 */
import { TABLE_NAMES, type TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import { isShaped, type LoggedColumn, loggedColumns, rowAsJson } from "./logged-columns.ts";

/** What names a row among the rows of its table, besides `fid`: unique in the file. */
export const NAMING_COLUMNS = {
  plan: ["key"],
  layer: ["id"],
  unit: ["id"],
  forest: ["id"],
  hazard: ["id"],
  road: ["id"],
  centre: ["id"],
  household: ["id"],
  event: ["id"],
  baseline: ["id"],
  baseline_member: ["baseline_id", "household_id"],
  decision: ["id"],
  target: ["id"],
  assignment: ["household_id"],
  site: ["id"],
  rule_set: ["id"],
  import: ["id"],
  raster: ["id"],
  raster_tile: ["id"],
} as const satisfies Record<TableName, readonly string[]>;

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/**
 * Makes the triggers of every table anew, for the columns it has now. Call it whenever columns were added and
 * after a table was made anew; then write the seals.
 */
export function renewLogTriggers(db: Database): void {
  for (const table of TABLE_NAMES) {
    const wanted = triggersOf(table, loggedColumns(db, table), isShaped(db, table));
    // Those that stand are let be: making them anew would move the file's schema cookie (decision 8).
    const there = new Set(
      db.selectValues("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]),
    );
    if (wanted.every((sql) => there.has(sql))) continue;
    for (const name of triggerNames(table)) db.exec(`DROP TRIGGER IF EXISTS "${name}"`);
    for (const sql of wanted) db.exec(sql);
  }
}

/** The triggers of one table as they stand in the file, or null when one is missing. */
export function standingTriggers(db: Database, table: TableName): string | null {
  const names = triggerNames(table);
  const found = db.selectValues(
    `SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name IN (?, ?, ?, ?) ORDER BY name`,
    [table, ...names],
  );
  return found.length === names.length ? found.join(";\n") : null;
}

function triggerNames(table: TableName): readonly string[] {
  return ["replace", "insert", "update", "delete"].map((what) => `outside_${table}_${what}`);
}

function triggersOf(table: TableName, columns: readonly LoggedColumn[], shaped: boolean): readonly string[] {
  const [replace, insert, update, remove] = triggerNames(table);
  const isNew = (fid: string) =>
    `NOT EXISTS (SELECT 1 FROM outside_change WHERE table_name = '${table}' AND row_fid = ${fid})`;
  const into = "INSERT INTO outside_change (table_name, row_fid, existed, before, before_geom, at)";
  // Not INSERT OR IGNORE: the sentence that fired the trigger decides what happens on a conflict.
  const asItWas = (row: string, from: string, which: string) => `${into}
  SELECT '${table}', ${row}.fid, 1, ${rowAsJson(columns, shaped, row)}, ${shaped ? `${row}.geom` : "NULL"}, ${NOW}
  ${from} WHERE ${isNew(`${row}.fid`)}${which};`;
  const notThere = (which: string) => `${into}
  SELECT '${table}', NEW.fid, 0, NULL, NULL, ${NOW} WHERE ${isNew("NEW.fid")}${which};`;
  const named = NAMING_COLUMNS[table].map((column) => `o."${column}" = NEW."${column}"`).join(" AND ");
  // Rows that a REPLACE takes away fire no trigger of their own.
  const inTheWay = (which: string) =>
    asItWas("o", `FROM "${table}" o`, ` AND (o.fid = NEW.fid OR (${named}))${which}`);
  return [
    `CREATE TRIGGER "${replace}" BEFORE INSERT ON "${table}" BEGIN
${inTheWay("")}
END`,
    `CREATE TRIGGER "${insert}" AFTER INSERT ON "${table}" BEGIN
${notThere("")}
END`,
    `CREATE TRIGGER "${update}" BEFORE UPDATE ON "${table}" BEGIN
${asItWas("OLD", "", "")}
${inTheWay(" AND o.fid <> OLD.fid")}
${notThere(" AND NEW.fid <> OLD.fid")}
END`,
    `CREATE TRIGGER "${remove}" AFTER DELETE ON "${table}" BEGIN
${asItWas("OLD", "", "")}
END`,
  ];
}
