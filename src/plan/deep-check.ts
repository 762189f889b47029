/** Looks at the pages of an open plan a table at a time, so that a large plan can be checked between calls. */
import { isTableWhole, tablesOf } from "./plan-file.ts";
import { type Database, resultCodeOf, type Sqlite3Static } from "./sqlite.ts";

/** One look at an open plan, table after table. */
export class DeepCheck {
  private tables: readonly string[] | null = null;

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
  ) {}

  /** Looks at one more table. `damaged` ends the check. */
  next(): "more" | "whole" | "damaged" {
    try {
      const [table, ...left] = this.tables ?? tablesOf(this.db);
      if (table === undefined) return "whole";
      this.tables = left;
      if (!isTableWhole(this.db, table)) return "damaged";
      return left.length > 0 ? "more" : "whole";
    } catch (error) {
      if (resultCodeOf(this.sqlite, error) === null) throw error;
      return "damaged";
    }
  }
}

/** A plan that was just opened is asked many things: they come first. */
const BEFORE_MS = 5000;
/** Between two tables whoever waits with a call comes first. */
const BETWEEN_MS = 500;

/** What a check that runs beside other calls needs of whoever answers them. */
export interface CheckHost {
  /** Runs something when every call that waits has been answered. */
  inTurn(act: () => void): void;
  /** False when the plan is not open any more: then nothing of it may be touched. */
  isOpen(): boolean;
  /** Called once, before the first table. */
  begin(): void;
  damaged(): void;
  /** Called when every table was found whole. */
  whole?(): void;
}

/** Checks an open plan by and by, until it is looked at whole, found damaged, or closed. */
export function checkByAndBy(check: Pick<DeepCheck, "next">, host: CheckHost): void {
  const look = () => {
    if (!host.isOpen()) return;
    const found = check.next();
    if (found === "damaged") host.damaged();
    else if (found === "more") setTimeout(() => host.inTurn(look), BETWEEN_MS);
    else host.whole?.();
  };
  const begin = () => {
    if (!host.isOpen()) return;
    host.begin();
    look();
  };
  setTimeout(() => host.inTurn(begin), BEFORE_MS);
}
