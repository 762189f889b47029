/** What tells whether the triggers saw everything that other programs did to a table. */
import { TABLE_NAMES, type TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import { Digest } from "./digest.ts";
import { renewLogTriggers, standingTriggers } from "./log-triggers.ts";

/**
 * Says of every table that it stands as this program wrote it: the triggers are made for its columns, the log is
 * emptied and the rows are counted. Whoever changes columns, drops rows of the journal, or writes rows past it
 * calls this afterwards, in the same transaction. Triggers must not fire while it runs.
 */
export function sealTables(db: Database): void {
  renewLogTriggers(db);
  db.exec("DELETE FROM outside_change; DELETE FROM outside_seal");
  const seq = Number(db.selectValue("SELECT coalesce(max(seq), 0) FROM journal"));
  for (const table of TABLE_NAMES) {
    db.exec({
      sql: `INSERT INTO outside_seal (table_name, row_count, seq, digest)
            VALUES (?, (SELECT count(*) FROM "${table}"), ?, ?)`,
      bind: [table, seq, digestOf(standingTriggers(db, table) ?? "")],
    });
  }
}

/** Whether another program touched anything as far as the log says: one look, however large the plan. */
export function isLogged(db: Database): boolean {
  return db.selectValue("SELECT EXISTS (SELECT 1 FROM outside_change)") === 1;
}

/**
 * Tables of which the log does not tell all: made anew, without their triggers, or with another number of rows
 * than the history and the log account for. What their rows were is not known.
 */
export function unsealedTables(db: Database): TableName[] {
  const seals = new Map(
    db
      .selectObjects("SELECT table_name, row_count, seq, digest FROM outside_seal")
      .map((row) => [row.table_name, row]),
  );
  return TABLE_NAMES.filter((table) => {
    const seal = seals.get(table);
    const triggers = standingTriggers(db, table);
    if (!seal || triggers === null || digestOf(triggers) !== seal.digest) return true;
    const wanted = Number(seal.row_count) + recorded(db, table, Number(seal.seq)) + logged(db, table);
    return Number(db.selectValue(`SELECT count(*) FROM "${table}"`)) !== wanted;
  });
}

/** Rows that came less those that went by entries after `seq`. Entries of a merged copy are told, not done, here. */
function recorded(db: Database, table: TableName, seq: number): number {
  const sql = `SELECT coalesce(sum((last_fid - first_fid + 1) * CASE op WHEN 'insert' THEN 1 WHEN 'remove' THEN -1 ELSE 0 END), 0)
    FROM journal_row WHERE seq > ? AND table_name = ? AND op <> 'update'
      AND seq IN (SELECT seq FROM journal WHERE kind <> 'merged')`;
  return Number(db.selectValue(sql, [seq, table]));
}

function logged(db: Database, table: TableName): number {
  const sql = `SELECT coalesce(sum((t.fid IS NOT NULL) - c.existed), 0)
    FROM outside_change c LEFT JOIN "${table}" t ON t.fid = c.row_fid WHERE c.table_name = ?`;
  return Number(db.selectValue(sql, [table]));
}

function digestOf(sentences: string): string {
  return new Digest().addText(sentences).end();
}
