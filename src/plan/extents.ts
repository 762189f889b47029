/** Keeps `gpkg_contents` true: bounds of each feature table, and when a table last changed. */
import type { Bbox } from "../core/units.ts";
import { boundsOf, unionOf } from "./geometry-blob.ts";
import type { TableName } from "./rows.ts";
import type { Database } from "./sqlite.ts";

/**
 * Writes the bounds that moved. `added` bounds widen what is written there; null means that rows went or
 * moved, and the table is measured again from the bounds its shapes carry.
 */
export function writeExtents(db: Database, moved: ReadonlyMap<TableName, Bbox | null>): void {
  for (const [table, added] of moved) {
    const written = added ? extentOf(db, table) : null;
    const box = added ? unionOf(written, added) : measure(db, table);
    db.exec({
      sql: "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
      bind: [...(box ?? [null, null, null, null]), table],
    });
  }
}

/** Writes when tables changed. */
export function writeLastChange(db: Database, tables: Iterable<string>, at: string): void {
  for (const table of tables) {
    db.exec({ sql: "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", bind: [at, table] });
  }
}

function extentOf(db: Database, table: TableName): Bbox | null {
  const row = db.selectArray("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", [
    table,
  ]);
  return row && row[0] !== null ? (row as unknown as Bbox) : null;
}

function measure(db: Database, table: TableName): Bbox | null {
  let box: Bbox | null = null;
  const statement = db.prepare(`SELECT geom FROM "${table}" WHERE geom IS NOT NULL`);
  try {
    while (statement.step()) box = unionOf(box, boundsOf(statement.get(0) as Uint8Array));
  } finally {
    statement.finalize();
  }
  return box;
}
