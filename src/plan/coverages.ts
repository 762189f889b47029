/**
 * Tells other programs of the rasters of the plan: each as a tiled gridded coverage (OGC 17-066r1), whose tiles are a view
 * of ours. Made from the rows of `raster` and never the other way round; like a spatial index it is no part of the history.
 */
import { NO_VALUE, TILE } from "../core/formats/raster/raster-tiles.ts";
import { hasKeptColumns, sayKept } from "./columns-kept.ts";
import type { Row } from "./rows.ts";
import type { Database } from "./sqlite.ts";

const ABOUT = [
  ["gpkg_2d_gridded_tile_ancillary", "tpudt_name"],
  ["gpkg_2d_gridded_coverage_ancillary", "tile_matrix_set_name"],
  ["gpkg_tile_matrix", "table_name"],
  ["gpkg_tile_matrix_set", "table_name"],
  ["gpkg_extensions", "table_name"],
  ["gpkg_contents", "table_name"],
] as const;
const DEFINITION = "http://docs.opengeospatial.org/is/17-066r1/17-066r1.html";

/** The name under which other programs see a raster. */
export function coverageName({ fid }: Pick<Row<"raster">, "fid">): string {
  return `raster_${fid}`;
}

/**
 * Makes what other programs are told of the rasters what their rows say; costs next to nothing when it is. The caller
 * holds a transaction open. Columns that were kept stay so, though making a view moves the schema cookie (decision 8).
 */
export function renewCoverages(db: Database): void {
  const wanted = new Map(
    (db.selectObjects("SELECT * FROM raster ORDER BY fid") as unknown as Row<"raster">[]).map((row) => [
      coverageName(row),
      row,
    ]),
  );
  const there = new Map(
    db
      .selectObjects("SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name GLOB 'raster_[0-9]*'")
      .map((row) => [String(row.name), String(row.sql)]),
  );
  const wrong = [...there].filter(([name, sql]) => {
    const row = wanted.get(name);
    return !row || sql !== viewOf(row) || told(db, name) !== line(row);
  });
  const fresh = [...wanted].filter(([name]) => !there.has(name) || wrong.some(([other]) => other === name));
  if (wrong.length === 0 && fresh.length === 0) return;
  const kept = hasKeptColumns(db);
  for (const [name] of wrong) {
    forget(db, name);
    db.exec(`DROP VIEW "${name}"`);
  }
  for (const [name, row] of fresh) {
    forget(db, name);
    db.exec(viewOf(row));
    tell(db, name, row);
  }
  if (kept) sayKept(db);
}

function viewOf(row: Row<"raster">): string {
  return (
    `CREATE VIEW "${coverageName(row)}" AS SELECT fid AS id, 0 AS zoom_level, tile_column, tile_row, tile_data ` +
    `FROM raster_tile WHERE raster_id = '${row.id.replaceAll("'", "''")}' AND tile_data IS NOT NULL`
  );
}

/** What stands in `gpkg_contents` of it, null when nothing does. */
function told(db: Database, name: string): string | null {
  const row = db.selectArray(
    "SELECT identifier, description FROM gpkg_contents WHERE table_name = ? AND data_type = '2d-gridded-coverage'",
    [name],
  );
  return row ? row.join("\n") : null;
}

function line(row: Row<"raster">): string {
  return [identifierOf(row), row.name].join("\n");
}

/** Identifiers are there once; names of rasters need not be. */
function identifierOf(row: Row<"raster">): string {
  return `${row.name} (${coverageName(row)})`;
}

function forget(db: Database, name: string): void {
  for (const [table, column] of ABOUT)
    db.exec({ sql: `DELETE FROM ${table} WHERE ${column} = ?`, bind: [name] });
}

function tell(db: Database, name: string, row: Row<"raster">): void {
  const { width, height, west, north, step_lon: dx, step_lat: dy } = row;
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
  const put = (sql: string, bind: readonly (string | number | null)[]) => db.exec({ sql, bind: [...bind] });
  put(
    `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
     VALUES (?, '2d-gridded-coverage', ?, ?, ?, ?, ?, ?, ?, 4326)`,
    [name, identifierOf(row), row.name, row.added_at, west, north - height * dy, west + width * dx, north],
  );
  // Bounds of whole tiles, as the standard asks.
  put("INSERT INTO gpkg_tile_matrix_set VALUES (?, 4326, ?, ?, ?, ?)", [
    name,
    west,
    north - rows * TILE * dy,
    west + columns * TILE * dx,
    north,
  ]);
  put("INSERT INTO gpkg_tile_matrix VALUES (?, 0, ?, ?, ?, ?, ?, ?)", [
    name,
    columns,
    rows,
    TILE,
    TILE,
    dx,
    dy,
  ]);
  const [unit, quantity] = row.kind === "terrain" ? ["m", "Height"] : [null, "Susceptibility class"];
  put(
    `INSERT INTO gpkg_2d_gridded_coverage_ancillary
       (id, tile_matrix_set_name, datatype, scale, offset, precision, data_null, grid_cell_encoding, uom, field_name, quantity_definition)
     VALUES (?, ?, 'integer', ?, ?, ?, ?, 'grid-value-is-area', ?, ?, ?)`,
    [row.fid, name, row.scale, row.shift, row.scale, NO_VALUE, unit, quantity, quantity],
  );
  put(
    `INSERT INTO gpkg_2d_gridded_tile_ancillary (id, tpudt_name, tpudt_id, min, max)
     SELECT fid, ?, fid, least, greatest FROM raster_tile WHERE raster_id = ? AND tile_data IS NOT NULL ORDER BY fid`,
    [name, row.id],
  );
  put(
    `INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
     VALUES (?, 'tile_data', 'gpkg_2d_gridded_coverage', '${DEFINITION}', 'read-write')`,
    [name],
  );
}
