/** The units of a plan as an index that says which of them contains a position. */
import { type ArealIndex, arealIndex } from "../core/geometry/areal-index.ts";
import { unitIndex } from "../core/screening/unit-index.ts";
import { eachRow } from "./columns-raw.ts";
import { ShapeWriter } from "./columns-shapes.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** `code[k]` is that of the k-th unit of the index. */
export interface UnitShapes {
  readonly index: ArealIndex;
  readonly code: readonly string[];
}

/**
 * Every unit of the layers of units, or those of row numbers `fids`. `points`: about how many positions will be
 * asked. Positions are WGS 84 degrees.
 */
export function readUnitShapes(
  sqlite: Sqlite3Static,
  db: Database,
  points: number,
  fids: readonly number[] | null,
): UnitShapes {
  const shapes = new ShapeWriter("areal");
  const code: string[] = [];
  const among = fids ? `AND fid IN (${fids.join(", ")})` : "";
  const sql = `SELECT geom, code FROM unit
    WHERE layer_id IN (SELECT id FROM layer WHERE kind = 'units') ${among} ORDER BY fid`;
  eachRow(sqlite, db, sql, [], (row) => {
    code.push(row.text(1) ?? "");
    shapes.add(row, 0);
  });
  const set = shapes.polygons();
  if (code.length === 0) return { index: arealIndex(set), code };
  const attributes = code.map((one) => ({ code: one, name: one, district: null }));
  const layer = { name: "", date: null, coverage: "all", shapes: set, attributes } as const;
  return { index: unitIndex(layer, { points }), code };
}
