/** Which columns of a row are logged when another program changes it, and the row as SQL that makes its JSON. */
import type { TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";

export interface LoggedColumn {
  readonly name: string;
  /** As declared: TEXT, INTEGER, REAL, BOOLEAN, DATE, DATETIME, or what another program declared. */
  readonly type: string;
}

/** Worked out by the program and outside the history: what another program writes there is written over. */
const DERIVED: readonly string[] = ["household.unit_code"];

/**
 * Every column but `fid`, `geom` and what is derived; columns that another program added are among them, except
 * those of bytes and those whose name cannot stand in a JSON path.
 */
export function loggedColumns(db: Database, table: TableName): readonly LoggedColumn[] {
  return db
    .selectObjects("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", [table])
    .map((row) => ({ name: String(row.name), type: String(row.type).toUpperCase() }))
    .filter(({ name, type }) => {
      if (name === "fid" || name === "geom" || DERIVED.includes(`${table}.${name}`)) return false;
      return type !== "BLOB" && !/["'\\]/.test(name);
    });
}

/** Whether rows of a table have a shape. */
export function isShaped(db: Database, table: TableName): boolean {
  return db.selectValue("SELECT 1 FROM pragma_table_info(?) WHERE name = 'geom'", [table]) === 1;
}

/**
 * The row named `row` (a table's alias, OLD or NEW) as a JSON object. Numbers with a fraction are written with 17
 * digits: `json_object` of engines before 3.44 keeps 15, and then a number put back is another number.
 */
export function rowAsJson(columns: readonly LoggedColumn[], shaped: boolean, row: string): string {
  const pairs = columns.map(({ name, type }) => {
    const value = `${row}."${name}"`;
    const exact = `CASE typeof(${value}) WHEN 'real' THEN json(printf('%!.17g', ${value})) ELSE ${value} END`;
    return `'${name}', ${type === "REAL" ? exact : value}`;
  });
  if (shaped) pairs.push(`'geom', CASE WHEN ${row}.geom IS NULL THEN NULL ELSE 'before_geom' END`);
  return `json_object(${pairs.join(", ")})`;
}

/** A column of the row that the log line `log` keeps. */
export function formerly(column: string, log = "c"): string {
  return `json_extract(${log}.before, '$."${column}"')`;
}
