/** What a copy changed in one row, all in all, for one who does not know its newer entries. */
import type { Entry } from "../journal.ts";
import type { TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import { beforeOf, type Mark } from "./marks.ts";
import { isSame } from "./row-key.ts";
import type { Side } from "./side.ts";

export interface NetChange {
  readonly kind: "none" | "inserted" | "removed" | "changed";
  /** As it was before; only what is known of it. Null: not there. */
  readonly base: SqlRow | null;
  /** The columns that differ from before; for a new row every column. */
  readonly changed: ReadonlySet<string>;
  /** The entry that last set each of `changed`. */
  readonly setBy: (column: string) => Entry | null;
  /** The entry that last touched the row. */
  readonly by: Entry | null;
}

export const NOTHING: NetChange = {
  kind: "none",
  base: null,
  changed: new Set(),
  setBy: () => null,
  by: null,
};

/**
 * Follows the marks of a row, oldest first. What the other one knows already (it came from there) is no change
 * and begins anew; a value that is again what it was before is none either. `row` is the row as it now is.
 */
export function netChange(
  side: Side,
  marks: readonly Mark[] | undefined,
  table: TableName,
  row: SqlRow | null,
): NetChange {
  if (!marks || marks.every((mark) => mark.known)) return NOTHING;
  const columns = side.sharedColumns(table);
  const found = new Trace(columns);
  for (const mark of marks) {
    if (mark.known) found.forget(side, mark);
    else found.follow(side, mark);
  }
  return found.sum(row);
}

class Trace {
  constructor(private readonly columns: readonly string[]) {}

  /** Undefined: nothing was said yet. */
  private existed: boolean | undefined;
  private base: SqlRow = {};
  private whole: Entry | null = null;
  private readonly fields = new Map<string, Entry>();
  private by: Entry | null = null;

  follow(side: Side, { entry, line, op }: Mark): void {
    this.by = entry;
    this.existed ??= op !== "insert";
    const before = op === "insert" ? {} : beforeOf(side, line);
    if (this.existed && op !== "insert") {
      // What a removal does not name was not known.
      for (const column of op === "remove" ? this.columns : Object.keys(before)) {
        if (!(column in this.base)) this.base[column] = before[column] ?? null;
      }
    }
    if (op === "update") for (const column of Object.keys(before)) this.fields.set(column, entry);
    else {
      this.fields.clear();
      this.whole = entry;
    }
  }

  forget(side: Side, { line, op }: Mark): void {
    if (op === "update") {
      for (const column of Object.keys(beforeOf(side, line))) {
        delete this.base[column];
        this.fields.delete(column);
      }
      return;
    }
    this.existed = undefined;
    this.base = {};
    this.whole = null;
    this.fields.clear();
  }

  sum(row: SqlRow | null): NetChange {
    const setBy = (column: string) => this.fields.get(column) ?? this.whole;
    const common = { setBy, by: this.by };
    if (this.existed === false) {
      if (!row) return NOTHING;
      return { ...common, kind: "inserted", base: null, changed: new Set(this.columns) };
    }
    if (this.existed === undefined) return NOTHING;
    if (!row) {
      return this.whole ? { ...common, kind: "removed", base: this.base, changed: new Set() } : NOTHING;
    }
    const changed = this.columns.filter(
      (column) => setBy(column) && column in this.base && !isSame(this.base[column], row[column]),
    );
    if (changed.length === 0) return NOTHING;
    return { ...common, kind: "changed", base: this.base, changed: new Set(changed) };
  }
}
