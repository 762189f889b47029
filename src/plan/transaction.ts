/** A change of the plan as one transaction: all of its journal entries with everything they touch, or nothing. */

import type { Problem } from "../core/outcome.ts";
import type { Bbox } from "../core/units.ts";
import type { Done, Question, Work } from "./commands/command.ts";
import { deriveContainingUnits } from "./containing-unit.ts";
import { renewCoverages } from "./coverages.ts";
import { writeExtents, writeLastChange } from "./extents.ts";
import { unionOf } from "./geometry-blob.ts";
import { type Entry, writeEntry } from "./journal.ts";
import { Recorder, type TouchedRows } from "./recorder.ts";
import type { TableName } from "./rows.ts";
import { type Database, resultCodeOf, type Sqlite3Static } from "./sqlite.ts";
import type { TableReader } from "./table-reader.ts";
import { withoutTriggers } from "./triggers.ts";

/** What a step may look at and do, and what keeps it. */
export type Recording = Work & { readonly recorder: Recorder };
type Refused = { readonly problem: Problem };

/** One journal entry before it is written. */
export interface Step extends Pick<Entry, "kind" | "target" | "command" | "group"> {
  act(work: Recording): Done | Refused;
}

export interface Surroundings {
  readonly sqlite: Sqlite3Static;
  readonly db: Database;
  /** Number of the first entry. */
  readonly seq: number;
  /** When it happens, ISO 8601 in UTC. */
  readonly at: string;
  readonly author: string | null;
  newUid(): string;
  /** A reader or recorder together with what else a command may ask. */
  question<R extends TableReader>(reader: R): R & Question;
  /** Called last, when rows were touched, still inside the transaction. */
  keep(touched: ReadonlyMap<TableName, TouchedRows>): void;
}

/** What was written. `moved`: whether anything is in the journal at all; `last`: what the last step is or would be. */
export interface Written {
  readonly moved: boolean;
  readonly last: Entry;
  readonly touched: ReadonlyMap<TableName, TouchedRows>;
  readonly notes: readonly Problem[];
}

/** Storage could not take the change; nothing of it stays. `full`: there was no room. */
export class StorageFault extends Error {
  constructor(
    readonly full: boolean,
    cause: unknown,
  ) {
    super("the plan could not be written", { cause });
  }
}

/** Codes with which SQLite says that storage, not the sentence, is at fault: NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN. */
const STORAGE_FAULTS: readonly number[] = [7, 8, 10, 11, 13, 14];
const SQLITE_FULL = 13;

/** Takes the steps one after the other. Refused: the problem of the first that is. Throws `StorageFault`. */
export function writeSteps(around: Surroundings, steps: readonly Step[]): Written | Refused {
  return inTransaction(around, () => takeSteps(around, steps));
}

/** Runs `act` in one transaction. An answer with a `problem`, or a fault, leaves nothing. Throws `StorageFault`. */
export function inTransaction<T extends object>(
  { sqlite, db }: Pick<Surroundings, "sqlite" | "db">,
  act: () => T,
): T {
  return withoutTriggers(sqlite, db, () => transact(sqlite, db, act));
}

function transact<T extends object>(sqlite: Sqlite3Static, db: Database, act: () => T): T {
  try {
    db.exec("BEGIN IMMEDIATE");
    const answer = act();
    if ("problem" in answer) rollBack(sqlite, db);
    else db.exec("COMMIT");
    return answer;
  } catch (error) {
    try {
      rollBack(sqlite, db);
    } catch (second) {
      if (resultCodeOf(sqlite, second) === null) throw second;
      throw new StorageFault(false, second);
    }
    const code = resultCodeOf(sqlite, error);
    if (code === null || !STORAGE_FAULTS.includes(code)) throw error;
    throw new StorageFault(code === SQLITE_FULL, error);
  }
}

function rollBack(sqlite: Sqlite3Static, db: Database): void {
  // SQLite rolls back by itself on some faults; then there is nothing left to roll back.
  if (!sqlite.capi.sqlite3_get_autocommit(db.pointer!)) db.exec("ROLLBACK");
}

function takeSteps(around: Surroundings, steps: readonly Step[]): Written | Refused {
  const { sqlite, db, at, author } = around;
  const touched = new Map<TableName, TouchedRows>();
  const extents = new Map<TableName, Bbox | null>();
  const notes: Problem[] = [];
  let last: Entry | null = null;
  let written = 0;
  for (const { act, ...about } of steps) {
    const seq = around.seq + written;
    const recorder = new Recorder(sqlite, db, seq, at);
    try {
      const done = act(Object.assign(around.question(recorder), { recorder }) as Recording);
      if ("problem" in done) return done;
      last = { ...about, seq, values: done.values, at, uid: around.newUid(), author };
      notes.push(...(done.notes ?? []));
      // A command that touched nothing is no entry; a turn always is one, or it would be offered again. A merge is
      // one too: it says that what the copies have is known.
      if (!recorder.finish() && about.kind === "do" && about.command !== "plan.merge") continue;
      written++;
      writeEntry(db, last);
      for (const [table, rows] of recorder.touched) touched.set(table, bothRows(touched.get(table), rows));
      for (const [table, box] of recorder.extents) extents.set(table, bothBounds(extents.get(table), box));
    } finally {
      recorder.close();
    }
  }
  if (!last) throw new Error("a change without a step");
  if (written > 0) {
    deriveContainingUnits(sqlite, db, touched);
    writeExtents(db, extents);
    writeLastChange(db, [...touched.keys(), "journal", "journal_row"], at);
    around.keep(touched);
    if (touched.has("raster") || touched.has("raster_tile")) renewCoverages(db);
  }
  return { moved: written > 0, last, touched, notes };
}

function bothRows(a: TouchedRows | undefined, b: TouchedRows): TouchedRows {
  if (!a) return b;
  return a === "all" || b === "all" ? "all" : new Set([...a, ...b]);
}

/** Null, "measure again", wins over bounds that only grew. */
function bothBounds(a: Bbox | null | undefined, b: Bbox | null): Bbox | null {
  if (a === undefined) return b;
  return a === null || b === null ? null : unionOf(a, b);
}
