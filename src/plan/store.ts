/** An open plan: everything that can be asked of it and done to it. The same in the browser's worker and in Node. */

import type { Baseline } from "../core/model/event.ts";
import type { Site } from "../core/model/site.ts";
import type { PlanPatch, PlanSnapshot } from "../core/model/snapshot.ts";
import { fail, type Outcome, ok, type Problem } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import { readColumns } from "./columns.ts";
import { hasKeptColumns, keepColumns, sayKept } from "./columns-kept.ts";
import type { Command, Done, Question, Work } from "./commands/command.ts";
import { checkEvents } from "./commands/events-check.ts";
import { COMMANDS } from "./commands/index.ts";
import { writeExtents, writeLastChange } from "./extents.ts";
import { type Entry, invert, readEntries, type Stacks, stacksOf, writeEntry } from "./journal.ts";
import { factOf, isNewer } from "./plan-file.ts";
import type {
  Change,
  CommandName,
  Commands,
  EventsCheck,
  HouseholdDetail,
  JournalLabel,
  LayerRow,
  PlanInfo,
  ReadOnlyReason,
  StagedFile,
  Touched,
} from "./protocol.ts";
import { readBaselines, readCurrentRules, readHousehold, readLayers, readSites } from "./read-plan.ts";
import { Recorder } from "./recorder.ts";
import { growSchema } from "./schema/index.ts";
import { addShapeFunctions } from "./shape-functions.ts";
import { patchOf, snapshotOf } from "./snapshot.ts";
import { bytesOf, type Database, resultCodeOf, type Sqlite3Static } from "./sqlite.ts";
import { Staging } from "./staging.ts";
import { TableReader } from "./table-reader.ts";
import { touchedOf } from "./touched.ts";

export interface StoreOptions {
  /** Name under which the plan is kept here; left out: the plan's own id. */
  readonly id?: string;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Why nothing may be changed, for a reason outside the file. */
  readonly readOnly?: ReadOnlyReason | null;
}

/** Codes with which SQLite says that storage, not the sentence, is at fault: NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN. */
const STORAGE_FAULTS: readonly number[] = [7, 8, 10, 11, 13, 14];
const SQLITE_FULL = 13;
/** Up to so many households the columns are written anew with every change of one; it takes a few milliseconds. */
const SMALL_REGISTER = 5000;

export class PlanStore {
  private readonly staging = new Staging();
  private readonly readOnly: ReadOnlyReason | null;
  private entries: readonly Entry[];
  private stacks: Stacks;
  /** Set once a write failed or the file was found damaged: from then on only reading and copying. */
  private failed: Problem | null = null;

  /** Takes over an examined database (`openBytes`, `newPlan`). Brings an older form up to date. */
  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    private readonly options: StoreOptions,
  ) {
    addShapeFunctions(db);
    this.readOnly = isNewer(db) ? "newer" : (options.readOnly ?? null);
    if (this.readOnly === null) growSchema(db);
    this.entries = readEntries(db);
    this.stacks = this.replay();
  }

  info(): PlanInfo {
    const last = this.entries.at(-1);
    return {
      id: this.options.id ?? factOf(this.db, "id")!,
      name: factOf(this.db, "name") ?? "",
      demo: factOf(this.db, "demo") === "1",
      revision: last?.seq ?? 0,
      savedAt: last?.at ?? null,
      readOnly: this.readOnly,
      undo: labelOf(this.stacks.done.at(-1)),
      redo: labelOf(this.stacks.undone.at(-1)),
    };
  }

  /** Runs a command in one transaction. Refused or failed: nothing of it stays. */
  run<K extends CommandName>(name: K, input: Commands[K]): Outcome<Change> {
    const command = commandOf(name);
    if (!command) return fail("command.unknown", { command: String(name) });
    const outcome = this.change("do", null, name, (work) => {
      const problem = command.blocked(work, input);
      return problem ? { problem } : command.run(work, input);
    });
    if (outcome.ok && "staged" in input) this.staging.forget(input.staged);
    return outcome;
  }

  /** Null when `run` would be accepted, else why not. */
  blocked<K extends CommandName>(name: K, input: Commands[K]): Problem | null {
    const command = commandOf(name);
    if (!command) return { code: "command.unknown", values: { command: String(name) } };
    const refused = this.refusal();
    if (refused) return refused;
    const reader = new TableReader(this.db);
    try {
      return command.blocked(this.question(reader, this.options.now()), input);
    } finally {
      reader.close();
    }
  }

  /** Who could take what `events.add` would record. */
  checkEvents(input: Commands["events.add"]): EventsCheck {
    const refused = this.refusal();
    if (refused) return { problem: refused, can: 0, refused: [] };
    const reader = new TableReader(this.db);
    try {
      return checkEvents(this.question(reader, this.options.now()), input);
    } finally {
      reader.close();
    }
  }

  undo(): Outcome<Change> {
    const entry = this.stacks.done.at(-1);
    return entry ? this.turn("undo", entry) : this.refuse({ code: "plan.nothing-to-undo" });
  }

  redo(): Outcome<Change> {
    const entry = this.stacks.undone.at(-1);
    return entry ? this.turn("redo", entry) : this.refuse({ code: "plan.nothing-to-redo" });
  }

  /** Commands, newest first, each with whether it is undone now. */
  history(limit: number): (JournalLabel & { readonly undone: boolean })[] {
    const after = this.undoableAfter();
    const inForce = new Set(this.stacks.done.map((entry) => entry.seq));
    return this.entries
      .filter((entry) => entry.kind === "do")
      .slice(-limit)
      .reverse()
      .map((entry) => ({ ...labelOf(entry)!, undone: entry.seq > after && !inForce.has(entry.seq) }));
  }

  /** Reads a file without taking anything in. `id` will name it in an import command. */
  read(id: string, file: string, bytes: Uint8Array): Outcome<StagedFile> {
    return this.staging.read(id, file, bytes);
  }

  /** Size of a file that waits, 0 when it is not there. */
  stagedBytes(id: string): number {
    return this.staging.get(id)?.bytes ?? 0;
  }
  /** Why nothing can be written any more, or null. */
  failure(): Problem | null {
    return this.failed;
  }
  /** Stops editing: a check of the open file found it damaged. */
  stopAsDamaged(): void {
    const file = this.info().name;
    this.failed = { code: "plan.damaged", file, values: { file } };
  }

  layers(): LayerRow[] {
    return readLayers(this.db);
  }
  sites(): Site[] {
    return readSites(this.db);
  }
  rules(): Rules {
    return readCurrentRules(this.db);
  }
  baselines(): Baseline[] {
    return readBaselines(this.sqlite, this.db);
  }
  household(id: string): HouseholdDetail | null {
    const found = readHousehold(this.db, id);
    return found ? { ...found, properties: found.household.properties } : null;
  }

  snapshot(): PlanSnapshot {
    return snapshotOf(this.sqlite, this.db, this.info());
  }
  patch(touched: readonly Touched[]): PlanPatch {
    return patchOf(this.sqlite, this.db, touched);
  }

  /** The plan as the bytes of a `.gpkg`. */
  copy(): Uint8Array {
    return bytesOf(this.sqlite, this.db);
  }

  /**
   * Makes the plan as it stands the starting point: what led here stays in the history by name and time, but
   * its former rows are dropped and undo does not reach behind it. For plans that are made by a program.
   */
  beginHere(): void {
    this.db.transaction("IMMEDIATE", () => {
      this.db.exec("DELETE FROM journal_row");
      this.db.exec({
        sql: "UPDATE plan SET value = ? WHERE key = 'undoable_after'",
        bind: [String(this.entries.at(-1)?.seq ?? 0)],
      });
    });
    const kept = hasKeptColumns(this.db);
    this.db.exec("VACUUM");
    if (kept) sayKept(this.db);
    this.stacks = this.replay();
  }

  /**
   * Writes the register's columns beside its rows when they are missing or out of date (decision 8). They are
   * made from the rows, so this is no change of the plan: no entry, no revision. What storage refuses is let be.
   */
  refreshColumns(): void {
    if (this.readOnly !== null || this.failed || hasKeptColumns(this.db)) return;
    try {
      this.db.exec("BEGIN IMMEDIATE");
      this.writeColumns(this.options.now());
      this.db.exec("COMMIT");
    } catch (error) {
      this.rollBack(null);
      const code = resultCodeOf(this.sqlite, error);
      if (code === null || !STORAGE_FAULTS.includes(code)) throw error;
    }
  }

  close(): void {
    this.db.close();
  }

  private turn(kind: "undo" | "redo", entry: Entry): Outcome<Change> {
    return this.change(kind, entry.seq, entry.command, (work) => {
      invert(this.db, this.stacks.applied.get(entry.seq)!, work.recorder);
      return { values: entry.values };
    });
  }

  private change(
    kind: Entry["kind"],
    target: number | null,
    command: CommandName,
    act: (work: Work & { readonly recorder: Recorder }) => Done | { readonly problem: Problem },
  ): Outcome<Change> {
    const refused = this.refusal();
    if (refused) return this.refuse(refused);
    const seq = (this.entries.at(-1)?.seq ?? 0) + 1;
    const at = this.options.now();
    let recorder: Recorder | null = null;
    try {
      this.db.exec("BEGIN IMMEDIATE");
      recorder = new Recorder(this.sqlite, this.db, seq, at);
      const work = Object.assign(this.question(recorder, at), { recorder }) as never;
      const done = act(work);
      if ("problem" in done) {
        this.rollBack(recorder);
        return this.refuse(done.problem);
      }
      const entry: Entry = { seq, command, kind, target, values: done.values, at };
      const moved = recorder.finish();
      if (moved) {
        writeEntry(this.db, entry);
        writeExtents(this.db, recorder.extents);
        writeLastChange(this.db, [...recorder.touched.keys(), "journal", "journal_row"], at);
        if (this.keepsColumnsAfter(recorder)) this.writeColumns(at);
      }
      recorder.close();
      this.db.exec("COMMIT");
      if (moved) {
        this.entries = [...this.entries, entry];
        this.stacks = this.replay();
      }
      const touched = touchedOf(recorder.touched);
      const label = target === null ? labelOf(entry)! : { ...labelOf(entry)!, seq: target };
      return ok({ info: this.info(), label, touched }, done.notes);
    } catch (error) {
      this.rollBack(recorder);
      const code = resultCodeOf(this.sqlite, error);
      if (code === null || !STORAGE_FAULTS.includes(code)) throw error;
      this.failed = { code: "plan.write-failed" };
      return fail(code === SQLITE_FULL ? "plan.full" : "plan.write-failed");
    }
  }

  /** A few rows of a large register leave its columns out of date, until the plan is opened again. */
  private keepsColumnsAfter({ touched }: Recorder): boolean {
    const households = touched.get("household");
    if (!households) return false;
    const count = () => Number(this.db.selectValue("SELECT count(*) FROM household"));
    return households === "all" || count() <= SMALL_REGISTER;
  }

  private writeColumns(at: string): void {
    keepColumns(this.db, readColumns(this.sqlite, this.db), at);
  }

  /** A reader or recorder together with what else a command may ask. */
  private question<R extends TableReader>(reader: R, at: string): R & Question {
    const staged = (id: string) => this.staging.get(id);
    return Object.assign(reader, { at, staged });
  }

  private refusal(): Problem | null {
    if (this.readOnly === "newer") return { code: "plan.newer" };
    if (this.readOnly === "other-tab") return { code: "plan.other-tab" };
    return this.failure();
  }

  private refuse(problem: Problem): Outcome<Change> {
    return { ok: false, problem };
  }

  private rollBack(recorder: Recorder | null): void {
    try {
      recorder?.close();
      // SQLite rolls back by itself on some faults; then there is nothing left to roll back.
      if (!this.sqlite.capi.sqlite3_get_autocommit(this.db.pointer!)) this.db.exec("ROLLBACK");
    } catch (error) {
      if (resultCodeOf(this.sqlite, error) === null) throw error;
      this.failed = { code: "plan.write-failed" };
    }
  }

  private replay(): Stacks {
    return stacksOf(this.entries, this.undoableAfter());
  }

  private undoableAfter(): number {
    return Number(factOf(this.db, "undoable_after") ?? 0);
  }
}

function commandOf<K extends CommandName>(name: K): Command<K> | null {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : null;
}

function labelOf(entry: Entry): JournalLabel;
function labelOf(entry: Entry | undefined): JournalLabel | null;
function labelOf(entry: Entry | undefined): JournalLabel | null {
  return entry ? { seq: entry.seq, command: entry.command, values: entry.values, at: entry.at } : null;
}
