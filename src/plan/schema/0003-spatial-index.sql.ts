/**
 * A spatial index for every table with shapes, the extension `gpkg_rtree_index` of the GeoPackage standard
 * (OGC 12-128r17, annex F.3), word for word: a virtual table `rtree_<table>_geom` and the six triggers with which
 * other programs keep it true. Our own changes keep it themselves (decision 11). What another program had put there
 * before, under the names of this standard or of the next, gives way. The index is filled by `growSchema`.
 *
 * Part of version 3, behind `0003-register-and-history`. Never edited once released.
 */
const TABLES = ["unit", "forest", "hazard", "road", "centre", "household", "site"] as const;
/** Of 1.0 to 1.4. */
const TRIGGERS = [
  "insert",
  "update1",
  "update2",
  "update3",
  "update4",
  "update5",
  "update6",
  "update7",
  "delete",
];

/** The sentences that make the index of one table anew, empty. */
export function spatialIndexOf(table: string): string {
  const index = `"rtree_${table}_geom"`;
  const trigger = (name: string) => `"rtree_${table}_geom_${name}"`;
  const put = `INSERT OR REPLACE INTO ${index} VALUES (
    NEW."fid",
    ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"),
    ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")
  );`;
  return /* sql */ `
${TRIGGERS.map((name) => `DROP TRIGGER IF EXISTS ${trigger(name)};`).join("\n")}
DROP TABLE IF EXISTS ${index};
CREATE VIRTUAL TABLE ${index} USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER ${trigger("insert")} AFTER INSERT ON "${table}"
  WHEN (NEW."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  ${put}
END;
CREATE TRIGGER ${trigger("update1")} AFTER UPDATE OF "geom" ON "${table}"
  WHEN OLD."fid" = NEW."fid" AND
       (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  ${put}
END;
CREATE TRIGGER ${trigger("update2")} AFTER UPDATE OF "geom" ON "${table}"
  WHEN OLD."fid" = NEW."fid" AND
       (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM ${index} WHERE id = OLD."fid";
END;
CREATE TRIGGER ${trigger("update3")} AFTER UPDATE ON "${table}"
  WHEN OLD."fid" != NEW."fid" AND
       (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM ${index} WHERE id = OLD."fid";
  ${put}
END;
CREATE TRIGGER ${trigger("update4")} AFTER UPDATE ON "${table}"
  WHEN OLD."fid" != NEW."fid" AND
       (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM ${index} WHERE id IN (OLD."fid", NEW."fid");
END;
CREATE TRIGGER ${trigger("delete")} AFTER DELETE ON "${table}"
  WHEN OLD."geom" NOT NULL
BEGIN
  DELETE FROM ${index} WHERE id = OLD."fid";
END;
DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND lower(table_name) = '${table}';
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
VALUES ('${table}', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only');
`;
}

/** All of them. */
export const spatialIndex: string = TABLES.map(spatialIndexOf).join("");
