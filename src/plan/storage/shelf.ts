/** Where plans are kept: the browser's private files, or memory when it gives us none. */
import { fail, type Outcome, ok } from "../../core/outcome.ts";
import { examine, factOf, openOwnBytes } from "../plan-file.ts";
import type { StoredPlan } from "../protocol.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";

export interface Shelf {
  /** True when what is written stays after the tab is closed. */
  readonly lasting: boolean;
  has(id: string): boolean;
  /** Every kept plan, the one changed last first. A damaged one is listed under its id. */
  list(): readonly StoredPlan[];
  /** A database known to be a plan; whoever opened it closes it with `shut`. */
  open(id: string): Outcome<Database>;
  shut(id: string, db: Database): void;
  add(id: string, bytes: Uint8Array): Promise<void>;
  /** The file as it lies there; call between changes. */
  bytes(id: string): Uint8Array | null;
  /** What was saved last, without the engine: also when a change could neither be finished nor taken back. */
  committed(id: string): Uint8Array | null;
  remove(id: string): void;
}

/** What a list shows of a plan: its name, whether it is the made-up area, and when it was changed last. */
export function cardOf(db: Database, id: string, bytes: number): StoredPlan {
  const [at, revision] = db.selectArray("SELECT max(at), coalesce(max(seq), 0) FROM journal")!;
  return {
    id,
    name: factOf(db, "name") ?? id,
    demo: factOf(db, "demo") === "1",
    bytes,
    changedAt: at === null || at === undefined ? null : String(at),
    revision: Number(revision),
    damaged: false,
  };
}

/** A kept plan that cannot be read: known by its id alone. */
export function damagedCard(id: string, bytes: number): StoredPlan {
  return { id, name: id, demo: false, bytes, changedAt: null, revision: 0, damaged: true };
}

/** Newest change first, then by id so that the order is always the same. */
export function sorted(cards: readonly StoredPlan[]): StoredPlan[] {
  const at = (card: StoredPlan) => card.changedAt ?? "";
  return [...cards].sort((a, b) => (at(a) === at(b) ? (a.id < b.id ? -1 : 1) : at(a) < at(b) ? 1 : -1));
}

/** Size of the file of an open database, in bytes. */
export function sizeOf(db: Database): number {
  return Number(db.selectValue("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
}

/** Examines a database that was opened from a shelf, as deep as is said then, and closes it when it is no good. */
export function examined(
  sqlite: Sqlite3Static,
  id: string,
  depth: () => Parameters<typeof examine>[1],
  open: () => Database,
): Outcome<Database> {
  let db: Database | null = null;
  try {
    db = open();
    const problem = examine(db, depth());
    if (problem === null) return ok(db);
    db.close();
    return fail(problem, { file: id }, { file: id });
  } catch (error) {
    db?.close();
    if (!(error instanceof sqlite.SQLite3Error)) throw error;
    return fail("plan.damaged", { file: id }, { file: id });
  }
}

/** Plans in memory: gone when the tab closes, which the interface says all the time. */
export function memoryShelf(sqlite: Sqlite3Static): Shelf {
  const kept = new Map<string, Uint8Array>();
  return {
    lasting: false,
    has: (id) => kept.has(id),
    list() {
      const cards = [...kept].map(([id, bytes]) => {
        const opened = openOwnBytes(sqlite, bytes, id);
        if (!opened.ok) return damagedCard(id, bytes.length);
        const card = cardOf(opened.value, id, bytes.length);
        opened.value.close();
        return card;
      });
      return sorted(cards);
    },
    open(id) {
      const bytes = kept.get(id);
      return bytes ? openOwnBytes(sqlite, bytes, id) : fail("plan.missing", { id });
    },
    shut(id, db) {
      kept.set(id, sqlite.capi.sqlite3_js_db_export(db));
      db.close();
    },
    async add(id, bytes) {
      kept.set(id, bytes);
    },
    bytes: (id) => kept.get(id) ?? null,
    committed: () => null,
    remove(id) {
      kept.delete(id);
    },
  };
}
