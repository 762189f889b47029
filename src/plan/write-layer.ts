/** A plain GeoPackage with one layer, for results that go to other programs. Not a plan. */
import type { Geometry } from "../core/model/geometry.ts";
import type { Json } from "../core/model/household.ts";
import type { Bbox } from "../core/units.ts";
import { boundsOf, encodeGeometry, unionOf } from "./geometry-blob.ts";
import { geopackage } from "./schema/0001-geopackage.sql.ts";
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
      db.exec(geopackage);
      const columns = columnsOf(features);
      const fields = columns
        .map(({ column, type }) => `, "${column.replaceAll('"', '""')}" ${type}`)
        .join("");
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

type ColumnType = "INTEGER" | "REAL" | "TEXT" | "BOOLEAN";
interface Column {
  readonly property: string;
  readonly column: string;
  readonly type: ColumnType;
}

function columnsOf(features: readonly LayerFeatureOut[]): Column[] {
  const types = new Map<string, ColumnType | null>();
  for (const { properties } of features) {
    for (const [property, value] of Object.entries(properties)) {
      const known = types.get(property) ?? null;
      types.set(property, value === null ? known : wider(known, typeOf(value)));
    }
  }
  const taken = new Set(["fid", "geom"]);
  return [...types].map(([property, type]) => {
    let column = property === "" ? "_" : property;
    for (let n = 2; taken.has(column.toLowerCase()); n++) column = `${property}_${n}`;
    taken.add(column.toLowerCase());
    return { property, column, type: type ?? "TEXT" };
  });
}

function typeOf(value: Exclude<Json, null>): ColumnType {
  if (typeof value === "number") return Number.isSafeInteger(value) ? "INTEGER" : "REAL";
  return typeof value === "boolean" ? "BOOLEAN" : "TEXT";
}

/** The narrowest type that holds both; what fits no number is text. */
function wider(a: ColumnType | null, b: ColumnType): ColumnType {
  if (a === null || a === b) return b;
  const numbers: readonly ColumnType[] = ["INTEGER", "REAL"];
  return numbers.includes(a) && numbers.includes(b) ? "REAL" : "TEXT";
}

function kindOf(features: readonly LayerFeatureOut[]): string {
  const kinds = new Set(
    features.flatMap(({ geometry }) => {
      if (!geometry) return [];
      if (geometry.type === "Point") return [GEOMETRY_TYPES.Point];
      return [geometry.type.endsWith("Polygon") ? GEOMETRY_TYPES.area : GEOMETRY_TYPES.line];
    }),
  );
  if (kinds.size > 1) throw new Error(`one layer cannot hold ${[...kinds].join(" and ")}`);
  return [...kinds][0] ?? "GEOMETRY";
}

function fill(
  db: Database,
  table: string,
  features: readonly LayerFeatureOut[],
  columns: readonly Column[],
): Bbox | null {
  let box: Bbox | null = null;
  const marks = ["?", ...columns.map(() => "?")].join(", ");
  const insert = db.prepare(`INSERT INTO "${table}" VALUES (NULL, ${marks})`);
  try {
    for (const { geometry, properties } of features) {
      const geom = geometry ? encodeGeometry(geometry) : null;
      if (geom) box = unionOf(box, boundsOf(geom));
      const values = columns.map(({ property, type }) => storedValue(properties[property] ?? null, type));
      insert.bind([geom, ...values]).step();
      insert.reset();
    }
  } finally {
    insert.finalize();
  }
  return box;
}

function storedValue(value: Json, type: ColumnType): string | number | null {
  if (value === null) return null;
  if (typeof value === "object") return JSON.stringify(value);
  if (type === "TEXT") return String(value);
  return typeof value === "boolean" ? Number(value) : value;
}
