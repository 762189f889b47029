/** Answers the calls of `PlanApi` one at a time; which plan is open and where it is kept is the keeper's business. */
import { fail, type Outcome, ok, type Problem } from "../core/outcome.ts";
import { ComputePort } from "./compute-port.ts";
import { Keeper, type Opened } from "./keeper.ts";
import { bytesToKeep, factOf, newPlan, openBytes } from "./plan-file.ts";
import type {
  Audit,
  PlanApi,
  PlanCopy,
  PlanEvent,
  PlanInfo,
  Recovery,
  StorageState,
  StoredPlan,
} from "./protocol.ts";
import { NOTHING_KNOWN } from "./read-intake-knowledge.ts";
import { hasLostHead } from "./recover/lost-head.ts";
import { recoverBytes } from "./recover/recover-bytes.ts";
import { bytesOf, type Sqlite3Static } from "./sqlite.ts";
import { listCopies, readCopy, removeCopies } from "./storage/copies.ts";
import { withMark } from "./storage/mark-name.ts";
import { hasRoomFor } from "./storage/room.ts";

export interface DeskOptions {
  readonly demoUrl: string;
  readonly tell: (event: PlanEvent) => void;
}

export class PlanDesk implements PlanApi {
  private readonly keeper: Keeper;
  private readonly compute = new ComputePort();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sqlite: Sqlite3Static,
    options: DeskOptions,
  ) {
    const inTurn = <T>(act: () => Promise<T>) => this.inTurn(act);
    this.keeper = new Keeper(sqlite, { ...options, compute: this.compute, inTurn });
  }

  /** The port on which the compute worker is filled, now and after each change. */
  connectCompute(port: MessagePort): Promise<void> {
    return this.inTurn(async () => {
      this.compute.connect(port);
      if (this.keeper.current) this.compute.send(this.keeper.current.store);
    });
  }

  list(): Promise<readonly StoredPlan[]> {
    return this.inTurn(async () => {
      const shelf = await this.keeper.places.hold();
      if (!shelf) return (await this.keeper.tabs.list()) ?? [];
      const plans = shelf.list();
      this.keeper.letGoWhenIdle();
      return plans;
    });
  }

  open(id: string): Promise<Outcome<PlanInfo>> {
    return this.inTurn(() => this.keeper.open(id));
  }

  create(name: string): Promise<Outcome<PlanInfo>> {
    const id = crypto.randomUUID();
    const db = newPlan(this.sqlite, { id, name: name.normalize("NFC").trim(), demo: false, created: now() });
    const bytes = bytesOf(this.sqlite, db);
    db.close();
    return this.inTurn(() => this.keeper.keep(id, bytes));
  }

  openFile(name: string, bytes: Uint8Array): Promise<Outcome<PlanInfo>> {
    return this.inTurn(async () => {
      const opened = openBytes(this.sqlite, bytes, name);
      // Without its first page a plan does not even look like a database; what is left of it may be ours all the same.
      if (!opened.ok)
        return hasLostHead(bytes) ? fail("plan.damaged", { file: name }, { file: name }) : opened;
      const own = factOf(opened.value, "id") ?? "";
      const kept = bytesToKeep(this.sqlite, opened.value, bytes);
      opened.value.close();
      const outcome = await this.keeper.keep(own, kept);
      return outcome.ok ? ok(outcome.value, [...opened.notes, ...outcome.notes]) : outcome;
    });
  }

  copy(): Promise<Outcome<Uint8Array>> {
    return this.ask((opened) => this.keeper.copy(opened));
  }

  discard(id: string): Promise<Outcome<null>> {
    return this.inTurn(async () => {
      if (this.keeper.current?.id === id) return fail("plan.open", { id });
      const shelf = await this.keeper.places.hold();
      if (!shelf) return fail("plan.other-tab");
      const kept = shelf.has(id);
      if (kept) {
        shelf.remove(id);
        // Its copies go with it, which the question before has said: whoever removes a plan wants the room.
        await removeCopies(id);
      }
      this.keeper.letGoWhenIdle();
      return kept ? ok(null) : fail("plan.missing", { id });
    });
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      this.keeper.shut();
      this.keeper.letGoWhenIdle();
    });
  }

  async info(): Promise<PlanInfo | null> {
    return this.inTurn(async () => this.keeper.current?.store.info() ?? null);
  }

  setAuthor: PlanApi["setAuthor"] = (name) =>
    this.inTurn(async () => {
      this.keeper.author = name;
      if (this.keeper.current) this.keeper.current.store.author = name;
    });
  run: PlanApi["run"] = (name, input, group) =>
    this.inTurn(async () => {
      const room = await hasRoomFor(
        "staged" in input ? (this.keeper.current?.store.stagedBytes(input.staged) ?? 0) : 0,
      );
      if (!room) return fail("plan.full");
      return this.keeper.change((store) => store.run(name, input, group));
    });
  undo: PlanApi["undo"] = () => this.inTurn(async () => this.keeper.change((store) => store.undo()));
  redo: PlanApi["redo"] = () => this.inTurn(async () => this.keeper.change((store) => store.redo()));
  blocked: PlanApi["blocked"] = (name, input) =>
    this.inTurn(async () =>
      this.keeper.current
        ? this.keeper.current.store.blocked(name, input)
        : ({ code: "plan.none-open" } satisfies Problem),
    );
  checkEvents: PlanApi["checkEvents"] = (input) =>
    this.inTurn(async () => {
      if (this.keeper.current) return this.keeper.current.store.checkEvents(input);
      return { problem: { code: "plan.none-open" }, can: 0, refused: [] };
    });
  history: PlanApi["history"] = (query) =>
    this.inTurn(async () => this.keeper.current?.store.history(query) ?? []);
  audit: PlanApi["audit"] = (asOf) =>
    this.inTurn(
      async () =>
        this.keeper.current?.store.audit(asOf) ??
        ({ asOf, changes: [], recordedLater: 0, knownFrom: null } satisfies Audit),
    );
  progressKnownOn: PlanApi["progressKnownOn"] = (request, knownOn) =>
    this.ask(({ store }) => store.progressKnownOn(request, knownOn));
  lookMerge: PlanApi["lookMerge"] = (files) =>
    this.ask(({ store }) => store.lookMerge(crypto.randomUUID(), files));
  merge: PlanApi["merge"] = (staged, choices) =>
    this.inTurn(async () => this.keeper.change((store) => store.merge(staged, choices)));
  logExport: PlanApi["logExport"] = (entry) =>
    this.inTurn(async () => this.keeper.current?.store.logExport(entry));
  exports: PlanApi["exports"] = (limit) =>
    this.inTurn(async () => this.keeper.current?.store.exports(limit) ?? []);
  // Not in turn: what is asked of the browser needs no plan, and a long import is no reason to wait.
  storage(): Promise<StorageState> {
    return this.keeper.state();
  }
  copies(id: string): Promise<readonly PlanCopy[]> {
    return listCopies(id);
  }
  async copyBytes(id: string, key: string): Promise<Outcome<Uint8Array>> {
    const bytes = await readCopy(id, key);
    return bytes ? ok(bytes) : fail("copy.missing");
  }
  restore(id: string, key: string, mark: string): Promise<Outcome<PlanInfo>> {
    return this.inTurn(async () => {
      const found = await this.copyBytes(id, key);
      if (!found.ok) return found;
      const opened = openBytes(this.sqlite, found.value, key);
      if (!opened.ok) return opened;
      const bytes = withMark(this.sqlite, opened.value, mark);
      opened.value.close();
      return this.keeper.keep(crypto.randomUUID(), bytes);
    });
  }
  recoverFile(name: string, bytes: Uint8Array, mark: string): Promise<Outcome<Recovery>> {
    return this.inTurn(() => this.recover(name, bytes, mark));
  }
  recoverKept(id: string, mark: string): Promise<Outcome<Recovery>> {
    return this.inTurn(async () => {
      const shelf = await this.keeper.places.hold();
      if (!shelf) return fail("plan.other-tab");
      const bytes = shelf.committed(id) ?? shelf.bytes(id);
      const outcome = bytes ? await this.recover(id, bytes, mark) : fail("plan.missing", { id });
      if (!outcome.ok) this.keeper.letGoWhenIdle();
      return outcome;
    });
  }
  read: PlanApi["read"] = (file, bytes, origin) =>
    this.ask(({ store }) => store.read(crypto.randomUUID(), file, bytes, origin));
  compareRegister: PlanApi["compareRegister"] = (staged) =>
    this.ask(({ store }) => store.compareRegister(staged));
  intakeKnowledge: PlanApi["intakeKnowledge"] = () =>
    this.inTurn(async () => this.keeper.current?.store.intakeKnowledge() ?? NOTHING_KNOWN);
  rasters: PlanApi["rasters"] = () => this.inTurn(async () => this.keeper.current?.store.rasters() ?? []);
  ground: PlanApi["ground"] = (householdId) =>
    this.inTurn(async () => this.keeper.current?.store.ground(householdId) ?? []);
  layers: PlanApi["layers"] = () => this.inTurn(async () => this.keeper.current?.store.layers() ?? []);
  sites: PlanApi["sites"] = () => this.inTurn(async () => this.keeper.current?.store.sites() ?? []);
  baselines: PlanApi["baselines"] = () =>
    this.inTurn(async () => this.keeper.current?.store.baselines() ?? []);
  household: PlanApi["household"] = (id) =>
    this.inTurn(async () => this.keeper.current?.store.household(id) ?? null);
  rules: PlanApi["rules"] = () =>
    this.inTurn(async () => {
      if (!this.keeper.current) throw new Error("rules() was asked without an open plan");
      return this.keeper.current.store.rules();
    });

  /** Calls are answered in the order they came, each when the one before is done. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const answer = this.queue.then(act);
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private ask<T>(act: (opened: Opened) => Outcome<T>): Promise<Outcome<T>> {
    return this.inTurn(async () => (this.keeper.current ? act(this.keeper.current) : fail("plan.none-open")));
  }

  private async recover(file: string, bytes: Uint8Array, mark: string): Promise<Outcome<Recovery>> {
    const found = recoverBytes(this.sqlite, bytes, { file, mark, now: now() });
    if (!found.ok) return found;
    const { bytes: readable, tables, historyKept } = found.value;
    const opened = await this.keeper.keep(crypto.randomUUID(), readable);
    return opened.ok ? ok({ info: opened.value, tables, historyKept }) : opened;
  }
}

function now(): string {
  return new Date().toISOString();
}
