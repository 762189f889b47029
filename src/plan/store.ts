/** An open plan: everything that can be asked of it and done to it. The same in the browser's worker and in Node. */

import type { PlanPatch, PlanSnapshot } from "../core/model/snapshot.ts";
import { fail, type Outcome, ok, type Problem } from "../core/outcome.ts";
import { PlanAnswers } from "./answers.ts";
import { readColumns } from "./columns.ts";
import { hasKeptColumns, keepColumns, sayKept } from "./columns-kept.ts";
import type { Command, Question } from "./commands/command.ts";
import { checkEvents } from "./commands/events-check.ts";
import { COMMANDS } from "./commands/index.ts";
import { containingUnits } from "./containing-unit.ts";
import { writeExport } from "./export-log.ts";
import { readHistory } from "./history/read-history.ts";
import { invert } from "./invert.ts";
import {
  type Entry,
  followed,
  labelOf,
  nextTurn,
  readEntries,
  readEntriesAfter,
  type Stacks,
  stacksOf,
  turnLabel,
} from "./journal.ts";
import { type PreparedMerge, prepareMerge } from "./merge/prepare.ts";
import { entriesBefore, runMerge } from "./merge/run.ts";
import { adoptKept } from "./outside/adopt-kept.ts";
import { sealTables } from "./outside/seal.ts";
import { factOf, isNewer } from "./plan-file.ts";
import type {
  Change,
  CommandName,
  Commands,
  EventsCheck,
  ExportEntry,
  FileOrigin,
  HistoryLine,
  HistoryQuery,
  JournalLabel,
  MergeChoices,
  MergePreview,
  PlanInfo,
  ReadOnlyReason,
  RegisterUpdate,
  StagedFile,
  Touched,
} from "./protocol.ts";
import { withReader } from "./read-plan.ts";
import type { TouchedRows } from "./recorder.ts";
import { compareUpdate, updateSummary } from "./register-update.ts";
import type { TableName } from "./rows.ts";
import { growSchema } from "./schema/index.ts";
import { addShapeFunctions } from "./shape-functions.ts";
import { patchOf, snapshotOf } from "./snapshot.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import { Staging } from "./staging.ts";
import { TableReader } from "./table-reader.ts";
import { touchedOf } from "./touched.ts";
import { inTransaction, type Step, StorageFault, writeSteps } from "./transaction.ts";

export interface StoreOptions {
  /** Name under which the plan is kept here; left out: the plan's own id. */
  readonly id?: string;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Why nothing may be changed, for a reason outside the file. */
  readonly readOnly?: ReadOnlyReason | null;
  /** Who works here; null or left out: not told. */
  readonly author?: string | null;
  /** Names a new journal entry; left out: a random UUID. */
  readonly newUid?: () => string;
}

/** Up to so many households the columns are written anew with every change of one; it takes a few milliseconds. */
const SMALL_REGISTER = 5000;

export class PlanStore extends PlanAnswers {
  /** Who works here from now on. */
  author: string | null;
  /** What other programs had changed in the plan as it lay here, and was taken in. */
  readonly openingNotes: readonly Problem[];
  private readonly staging = new Staging();
  private waitingMerge: PreparedMerge | null = null;
  private readonly readOnly: ReadOnlyReason | null;
  private readonly entries: Entry[];
  private stacks: Stacks;
  /** Set once a write failed or the file was found damaged: from then on only reading and copying. */
  private failed: Problem | null = null;

  /** Takes over an examined database (`openBytes`, `newPlan`). Brings an older form up to date. */
  constructor(
    sqlite: Sqlite3Static,
    db: Database,
    private readonly options: StoreOptions,
  ) {
    super(sqlite, db);
    addShapeFunctions(db);
    this.author = options.author ?? null;
    this.readOnly = isNewer(db) ? "newer" : (options.readOnly ?? null);
    // What only looks has a copy in memory: bringing that up to date changes no file.
    if (this.readOnly !== "newer") growSchema(sqlite, db);
    this.openingNotes = this.readOnly === null ? adoptKept(sqlite, db, options.now) : [];
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
      undo: turnLabel(this.stacks.done),
      redo: turnLabel(this.stacks.undone),
    };
  }

  /** Runs a command in one transaction. Refused or failed: nothing of it stays. */
  run<K extends CommandName>(name: K, input: Commands[K], group: string | null = null): Outcome<Change> {
    const command = commandOf(name);
    if (!command) return fail("command.unknown", { command: String(name) });
    const act: Step["act"] = (work) => {
      const problem = command.blocked(work, input);
      return problem ? { problem } : command.run(work, input);
    };
    const outcome = this.change([{ kind: "do", target: null, command: name, group, act }]);
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

  /** Takes back the last command, with those of its group that lie next to it: all or nothing. */
  undo(): Outcome<Change> {
    return this.turn("undo", this.stacks.done, "plan.nothing-to-undo");
  }

  /** Brings back what was undone last, with its group: all or nothing. */
  redo(): Outcome<Change> {
    return this.turn("redo", this.stacks.undone, "plan.nothing-to-redo");
  }

  /** The newest entry, whatever it is; null in an untouched plan. */
  last(): JournalLabel | null {
    const last = this.entries.at(-1);
    return last ? labelOf(last) : null;
  }
  /** What was done, newest first. */
  history(query: HistoryQuery): HistoryLine[] {
    return readHistory(this.db, { entries: this.entries, inForce: this.stacks.inForce }, query);
  }
  /** Compares copies with this plan; the merge waits here until `merge` or the next look. */
  lookMerge(
    staged: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Outcome<MergePreview> {
    this.forgetMerge();
    const prepared = prepareMerge(this.sqlite, this.db, staged, files);
    if (!prepared.ok) return prepared;
    this.waitingMerge = prepared.value;
    return ok(prepared.value.preview, prepared.notes);
  }
  /** Takes in what waits, by one entry. Refused while a conflict has no choice. */
  merge(staged: string, choices: MergeChoices): Outcome<Change> {
    const waiting = this.waitingMerge;
    if (waiting?.preview.staged !== staged) return fail("merge.expired");
    // The entries of the copies come before the merge's own, so that the newest entry is what was done last here.
    const before = entriesBefore(waiting);
    const seq = (this.entries.at(-1)?.seq ?? 0) + before + 1;
    const act: Step["act"] = (work) => runMerge(this.db, waiting, choices, seq, work);
    const step: Step = { kind: "do", target: null, command: "plan.merge", group: null, act };
    const outcome = this.change([step], undefined, before);
    if (outcome.ok || outcome.problem.code === "merge.expired") this.forgetMerge();
    return outcome;
  }
  /** Lets go of copies that wait to be merged. */
  private forgetMerge(): void {
    this.waitingMerge?.close();
    this.waitingMerge = null;
  }

  /** Writes into the log that a file left the program; no entry of the history. Does nothing where nothing may be written. */
  logExport(entry: ExportEntry): void {
    if (this.refusal()) return;
    writeExport(this.db, entry, this.author, this.options.now());
  }

  /** What `households.update` would do. Writes nothing. */
  compareRegister(staged: string): Outcome<RegisterUpdate> {
    const reading = this.staging.get(staged)?.reading("households");
    if (!reading) return fail("import.expired");
    const update = withReader(this.db, (reader) => compareUpdate(reader.find("household", {}), reading));
    return ok(updateSummary(update, update.edit));
  }

  /** Reads a file without taking anything in. `id` will name it in an import command. */
  read(id: string, file: string, bytes: Uint8Array, origin?: FileOrigin): Outcome<StagedFile> {
    return this.staging.read(id, file, bytes, origin);
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

  snapshot(): PlanSnapshot {
    return snapshotOf(this.sqlite, this.db, this.info());
  }
  patch(touched: readonly Touched[]): PlanPatch {
    return patchOf(this.sqlite, this.db, touched);
  }

  /**
   * Makes the plan as it stands the starting point: what led here stays in the history by name and time, but
   * its former rows are dropped and undo does not reach behind it. For plans that are made by a program.
   */
  beginHere(): void {
    inTransaction({ sqlite: this.sqlite, db: this.db }, () => {
      this.db.exec("DELETE FROM journal_row");
      this.db.exec({
        sql: "UPDATE plan SET value = ? WHERE key = 'undoable_after'",
        bind: [String(this.entries.at(-1)?.seq ?? 0)],
      });
      sealTables(this.db);
      return {};
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
      inTransaction({ sqlite: this.sqlite, db: this.db }, () => {
        this.writeColumns(this.options.now());
        return {};
      });
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      if (!error.full) this.failed = { code: "plan.write-failed" };
    }
  }

  close(): void {
    this.forgetMerge();
    this.db.close();
  }

  private turn(
    kind: "undo" | "redo",
    stack: readonly Entry[],
    nothing: "plan.nothing-to-undo" | "plan.nothing-to-redo",
  ): Outcome<Change> {
    const label = turnLabel(stack);
    if (!label) return this.refuse({ code: nothing });
    const steps = nextTurn(stack).map(({ seq, command, group, values }): Step => {
      const act: Step["act"] = (work) => {
        invert(this.db, this.stacks.applied.get(seq)!, work.recorder);
        return { values };
      };
      return { kind, target: seq, command, group, act };
    });
    return this.change(steps, label);
  }

  /** Writes the steps, `skipped` numbers after the last. `label` names them; left out: the last of them does. */
  private change(steps: readonly Step[], label?: JournalLabel, skipped = 0): Outcome<Change> {
    const refused = this.refusal();
    if (refused) return this.refuse(refused);
    const known = this.entries.at(-1)?.seq ?? 0;
    const at = this.options.now();
    try {
      const written = writeSteps(
        {
          sqlite: this.sqlite,
          db: this.db,
          seq: known + 1 + skipped,
          at,
          author: this.author,
          newUid: this.options.newUid ?? randomUid,
          question: (recorder) => this.question(recorder, at),
          keep: (touched) => this.keepsColumnsAfter(touched) && this.writeColumns(at),
        },
        steps,
      );
      if ("problem" in written) return this.refuse(written.problem);
      const { moved, last, touched, notes } = written;
      if (moved) {
        const added = readEntriesAfter(this.db, known);
        this.entries.push(...added);
        this.stacks = followed(this.stacks, added);
      }
      const told = label ?? labelOf(last);
      return ok({ info: this.info(), label: told, touched: touchedOf(touched) }, notes);
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      this.failed = { code: "plan.write-failed" };
      return fail(error.full ? "plan.full" : "plan.write-failed");
    }
  }

  /** A few rows of a large register leave its columns out of date, until the plan is opened again. */
  private keepsColumnsAfter(touched: ReadonlyMap<TableName, TouchedRows>): boolean {
    const households = touched.get("household");
    if (!households) return false;
    const beyond = `SELECT 1 FROM household LIMIT 1 OFFSET ${SMALL_REGISTER}`;
    return households === "all" || this.db.selectValue(beyond) === undefined;
  }

  private writeColumns(at: string): void {
    keepColumns(this.db, readColumns(this.sqlite, this.db), at);
  }

  /** A reader or recorder together with what else a command may ask. */
  private question<R extends TableReader>(reader: R, at: string): R & Question {
    const staged = (id: string) => this.staging.get(id);
    const unitsAt: Question["containingUnits"] = (lon, lat) => {
      return containingUnits(this.sqlite, this.db, lon, lat);
    };
    return Object.assign(reader, { at, staged, containingUnits: unitsAt });
  }

  private refusal(): Problem | null {
    if (this.readOnly === "newer") return { code: "plan.newer" };
    if (this.readOnly === "other-tab") return { code: "plan.other-tab" };
    return this.failure();
  }

  private refuse(problem: Problem): Outcome<Change> {
    return { ok: false, problem };
  }

  private replay(): Stacks {
    return stacksOf(this.entries, this.undoableAfter());
  }

  private undoableAfter(): number {
    return Number(factOf(this.db, "undoable_after") ?? 0);
  }
}

function randomUid(): string {
  return crypto.randomUUID();
}

function commandOf<K extends CommandName>(name: K): Command<K> | null {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : null;
}
