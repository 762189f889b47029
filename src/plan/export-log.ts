/** The log of files that left the program: what, when, by whom, and at which revision of the plan. */
import type { ExportEntry, ExportLine } from "./protocol.ts";
import type { Database } from "./sqlite.ts";

/** Adds a line, `at` ISO 8601 in UTC. A log is not undone: there is no journal entry. */
export function writeExport(db: Database, entry: ExportEntry, author: string | null, at: string): void {
  const { id, what, file, format, revision, rows } = entry;
  db.exec({
    sql: `INSERT INTO export (id, what, file, format, revision, rows, author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    bind: [id, what, file, format, revision, rows, author, at],
  });
}

/** The newest lines of the log, at most `limit`. */
export function readExports(db: Database, limit: number): ExportLine[] {
  const rows = db.selectObjects(
    "SELECT id, what, file, format, revision, rows, author, at FROM export ORDER BY fid DESC LIMIT ?",
    [limit],
  );
  return rows.map((row) => ({
    id: String(row.id),
    what: String(row.what),
    file: String(row.file),
    format: String(row.format),
    revision: Number(row.revision),
    rows: Number(row.rows),
    author: row.author === null ? null : String(row.author),
    at: String(row.at),
  }));
}
