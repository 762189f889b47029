/**
 * The plan file, first form, inside the frame of `0001-geopackage.sql.ts`: feature tables open on a map, the
 * rest are "attributes" tables. Never edited once released: what comes later is a further numbered file.
 *
 * Names are an interface, the file is meant to be opened by other programs:
 * `fid` is the row's number inside this file and the order in which rows came in; `id` is the stable name of a
 * thing, the same in every copy of the plan; `geom` is WGS 84 longitude and latitude (EPSG:4326);
 * `other` is what the source said of the thing, all of it, as JSON under the source's own names.
 */
export const base = /* sql */ `
-- Which of our numbered files this plan has had.
CREATE TABLE schema_version (
  version INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL
);
-- Facts of the plan as a whole: id, name, demo (0/1), origin (id of the plan this one was copied from first),
-- created, undoable_after (journal entries up to this number belong to the starting point).
CREATE TABLE plan (
  fid INTEGER PRIMARY KEY NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value TEXT
);

-- A reference layer; its features carry the layer's id. coverage: 'all' the layer covers the whole area,
-- outside every polygon is clear; 'zones' it maps only its zones, outside is not known.
CREATE TABLE layer (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  coverage TEXT NOT NULL,
  date DATE,
  source TEXT,
  import_id TEXT
);
CREATE TABLE unit (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  layer_id TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT,
  other TEXT
);
-- kind: special-use, protection, production, buffer (never forest); subzone: strict, recovery, service.
CREATE TABLE forest (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  layer_id TEXT NOT NULL,
  name TEXT,
  kind TEXT NOT NULL,
  subzone TEXT,
  other TEXT
);
-- level: susceptibility of the place, 1 lowest to 5 highest.
CREATE TABLE hazard (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  layer_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  other TEXT
);
CREATE TABLE road (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTILINESTRING,
  id TEXT NOT NULL UNIQUE,
  layer_id TEXT NOT NULL,
  name TEXT,
  class TEXT,
  other TEXT
);
CREATE TABLE centre (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom POINT,
  id TEXT NOT NULL UNIQUE,
  layer_id TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT,
  other TEXT
);

-- geom NULL: not located. NULL in any column: not known, never no and never zero.
CREATE TABLE household (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom POINT,
  id TEXT NOT NULL UNIQUE,
  head TEXT,
  ethnicity TEXT,
  members INTEGER,
  poverty TEXT,
  migrant BOOLEAN,
  village TEXT,
  commune_code TEXT,
  import_id TEXT,
  other TEXT
);
-- What happened to a household: happened_on in the field, recorded_at in this plan.
CREATE TABLE event (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  household_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened_on DATE NOT NULL,
  document TEXT,
  note TEXT,
  recorded_at DATETIME NOT NULL
);
CREATE INDEX event_household ON event(household_id);
-- A dated frozen set of households that percentages are measured against. target: relocation, migrants.
CREATE TABLE baseline (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  target TEXT NOT NULL,
  frozen_on DATE NOT NULL
);
CREATE TABLE baseline_member (
  fid INTEGER PRIMARY KEY NOT NULL,
  baseline_id TEXT NOT NULL,
  household_id TEXT NOT NULL,
  UNIQUE (baseline_id, household_id)
);
-- form: concentrated, inserted, in-place; status: draft, proposal, decision; capacity in households.
CREATE TABLE site (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  status TEXT NOT NULL,
  capacity INTEGER,
  note TEXT
);
-- rules: JSON as in a rule file. The row named 'current' is what the plan is screened by.
CREATE TABLE rule_set (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  rules TEXT NOT NULL
);
-- Every file taken in, and what became of its rows: read = accepted + rejected. problems: JSON list.
CREATE TABLE import (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  taken_as TEXT NOT NULL,
  read INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  problems TEXT NOT NULL,
  at DATETIME NOT NULL
);

-- The history, never rewritten. kind: do, undo, redo; target: the entry that is undone or redone.
-- label: JSON values of the sentence that names the command.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY NOT NULL,
  command TEXT NOT NULL,
  kind TEXT NOT NULL,
  target INTEGER,
  label TEXT NOT NULL,
  at DATETIME NOT NULL
);
-- Each row an entry touched, in order, as it was before. op 'insert': rows first_fid to last_fid are new and
-- had no before. op 'update': before holds, as JSON, the columns that changed, with their former values.
-- op 'remove': before holds the whole row. A former geom stands in before_geom; then JSON has "geom" as key.
CREATE TABLE journal_row (
  fid INTEGER PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  op TEXT NOT NULL,
  first_fid INTEGER NOT NULL,
  last_fid INTEGER NOT NULL,
  key TEXT,
  before TEXT,
  before_geom BLOB
);
CREATE INDEX journal_row_seq ON journal_row(seq);
CREATE INDEX journal_row_key ON journal_row(table_name, key);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'features', column1, column2, '1970-01-01T00:00:00.000Z', 4326 FROM (VALUES
  ('unit', 'Communes and wards'), ('forest', 'Forest and its buffer zone'), ('hazard', 'Hazard zones'),
  ('road', 'Roads'), ('centre', 'Centres of communes'), ('household', 'Register of households'),
  ('site', 'Resettlement sites'));
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'attributes', column1, column2, '1970-01-01T00:00:00.000Z', 0 FROM (VALUES
  ('plan', 'Facts of the plan'), ('layer', 'Reference layers'), ('event', 'What happened to households'),
  ('baseline', 'Baselines'), ('baseline_member', 'Households of each baseline'),
  ('rule_set', 'Screening rules'), ('import', 'Files taken in'), ('journal', 'History'),
  ('journal_row', 'Rows as they were before'), ('schema_version', 'Form of this file'));
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('unit', 'geom', 'MULTIPOLYGON', 4326, 0, 0), ('forest', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('hazard', 'geom', 'MULTIPOLYGON', 4326, 0, 0), ('road', 'geom', 'MULTILINESTRING', 4326, 0, 0),
  ('centre', 'geom', 'POINT', 4326, 0, 0), ('household', 'geom', 'POINT', 4326, 0, 0),
  ('site', 'geom', 'MULTIPOLYGON', 4326, 0, 0);
`;
