/** Reads back what became of the rows of each file that was taken in. */
import type { Problem } from "../core/outcome.ts";
import type { Database } from "./sqlite.ts";

/** A file that was taken in: `read = accepted + rejectedRows.length`. */
export interface ImportedFile {
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  /** One for each row that could not be taken in. */
  readonly rejectedRows: readonly Problem[];
}

/** Files of which at least one household is in the plan now, in the order they came in. */
export function readRegisterImports(db: Database): ImportedFile[] {
  const sql = `SELECT file, read, accepted, rejected, problems FROM import
    WHERE taken_as = 'households' AND id IN (SELECT DISTINCT import_id FROM household) ORDER BY fid`;
  return db.selectObjects(sql).map(({ file, read, accepted, rejected, problems }) => ({
    file: String(file),
    read: Number(read),
    accepted: Number(accepted),
    // Refusals stand first; what was noted of accepted rows follows.
    rejectedRows: (JSON.parse(String(problems)) as Problem[]).slice(0, Number(rejected)),
  }));
}
