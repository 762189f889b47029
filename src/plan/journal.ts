/** The history of a plan: which entries can be undone or redone. */
import type { EntryName, JournalLabel } from "./protocol.ts";
import type { Database } from "./sqlite.ts";

/** `merged`: an entry of another copy that came in with the merge numbered `target`; never turned round by itself. */
export type EntryKind = "do" | "undo" | "redo" | "merged";

/** One line of the journal. */
export interface Entry extends JournalLabel {
  readonly kind: EntryKind;
  /** The entry that is undone or redone, the merge of a merged entry; null for a command. */
  readonly target: number | null;
  /** Its name, the same in every copy of the plan that has it. */
  readonly uid: string;
}

/**
 * What undo and redo stand before. `done` are the commands in force, oldest first; `undone` those that redo
 * would bring back, the next one last. `applied` is the entry that last put each command into force or out
 * of it: its rows are what must be turned round. `inForce` numbers every command in force, also those of the
 * starting point, which are not undone.
 */
export interface Stacks {
  readonly done: readonly Entry[];
  readonly undone: readonly Entry[];
  readonly applied: ReadonlyMap<number, number>;
  readonly inForce: ReadonlySet<number>;
}

/** Every entry, oldest first. */
export function readEntries(db: Database): Entry[] {
  return entriesFrom(db, 0);
}

function entriesFrom(db: Database, after: number): Entry[] {
  return db.selectObjects("SELECT * FROM journal WHERE seq > ? ORDER BY seq", [after]).map((row) => ({
    seq: Number(row.seq),
    uid: String(row.uid),
    author: row.author === null ? null : String(row.author),
    group: row.group_id === null ? null : String(row.group_id),
    command: String(row.command) as EntryName,
    values: JSON.parse(String(row.label)) as JournalLabel["values"],
    at: String(row.at),
    kind: String(row.kind) as EntryKind,
    target: row.target === null ? null : Number(row.target),
  }));
}

/** The entries that were written after number `seq`, oldest first. */
export function readEntriesAfter(db: Database, seq: number): Entry[] {
  return entriesFrom(db, seq);
}

/** Writes a line of the journal. */
export function writeEntry(db: Database, entry: Entry): void {
  db.exec({
    sql: `INSERT INTO journal (seq, command, kind, target, label, at, uid, author, group_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    bind: [
      entry.seq,
      entry.command,
      entry.kind,
      entry.target,
      JSON.stringify(entry.values),
      entry.at,
      entry.uid,
      entry.author,
      entry.group,
    ],
  });
}

/** Replays the order of entries; those up to `after` belong to the starting point and are not undone. */
export function stacksOf(entries: readonly Entry[], after: number): Stacks {
  const stacks = { done: [], undone: [], applied: new Map(), inForce: new Set<number>() };
  for (const entry of entries) advance(stacks, entry, after);
  return stacks;
}

/** Takes the entries that were just written into what they come after; `stacks` itself is moved on. */
export function followed(stacks: Stacks, entries: readonly Entry[]): Stacks {
  for (const entry of entries) advance(stacks as Moving, entry, 0);
  return stacks;
}

interface Moving {
  readonly done: Entry[];
  readonly undone: Entry[];
  readonly applied: Map<number, number>;
  readonly inForce: Set<number>;
}

function advance({ done, undone, applied, inForce }: Moving, entry: Entry, after: number): void {
  const { seq, kind, target } = entry;
  if (kind === "merged") return;
  if (kind === "undo") inForce.delete(target!);
  else inForce.add(kind === "redo" ? target! : seq);
  if (seq <= after) return;
  if (kind === "do") {
    done.push(entry);
    undone.length = 0;
    applied.set(seq, seq);
    return;
  }
  const [from, to] = kind === "undo" ? [done, undone] : [undone, done];
  const moved = from.pop();
  if (!moved || moved.seq !== target) {
    throw new Error(`journal entry ${seq} turns ${target} round, expected ${moved?.seq}`);
  }
  to.push(moved);
  applied.set(moved.seq, seq);
}

/**
 * What one undo or redo turns round, in that order: the entry on top of `done` or `undone`, with those of its
 * group that lie next to it. Empty when there is nothing.
 */
export function nextTurn(stack: readonly Entry[]): readonly Entry[] {
  const top = stack.at(-1);
  if (!top) return [];
  let first = stack.length - 1;
  while (top.group !== null && stack[first - 1]?.group === top.group) first--;
  return stack.slice(first).reverse();
}

/** What is shown of an entry. */
export function labelOf({ seq, command, values, at, author, group }: Entry): JournalLabel {
  return { seq, command, values, at, author, group };
}

/** Names what undo or redo would do next: its last command, and how many more go with it. Null: nothing. */
export function turnLabel(stack: readonly Entry[]): JournalLabel | null {
  const turn = nextTurn(stack);
  if (turn.length === 0) return null;
  const last = turn.reduce((a, b) => (a.seq > b.seq ? a : b));
  return turn.length === 1 ? labelOf(last) : { ...labelOf(last), more: turn.length - 1 };
}
