/** The log of files that left a copy comes along with it. Like the log itself it is not part of the history. */
import type { Database } from "../sqlite.ts";
import type { SqlValue } from "../statements.ts";
import type { Side } from "./side.ts";

const COLUMNS = ["id", "what", "file", "format", "revision", "rows", "author", "at"] as const;

/** Adds the lines of a copy's log that the plan does not have; each keeps the revision of the copy it was made from. */
export function copyExports(side: Side, db: Database): void {
  const sql = `INSERT OR IGNORE INTO export (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map(() => "?").join(", ")})`;
  const lines = side.sql.map(`SELECT ${COLUMNS.join(", ")} FROM export ORDER BY at, id`, [], (row) => [
    ...row,
  ]);
  for (const bind of lines as SqlValue[][]) db.exec({ sql, bind });
}
