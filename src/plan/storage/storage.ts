/** Who has the storage: this tab, another one, or nobody because the browser gives none. */
import type { Sqlite3Static } from "../sqlite.ts";
import { hasPrivateFiles } from "./has-private-files.ts";
import { type OpfsShelf, openOpfsShelf } from "./opfs-shelf.ts";
import { memoryShelf, type Shelf } from "./shelf.ts";
import { type Release, takeLock } from "./tab-lock.ts";

/** How long a tab that has just gone may need to give its lock back. */
const RELOAD_MS = 1500;
const ASK_MS = 150;

export class Storage {
  private opfs: OpfsShelf | null = null;
  private memory: Shelf | null = null;
  private release: Release | null = null;

  constructor(
    private readonly sqlite: Sqlite3Static,
    /** Asks whether another tab says that it writes, waiting at most so many milliseconds. */
    private readonly isTaken: (patience: number) => Promise<boolean>,
  ) {}

  /** True while this tab holds the storage. */
  holds(): boolean {
    return this.release !== null;
  }

  /** The shelf in hand; null when this tab does not hold the storage. */
  shelf(): Shelf | null {
    return this.memory ?? (this.holds() ? this.opfs : null);
  }

  /** Whether what is kept here stays after the tab is closed. */
  async canLast(): Promise<boolean> {
    return this.memory === null && (this.opfs !== null || (await hasPrivateFiles()));
  }

  /** Takes the storage. Null: another tab has it. Throws when the browser has files but will not give them. */
  async hold(): Promise<Shelf | null> {
    const inHand = this.shelf();
    if (inHand) return inHand;
    if (!(await hasPrivateFiles())) {
      this.memory = memoryShelf(this.sqlite);
      return this.memory;
    }
    const release = await this.lock();
    if (!release) return null;
    try {
      if (this.opfs) await this.opfs.takeUp();
      else this.opfs = await openOpfsShelf(this.sqlite);
    } catch (error) {
      release();
      throw error;
    }
    this.release = release;
    return this.opfs;
  }

  /** Lets other tabs have it. Nothing may be open. */
  letGo(): void {
    if (!this.release) return;
    this.opfs?.letGo();
    this.release();
    this.release = null;
  }

  /** A page that is loaded again meets its own former worker, which is still going: wait for it, not for a person. */
  private async lock(): Promise<Release | null> {
    const until = performance.now() + RELOAD_MS;
    for (;;) {
      const release = await takeLock();
      if (release) return release;
      if ((await this.isTaken(ASK_MS)) || performance.now() > until) return null;
    }
  }
}
