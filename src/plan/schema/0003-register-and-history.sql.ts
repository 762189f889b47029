/**
 * What planning needs beyond the first form: where a fact of a household comes from, former units, decisions,
 * targets, additions to a baseline, assignments, exports, and the names that make histories of several copies
 * comparable. Never edited once released: what comes later is a further numbered file.
 *
 * `id` of household, site and event now has a default, so that a row added in QGIS needs none typed. It stands in
 * two pairs of brackets: GDAL writes a default in one pair as if it were a text.
 */
export const registerAndHistory = /* sql */ `
-- A row added by another program gets a name of its own.
DROP TRIGGER household_column_insert;
DROP TRIGGER household_column_update;
DROP TRIGGER household_column_delete;
ALTER TABLE household RENAME TO household_before_0003;
-- geom NULL: not located. NULL in any column: not known, never no and never zero.
-- commune_code is the declared unit, commune_list the list it is a code of ('2025-03', '2025-07').
-- unit_code is the unit that contains the place, worked out by the program and outside the history.
-- ethnicity is the group's name; ethnicity_code the source's code, ethnicity_list the code list it is from.
-- coordinate_source: who says so ('gps', 'map', 'register', 'edit', or the source's own word);
-- coordinate_accuracy_m in metres. Land in square metres. poverty_year: the year poverty was assessed for.
CREATE TABLE household (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom POINT,
  id TEXT NOT NULL UNIQUE DEFAULT ((lower(hex(randomblob(16))))),
  head TEXT,
  ethnicity TEXT,
  members INTEGER,
  poverty TEXT,
  migrant BOOLEAN,
  village TEXT,
  commune_code TEXT,
  import_id TEXT,
  other TEXT,
  commune_list TEXT,
  unit_code TEXT,
  coordinate_source TEXT,
  coordinate_accuracy_m REAL,
  ethnicity_code TEXT,
  ethnicity_list TEXT,
  poverty_year INTEGER,
  residential_land_m2 REAL,
  production_land_m2 REAL,
  house_state TEXT,
  cause TEXT
);
INSERT INTO household (fid, geom, id, head, ethnicity, members, poverty, migrant, village, commune_code, import_id, other)
SELECT fid, geom, id, head, ethnicity, members, poverty, migrant, village, commune_code, import_id, other
FROM household_before_0003 ORDER BY fid;
DROP TABLE household_before_0003;
CREATE TRIGGER household_column_insert AFTER INSERT ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;
CREATE TRIGGER household_column_update AFTER UPDATE ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;
CREATE TRIGGER household_column_delete AFTER DELETE ON household
WHEN (SELECT stale FROM household_column_state WHERE fid = 1) = 0
BEGIN UPDATE household_column_state SET stale = 1 WHERE fid = 1; END;

ALTER TABLE site RENAME TO site_before_0003;
CREATE TABLE site (
  fid INTEGER PRIMARY KEY NOT NULL,
  geom MULTIPOLYGON,
  id TEXT NOT NULL UNIQUE DEFAULT ((lower(hex(randomblob(16))))),
  name TEXT NOT NULL,
  form TEXT NOT NULL DEFAULT 'concentrated',
  status TEXT NOT NULL DEFAULT 'draft',
  capacity INTEGER,
  note TEXT
);
INSERT INTO site SELECT * FROM site_before_0003 ORDER BY fid;
DROP TABLE site_before_0003;

ALTER TABLE event RENAME TO event_before_0003;
DROP INDEX event_household;
-- What happened to a household: happened_on in the field, recorded_at in a plan.
CREATE TABLE event (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE DEFAULT ((lower(hex(randomblob(16))))),
  household_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened_on DATE NOT NULL,
  document TEXT,
  note TEXT,
  recorded_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
INSERT INTO event SELECT * FROM event_before_0003 ORDER BY fid;
DROP TABLE event_before_0003;
CREATE INDEX event_household ON event(household_id);

-- sender: who sent the file; meaning: JSON, how it was read (columns, encodings, coordinate system), NULL for a
-- file that was in our words already. The next file of the same sender is read alike.
ALTER TABLE import ADD COLUMN sender TEXT;
ALTER TABLE import ADD COLUMN meaning TEXT;
-- list_version: the list of units a code belongs to, '2025-03' or '2025-07'. district, province: the former ones.
ALTER TABLE unit ADD COLUMN list_version TEXT;
ALTER TABLE unit ADD COLUMN province TEXT;
-- Provenance: who made the data, under which terms, how true to the ground, in which coordinate system the file
-- was; skipped: features of the file that could not be read and were left out on purpose.
ALTER TABLE layer ADD COLUMN provider TEXT;
ALTER TABLE layer ADD COLUMN licence TEXT;
ALTER TABLE layer ADD COLUMN accuracy_m REAL;
ALTER TABLE layer ADD COLUMN source_crs TEXT;
ALTER TABLE layer ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
-- Where a member is counted from the day it was frozen on, whatever becomes of the register or of the units.
-- added_on NULL: frozen with the baseline; a date: added later, counted in the rolling denominator only.
ALTER TABLE baseline_member ADD COLUMN unit_code TEXT;
ALTER TABLE baseline_member ADD COLUMN unit_name TEXT;
ALTER TABLE baseline_member ADD COLUMN district TEXT;
ALTER TABLE baseline_member ADD COLUMN added_on DATE;
ALTER TABLE baseline_member ADD COLUMN document TEXT;
ALTER TABLE rule_set ADD COLUMN name TEXT;
ALTER TABLE rule_set ADD COLUMN source TEXT;

-- What a person decided about a household, above what the rules propose. choice: include, exclude, or
-- as-proposed (takes an earlier decision back). The last one recorded counts.
CREATE TABLE decision (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE DEFAULT ((lower(hex(randomblob(16))))),
  household_id TEXT NOT NULL,
  choice TEXT NOT NULL,
  reason TEXT NOT NULL,
  person TEXT,
  document TEXT,
  decided_on DATE NOT NULL,
  recorded_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
CREATE INDEX decision_household ON decision(household_id);
-- A number to reach. comparator: '>=', '>', '<=', '<'; unit: what is counted ('percent-of-households', ...);
-- baseline_target: which baselines it is measured against (relocation, migrants), NULL for other targets.
CREATE TABLE target (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  clause TEXT NOT NULL,
  comparator TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  year INTEGER NOT NULL,
  baseline_target TEXT,
  source TEXT NOT NULL
);
-- Which site a household goes to. fixed: set by hand, not to be moved by the program.
CREATE TABLE assignment (
  fid INTEGER PRIMARY KEY NOT NULL,
  household_id TEXT NOT NULL UNIQUE,
  site_id TEXT NOT NULL,
  fixed BOOLEAN NOT NULL,
  assigned_on DATE NOT NULL,
  note TEXT
);
-- Files that left the program, and at which revision of the plan. A log: not undone.
CREATE TABLE export (
  fid INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  revision INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  author TEXT,
  at DATETIME NOT NULL
);

-- uid: the entry's name, the same in every copy that has it. author: who did it, NULL not told.
-- group_id: entries of one intention, undone together. kind 'merged': an entry of another copy that came in with
-- the merge whose number is target; it is never turned round by itself.
ALTER TABLE journal ADD COLUMN uid TEXT;
ALTER TABLE journal ADD COLUMN author TEXT;
ALTER TABLE journal ADD COLUMN group_id TEXT;
UPDATE journal SET uid = (SELECT value FROM plan WHERE key = 'origin') || '/' || seq || '/' || at || '/' || command;
CREATE UNIQUE INDEX journal_uid ON journal(uid);
CREATE INDEX baseline_member_household ON baseline_member(household_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'attributes', column1, column2, '1970-01-01T00:00:00.000Z', 0 FROM (VALUES
  ('decision', 'What was decided about households'), ('target', 'Numbers to reach'),
  ('assignment', 'Households and their sites'), ('export', 'Files that left the program'));
`;
