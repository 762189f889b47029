/** The journal rows of what other programs changed, made from the log in SQL. */
import type { TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import { NAMING_COLUMNS } from "./log-triggers.ts";
import { formerly, isShaped, loggedColumns } from "./logged-columns.ts";
import { changedTables } from "./what-changed.ts";

/**
 * Writes entry `seq`'s rows: for each table what went, then what changed, then what came, so that turning them round,
 * last first, never meets a name that is still taken. A row with another name is one that went and one that came.
 */
export function writeOutsideRows(db: Database, seq: number): void {
  for (const table of changedTables(db)) {
    writeRemovals(db, table, seq);
    writeUpdates(db, table, seq);
    writeInserts(db, table, seq);
  }
}

const LINES = (table: TableName, which: string) =>
  `FROM temp.outside_net n JOIN outside_change c ON c.fid = n.log
   WHERE n.table_name = '${table}' AND n.refused = 0 AND (${which})`;

/** Name of a row as the journal has it: members of a baseline have none. */
function keyOf(table: TableName, of: (column: string) => string): string {
  const naming = NAMING_COLUMNS[table];
  return naming.length === 1 ? of(naming[0]!) : "NULL";
}

function writeRemovals(db: Database, table: TableName, seq: number): void {
  db.exec(`INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
    SELECT ${seq}, '${table}', 'remove', n.row_fid, n.row_fid, ${keyOf(table, (column) => formerly(column))},
      c.before, c.before_geom
    ${LINES(table, "n.kind = 'remove' OR n.renamed")} ORDER BY n.row_fid`);
}

function writeUpdates(db: Database, table: TableName, seq: number): void {
  const shaped = isShaped(db, table);
  const parts = loggedColumns(db, table).map(
    ({ name }) =>
      `CASE WHEN ${formerly(name)} IS NOT t."${name}" THEN ',"${name}":' || coalesce(c.before -> '$."${name}"', 'null') ELSE '' END`,
  );
  if (shaped) {
    parts.push(`CASE WHEN c.before_geom IS t.geom THEN ''
      WHEN c.before_geom IS NULL THEN ',"geom":null' ELSE ',"geom":"before_geom"' END`);
  }
  db.exec(`INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key, before, before_geom)
    SELECT ${seq}, '${table}', 'update', t.fid, t.fid, ${keyOf(table, (column) => `t."${column}"`)},
      '{' || substr(${parts.join(" || ")}, 2) || '}',
      ${shaped ? "CASE WHEN c.before_geom IS NOT t.geom THEN c.before_geom END" : "NULL"}
    FROM (SELECT n.row_fid, jsonb(c.before) AS before, c.before_geom
          ${LINES(table, "n.kind = 'update' AND NOT n.renamed")} ORDER BY n.row_fid LIMIT -1) c
    JOIN "${table}" t ON t.fid = c.row_fid`);
}

/** Row numbers that lie side by side are one line. */
function writeInserts(db: Database, table: TableName, seq: number): void {
  db.exec(`INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key)
    SELECT ${seq}, '${table}', 'insert', first, last,
      CASE WHEN first = last THEN (SELECT ${keyOf(table, (column) => `t."${column}"`)} FROM "${table}" t WHERE t.fid = first) END
    FROM (SELECT min(f) AS first, max(f) AS last FROM
           (SELECT n.row_fid AS f, n.row_fid - row_number() OVER (ORDER BY n.row_fid) AS island
            ${LINES(table, "n.kind = 'insert' OR n.renamed")})
          GROUP BY island)
    ORDER BY first`);
}
