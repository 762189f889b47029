/** What other programs changed in the end, however they got there: worked out from the log and the rows, in SQL. */
import { TABLE_NAMES, type TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import { NAMING_COLUMNS } from "./log-triggers.ts";
import { formerly, isShaped, loggedColumns } from "./logged-columns.ts";
import { addShapeReader, WANTED_SHAPE } from "./read-shape.ts";

/**
 * Makes the temporary table `outside_net`: one row for each row of the plan that is not as it was. log: number of the
 * line in `outside_change`; kind: insert, update, remove; renamed 1: an update that gave the row another name.
 * Shapes are brought into this program's form first. Shapes that cannot stand in `outside_fault` (log, fault).
 */
export function findNetChanges(db: Database): void {
  forgetNetChanges(db);
  addShapeReader(db);
  db.exec(`CREATE TEMP TABLE outside_net (
      log INTEGER PRIMARY KEY NOT NULL, table_name TEXT NOT NULL, row_fid INTEGER NOT NULL, kind TEXT NOT NULL,
      renamed INTEGER NOT NULL, refused INTEGER NOT NULL DEFAULT 0);
    CREATE TEMP TABLE outside_fault (log INTEGER PRIMARY KEY NOT NULL, fault TEXT NOT NULL)`);
  for (const table of loggedTables(db)) {
    nameNewRows(db, table);
    if (isShaped(db, table)) takeShapes(db, table);
    takeRows(db, table);
  }
  db.exec("CREATE INDEX temp.outside_net_row ON outside_net(table_name, row_fid)");
}

export function forgetNetChanges(db: Database): void {
  db.exec(`DROP TABLE IF EXISTS temp.outside_net; DROP TABLE IF EXISTS temp.outside_fault;
    DROP TABLE IF EXISTS temp.outside_shape; DROP TABLE IF EXISTS temp.outside_suspect;
    DROP TABLE IF EXISTS temp.outside_former`);
}

/** Tables of which the log has lines. */
export function loggedTables(db: Database): TableName[] {
  const there = new Set(db.selectValues("SELECT DISTINCT table_name FROM outside_change"));
  return TABLE_NAMES.filter((table) => there.has(table));
}

/** Tables in which anything is not as it was, and is not refused. */
export function changedTables(db: Database): TableName[] {
  const there = new Set(
    db.selectValues("SELECT DISTINCT table_name FROM temp.outside_net WHERE refused = 0"),
  );
  return TABLE_NAMES.filter((table) => there.has(table));
}

/** What GDAL writes for "no id given" when it takes the default of the column for a text. */
const NOT_A_NAME = "lower(hex(randomblob(16)))";

/** A name for a row that came without one: the same for everybody who opens this file. SQL. */
export function nameOfNewRow(table: TableName, at: string, fid: string): string {
  return `'${table}-' || replace(replace(replace(${at}, '-', ''), ':', ''), '.', '') || '-' || ${fid}`;
}

function nameNewRows(db: Database, table: TableName): void {
  if (!(NAMING_COLUMNS[table] as readonly string[]).includes("id")) return;
  db.exec(`UPDATE "${table}" SET id = ${nameOfNewRow(table, "c.at", "c.row_fid")} FROM outside_change c
    WHERE c.table_name = '${table}' AND c.existed = 0 AND c.row_fid = "${table}".fid
      AND "${table}".id IN ('', '${NOT_A_NAME}', '(${NOT_A_NAME})')`);
}

function takeShapes(db: Database, table: TableName): void {
  db.exec(`CREATE TEMP TABLE outside_shape AS
      SELECT c.fid AS log, t.fid AS row_fid, outside_shape(t.geom, '${WANTED_SHAPE[table]}') AS shape
      FROM outside_change c JOIN "${table}" t ON t.fid = c.row_fid
      WHERE c.table_name = '${table}' AND t.geom IS NOT c.before_geom AND t.geom IS NOT NULL;
    INSERT INTO temp.outside_fault (log, fault) SELECT log, shape FROM temp.outside_shape WHERE typeof(shape) = 'text';
    UPDATE "${table}" SET geom = nullif(s.shape, x'') FROM temp.outside_shape s
      WHERE s.row_fid = "${table}".fid AND typeof(s.shape) = 'blob';
    DROP TABLE temp.outside_shape`);
}

// A limit that limits nothing keeps the row's JSON from being read anew for every column.
function takeRows(db: Database, table: TableName): void {
  const columns = loggedColumns(db, table).map(({ name }) => name);
  const changed = columns.map((name) => `${formerly(name)} IS NOT t."${name}"`);
  if (isShaped(db, table)) changed.unshift("c.before_geom IS NOT t.geom");
  const renamed = NAMING_COLUMNS[table].map((name) => `${formerly(name)} IS NOT t."${name}"`).join(" OR ");
  db.exec(`INSERT INTO temp.outside_net (log, table_name, row_fid, kind, renamed)
    SELECT c.fid, '${table}', c.row_fid,
      CASE WHEN c.existed = 0 THEN 'insert' WHEN t.fid IS NULL THEN 'remove' ELSE 'update' END,
      c.existed = 1 AND t.fid IS NOT NULL AND (${renamed})
    FROM (SELECT fid, row_fid, existed, jsonb(before) AS before, before_geom FROM outside_change
          WHERE table_name = '${table}' LIMIT -1) c
    LEFT JOIN "${table}" t ON t.fid = c.row_fid
    WHERE CASE
      WHEN c.existed = 0 THEN t.fid IS NOT NULL
      WHEN t.fid IS NULL THEN 1
      ELSE ${changed.join(" OR ")} END`);
}
