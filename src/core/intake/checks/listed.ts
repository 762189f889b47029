/** Findings of one check, with an end: the first ones each by itself, the rest together in one. */
import type { CheckFinding, Repair } from "./finding.ts";

/** Nobody reads more than this one by one; the rows of the others are all kept. */
export const MOST_LISTED = 1000;

/** Collects findings of one check, in the order of the file. */
export class Listed {
  private readonly one: CheckFinding[] = [];
  private readonly more: number[] = [];

  constructor(
    private readonly name: string,
    private readonly file: { readonly file?: string },
    /** What mends any row of the check in the same way; null where it differs from row to row. */
    private readonly repairOfAll: Repair | null = null,
  ) {}

  /**
   * `make` is asked only for findings that are listed by themselves; `row` is the row as people count. `key` names
   * the finding where a row can have several.
   */
  add(row: number, make: () => Omit<CheckFinding, "id">, key = String(row)): void {
    if (this.one.length < MOST_LISTED) this.one.push({ id: `${this.name}:${key}`, ...make() });
    else this.more.push(row);
  }

  /** Every finding; the last one stands for all that came after the first thousand. */
  findings(): readonly CheckFinding[] {
    const [first] = this.one;
    if (!first || this.more.length === 0) return this.one;
    const rest: CheckFinding = {
      id: `${this.name}:more`,
      problem: {
        code: "check.more",
        ...(this.file.file === undefined ? {} : { file: this.file.file }),
        values: { count: this.more.length, listed: this.one.length },
      },
      rows: this.more,
      at: null,
      weight: first.weight,
      repair: this.repairOfAll,
    };
    return [...this.one, rest];
  }
}

/** One finding for all rows of a kind, none when there are no such rows. */
export function together(
  name: string,
  rows: readonly number[],
  make: (count: number) => Omit<CheckFinding, "id" | "rows">,
): readonly CheckFinding[] {
  return rows.length === 0 ? [] : [{ id: name, rows, ...make(rows.length) }];
}
