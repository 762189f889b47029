/** A further plan that came out of another one is told apart by a mark after its name. */
import { factOf } from "../plan-file.ts";
import { bytesOf, type Database, type Sqlite3Static } from "../sqlite.ts";
import { withoutTriggers } from "../triggers.ts";

/** The name with the mark after it; a mark of an earlier time is replaced, so that names do not grow. */
export function markedName(name: string, mark: string): string {
  const bare = name.replace(/( \([^()]*\))+$/, "");
  return `${bare === "" ? name : bare} (${mark.normalize("NFC")})`;
}

/** The bytes of an open database under its marked name. No change of the plan: no entry, no revision. */
export function withMark(sqlite: Sqlite3Static, db: Database, mark: string): Uint8Array {
  const name = markedName(factOf(db, "name") ?? "", mark);
  withoutTriggers(sqlite, db, () => {
    db.exec({ sql: "UPDATE plan SET value = ? WHERE key = 'name'", bind: [name] });
  });
  return bytesOf(sqlite, db);
}
