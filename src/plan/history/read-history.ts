/** What was done to the plan, or to one thing of it: who, when, and what changed. Newest first. */
import { type Entry, labelOf } from "../journal.ts";
import type { FieldChange, HistoryLine, HistoryQuery } from "../protocol.ts";
import type { Database } from "../sqlite.ts";
import { Statements } from "../statements.ts";
import { changesAbout } from "./changes-about.ts";
import { rowsTouched } from "./journal-lines.ts";

/** The journal as the open plan holds it. */
export interface Done {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Numbers of the commands that are in force. */
  readonly inForce: ReadonlySet<number>;
}

/** One page. What was undone says so; an undo names what it took back; a merged entry the merge it came with. */
export function readHistory(db: Database, done: Done, { about, limit, before }: HistoryQuery): HistoryLine[] {
  const sql = new Statements(db);
  try {
    const changes = about ? changesAbout(sql, about, mergedWith(done.entries)) : null;
    const lines: HistoryLine[] = [];
    for (let i = done.entries.length - 1; i >= 0 && lines.length < limit; i--) {
      const entry = done.entries[i]!;
      if (before !== undefined && entry.seq >= before) continue;
      if (changes && !changes.has(entry.seq)) continue;
      lines.push(lineOf(sql, done, entry, changes?.get(entry.seq) ?? []));
    }
    return lines;
  } finally {
    sql.close();
  }
}

function mergedWith(entries: readonly Entry[]): Map<number, number> {
  const merged = entries.filter(({ kind }) => kind === "merged");
  return new Map(merged.map(({ seq, target }) => [seq, target!]));
}

function lineOf(
  sql: Statements,
  { entries, inForce }: Done,
  entry: Entry,
  changes: readonly FieldChange[],
): HistoryLine {
  const { seq, kind, target } = entry;
  const aimed = target === null ? null : entryOf(entries, target);
  // A merged entry is in force as long as the merge that brought it.
  const forced = kind === "merged" ? target : kind === "do" ? seq : null;
  return {
    ...labelOf(entry),
    kind,
    undone: forced !== null && !inForce.has(forced),
    target: aimed && labelOf(aimed),
    rows: rowsTouched(sql, seq),
    changes,
  };
}

/** Entries are numbered without gaps; where a file has one all the same, it is looked for. */
function entryOf(entries: readonly Entry[], seq: number): Entry | null {
  const near = entries[seq - 1];
  return near?.seq === seq ? near : (entries.find((entry) => entry.seq === seq) ?? null);
}
