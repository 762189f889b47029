/** The form of a plan: what must be there, what comes back by itself, and tables that another program made anew. */
import type { Problem } from "../../core/outcome.ts";
import type { OutsideProblem } from "../../core/problem-codes/plan.ts";
import { TABLE_NAMES, type TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import type { SqlRow } from "../statements.ts";
import { NAMING_COLUMNS } from "./log-triggers.ts";
import { nameOfNewRow } from "./what-changed.ts";

/** Made from the rows or about them: a plan without them is whole. Spatial indexes are looked after elsewhere. */
const DERIVED = /^(household_column|household_column_state|outside_change|outside_seal|rtree_.*)$/;

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`;
const COLUMNS = `SELECT name, upper(type) AS type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid`;

/** The first table or column of a new plan (`fresh`) that is missing; null when all are there. Others may be there too. */
export function missingPart(db: Database, fresh: Database): { table: string; column: string | null } | null {
  const there = new Set(db.selectValues(TABLES));
  for (const table of fresh.selectValues(TABLES).map(String)) {
    if (DERIVED.test(table) || table.startsWith("gpkg_")) continue;
    if (!there.has(table)) return { table, column: null };
    const columns = new Set(db.selectObjects(COLUMNS, [table]).map(({ name }) => name));
    const column = fresh.selectObjects(COLUMNS, [table]).find(({ name }) => !columns.has(name!));
    if (column) return { table, column: String(column.name) };
  }
  return null;
}

/** Puts back what is derived and missing, empty, with indexes and the lines other programs know tables by. */
export function restoreDerived(db: Database, fresh: Database): void {
  const columns = `SELECT group_concat(name) FROM pragma_table_info(?)`;
  for (const table of fresh.selectValues(TABLES).map(String)) {
    if (!DERIVED.test(table) || table.startsWith("rtree_")) continue;
    if (db.selectValue(columns, [table]) === fresh.selectValue(columns, [table])) continue;
    db.exec(`DROP TABLE IF EXISTS "${table}"`);
    for (const sql of sentencesOf(fresh, table, ["table", "index"])) db.exec(sql);
    if (table === "household_column_state")
      db.exec(`INSERT INTO ${table} (fid, stale, schema_cookie) VALUES (1, 1, 0)`);
    sayTable(db, fresh, table);
  }
}

/** Writes the lines of `gpkg_contents` and `gpkg_geometry_columns` of a table as a new plan has them, keeping bounds. */
function sayTable(db: Database, fresh: Database, table: string): void {
  for (const name of ["gpkg_contents", "gpkg_geometry_columns"]) {
    const said = fresh.selectObject(`SELECT * FROM ${name} WHERE table_name = ?`, [table]);
    if (!said) continue;
    for (const column of ["min_x", "min_y", "max_x", "max_y"]) delete said[column];
    const columns = Object.keys(said);
    // Another program may have taken the name we give the table for something else: ours goes before.
    if (name === "gpkg_contents") {
      db.exec({
        sql: "UPDATE gpkg_contents SET identifier = identifier || ' (2)' WHERE identifier = ? AND table_name <> ?",
        bind: [said.identifier!, table],
      });
    }
    db.exec({
      sql: `INSERT INTO ${name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
            ON CONFLICT (table_name) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`,
      bind: Object.values(said),
    });
  }
}

function sentencesOf(fresh: Database, table: string, types: readonly string[]): string[] {
  return types.flatMap((type) =>
    fresh
      .selectValues(
        "SELECT sql FROM sqlite_master WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid",
        [type, table],
      )
      .map(String),
  );
}

/**
 * Gives a table that another program made anew the form it has in a new plan: what must not be empty, names that are
 * there once, indexes, defaults, the triggers. Columns that were added stay. Rows that cannot stand in it are left
 * out; answers them. A row without a name gets one that is the same for everybody who opens this file.
 */
export function remakeTable(
  db: Database,
  fresh: Database,
  table: TableName,
  { file, at }: { readonly file: string; readonly at: string },
): Problem[] {
  if (hasForm(db, fresh, table)) {
    restoreTriggers(db, fresh, table);
    sayTable(db, fresh, table);
    return [];
  }
  const ours = fresh.selectObjects(COLUMNS, [table]) as SqlRow[];
  const names = ours.map(({ name }) => String(name));
  const added = (db.selectObjects(COLUMNS, [table]) as SqlRow[]).filter(
    ({ name }) => !names.includes(String(name)),
  );
  const [create] = sentencesOf(fresh, table, ["table"]);
  const beside = `${table}_anew`;
  db.exec(create!.replace(/^CREATE TABLE\s+"?\w+"?/, `CREATE TABLE "${beside}"`));
  for (const { name, type } of added) db.exec(`ALTER TABLE "${beside}" ADD COLUMN "${name}" ${type}`);
  const columns = [...names, ...added.map(({ name }) => String(name))];
  const values = columns.map((name) =>
    filling(
      table,
      ours.find((column) => column.name === name),
      name,
      at,
    ),
  );
  db.exec(
    `CREATE TEMP TABLE outside_former AS SELECT ${values
      .map((value, i) => `${value} AS "${columns[i]}"`)
      .join(", ")} FROM "${table}" t`,
  );
  const problems = leaveOut(db, table, ours, file);
  const list = columns.map((column) => `"${column}"`).join(", ");
  db.exec(`INSERT INTO "${beside}" (${list}) SELECT ${list} FROM temp.outside_former ORDER BY fid;
    DROP TABLE temp.outside_former;
    DROP TABLE "${table}";
    ALTER TABLE "${beside}" RENAME TO "${table}"`);
  for (const sql of sentencesOf(fresh, table, ["index"]))
    db.exec(sql.replace("INDEX ", "INDEX IF NOT EXISTS "));
  restoreTriggers(db, fresh, table);
  sayTable(db, fresh, table);
  return problems;
}

/** Those of the log are made for the columns there are, with the seals; those of a spatial index, with the index. */
function restoreTriggers(db: Database, fresh: Database, table: string): void {
  for (const sql of sentencesOf(fresh, table, ["trigger"])) {
    const name = /CREATE TRIGGER "?(\w+)/.exec(sql)![1]!;
    if (name.startsWith("outside_") || name.startsWith("rtree_")) continue;
    db.exec(`DROP TRIGGER IF EXISTS "${name}"`);
    db.exec(sql);
  }
}

/** Whether every column of ours must be filled where it must, has its type and default, and names are there once. */
function hasForm(db: Database, fresh: Database, table: TableName): boolean {
  const form = (of: Database) => {
    const columns = of.selectObjects(COLUMNS, [table]);
    return new Map(
      columns.map(({ name, type, notnull, dflt_value, pk }) => [
        name,
        `${type} ${notnull} ${dflt_value} ${pk}`,
      ]),
    );
  };
  const [there, wanted] = [form(db), form(fresh)];
  const unique = `SELECT group_concat(c.name) FROM pragma_index_list(?) l, pragma_index_info(l.name) c WHERE l."unique" = 1`;
  return (
    [...wanted].every(([name, one]) => there.get(name) === one) &&
    db.selectValue(unique, [table]) === fresh.selectValue(unique, [table])
  );
}

/** What a column is filled with: its own value, or what stands for none where there must be one. */
function filling(table: TableName, column: SqlRow | undefined, name: string, at: string): string {
  const value = `t."${name}"`;
  if (column?.notnull !== 1 || column.pk === 1) return value;
  if (name === "id" && column.dflt_value !== null)
    return `coalesce(${value}, ${nameOfNewRow(table, `'${at}'`, "t.fid")})`;
  return column.dflt_value === null ? value : `coalesce(${value}, ${column.dflt_value})`;
}

function leaveOut(db: Database, table: TableName, ours: readonly SqlRow[], file: string): Problem[] {
  const problems: Problem[] = [];
  const naming = NAMING_COLUMNS[table].map((column) => `"${column}"`);
  const say = (code: OutsideProblem, field: string, which: string) => {
    const name = naming.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ");
    const rows = db.selectObjects(`SELECT fid, ${name} AS name FROM temp.outside_former WHERE ${which}`);
    for (const { fid, name: id } of rows) {
      const values = { table, fid: String(fid), id: String(id), value: "–", allowed: "" };
      problems.push({ code, file, field, values });
    }
    db.exec(`DELETE FROM temp.outside_former WHERE ${which}`);
  };
  for (const { name, notnull, pk } of ours)
    if (notnull === 1 && pk === 0) say("outside.empty", String(name), `"${name}" IS NULL`);
  const first = `SELECT min(fid) FROM temp.outside_former GROUP BY ${naming.join(", ")}`;
  say("outside.key", NAMING_COLUMNS[table][0], `fid NOT IN (${first})`);
  return problems;
}

/** Tables of rows whose counts other programs may keep beside; GDAL counts them anew where none is written. */
export function forgetCounts(db: Database): void {
  if (db.selectValue("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_ogr_contents'") !== 1) return;
  const list = TABLE_NAMES.map((table) => `'${table}'`).join(", ");
  db.exec(`UPDATE gpkg_ogr_contents SET feature_count = NULL
    WHERE feature_count IS NOT NULL AND table_name IN (${list})`);
}
