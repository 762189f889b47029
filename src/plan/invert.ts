/** Undo and redo: turns round what an entry of the journal did. */
import type { Recorder } from "./recorder.ts";
import type { TableName } from "./rows.ts";
import type { Database } from "./sqlite.ts";
import { Statements } from "./statements.ts";

/** The last journal row of an entry before row `?`. */
const ROW = `SELECT fid, table_name, op, first_fid, last_fid FROM journal_row
  WHERE seq = ? AND fid < ? ORDER BY fid DESC LIMIT 1`;
/** The last journal row before row `?` that is not a removal of this table by this entry. */
const BEFORE_RUN = `SELECT fid FROM journal_row
  WHERE fid < ? AND NOT (+seq = ? AND op = 'remove' AND table_name = ?) ORDER BY fid DESC LIMIT 1`;

/**
 * Turns round everything entry `seq` did, last row first, recording it as it goes. One journal row is looked at after
 * the other; removals of one table that follow one another come back in one sentence, however many they are.
 */
export function invert(db: Database, seq: number, recorder: Recorder): void {
  const sql = new Statements(db);
  try {
    let before = Number.MAX_SAFE_INTEGER;
    for (let row = sql.object(ROW, [seq, before]); row; row = sql.object(ROW, [seq, before])) {
      const table = String(row.table_name) as TableName;
      const [journalRow, first, last] = [Number(row.fid), Number(row.first_fid), Number(row.last_fid)];
      before = journalRow;
      if (row.op === "insert") recorder.removeRange(table, first, last);
      else if (row.op === "update") recorder.putBack(table, first, journalRow);
      else {
        before = 1 + Number(sql.value(BEFORE_RUN, [journalRow, seq, table]) ?? 0);
        recorder.bringBack(table, before, journalRow);
      }
    }
  } finally {
    sql.close();
  }
}
