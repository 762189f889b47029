/** The register of a plan read through the object API of SQLite's own package: an object for each row. */
import { decodePoint } from "../../../src/plan/geometry-blob.ts";
import { type Database, databaseFrom, type Sqlite3Static } from "../../../src/plan/sqlite.ts";
import type { Column, Contestant } from "../contest.ts";

const SQL = `SELECT id, head, geom, members, migrant, ethnicity, village, commune_code, poverty
  FROM household ORDER BY fid`;

/** `from bytes`: the database is opened each time; `open`: it is there. */
export function sqliteRows(sqlite: Sqlite3Static, plan: Uint8Array, from: "from bytes" | "open"): Contestant {
  let answers: Column[] = [];
  let kept: Database | null = null;
  return {
    name: `SQLite ${sqlite.version.libVersion} oo1, rows as objects`,
    ready() {
      if (from === "open") kept = databaseFrom(sqlite, plan);
    },
    run() {
      const db = kept ?? databaseFrom(sqlite, plan);
      const rows = db.exec({ sql: SQL, rowMode: "object", returnValue: "resultRows" });
      answers = columnsOf(rows);
      if (!kept) db.close();
    },
    answers: () => answers,
  };
}

function columnsOf(rows: readonly Readonly<Record<string, unknown>>[]): Column[] {
  const lon = new Float64Array(rows.length).fill(Number.NaN);
  const lat = new Float64Array(rows.length).fill(Number.NaN);
  const members = new Int32Array(rows.length).fill(-1);
  rows.forEach(({ geom, members: size }, i) => {
    const at = geom instanceof Uint8Array ? decodePoint(geom) : null;
    if (at) {
      lon[i] = at[0];
      lat[i] = at[1];
    }
    if (size !== null) members[i] = Number(size);
  });
  return [lon, lat, members];
}
