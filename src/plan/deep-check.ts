/** Looks at the pages of an open plan a table at a time, so that a large plan can be checked between calls. */
import { isTableWhole, tablesOf } from "./plan-file.ts";
import { type Database, resultCodeOf, type Sqlite3Static } from "./sqlite.ts";

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
