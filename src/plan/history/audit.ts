/** Who changed, after a day was over, what had happened up to that day: derived from the journal alone. */
import type { EventKind } from "../../core/model/event.ts";
import type { IsoDate } from "../../core/units.ts";
import { type Entry, readEntriesAfter } from "../journal.ts";
import type { Audit, LateChange } from "../protocol.ts";
import type { Database } from "../sqlite.ts";
import { type SqlRow, Statements } from "../statements.ts";
import { endOfDay, lastEntryBy, startingPoint } from "./end-of-day.ts";
import { type RowChange, type RowsThen, rowsThen } from "./rows-then.ts";

/**
 * Every correction, removal and bringing back (also by undo, redo, a merge or another program) of an event dated up to
 * the day, recorded after it. What changes neither kind nor date nor household (a note, a document) can move no
 * figure and is not named; events that were merely recorded late are counted.
 */
export function auditOf(db: Database, asOf: IsoDate): Audit {
  const sql = new Statements(db);
  try {
    const last = lastEntryBy(db, asOf);
    const entries = readEntriesAfter(db, last);
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
    const removed = removals(sql);
    const changes: LateChange[] = [];
    const named = new Set<string>();
    const then = rowsThen(sql, "event", last, (change) => {
      if (!concerns(change, asOf)) return;
      const entry = bySeq.get(change.seq);
      if (!entry || isFirstRecording(change, entry, removed)) return;
      changes.push(...told(change, authorOf(sql, entry, entries, change)));
      named.add(String((change.after ?? change.before)!.id));
    });
    const recordedLater = countLate(sql, asOf, then, named);
    return { asOf, changes, recordedLater, knownFrom: startingPoint(db)?.on ?? null };
  } finally {
    sql.close();
  }
}

/** Whether the row was or is an event dated up to the day, and says something else of what happened. */
function concerns({ before, after }: RowChange, asOf: IsoDate): boolean {
  const isOfThePast = [before, after].some((row) => row !== null && String(row.happened_on) <= asOf);
  const moved = (column: string) => before?.[column] !== after?.[column];
  return isOfThePast && ["kind", "happened_on", "household_id"].some(moved);
}

/** By event, the first line of the journal that removed it. */
function removals(sql: Statements): ReadonlyMap<string, number> {
  const rows = sql.objects(
    "SELECT key, min(fid) AS line FROM journal_row WHERE table_name = 'event' AND op = 'remove' GROUP BY key",
    [],
  );
  return new Map(rows.map(({ key, line }) => [String(key), Number(line)]));
}

/** An event that comes and was never there before; what undo and redo bring was. */
function isFirstRecording(
  { before, after, line }: RowChange,
  { kind }: Entry,
  removed: ReadonlyMap<string, number>,
): boolean {
  if (before !== null || kind === "undo" || kind === "redo") return false;
  return (removed.get(String(after!.id)) ?? Infinity) > line;
}

/** The entry with the name of whoever did it: what came with a merge was done by somebody in another copy. */
function authorOf(
  sql: Statements,
  entry: Entry,
  entries: readonly Entry[],
  { before, after }: RowChange,
): Entry {
  if (entry.command !== "plan.merge" || entry.kind !== "do") return entry;
  const brought = entries.filter(({ kind, target }) => kind === "merged" && target === entry.seq);
  const [first, last] = [brought[0]?.seq, brought.at(-1)?.seq];
  if (first === undefined || last === undefined) return entry;
  const by = sql.value(
    `SELECT seq FROM journal_row WHERE table_name = 'event' AND key = ? AND seq BETWEEN ? AND ?
     ORDER BY fid DESC LIMIT 1`,
    [String((after ?? before)!.id), first, last],
  );
  const found = brought.find(({ seq }) => seq === by);
  return found ? { ...entry, author: found.author, command: found.command } : entry;
}

/** An event that went to another household left the one and came to the other. */
function told({ before, after }: RowChange, { seq, at, author, command }: Entry): LateChange[] {
  const line = (of: SqlRow, from: SqlRow | null, to: SqlRow | null): LateChange => ({
    seq,
    at,
    author,
    command,
    householdId: String(of.household_id),
    before: from && saying(from),
    after: to && saying(to),
  });
  if (before && after && before.household_id !== after.household_id) {
    return [line(after, null, after), line(before, before, null)];
  }
  return [line((after ?? before)!, before, after)];
}

function saying({ kind, happened_on }: SqlRow): NonNullable<LateChange["before"]> {
  return { kind: String(kind) as EventKind, on: String(happened_on) };
}

/** Events dated up to the day that were not known when it was over. */
function countLate(sql: Statements, asOf: IsoDate, then: RowsThen, named: ReadonlySet<string>): number {
  const end = endOfDay(asOf);
  let late = 0;
  sql.map("SELECT fid, id, recorded_at FROM event WHERE happened_on <= ?", [asOf], ([fid, id, at]) => {
    const row = then.get(Number(fid));
    const known = row === undefined ? Date.parse(String(at)) < end : row?.id === id;
    if (!known && !named.has(String(id))) late++;
  });
  return late;
}
