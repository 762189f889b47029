/**
 * Rasters: heights of the ground and classes of susceptibility, in WGS 84 degrees, cut into tiles. The four tables of the
 * GeoPackage standard that tell other programs about them (OGC 12-128r17, 2.2; OGC 17-066r1) are filled from ours by
 * `coverages.ts`, with a view `raster_<fid>` for each raster in place of a table of its own (decision 21). Never edited
 * once released: what comes later is a further numbered file.
 */
export const rasters = /* sql */ `
-- kind: terrain (heights in metres), classes (numbers that stand for classes of susceptibility, never a level of risk).
-- Cells lie in rows from the north, step_lon × step_lat degrees, the first one's corner at west and north; a tile has 256 × 256.
-- A number in a tile is value = number × scale + shift; 65535 is no value. missing: cells without one.
-- cell_width_m, cell_height_m: size of a cell of the source. resampling: none, bilinear, nearest, from the source's grid.
-- vertical_datum: what heights are counted from, in the words of who brought it in; NULL: not known.
CREATE TABLE raster (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  west REAL NOT NULL,
  north REAL NOT NULL,
  step_lon REAL NOT NULL,
  step_lat REAL NOT NULL,
  scale REAL NOT NULL,
  shift REAL NOT NULL,
  least REAL NOT NULL,
  greatest REAL NOT NULL,
  missing INTEGER NOT NULL,
  cell_width_m REAL NOT NULL,
  cell_height_m REAL NOT NULL,
  resampling TEXT NOT NULL,
  vertical_datum TEXT,
  date DATE,
  source TEXT,
  provider TEXT,
  licence TEXT,
  accuracy_m REAL,
  source_crs TEXT,
  added_at DATETIME NOT NULL
);
-- tile_data: grey PNG of 16 bits. A tile without any value has no row. least and greatest of its values.
CREATE TABLE raster_tile (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  raster_id TEXT NOT NULL,
  tile_column INTEGER NOT NULL,
  tile_row INTEGER NOT NULL,
  least REAL NOT NULL,
  greatest REAL NOT NULL,
  tile_data BLOB
);
CREATE INDEX raster_tile_place ON raster_tile(raster_id, tile_row, tile_column);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'attributes', column1, column2, '1970-01-01T00:00:00.000Z', 0 FROM (VALUES
  ('raster', 'Rasters: heights and classes'), ('raster_tile', 'Tiles of the rasters'));

-- The standard wants it named in a file with a coverage, whatever system the coverage itself is in.
INSERT OR IGNORE INTO gpkg_spatial_ref_sys
  (srs_name, srs_id, organization, organization_coordsys_id, definition, description) VALUES
('WGS 84 3D', 4979, 'EPSG', 4979,
 'GEODCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],'
 || 'CS[ellipsoidal,3],AXIS["Latitude",north],AXIS["Longitude",east],AXIS["Ellipsoidal height",up],'
 || 'ANGLEUNIT["degree",0.0174532925199433],LENGTHUNIT["metre",1],ID["EPSG",4979]]',
 'longitude, latitude and height above the WGS 84 ellipsoid');
-- Another program may have made these already.
CREATE TABLE IF NOT EXISTS gpkg_tile_matrix_set (
  table_name TEXT NOT NULL PRIMARY KEY,
  srs_id INTEGER NOT NULL,
  min_x DOUBLE NOT NULL,
  min_y DOUBLE NOT NULL,
  max_x DOUBLE NOT NULL,
  max_y DOUBLE NOT NULL,
  CONSTRAINT fk_gtms_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gtms_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE IF NOT EXISTS gpkg_tile_matrix (
  table_name TEXT NOT NULL,
  zoom_level INTEGER NOT NULL,
  matrix_width INTEGER NOT NULL,
  matrix_height INTEGER NOT NULL,
  tile_width INTEGER NOT NULL,
  tile_height INTEGER NOT NULL,
  pixel_x_size DOUBLE NOT NULL,
  pixel_y_size DOUBLE NOT NULL,
  CONSTRAINT pk_ttm PRIMARY KEY (table_name, zoom_level),
  CONSTRAINT fk_tmm_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name)
);
CREATE TABLE IF NOT EXISTS gpkg_2d_gridded_coverage_ancillary (
  id INTEGER PRIMARY KEY NOT NULL,
  tile_matrix_set_name TEXT NOT NULL UNIQUE,
  datatype TEXT NOT NULL DEFAULT 'integer',
  scale REAL NOT NULL DEFAULT 1.0,
  offset REAL NOT NULL DEFAULT 0.0,
  precision REAL DEFAULT 1.0,
  data_null REAL,
  grid_cell_encoding TEXT DEFAULT 'grid-value-is-center',
  uom TEXT,
  field_name TEXT DEFAULT 'Height',
  quantity_definition TEXT DEFAULT 'Height',
  CONSTRAINT fk_g2dgtct_name FOREIGN KEY('tile_matrix_set_name') REFERENCES gpkg_tile_matrix_set (table_name),
  CHECK (datatype in ('integer','float'))
);
CREATE TABLE IF NOT EXISTS gpkg_2d_gridded_tile_ancillary (
  id INTEGER PRIMARY KEY NOT NULL,
  tpudt_name TEXT NOT NULL,
  tpudt_id INTEGER NOT NULL,
  scale REAL NOT NULL DEFAULT 1.0,
  offset REAL NOT NULL DEFAULT 0.0,
  min REAL DEFAULT NULL,
  max REAL DEFAULT NULL,
  mean REAL DEFAULT NULL,
  std_dev REAL DEFAULT NULL,
  CONSTRAINT fk_g2dgtat_name FOREIGN KEY (tpudt_name) REFERENCES gpkg_contents(table_name),
  UNIQUE (tpudt_name, tpudt_id)
);
DELETE FROM gpkg_extensions
  WHERE table_name IN ('gpkg_2d_gridded_coverage_ancillary', 'gpkg_2d_gridded_tile_ancillary');
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
SELECT column1, NULL, 'gpkg_2d_gridded_coverage', 'http://docs.opengeospatial.org/is/17-066r1/17-066r1.html', 'read-write'
FROM (VALUES ('gpkg_2d_gridded_coverage_ancillary'), ('gpkg_2d_gridded_tile_ancillary'));
`;
