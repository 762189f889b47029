/** Plans in the browser's origin-private file system, through SQLite's pool of synchronous file handles. */
import { fail } from "../../core/outcome.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";
import { asCommitted, isUnfinished } from "./rollback-journal.ts";
import { cardOf, damagedCard, examined, type Shelf, sizeOf, sorted } from "./shelf.ts";

type Pool = Awaited<ReturnType<Sqlite3Static["installOpfsSAHPoolVfs"]>>;
type PoolOptions = Parameters<Sqlite3Static["installOpfsSAHPoolVfs"]>[0];

/** A shelf that can let go of its files, so that another tab may take them. */
export interface OpfsShelf extends Shelf {
  /** Lets go of every file; nothing may be open. */
  letGo(): void;
  /** Takes the files again. */
  takeUp(): Promise<void>;
}

/** The handles of a tab that has just gone are freed a moment after its lock. */
const TRIES = 20;
const WAIT_MS = 100;
const FOLDER = "/plans/";

/**
 * Opens the pool. Call only while holding the lock. `preserveOnInitFailure` is vital: without it a start that
 * fails, for example because a handle is still held, removes every plan.
 */
export async function openOpfsShelf(sqlite: Sqlite3Static): Promise<OpfsShelf> {
  const pool = await patiently(() =>
    sqlite.installOpfsSAHPoolVfs({
      name: "ancu",
      directory: "/ancu",
      initialCapacity: 8,
      preserveOnInitFailure: true,
      forceReinitIfPreviouslyFailed: true,
    } as PoolOptions),
  );
  return shelfOf(sqlite, pool);
}

function shelfOf(sqlite: Sqlite3Static, pool: Pool): OpfsShelf {
  const path = (id: string) => `${FOLDER}${id}.gpkg`;
  const ids = () =>
    pool
      .getFileNames()
      .filter((name) => name.startsWith(FOLDER) && name.endsWith(".gpkg"))
      .map((name) => name.slice(FOLDER.length, -".gpkg".length));
  const isKept = (id: string) => pool.getFileNames().includes(path(id));

  /** What the journal of a plan says; null when it has none. */
  const journalOf = <T>(id: string, look: (journal: Uint8Array) => T): T | null => {
    const journal = `${path(id)}-journal`;
    return pool.getFileNames().includes(journal) ? look(pool.exportFile(journal)) : null;
  };

  const inUse = new Map<string, Database>();
  /** Plans whose last session ended in the middle of a change, as far as this one has seen. */
  const interrupted = new Set<string>();
  const open = (id: string): Database => {
    // Asked before the engine takes the unfinished change back and empties its journal.
    if (journalOf(id, isUnfinished)) interrupted.add(id);
    const db = new pool.OpfsSAHPoolDb(path(id));
    // A command counts as saved only when it is on disk: the persistent journal is emptied with a sync, which is
    // the moment of the commit; the other rollback modes leave that last step to the file system.
    db.exec("PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304");
    return db;
  };
  const shut = (db: Database) => {
    // Removes the journal file, so that its place in the pool is free again.
    db.exec("PRAGMA journal_mode = DELETE");
    db.close();
  };

  return {
    lasting: true,
    has: isKept,
    list() {
      return sorted(
        ids().map((id) => {
          const inHand = inUse.get(id);
          let db: Database | null = inHand ?? null;
          try {
            db ??= open(id);
            return cardOf(db, id, sizeOf(db));
          } catch (error) {
            if (!(error instanceof sqlite.SQLite3Error)) throw error;
            return damagedCard(id, pool.exportFile(path(id)).length);
          } finally {
            if (db && !inHand) shut(db);
          }
        }),
      );
    },
    open(id) {
      if (!isKept(id)) return fail("plan.missing", { id });
      const db = () => open(id);
      const opened = examined(sqlite, id, () => (interrupted.has(id) ? "whole" : "what-it-is"), db);
      if (!opened.ok) return opened;
      interrupted.delete(id);
      inUse.set(id, opened.value);
      return opened;
    },
    shut(id, db) {
      inUse.delete(id);
      shut(db);
    },
    async add(id, bytes) {
      // One place for the plan, one for its journal, and the same in reserve.
      await pool.reserveMinimumCapacity(pool.getFileNames().length + 4);
      await pool.importDb(path(id), bytes);
    },
    bytes: (id) => (isKept(id) ? pool.exportFile(path(id)) : null),
    committed: (id) =>
      isKept(id)
        ? asCommitted(
            pool.exportFile(path(id)),
            journalOf(id, (journal) => journal),
          )
        : null,
    remove(id) {
      pool.unlink(`${path(id)}-journal`);
      pool.unlink(path(id));
    },
    letGo() {
      pool.pauseVfs();
    },
    async takeUp() {
      await patiently(() => pool.unpauseVfs());
    },
  };
}

async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await act();
    } catch (error) {
      if (tried >= TRIES) throw error;
      await new Promise((wake) => setTimeout(wake, WAIT_MS));
    }
  }
}
