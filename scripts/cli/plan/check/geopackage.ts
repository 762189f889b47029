/** The marks and the tables about tables that make the file a GeoPackage. */
import { growSchema } from "../../../../src/plan/schema/index.ts";
import { type Database, emptyDatabase } from "../../../../src/plan/sqlite.ts";
import { type Finding, listed, type PlanCheck } from "./finding.ts";

/** "GPKG" as a number, and the oldest version with this mark. */
const APPLICATION_ID = 1196444487;
const OLDEST = 10_200;

/** What a new plan says in its tables about tables must be said here too: [what, sentence]. */
const SAID = [
  ["SELECT table_name || ' (' || data_type || ')' FROM gpkg_contents", "contents"],
  [
    "SELECT table_name || '.' || column_name || ' ' || geometry_type_name || ' ' || srs_id FROM gpkg_geometry_columns",
    "geometry",
  ],
  [
    "SELECT extension_name || ' ' || ifnull(table_name, '') || '.' || ifnull(column_name, '') FROM gpkg_extensions",
    "extensions",
  ],
  [
    "SELECT srs_id || ' ' || organization || ':' || organization_coordsys_id FROM gpkg_spatial_ref_sys",
    "systems",
  ],
] as const;

/** What is said here must be there: [names that are not, sentence]. */
const THERE = [
  [
    `SELECT table_name FROM gpkg_contents WHERE lower(table_name) NOT IN (SELECT lower(name) FROM sqlite_master)`,
    "no-table",
  ],
  [
    `SELECT table_name FROM gpkg_extensions WHERE table_name IS NOT NULL
       AND lower(table_name) NOT IN (SELECT lower(name) FROM sqlite_master)`,
    "no-table",
  ],
  [
    `SELECT srs_id FROM (SELECT srs_id FROM gpkg_contents UNION SELECT srs_id FROM gpkg_geometry_columns)
     WHERE srs_id IS NOT NULL AND srs_id NOT IN (SELECT srs_id FROM gpkg_spatial_ref_sys)`,
    "no-system",
  ],
] as const;

export const geopackage: PlanCheck = {
  name: "geopackage",
  look({ sqlite, db }) {
    const findings: Finding[] = [];
    if (db.selectValue("PRAGMA application_id") !== APPLICATION_ID) {
      findings.push({ key: "cli.plan.check.geopackage.mark", values: {} });
    }
    if (Number(db.selectValue("PRAGMA user_version")) < OLDEST) {
      findings.push({ key: "cli.plan.check.geopackage.version", values: {} });
    }
    const fresh = emptyDatabase(sqlite);
    try {
      growSchema(sqlite, fresh);
      for (const [sql, part] of SAID) {
        const given = new Set(texts(db, sql).map((text) => text.toLowerCase()));
        const missing = texts(fresh, sql).filter((text) => !given.has(text.toLowerCase()));
        if (missing.length > 0) {
          findings.push({ key: `cli.plan.check.geopackage.${part}`, values: listed(missing) });
        }
      }
    } finally {
      fresh.close();
    }
    for (const [sql, part] of THERE) {
      const names = texts(db, sql);
      if (names.length > 0)
        findings.push({ key: `cli.plan.check.geopackage.${part}`, values: listed(names) });
    }
    return findings;
  },
};

function texts(db: Database, sql: string): string[] {
  return db.selectValues(sql).map(String);
}
