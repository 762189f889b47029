/** A plain GeoPackage with one layer, for results that go to other programs. Not a plan. */
import type { Geometry } from "../core/model/geometry.ts";
import type { Json } from "../core/model/household.ts";
import { boundsOf, encodeGeometry } from "./geometry-blob.ts";
import { base } from "./schema/0001-base.sql.ts";
import { bytesOf, type Database, emptyDatabase, loadSqlite } from "./sqlite.ts";

/** One row: a shape (null: no place known) and its properties in order. */
export interface LayerFeatureOut {
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, Json>>;
}
export interface LayerOut {
  /** Name of the table: letters, digits and underscore. */
  readonly table: string;
  /** Name and description people see. */
  readonly title: string;
  /** Time written into the file, ISO 8601 in UTC: the same input gives the same bytes. */
  readonly at: string;
}

const GEOMETRY_TYPES = { Point: "POINT", line: "MULTILINESTRING", area: "MULTIPOLYGON" } as const;

/**
 * The bytes of a `.gpkg` with the features in order (WGS 84). Columns are the properties in order of first
 * appearance; a name that differs from an earlier one in capitals only, or is `fid` or `geom`, gets a number
 * behind it, since SQLite does not tell such names apart. Lists and objects are written as JSON.
 * Throws when features of different kinds are mixed.
 */
export async function writeLayer(
  features: readonly LayerFeatureOut[],
  { table, title, at }: LayerOut,
): Promise<Uint8Array> {
  if (!/^[A-Za-z_]\w*$/.test(table)) throw new Error(`${table} cannot be the name of a table`);
  const sqlite = await loadSqlite();
  const db = emptyDatabase(sqlite);
  try {
    db.transaction("IMMEDIATE", () => {
      layFrame(db);
      const columns = columnsOf(features);
      const fields = columns.map(({ column, type }) => `, "${column.replaceAll('"', '""')}" ${type}`).join("");
      const kind = kindOf(features);
      db.exec(`CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY NOT NULL, geom ${kind}${fields})`);
      const box = fill(db, table, features, columns);
      db.exec({
        sql: `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change,
                min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)`,
        bind: [table, table, title, at, ...(box ?? [null, null, null, null])],
      });
      db.exec({
        sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
        bind: [table, kind],
      });
    });
    return bytesOf(sqlite, db);
  } finally {
    db.close();
  }
}

/** The parts of the plan's first schema that every GeoPackage has. */
function layFrame(db: Database): void {
  for (const statement of base.split(/;\s*\n/)) {
    if (/CREATE TABLE gpkg_|PRAGMA |INSERT INTO gpkg_spatial_ref_sys/.test(statement)) db.exec(statement);
  }
}
