/** The history of a plan: which entries can be undone or redone, and the undoing itself. */
import type { CommandName, JournalLabel } from "./protocol.ts";
import type { Recorder } from "./recorder.ts";
import type { TableName } from "./rows.ts";
import type { Database } from "./sqlite.ts";
import type { SqlRow, SqlValue } from "./statements.ts";

export type EntryKind = "do" | "undo" | "redo";

/** One line of the journal. */
export interface Entry extends JournalLabel {
  readonly kind: EntryKind;
  /** The entry that is undone or redone; null for a command. */
  readonly target: number | null;
}

/**
 * What undo and redo stand before. `done` are the commands in force, oldest first; `undone` those that redo
 * would bring back, the next one last. `applied` is the entry that last put each command into force or out
 * of it: its rows are what must be turned round.
 */
export interface Stacks {
  readonly done: readonly Entry[];
  readonly undone: readonly Entry[];
  readonly applied: ReadonlyMap<number, number>;
}

/** Every entry, oldest first. */
export function readEntries(db: Database): Entry[] {
  return db.selectObjects("SELECT * FROM journal ORDER BY seq").map((row) => ({
    seq: Number(row.seq),
    command: String(row.command) as CommandName,
    values: JSON.parse(String(row.label)) as JournalLabel["values"],
    at: String(row.at),
    kind: String(row.kind) as EntryKind,
    target: row.target === null ? null : Number(row.target),
  }));
}

/** Writes a line of the journal. */
export function writeEntry(db: Database, entry: Entry): void {
  db.exec({
    sql: "INSERT INTO journal (seq, command, kind, target, label, at) VALUES (?, ?, ?, ?, ?, ?)",
    bind: [entry.seq, entry.command, entry.kind, entry.target, JSON.stringify(entry.values), entry.at],
  });
}

/** Replays the order of entries; those up to `after` belong to the starting point and are not undone. */
export function stacksOf(entries: readonly Entry[], after: number): Stacks {
  const done: Entry[] = [];
  const undone: Entry[] = [];
  const applied = new Map<number, number>();
  for (const entry of entries) {
    if (entry.seq <= after) continue;
    if (entry.kind === "do") {
      done.push(entry);
      undone.length = 0;
      applied.set(entry.seq, entry.seq);
      continue;
    }
    const [from, to] = entry.kind === "undo" ? [done, undone] : [undone, done];
    const moved = from.pop();
    if (!moved || moved.seq !== entry.target) {
      throw new Error(`journal entry ${entry.seq} turns ${entry.target} round, expected ${moved?.seq}`);
    }
    to.push(moved);
    applied.set(moved.seq, entry.seq);
  }
  return { done, undone, applied };
}

/** Turns round everything entry `seq` did, last row first, recording it as it goes. */
export function invert(db: Database, seq: number, recorder: Recorder): void {
  const rows = db.selectObjects(
    "SELECT fid, table_name, op, first_fid, last_fid FROM journal_row WHERE seq = ? ORDER BY fid DESC",
    [seq],
  );
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const table = String(row.table_name) as TableName;
    const [first, last] = [Number(row.first_fid), Number(row.last_fid)];
    if (row.op === "insert") {
      recorder.removeRange(table, first, last);
    } else if (row.op === "update") {
      recorder.restore(table, first, formerValues(db, Number(row.fid)));
    } else {
      // Removals of one table that follow one another come back in one sentence.
      let end = i;
      while (rows[end + 1]?.op === "remove" && rows[end + 1]?.table_name === table) end++;
      recorder.bringBack(table, Number(rows[end]!.fid), Number(row.fid));
      i = end;
    }
  }
}

function formerValues(db: Database, fid: number): SqlRow {
  const row = db.selectObject("SELECT before, before_geom FROM journal_row WHERE fid = ?", [fid]);
  const before = JSON.parse(String(row?.before)) as SqlRow;
  return "geom" in before ? { ...before, geom: (row?.before_geom ?? null) as SqlValue } : before;
}
