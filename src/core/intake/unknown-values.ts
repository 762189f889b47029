/** Values that mean nothing to us: counted by column and value, told once each. They count as not known. */
import type { Problem } from "../outcome.ts";
import type { SourceTable } from "./dataset.ts";

/** So many different values are told one by one; the rest of a column is told as a number. */
const MOST = 50;

export class UnknownValues {
  /** Counts the calls of `add`. */
  added = 0;
  private readonly columns = new Map<string, Map<string, Set<number>>>();

  constructor(private readonly table: SourceTable) {}

  /** A row read again counts once. */
  add(column: string, given: string, row: number): void {
    this.added++;
    const values = this.columns.get(column) ?? new Map<string, Set<number>>();
    this.columns.set(column, values);
    const rows = values.get(given) ?? new Set<number>();
    values.set(given, rows);
    rows.add(row);
  }

  /** Most frequent first in each column; the row is the first that has the value. */
  problems(): Problem[] {
    const { file, rowIs } = this.table;
    return [...this.columns].flatMap(([field, values]) => {
      const all = [...values].sort(([, a], [, b]) => b.size - a.size);
      const told = all.slice(0, MOST).map(([given, rows]): Problem => {
        const [first] = rows;
        return {
          code: "meaning.value-unknown",
          file,
          field,
          row: this.table.rowNumber(first!),
          ...(rowIs === "feature" && { rowIs }),
          values: { given, count: rows.size },
        };
      });
      const rest = all.slice(MOST).reduce((sum, [, rows]) => sum + rows.size, 0);
      if (rest > 0) told.push({ code: "meaning.more-unknown", file, field, values: { count: rest } });
      return told;
    });
  }
}
