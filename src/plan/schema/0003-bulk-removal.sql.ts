/**
 * A hint that lets many removed rows come back quickly. The history is whole without it. Part of version 3, behind
 * `0003-register-and-history`. Never edited once released.
 *
 * In `journal_row.before` of a removal a column that is not named was NULL, and bytes outside `geom`, which only another
 * program can have put there, are written as {"blob": "hexadecimal"}.
 */
export const bulkRemoval = /* sql */ `
-- journal_row first_row to last_row are removals by entry seq from one table at once; columns: JSON list of all that
-- their before names, none of them holding bytes outside geom.
CREATE TABLE journal_removal (
  fid INTEGER PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  columns TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
VALUES ('journal_removal', 'attributes', 'journal_removal', 'Columns of rows removed in bulk', '1970-01-01T00:00:00.000Z', 0);
`;
