/**
 * The register as columns beside its rows, so that a plan is opened without reading half a million rows. The
 * rows are what counts: the columns are made from them, stand outside the history, and may be missing or out
 * of date at any time. Never edited once released: what comes later is a further numbered file.
 */
export const householdColumns = /* sql */ `
-- One row for each column: id, head, lon, lat, ethnicity, village, commune_code, poverty, members, migrant,
-- properties (what the source said beyond these, as JSON). Every number is little-endian; households stand in
-- the order of household.fid. type says how data is to be read, n being row_count:
--   'f64' n doubles, NaN not located;  'i16' n integers, -1 not known;  'u8' n bytes, 0 no, 1 yes, 2 not known;
--   'text' n+1 unsigned 32-bit offsets, then UTF-8 bytes: text i runs from offset i to offset i+1, none: not known;
--   'category' the number v of values (32 bits), n signed 32-bit positions in the values (-1 not known), then
--   the values as a text of v rows.
-- checksum: 32 bits over data, see src/plan/columns-blob.ts.
CREATE TABLE household_column (
  fid INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  data BLOB NOT NULL
);
-- One row. stale 0: the columns say what the rows say, as long as the file's schema cookie (PRAGMA
-- schema_version) still is schema_cookie; whoever drops the triggers below or the table moves that cookie.
CREATE TABLE household_column_state (
  fid INTEGER PRIMARY KEY NOT NULL,
  stale BOOLEAN NOT NULL,
  schema_cookie INTEGER NOT NULL
);
INSERT INTO household_column_state (fid, stale, schema_cookie) VALUES (1, 1, 0);

-- Whoever changes a household, in whatever program, says so here. The condition keeps bulk changes quick: only
-- the first row writes.
CREATE TRIGGER household_column_insert AFTER INSERT ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;
CREATE TRIGGER household_column_update AFTER UPDATE ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;
CREATE TRIGGER household_column_delete AFTER DELETE ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'attributes', column1, column2, '1970-01-01T00:00:00.000Z', 0 FROM (VALUES
  ('household_column', 'Register as columns, made from its rows'),
  ('household_column_state', 'Whether the columns say what the rows say'));
`;
