/** Looks at the spatial indexes of a plan from outside. */
import { expect } from "vitest";
import { SHAPED_TABLES, type TableName } from "../../src/plan/rows.ts";
import { indexOf, isIndexTrue } from "../../src/plan/spatial-index.ts";
import { indexBounds } from "../../src/plan/spatial-index-bounds.ts";
import type { Database, Sqlite3Static } from "../../src/plan/sqlite.ts";

/** Every index is sound inside and says what one made anew would say. */
export function expectTrueIndexes(sqlite: Sqlite3Static, db: Database): void {
  for (const table of SHAPED_TABLES) {
    expect(db.selectValue("SELECT rtreecheck(?)", [indexOf(table)])).toBe("ok");
    expect(isIndexTrue(sqlite, db, table), `index of ${table}`).toBe(true);
  }
}

/** Rows that a window finds through the index and then by their own bounds, and those that a look at every row finds. */
export function found(
  db: Database,
  table: TableName,
  [west, south, east, north]: readonly [number, number, number, number],
): { readonly byIndex: number[]; readonly byLooking: number[] } {
  const rows = db.selectArrays(`SELECT fid, geom FROM "${table}" WHERE typeof(geom) = 'blob' ORDER BY fid`);
  const meets = new Set<number>();
  for (const [fid, geom] of rows) {
    const box = indexBounds(geom as Uint8Array);
    if (box && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) meets.add(Number(fid));
  }
  const ids = db.selectValues(
    `SELECT id FROM "${indexOf(table)}" WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ? ORDER BY id`,
    [east, west, north, south],
  );
  return { byIndex: ids.map(Number).filter((id) => meets.has(id)), byLooking: [...meets] };
}
