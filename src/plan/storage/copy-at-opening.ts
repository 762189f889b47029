/** The automatic copy of one opening: the plan as it was when it was opened, made before the first change. */
import { factOf } from "../plan-file.ts";
import type { Database } from "../sqlite.ts";
import type { PlanStore } from "../store.ts";
import { listCopies, removeCopy, writeCopy } from "./copies.ts";
import { isCopyDue, nameOfCopy, surplus } from "./copy-names.ts";
import { hasRoomForCopy } from "./room.ts";
import { type Shelf, sizeOf } from "./shelf.ts";

/** Whoever has just opened a plan asks many things: they come first, unless a change comes even earlier. */
const SOON_MS = 1500;
/** A plan up to this size is looked at whole at once before older copies go; a larger one by and by. */
const SMALL_BYTES = 16 * 1024 * 1024;

interface Of {
  readonly id: string;
  readonly store: PlanStore;
  readonly db: Database;
  readonly shelf: Shelf;
}

export class OpeningCopy {
  private done = false;
  private noRoom = false;

  constructor(private readonly of: Of) {}

  /** Calls `act` a moment after opening. */
  soon(act: () => void): void {
    setTimeout(() => !this.done && act(), SOON_MS);
  }

  /** True when no copy was made because room is short, or because the browser refused it. */
  hadNoRoom(): boolean {
    return this.noRoom;
  }

  /**
   * Makes the copy unless it was made, is not needed, or there is no room. True when something came of it that
   * the person may want to see. Never throws for want of room: a change must not fail for a missing copy.
   */
  async make(): Promise<boolean> {
    if (this.done) return false;
    this.done = true;
    const { id, store, db, shelf } = this.of;
    const { revision } = store.info();
    try {
      const [newest] = await listCopies(id);
      if (!isCopyDue(newest, revision, Number(factOf(db, "undoable_after") ?? 0))) return false;
      const size = sizeOf(db);
      if (!(await hasRoomForCopy(size))) {
        this.noRoom = true;
        return true;
      }
      const bytes = shelf.bytes(id);
      if (!bytes) return false;
      await writeCopy(id, nameOfCopy(new Date().toISOString(), revision), bytes);
      if (size <= SMALL_BYTES && db.selectValue("PRAGMA integrity_check(1)") === "ok") await this.dropOld();
      return true;
    } catch (error) {
      // Whatever the browser refused: the plan itself is as it was, and that there is no copy is said.
      console.warn(error);
      this.noRoom = true;
      return true;
    }
  }

  /** Removes what is more than is kept. Called only when the plan is known to be whole: else good copies would go. */
  async dropOld(): Promise<void> {
    const { id } = this.of;
    for (const { key } of surplus(await listCopies(id))) await removeCopy(id, key);
  }
}
