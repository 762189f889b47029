/**
 * What other programs change in the file is seen when the plan is opened again: triggers, made by
 * `outside/log-triggers.ts` for the columns there are, keep each row as this program left it the first time
 * another program touches it. Never edited once released: what comes later is a further numbered file.
 */
export const outsideChanges = /* sql */ `
-- One line for each row that another program touched. existed 1: before holds, as JSON, the row as this program
-- left it, its geom standing in before_geom; existed 0: the row was not there. Emptied when the plan is opened.
CREATE TABLE outside_change (
  fid INTEGER PRIMARY KEY NOT NULL,
  table_name TEXT NOT NULL,
  row_fid INTEGER NOT NULL,
  existed BOOLEAN NOT NULL,
  before TEXT,
  before_geom BLOB,
  at DATETIME NOT NULL
);
CREATE UNIQUE INDEX outside_change_row ON outside_change(table_name, row_fid);
-- What must hold as long as nothing but the triggers' log is needed to know what other programs did: the table had
-- row_count rows after journal entry seq, and digest stands for the sentences of its triggers.
CREATE TABLE outside_seal (
  fid INTEGER PRIMARY KEY NOT NULL,
  table_name TEXT NOT NULL UNIQUE,
  row_count INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  digest TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
SELECT column1, 'attributes', column1, column2, '1970-01-01T00:00:00.000Z', 0 FROM (VALUES
  ('outside_change', 'Rows that other programs touched, as they were'),
  ('outside_seal', 'What every table was when this program wrote it last'));
`;
