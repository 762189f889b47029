/** Keeps `gpkg_contents` true: bounds of each feature table, and when a table last changed. */
import type { Bbox } from "../core/units.ts";
import { unionOf } from "./geometry-blob.ts";
import type { TableName } from "./rows.ts";
import { indexOf } from "./spatial-index.ts";
import { indexBounds } from "./spatial-index-bounds.ts";
import { boundsInNode } from "./spatial-index-pack.ts";
import type { Database } from "./sqlite.ts";

/**
 * Writes the bounds that moved. `added` bounds widen what is written there; null means that rows went or
 * moved, and the table is measured again. The spatial indexes must be true.
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

/**
 * Exact bounds of all shapes, from few of them. The index has every edge rounded outward to a 32-bit float: whatever lies
 * farthest west is among the shapes with the least edge in it, since rounding keeps the order.
 */
function measure(db: Database, table: TableName): Bbox | null {
  const edges = rootBounds(db, table);
  if (!edges) return null;
  let box: Bbox | null = null;
  for (const [column, edge] of edges) {
    const there = column.startsWith("min") ? "<=" : ">=";
    const statement = db.prepare(
      `SELECT geom FROM "${table}" WHERE fid IN (SELECT id FROM "${indexOf(table)}" WHERE ${column} ${there} ?)`,
    );
    try {
      statement.bind([edge]);
      while (statement.step()) box = unionOf(box, indexBounds(statement.get(0) as Uint8Array));
    } finally {
      statement.finalize();
    }
  }
  return box;
}

/** The edges of the index as its root tells them; null when it is empty. */
function rootBounds(db: Database, table: TableName): (readonly [column: string, edge: number])[] | null {
  const root = db.selectValue(`SELECT data FROM "${indexOf(table)}_node" WHERE nodeno = 1`) as Uint8Array;
  return boundsInNode(root)?.map((edge, k) => [["minx", "maxx", "miny", "maxy"][k]!, edge] as const) ?? null;
}
