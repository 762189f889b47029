/** The copies beside one another: what each says of a row, and what each changed that another does not know. */
import type { TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import { type Marks, marksFor } from "./marks.ts";
import { type NetChange, NOTHING, netChange } from "./net-change.ts";
import type { Side } from "./side.ts";

/** The open plan is side 0. */
export class Comparison {
  private readonly marks = new Map<string, Marks>();

  constructor(readonly sides: readonly Side[]) {}

  /** Number of every side. */
  get all(): number[] {
    return this.sides.map((_, side) => side);
  }

  /** Where `side` says something that `other` does not know. */
  marksOf(side: number, other: number): Marks {
    const name = `${side} ${other}`;
    let marks = this.marks.get(name);
    if (!marks) {
      marks = marksFor(this.sides[side]!, this.sides[other]!.known);
      this.marks.set(name, marks);
    }
    return marks;
  }

  /** Keys of a table of which `side` says something that `other` does not know. */
  touched(side: number, other: number, table: TableName): Iterable<string> {
    return this.marksOf(side, other).get(table)?.keys() ?? [];
  }

  row(side: number, table: TableName, key: string): SqlRow | null {
    return this.sides[side]!.read(table, key);
  }

  /** What `side` changed in a row, all in all, that `other` does not know. */
  net(side: number, other: number, table: TableName, key: string): NetChange {
    return this.netOf(side, other, table, key, () => this.row(side, table, key));
  }

  /** The same with the row that was read already. */
  netOf(side: number, other: number, table: TableName, key: string, row: () => SqlRow | null): NetChange {
    const marks = this.marksOf(side, other).get(table)?.get(key);
    return marks ? netChange(this.sides[side]!, marks, table, row()) : NOTHING;
  }

  /**
   * True when another side knows everything `side` says of a row, and more (or is the same there and stands before
   * it): then that other one speaks for it.
   */
  isSpokenFor(side: number, table: TableName, key: string): boolean {
    return this.all.some((other) => {
      if (other === side || this.hasNews(side, other, table, key)) return false;
      return other < side || this.hasNews(other, side, table, key);
    });
  }

  private hasNews(side: number, other: number, table: TableName, key: string): boolean {
    const marks = this.marksOf(side, other).get(table)?.get(key);
    return marks?.some((mark) => !mark.known) === true;
  }

  /** True when `side` removed a row by a line of its journal that `other` does not know. */
  mayHaveRemoved(side: number, other: number, table: TableName, key: string): boolean {
    const marks = this.marksOf(side, other).get(table)?.get(key);
    return marks?.some(({ op }) => op === "remove") === true;
  }

  /** Every two different sides, in both orders. */
  *pairs(): Generator<readonly [side: number, other: number]> {
    for (const side of this.all) for (const other of this.all) if (side !== other) yield [side, other];
  }
}
