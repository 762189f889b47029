/** One copy of the plan that takes part in a merge: its rows, its journal, and what of other copies it knows. */
import { type Entry, type EntryKind, readEntries, stacksOf } from "../journal.ts";
import { factOf } from "../plan-file.ts";
import type { TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import { type SqlRow, Statements } from "../statements.ts";
import { NOT_MERGED, rowClause, rowValues } from "./row-key.ts";

/** An open copy; `close` lets go of its statements (not of the database). */
export class Side {
  readonly sql: Statements;
  readonly entries: readonly Entry[];
  /** Names of the entries that are part of this copy: its own, and those of merges in force. */
  readonly known: ReadonlySet<string>;
  /** Name of the plan as this copy has it. */
  readonly name: string;
  private readonly inForce: ReadonlySet<number>;
  private readonly bySeq: ReadonlyMap<number, Entry>;
  private readonly columns = new Map<TableName, string>();

  /** `file` null: the plan that is open. */
  constructor(
    readonly file: string | null,
    readonly db: Database,
  ) {
    this.sql = new Statements(db);
    this.entries = readEntries(db).map((entry) =>
      entry.kind === "merged" ? { ...entry, uid: plainUid(entry.uid) } : entry,
    );
    this.bySeq = new Map(this.entries.map((entry) => [entry.seq, entry]));
    this.inForce = stacksOf(this.entries, 0).inForce;
    this.known = new Set(this.entries.filter((entry) => this.counts(entry)).map((entry) => entry.uid));
    this.name = factOf(db, "name") ?? "";
  }

  /** The entries another copy does not have, in order; those that came in with a merge among them. */
  unknownTo(known: ReadonlySet<string>): Entry[] {
    return this.entries.filter((entry) => this.counts(entry) && !known.has(entry.uid));
  }

  /**
   * The entries of this copy that changed something for one who knows `known`: what was done and undone behind
   * that one's back is nothing. A merge stands for all that came in with it (`broughtBy`).
   */
  newsFor(known: ReadonlySet<string>): Entry[] {
    return this.entries.filter((entry) => {
      if (entry.kind === "merged" || known.has(entry.uid)) return false;
      if (entry.kind === "do") return this.inForce.has(entry.seq);
      return known.has(this.bySeq.get(entry.target!)!.uid);
    });
  }

  /** False when the former rows of entries that another copy does not know were dropped (`undoable_after`). */
  hasRowsFor(known: ReadonlySet<string>): boolean {
    const dropped = Number(factOf(this.db, "undoable_after") ?? 0);
    return this.entries.every((entry) => entry.seq > dropped || known.has(entry.uid));
  }

  /** The entries of other copies that came in with this merge, in order. */
  broughtBy(merge: Entry): Entry[] {
    return this.entries.filter((entry) => entry.kind === "merged" && entry.target === merge.seq);
  }

  /** A row by its stable key, without its number and without what is worked out from others; null: not there. */
  read(table: TableName, key: string): SqlRow | null {
    let columns = this.columns.get(table);
    if (!columns) {
      columns = this.sharedColumns(table)
        .map((column) => `"${column}"`)
        .join(", ");
      this.columns.set(table, columns);
    }
    return this.sql.object(
      `SELECT ${columns} FROM "${table}" WHERE ${rowClause(table)}`,
      rowValues(table, key),
    );
  }

  /** The columns of a table that take part in a merge. */
  sharedColumns(table: TableName): readonly string[] {
    const left = NOT_MERGED[table] ?? [];
    return this.sql.columns(table).filter((column) => column !== "fid" && !left.includes(column));
  }

  /** Number of a row in this file, null when it is not there. */
  fidOf(table: TableName, key: string): number | null {
    const fid = this.sql.value(`SELECT fid FROM "${table}" WHERE ${rowClause(table)}`, rowValues(table, key));
    return fid === undefined ? null : Number(fid);
  }

  close(): void {
    this.sql.close();
  }

  private counts(entry: { readonly kind: EntryKind; readonly target: number | null }): boolean {
    return entry.kind !== "merged" || this.inForce.has(entry.target!);
  }
}

/** Parts the name of an entry that came in a second time, after its first merge was undone, from the merge. */
const AGAIN = "~";

/** The name under which an entry is kept that may have come in before with a merge that is undone now. */
export function uidAgain(uid: string, merge: number): string {
  return `${uid}${AGAIN}${merge}`;
}

function plainUid(uid: string): string {
  const at = uid.lastIndexOf(AGAIN);
  return at > 0 && /^\d+$/.test(uid.slice(at + 1)) ? uid.slice(0, at) : uid;
}
