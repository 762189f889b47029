/** Rows that stand or fall together: a person chooses one side, and all of them become what that side says. */
import type { Problem } from "../../core/outcome.ts";
import type { TableName } from "../rows.ts";
import type { Comparison } from "./comparison.ts";
import type { Chosen, RowDecision } from "./decide-row.ts";

export interface Group {
  readonly id: string;
  readonly kind: "removed" | "apart";
  /** What the question is about. */
  readonly table: TableName;
  readonly key: string;
  readonly sides: readonly number[];
  /** Why they cannot stand together; null when one side removed what the others speak of. */
  readonly problem: Problem | null;
  readonly rows: readonly { readonly table: TableName; readonly key: string }[];
}

/** What becomes of the rows of a group. */
export function groupDecisions(compared: Comparison, group: Group): RowDecision[] {
  return group.rows.map(({ table, key }) => ({
    table,
    key,
    questions: [],
    settle: (chosen: Chosen) => compared.row(chosen(group.id), table, key),
  }));
}

/** Collects rows without naming one twice. */
export class RowList {
  private readonly rows = new Map<string, { readonly table: TableName; readonly key: string }>();

  add(table: TableName, key: string): void {
    this.rows.set(rowName(table, key), { table, key });
  }

  list(): Group["rows"] {
    return [...this.rows.values()];
  }
}

/** A row as one text, for sets. */
export function rowName(table: TableName, key: string): string {
  return `${table} ${key}`;
}
