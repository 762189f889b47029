/** Which plan is open and where it is kept: opens, takes in, looks on, follows, copies by itself, lets go. */
import { fail, type Outcome, ok, type Problem } from "../core/outcome.ts";
import type { ComputePort } from "./compute-port.ts";
import { checkByAndBy, DeepCheck } from "./deep-check.ts";
import { openOwnBytes } from "./plan-file.ts";
import type { Change, PlanEvent, PlanInfo, ReadOnlyReason, StorageState, Touched } from "./protocol.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import { OpeningCopy } from "./storage/copy-at-opening.ts";
import { fetchDemo } from "./storage/demo-file.ts";
import { type Announcement, OtherTabs } from "./storage/other-tabs.ts";
import { freeId, putPlan } from "./storage/put-plan.ts";
import { isLow, readRoom } from "./storage/room.ts";
import { type Shelf, sizeOf } from "./storage/shelf.ts";
import { Storage } from "./storage/storage.ts";
import { whenFree } from "./storage/tab-lock.ts";
import { PlanStore } from "./store.ts";

/** The plan under this id is the made-up area, fetched from our own origin the first time. */
const DEMO = "demo";
const EVERYTHING: readonly Touched[] = (
  ["plan", "household", "layer", "site", "event", "baseline", "decision", "target", "rule_set"] as const
).map((table) => ({ table, ids: "all" }));
const NO_STORAGE: Problem = { code: "plan.no-storage" };
/** Growth of the file after which the room is told again. */
const TELL_ROOM_BYTES = 1024 * 1024;

/** The open plan. `shelf` null: a look at what another tab writes. */
export interface Opened {
  readonly id: string;
  readonly store: PlanStore;
  readonly db: Database;
  readonly shelf: Shelf | null;
  /** Null where nothing is kept: a look, or memory only. */
  readonly copy: OpeningCopy | null;
}

export interface KeeperHost {
  readonly demoUrl: string;
  readonly tell: (event: PlanEvent) => void;
  readonly compute: ComputePort;
  /** Runs something when every call that waits has been answered. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
}

/** Called by the desk, one call at a time. */
export class Keeper {
  readonly places: Storage;
  readonly tabs: OtherTabs;
  current: Opened | null = null;
  /** Who works here; null: not told. */
  author: string | null = null;
  private stopWaiting: (() => void) | null = null;
  private toldBytes = 0;

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly host: KeeperHost,
  ) {
    this.tabs = new OtherTabs(
      {
        writes: () => this.current?.shelf?.lasting === true,
        list: () => this.places.shelf()?.list() ?? [],
        bytes: (id) => this.places.shelf()?.bytes(id) ?? null,
      },
      (announcement) => void this.host.inTurn(() => this.follow(announcement)),
    );
    this.places = new Storage(sqlite, (patience) => this.tabs.isThere(patience));
  }

  /** Opens a kept plan to write, or a look at it when another tab writes. */
  async open(id: string): Promise<Outcome<PlanInfo>> {
    if (this.current?.id === id && this.current.shelf) return this.opened();
    const shelf = await this.places.hold();
    if (!shelf) return this.look(id);
    const outcome = await this.openFrom(shelf, id);
    if (!outcome.ok) this.letGoWhenIdle();
    return outcome;
  }

  /** Keeps bytes as a further plan and opens it; `wanted` is its id when that is free. */
  async keep(wanted: string, bytes: Uint8Array): Promise<Outcome<PlanInfo>> {
    const shelf = await this.places.hold();
    if (!shelf) return fail("plan.other-tab");
    const id = freeId(shelf, wanted);
    const added = await putPlan(shelf, id, bytes);
    const outcome = added.ok ? await this.openFrom(shelf, id) : added;
    if (!outcome.ok) this.letGoWhenIdle();
    return outcome;
  }

  /** Runs a change of the open plan: tells what moved, and the truth about storage. */
  async change(act: (store: PlanStore) => Outcome<Change>): Promise<Outcome<Change>> {
    const opened = this.current;
    if (!opened) return fail("plan.none-open");
    // The state at opening is copied before anything is taken in.
    await this.copyNow(opened);
    if (opened.shelf) this.host.tell({ type: "saving" });
    const outcome = act(opened.store);
    this.tellTruth();
    if (outcome.ok) {
      const { touched } = outcome.value;
      // Compute first, so that whoever hears of the change and asks compute is answered with it.
      this.host.compute.patch(opened.store, touched);
      this.host.tell({ type: "changed", change: outcome.value });
      if (opened.shelf?.lasting) this.tabs.announce(opened.id, touched);
      this.tellRoomWhenGrown(opened);
    }
    return outcome;
  }

  /** The open plan as the bytes of a file: all that was acknowledged, also after a write failed. */
  copy({ id, store, shelf }: Opened): Outcome<Uint8Array> {
    try {
      return ok(store.copy());
    } catch (error) {
      // The engine cannot go on with this file; what was saved is in it and in its journal all the same.
      if (!(error instanceof this.sqlite.SQLite3Error)) throw error;
      console.error(error);
    }
    const bytes = shelf?.committed(id) ?? null;
    if (!bytes) return fail("copy.unreadable");
    const opened = openOwnBytes(this.sqlite, bytes, id);
    if (!opened.ok) return fail("copy.unreadable");
    opened.value.close();
    return ok(bytes);
  }

  /** How much room there is, and what the browser promised. */
  async state(): Promise<StorageState> {
    const room = await readRoom();
    const { current } = this;
    return {
      lasting: current?.shelf ? current.shelf.lasting : await this.places.canLast(),
      ...room,
      low: isLow(room, current?.shelf?.lasting ? sizeOf(current.db) : 0),
      copyMissing: current?.copy?.hadNoRoom() ?? false,
    };
  }

  /** Says where the open plan stands: saved, or not and why. */
  tellTruth(): void {
    const opened = this.current;
    if (!opened?.shelf) return;
    const problem = opened.store.failure() ?? (opened.shelf.lasting ? null : NO_STORAGE);
    this.host.tell(problem ? { type: "not-saved", problem } : { type: "saved", info: opened.store.info() });
  }

  /** Closes the open plan, if there is one. */
  shut(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    const opened = this.current;
    this.current = null;
    if (!opened) return;
    if (opened.shelf) opened.shelf.shut(opened.id, opened.db);
    else opened.db.close();
  }

  /** Without an open plan this tab has no need of the storage, and another one may. */
  letGoWhenIdle(): void {
    if (!this.current?.shelf) this.places.letGo();
  }

  private async openFrom(shelf: Shelf, id: string): Promise<Outcome<PlanInfo>> {
    if (id === DEMO && !shelf.has(id)) {
      const demo = await fetchDemo(this.sqlite, this.host.demoUrl);
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
    this.toldBytes = sizeOf(db);
    void this.tellRoom();
    return outcome;
  }

  /** Opens a copy of what another tab writes. */
  private async look(id: string): Promise<Outcome<PlanInfo>> {
    let bytes = await this.tabs.bytes(id);
    if (bytes === undefined) return fail("plan.other-tab");
    if (!bytes && id === DEMO) {
      const demo = await fetchDemo(this.sqlite, this.host.demoUrl);
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
      const store = new PlanStore(this.sqlite, db, { id, now, readOnly, author: this.author });
      const copy = shelf?.lasting ? new OpeningCopy({ id, store, db, shelf }) : null;
      this.current = { id, db, shelf, store, copy };
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

  /** What opening leaves for later: the copy, columns that are out of date, and every page, a table at a time. */
  private lookAfter(opened: Opened): void {
    const isOpen = () => this.current === opened;
    opened.copy?.soon(() => void this.host.inTurn(async () => isOpen() && this.copyNow(opened)));
    checkByAndBy(new DeepCheck(this.sqlite, opened.db), {
      inTurn: (act) => void this.host.inTurn(async () => act()),
      isOpen,
      begin: () => opened.store.refreshColumns(),
      damaged: () => {
        opened.store.stopAsDamaged();
        this.tellTruth();
      },
      whole: () => void opened.copy?.dropOld(),
    });
  }

  private async copyNow({ copy }: Opened): Promise<void> {
    if (await copy?.make()) await this.tellRoom();
  }

  private opened(): Outcome<PlanInfo> {
    const { store } = this.current!;
    this.host.compute.send(store);
    // After the answer, so that whoever opens the plan hears the state of this plan last.
    setTimeout(() => this.tellTruth());
    return ok(store.info(), store.openingNotes);
  }

  private tellRoomWhenGrown({ db, shelf }: Opened): void {
    if (!shelf?.lasting) return;
    const bytes = sizeOf(db);
    if (bytes - this.toldBytes < TELL_ROOM_BYTES) return;
    this.toldBytes = bytes;
    void this.tellRoom();
  }

  private async tellRoom(): Promise<void> {
    this.host.tell({ type: "storage", state: await this.state() });
  }

  /** Another tab opened or changed a plan: if it is the one that is looked at here, look again. */
  private async follow({ id, touched }: Announcement): Promise<void> {
    if (this.current?.id !== id || this.current.shelf) return;
    const before = this.current.store.info();
    const outcome = await this.look(id);
    if (!outcome.ok) return;
    const info = outcome.value;
    const label = info.undo ?? this.current.store.last();
    if (label && info.revision !== before.revision) {
      this.host.tell({ type: "changed", change: { info, label, touched } });
    }
  }

  /** Tells once when the tab that writes is gone. */
  private watch(): void {
    this.stopWaiting?.();
    this.stopWaiting = whenFree(() => {
      this.stopWaiting = null;
      this.host.tell({ type: "writer-gone" });
    });
  }
}

function now(): string {
  return new Date().toISOString();
}
