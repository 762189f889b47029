/**
 * The spatial index of a table with shapes (`schema/0003-spatial-index.sql.ts`) as our own changes keep it: a few
 * rows are renewed one by one, many by packing the whole index anew. Triggers of the file must be switched off.
 */
import { BulkInsert } from "./bulk-insert.ts";
import { eachRow } from "./columns-raw.ts";
import { SHAPED_TABLES, type TableName } from "./rows.ts";
import { spatialIndexOf } from "./schema/0003-spatial-index.sql.ts";
import { readIndexBounds, roundedDown, roundedUp, standsFor } from "./spatial-index-bounds.ts";
import { type IndexEntries, packTree } from "./spatial-index-pack.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Name of the index of a table. */
export const indexOf = (table: TableName): string => `rtree_${table}_geom`;

/** Row by row one costs so many times what it costs when all are packed; measured on half a million points. */
const ROW_BY_ROW = 30;
/** Up to so many rows it is not worth asking how many there are. */
const FEW = 100;

/**
 * Makes the index say what rows `ranges` (first and last number, ends included) say now, whether they came, went or
 * changed. The numbers need not all be there.
 */
export function renewIndex(
  sqlite: Sqlite3Static,
  db: Database,
  table: TableName,
  ranges: readonly (readonly [first: number, last: number])[],
): void {
  const index = indexOf(table);
  const numbers = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (numbers > FEW && numbers * ROW_BY_ROW > Number(db.selectValue(`SELECT count(*) FROM "${table}"`))) {
    packIndex(sqlite, db, table);
    return;
  }
  const leave = db.prepare(
    `DELETE FROM "${index}" WHERE id IN (SELECT rowid FROM "${index}_rowid" WHERE rowid BETWEEN ? AND ?)`,
  );
  const enter = db.prepare(`INSERT INTO "${index}"
    SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom) FROM "${table}"
    WHERE fid BETWEEN ? AND ? AND geom NOT NULL AND NOT ST_IsEmpty(geom)`);
  try {
    for (const range of ranges) {
      for (const statement of [leave, enter]) statement.bind([...range]).stepReset();
    }
  } finally {
    leave.finalize();
    enter.finalize();
  }
}

/** Makes the whole index anew from the rows. */
export function packIndex(sqlite: Sqlite3Static, db: Database, table: TableName): void {
  const index = indexOf(table);
  const entries = readEntries(sqlite, db, table);
  const nodeSize = Number(db.selectValue(`SELECT length(data) FROM "${index}_node" WHERE nodeno = 1`));
  const { nodeCount, nodes, leafOf, parentOf } = packTree(entries, nodeSize);
  db.exec(`DELETE FROM "${index}_node"; DELETE FROM "${index}_rowid"; DELETE FROM "${index}_parent"`);
  fill(sqlite, db, `${index}_node`, ["nodeno", "data"], nodeCount, (row, k) => {
    row.integer(k + 1);
    row.blob(nodes.subarray(k * nodeSize, (k + 1) * nodeSize));
  });
  fill(sqlite, db, `${index}_parent`, ["nodeno", "parentnode"], nodeCount - 1, (row, k) => {
    row.integer(k + 2);
    row.integer(parentOf[k + 2]!);
  });
  fill(sqlite, db, `${index}_rowid`, ["rowid", "nodeno"], entries.count, (row, i) => {
    row.real(entries.fid[i]!);
    row.integer(leafOf[i]!);
  });
}

function fill(
  sqlite: Sqlite3Static,
  db: Database,
  table: string,
  columns: readonly string[],
  count: number,
  write: (row: BulkInsert, k: number) => void,
): void {
  const bulk = new BulkInsert(sqlite, db, table, columns);
  try {
    for (let k = 0; k < count; k++) {
      write(bulk, k);
      bulk.insert();
    }
  } finally {
    bulk.close();
  }
}

/** What the index of a table must say. Throws on a shape that is none. */
function readEntries(sqlite: Sqlite3Static, db: Database, table: TableName): IndexEntries {
  const most = Number(db.selectValue(`SELECT count(*) FROM "${table}"`));
  const fid = new Float64Array(most);
  const box = new Float32Array(4 * most);
  const bounds = new Float64Array(4);
  let count = 0;
  const rows = `SELECT fid, geom FROM "${table}" WHERE typeof(geom) = 'blob' ORDER BY fid`;
  eachRow(sqlite, db, rows, [], (row) => {
    row.bytes(1);
    if (!readIndexBounds(row, bounds)) return;
    fid[count] = row.number(0);
    box[4 * count] = roundedDown(bounds[0]!);
    box[4 * count + 1] = roundedDown(bounds[1]!);
    box[4 * count + 2] = roundedUp(bounds[2]!);
    box[4 * count + 3] = roundedUp(bounds[3]!);
    count++;
  });
  return { count, fid: fid.subarray(0, count), box: box.subarray(0, 4 * count) };
}

/** True when the index says of every row where it is, and of nothing else. Does not look at its inner order. */
export function isIndexTrue(sqlite: Sqlite3Static, db: Database, table: TableName): boolean {
  const { count, fid, box } = readEntries(sqlite, db, table);
  const place = new Map<number, number>();
  for (let i = 0; i < count; i++) place.set(fid[i]!, 4 * i);
  let isTrue = true;
  let found = 0;
  eachRow(sqlite, db, `SELECT id, minx, miny, maxx, maxy FROM "${indexOf(table)}"`, [], (row) => {
    const at = place.get(row.number(0));
    found++;
    for (let side = 0; side < 4; side++) {
      const outward = side < 2 ? -1 : 1;
      if (at === undefined || !standsFor(row.number(side + 1), box[at + side]!, outward)) isTrue = false;
    }
  });
  return isTrue && found === count;
}

/**
 * Puts back what another program took away or left half done: tables made anew lose their triggers, an index may be
 * dropped. An index of the standard's later form is let be. `depth`: `content` also compares it with the rows, for a
 * file from elsewhere. True when anything had to be done.
 */
export function restoreIndexes(sqlite: Sqlite3Static, db: Database, depth: "form" | "content"): boolean {
  let restored = false;
  for (const table of SHAPED_TABLES) {
    const formed = hasIndex(db, table);
    if (formed && (depth === "form" || isIndexTrue(sqlite, db, table))) continue;
    if (!formed) db.exec(spatialIndexOf(table));
    packIndex(sqlite, db, table);
    restored = true;
  }
  return restored;
}

/** True when every index and its triggers are there. */
export function hasIndexes(db: Database): boolean {
  return SHAPED_TABLES.every((table) => hasIndex(db, table));
}

/** Triggers of the standard up to 1.3, and the newer ones that stand in the place of some. */
const WATCHED_BY: readonly (readonly string[])[] = [
  ["insert"],
  ["update1", "update6"],
  ["update2"],
  ["update3", "update5"],
  ["update4"],
  ["delete"],
];

function hasIndex(db: Database, table: TableName): boolean {
  const index = indexOf(table);
  const columns = db.selectValues("SELECT name FROM pragma_table_info(?) ORDER BY cid", [index]);
  if (columns.join().toLowerCase() !== "id,minx,maxx,miny,maxy") return false;
  const names = db.selectValues(
    "SELECT lower(name) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
    [table],
  );
  const said = db.selectValue(
    "SELECT 1 FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND lower(table_name) = ?",
    [table],
  );
  return said === 1 && WATCHED_BY.every((one) => one.some((name) => names.includes(`${index}_${name}`)));
}
