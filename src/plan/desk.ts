/** Answers the calls of `PlanApi` one at a time: which plan is open, where it is kept, who is told. */
import { fail, type Outcome, ok, type Problem } from "../core/outcome.ts";
import { ComputePort } from "./compute-port.ts";
import { checkByAndBy, DeepCheck } from "./deep-check.ts";
import { bytesToKeep, factOf, newPlan, openBytes, openOwnBytes } from "./plan-file.ts";
import type {
  Change,
  PlanApi,
  PlanEvent,
  PlanInfo,
  ReadOnlyReason,
  StoredPlan,
  Touched,
} from "./protocol.ts";
import { bytesOf, type Database, type Sqlite3Static } from "./sqlite.ts";
import { fetchDemo } from "./storage/demo-file.ts";
import { type Announcement, OtherTabs } from "./storage/other-tabs.ts";
import { freeId, putPlan } from "./storage/put-plan.ts";
import { hasRoomFor } from "./storage/room.ts";
import type { Shelf } from "./storage/shelf.ts";
import { Storage } from "./storage/storage.ts";
import { whenFree } from "./storage/tab-lock.ts";
import { PlanStore } from "./store.ts";

/** The plan under this id is the made-up area, fetched from our own origin the first time. */
const DEMO = "demo";
const EVERYTHING: readonly Touched[] = (
  ["plan", "household", "layer", "site", "event", "baseline", "rule_set"] as const
).map((table) => ({ table, ids: "all" }));

export interface DeskOptions {
  readonly demoUrl: string;
  readonly tell: (event: PlanEvent) => void;
}

/** The open plan. `shelf` null: a look at what another tab writes. */
interface Opened {
  readonly id: string;
  readonly store: PlanStore;
  readonly db: Database;
  readonly shelf: Shelf | null;
}

export class PlanDesk implements PlanApi {
  private readonly storage: Storage;
  private readonly tabs: OtherTabs;
  private current: Opened | null = null;
  private readonly compute = new ComputePort();
  private stopWaiting: (() => void) | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly options: DeskOptions,
  ) {
    this.tabs = new OtherTabs(
      {
        writes: () => this.current?.shelf?.lasting === true,
        list: () => this.storage.shelf()?.list() ?? [],
        bytes: (id) => this.storage.shelf()?.bytes(id) ?? null,
      },
      (announcement) => void this.inTurn(() => this.follow(announcement)),
    );
    this.storage = new Storage(sqlite, (patience) => this.tabs.isThere(patience));
  }

  /** The port on which the compute worker is filled, now and after each change. */
  connectCompute(port: MessagePort): Promise<void> {
    return this.inTurn(async () => {
      this.compute.connect(port);
      if (this.current) this.compute.send(this.current.store);
    });
  }

  list(): Promise<readonly StoredPlan[]> {
    return this.inTurn(async () => {
      const shelf = await this.storage.hold();
      if (!shelf) return (await this.tabs.list()) ?? [];
      const plans = shelf.list();
      this.letGoWhenIdle();
      return plans;
    });
  }

  open(id: string): Promise<Outcome<PlanInfo>> {
    return this.inTurn(async () => {
      if (this.current?.id === id && this.current.shelf) return this.opened();
      const shelf = await this.storage.hold();
      if (!shelf) return this.look(id);
      const outcome = await this.openFrom(shelf, id);
      if (!outcome.ok) this.letGoWhenIdle();
      return outcome;
    });
  }

  create(name: string): Promise<Outcome<PlanInfo>> {
    const id = crypto.randomUUID();
    const db = newPlan(this.sqlite, { id, name: name.normalize("NFC").trim(), demo: false, created: now() });
    const bytes = bytesOf(this.sqlite, db);
    db.close();
    return this.inTurn(() => this.keep(id, bytes));
  }

  openFile(name: string, bytes: Uint8Array): Promise<Outcome<PlanInfo>> {
    return this.inTurn(async () => {
      const opened = openBytes(this.sqlite, bytes, name);
      if (!opened.ok) return opened;
      const own = factOf(opened.value, "id") ?? "";
      const kept = bytesToKeep(this.sqlite, opened.value, bytes);
      opened.value.close();
      return this.keep(own, kept);
    });
  }

  copy(): Promise<Outcome<Uint8Array>> {
    return this.ask(({ store }) => ok(store.copy()));
  }

  discard(id: string): Promise<Outcome<null>> {
    return this.inTurn(async () => {
      if (this.current?.id === id) return fail("plan.open", { id });
      const shelf = await this.storage.hold();
      if (!shelf) return fail("plan.other-tab");
      const kept = shelf.has(id);
      if (kept) shelf.remove(id);
      this.letGoWhenIdle();
      return kept ? ok(null) : fail("plan.missing", { id });
    });
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      this.shut();
      this.letGoWhenIdle();
    });
  }

  async info(): Promise<PlanInfo | null> {
    return this.inTurn(async () => this.current?.store.info() ?? null);
  }

  run: PlanApi["run"] = (name, input) =>
    this.inTurn(async () => {
      const room = await hasRoomFor(
        "staged" in input ? (this.current?.store.stagedBytes(input.staged) ?? 0) : 0,
      );
      if (!room) return fail("plan.full");
      return this.change((store) => store.run(name, input));
    });
  undo: PlanApi["undo"] = () => this.inTurn(async () => this.change((store) => store.undo()));
  redo: PlanApi["redo"] = () => this.inTurn(async () => this.change((store) => store.redo()));
  blocked: PlanApi["blocked"] = (name, input) =>
    this.inTurn(async () =>
      this.current ? this.current.store.blocked(name, input) : ({ code: "plan.none-open" } satisfies Problem),
    );
  checkEvents: PlanApi["checkEvents"] = (input) =>
    this.inTurn(async () => {
      if (this.current) return this.current.store.checkEvents(input);
      return { problem: { code: "plan.none-open" }, can: 0, refused: [] };
    });
  history: PlanApi["history"] = (limit) => this.inTurn(async () => this.current?.store.history(limit) ?? []);
  read: PlanApi["read"] = (file, bytes) =>
    this.ask(({ store }) => store.read(crypto.randomUUID(), file, bytes));
  layers: PlanApi["layers"] = () => this.inTurn(async () => this.current?.store.layers() ?? []);
  sites: PlanApi["sites"] = () => this.inTurn(async () => this.current?.store.sites() ?? []);
  baselines: PlanApi["baselines"] = () => this.inTurn(async () => this.current?.store.baselines() ?? []);
  household: PlanApi["household"] = (id) =>
    this.inTurn(async () => this.current?.store.household(id) ?? null);
  rules: PlanApi["rules"] = () =>
    this.inTurn(async () => {
      if (!this.current) throw new Error("rules() was asked without an open plan");
      return this.current.store.rules();
    });

  /** Calls are answered in the order they came, each when the one before is done. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const answer = this.queue.then(act);
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private ask<T>(act: (opened: Opened) => Outcome<T>): Promise<Outcome<T>> {
    return this.inTurn(async () => (this.current ? act(this.current) : fail("plan.none-open")));
  }

  private change(act: (store: PlanStore) => Outcome<Change>): Outcome<Change> {
    const opened = this.current;
    if (!opened) return fail("plan.none-open");
    if (opened.shelf) this.options.tell({ type: "saving" });
    const outcome = act(opened.store);
    this.tellTruth();
    if (outcome.ok) {
      const { touched } = outcome.value;
      // Compute first, so that whoever hears of the change and asks compute is answered with it.
      this.compute.patch(opened.store, touched);
      this.options.tell({ type: "changed", change: outcome.value });
      if (opened.shelf?.lasting) this.tabs.announce(opened.id, touched);
    }
    return outcome;
  }

  /** Says where the open plan stands: saved, or not and why. */
  private tellTruth(): void {
    const opened = this.current;
    if (!opened?.shelf) return;
    const problem = opened.store.failure() ?? (opened.shelf.lasting ? null : NO_STORAGE);
    this.options.tell(
      problem ? { type: "not-saved", problem } : { type: "saved", info: opened.store.info() },
    );
  }

  /** Keeps bytes as a further plan and opens it; `wanted` is its id when that is free. */
  private async keep(wanted: string, bytes: Uint8Array): Promise<Outcome<PlanInfo>> {
    const shelf = await this.storage.hold();
    if (!shelf) return fail("plan.other-tab");
    const id = freeId(shelf, wanted);
    const added = await putPlan(shelf, id, bytes);
    const outcome = added.ok ? await this.openFrom(shelf, id) : added;
    if (!outcome.ok) this.letGoWhenIdle();
    return outcome;
  }

  private async openFrom(shelf: Shelf, id: string): Promise<Outcome<PlanInfo>> {
    if (id === DEMO && !shelf.has(id)) {
      const demo = await fetchDemo(this.sqlite, this.options.demoUrl);
      if (!demo.ok) return demo;
      const added = await putPlan(shelf, id, demo.value);
      if (!added.ok) return added;
    }
    const found = shelf.open(id);
    if (!found.ok) return found;
    this.shut();
    const db = found.value;
    const outcome = this.begin(id, db, shelf, null);
    if (!outcome.ok) return outcome;
    if (shelf.lasting) this.tabs.announce(id, EVERYTHING);
    this.lookAfter(this.current!);
    return outcome;
  }

  /** Opens a copy of what another tab writes. */
  private async look(id: string): Promise<Outcome<PlanInfo>> {
    let bytes = await this.tabs.bytes(id);
    if (bytes === undefined) return fail("plan.other-tab");
    if (!bytes && id === DEMO) {
      const demo = await fetchDemo(this.sqlite, this.options.demoUrl);
      if (!demo.ok) return demo;
      bytes = demo.value;
    }
    if (!bytes) return fail("plan.missing", { id });
    const found = openOwnBytes(this.sqlite, bytes, id);
    if (!found.ok) return found;
    this.shut();
    const outcome = this.begin(id, found.value, null, "other-tab");
    if (outcome.ok) this.watch();
    return outcome;
  }

  /** Makes it the open plan and fills compute. `plan.damaged`: it cannot be read whole. */
  private begin(
    id: string,
    db: Database,
    shelf: Shelf | null,
    readOnly: ReadOnlyReason | null,
  ): Outcome<PlanInfo> {
    try {
      this.current = { id, db, shelf, store: new PlanStore(this.sqlite, db, { id, now, readOnly }) };
      return this.opened();
    } catch (error) {
      // Until now only what the plan is was looked at. What is thrown here is thrown by its rows.
      console.error(error);
      if (this.current) this.shut();
      else if (shelf) shelf.shut(id, db);
      else db.close();
      return fail("plan.damaged", { file: id }, { file: id });
    }
  }

  /** What opening leaves for later: columns that are out of date, and every page, a table at a time between calls. */
  private lookAfter(opened: Opened): void {
    checkByAndBy(new DeepCheck(this.sqlite, opened.db), {
      inTurn: (act) => void this.inTurn(async () => act()),
      isOpen: () => this.current === opened,
      begin: () => opened.store.refreshColumns(),
      damaged: () => {
        opened.store.stopAsDamaged();
        this.tellTruth();
      },
    });
  }

  private opened(): Outcome<PlanInfo> {
    const { store } = this.current!;
    this.compute.send(store);
    // After the answer, so that whoever opens the plan hears the state of this plan last.
    setTimeout(() => this.tellTruth());
    return ok(store.info());
  }

  /** Another tab opened or changed a plan: if it is the one that is looked at here, look again. */
  private async follow({ id, touched }: Announcement): Promise<void> {
    if (this.current?.id !== id || this.current.shelf) return;
    const before = this.current.store.info();
    const outcome = await this.look(id);
    if (!outcome.ok) return;
    const info = outcome.value;
    const [last] = this.current.store.history(1);
    const label = info.undo ?? last;
    if (label && info.revision !== before.revision) {
      this.options.tell({ type: "changed", change: { info, label, touched } });
    }
  }

  /** Tells once when the tab that writes is gone. */
  private watch(): void {
    this.stopWaiting?.();
    this.stopWaiting = whenFree(() => {
      this.stopWaiting = null;
      this.options.tell({ type: "writer-gone" });
    });
  }

  private shut(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    const opened = this.current;
    this.current = null;
    if (!opened) return;
    if (opened.shelf) opened.shelf.shut(opened.id, opened.db);
    else opened.db.close();
  }

  /** Without an open plan this tab has no need of the storage, and another one may. */
  private letGoWhenIdle(): void {
    if (!this.current?.shelf) this.storage.letGo();
  }
}

const NO_STORAGE: Problem = { code: "plan.no-storage" };

function now(): string {
  return new Date().toISOString();
}
