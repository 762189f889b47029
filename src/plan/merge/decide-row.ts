/** What becomes of one row: what nobody contradicts goes in, the rest is asked. */
import type { Json } from "../../core/model/household.ts";
import type { TableName } from "../rows.ts";
import type { SqlRow, SqlValue } from "../statements.ts";
import type { Comparison } from "./comparison.ts";
import { columnRepeated, isSameMember, joined, membersOf } from "./json-members.ts";
import type { NetChange } from "./net-change.ts";
import { isSame } from "./row-key.ts";

/** Something two sides say differently, before it is put into words. */
export interface Question {
  readonly id: string;
  readonly kind: "field" | "added" | "removed";
  /** Null: the row as a whole. */
  readonly column: string | null;
  /** Set when it is about one member of a column that holds a JSON object. */
  readonly member: string | null;
  /** Numbers of the sides that stand against one another. */
  readonly sides: readonly number[];
}

/** Answers which side was chosen, by the id of the question. */
export type Chosen = (question: string) => number;

export interface RowDecision {
  readonly table: TableName;
  readonly key: string;
  readonly questions: readonly Question[];
  /** The row as it is to be, with what was chosen; null: not there. */
  settle(chosen: Chosen): SqlRow | null;
}

/**
 * Said of a row by where it came from, not by a person: two copies that took in the same row each have their own.
 * The same of them is taken in every copy.
 */
const BY_ORIGIN: readonly string[] = ["import_id"];

/** What becomes of a row of the open plan without any question. */
export type PlainChange = "inserted" | "updated" | "removed" | null;

/** What a decision does to the open plan as far as nothing is asked; null: nothing. */
export function plainChange(
  compared: Comparison,
  { table, key, questions, settle }: RowDecision,
): PlainChange {
  // What is asked is left as the plan has it; the other fields of such a row come in all the same.
  if (questions.some(({ kind, sides }) => kind === "removed" || !sides.includes(0))) return null;
  const now = compared.row(0, table, key);
  const then = settle(() => 0);
  if (!now) return then ? "inserted" : null;
  if (!then) return "removed";
  return Object.keys(then).some((column) => !isSame(now[column], then[column])) ? "updated" : null;
}

/** Decides one row among all copies. */
export function decideRow(compared: Comparison, table: TableName, key: string): RowDecision {
  const sides = compared.all;
  const rows = new Map(sides.map((side) => [side, compared.row(side, table, key)]));
  const net = memo((side, other) => compared.netOf(side, other, table, key, () => rows.get(side)!));
  const isThere = (side: number) => rows.get(side) !== null;
  const changed = (side: number, other: number) => net(side, other).kind !== "none";
  const standing = undominated(
    sides,
    (side, other) => isThere(side) !== isThere(other) && changed(side, other) && !changed(other, side),
  );
  const live = standing.filter(isThere);
  const decided = { table, key };
  if (live.length === 0) return { ...decided, questions: [], settle: () => null };
  if (live.length < standing.length) {
    const id = `removed/${table}/${key}`;
    const question: Question = { id, kind: "removed", column: null, member: null, sides: standing };
    return { ...decided, questions: [question], settle: (chosen) => rows.get(chosen(id)) ?? null };
  }
  const fields = new Fields(table, key, live, rows, net);
  for (const column of compared.sides[0]!.sharedColumns(table)) fields.decide(column);
  return { ...decided, questions: fields.questions, settle: (chosen) => fields.settle(chosen) };
}

/** The columns of a row that every side in question has. */
class Fields {
  readonly questions: Question[] = [];
  private readonly parts: ((row: SqlRow, chosen: Chosen) => void)[] = [];

  constructor(
    private readonly table: TableName,
    private readonly key: string,
    private readonly live: readonly number[],
    private readonly rows: ReadonlyMap<number, SqlRow | null>,
    private readonly net: (side: number, other: number) => NetChange,
  ) {}

  settle(chosen: Chosen): SqlRow {
    const row: SqlRow = {};
    for (const part of this.parts) part(row, chosen);
    return row;
  }

  decide(column: string): void {
    const value = (side: number) => this.value(side, column);
    const left = undominated(this.live, (side, other) => {
      if (isSame(value(side), value(other))) return false;
      return this.net(side, other).changed.has(column) && !this.net(other, side).changed.has(column);
    });
    const first = value(left[0]!);
    if (left.every((side) => isSame(value(side), first))) {
      this.parts.push((row) => {
        row[column] = first;
      });
    } else if (BY_ORIGIN.includes(column)) {
      const one = left.map(value).reduce(smaller);
      this.parts.push((row) => {
        row[column] = one;
      });
    } else if (left.every((side) => membersOf(column, value(side)))) {
      this.decideMembers(column);
    } else {
      const { id } = this.ask(column, null, left);
      this.parts.push((row, chosen) => {
        row[column] = this.value(chosen(id), column);
      });
    }
  }

  private decideMembers(column: string): void {
    const all = new Map(this.live.map((side) => [side, membersOf(column, this.value(side, column))!]));
    const orders = this.live.map((side) => [...all.get(side)!.keys()]);
    const pick = new Map<string, (row: SqlRow, chosen: Chosen) => Json | undefined>();
    for (const name of new Set(orders.flat().sort())) {
      const member = (side: number) => all.get(side)?.get(name);
      const changed = (side: number, other: number) => {
        const { kind, base, changed: columns } = this.net(side, other);
        if (!columns.has(column)) return false;
        if (kind === "inserted") return true;
        return !isSameMember(membersOf(column, base?.[column])?.get(name), member(side));
      };
      const left = undominated(
        this.live,
        (side, other) =>
          !isSameMember(member(side), member(other)) && changed(side, other) && !changed(other, side),
      );
      const repeated = columnRepeated(this.table, column, name);
      if (left.every((side) => isSameMember(member(side), member(left[0]!)))) {
        pick.set(name, () => member(left[0]!));
      } else if (repeated !== null) {
        // It follows the column: what the side says whose value of the column is taken.
        pick.set(name, (row) => {
          const side = left.find((one) => isSame(this.value(one, repeated), row[repeated]));
          return member(side ?? left[0]!);
        });
      } else {
        const { id } = this.ask(column, name, left);
        pick.set(name, (_row, chosen) => member(chosen(id)));
      }
    }
    this.parts.push((row, chosen) => {
      const members = new Map<string, Json>();
      for (const [name, of] of pick) {
        const value = of(row, chosen);
        if (value !== undefined) members.set(name, value);
      }
      row[column] = joined(members, orders);
    });
  }

  private ask(column: string, member: string | null, sides: readonly number[]): Question {
    const added = sides.every((side) => sides.some((other) => this.net(side, other).kind === "inserted"));
    const kind = added ? "added" : "field";
    const field = member === null ? column : `${column}.${member}`;
    const question = {
      id: `${kind}/${this.table}/${this.key}/${field}`,
      kind,
      column,
      member,
      sides,
    } as const;
    this.questions.push(question);
    return question;
  }

  private value(side: number, column: string): SqlValue {
    return this.rows.get(side)?.[column] ?? null;
  }
}

/** Those over whom nobody else knows better. */
function undominated(
  sides: readonly number[],
  knowsBetter: (side: number, other: number) => boolean,
): readonly number[] {
  const left = sides.filter((other) => !sides.some((side) => side !== other && knowsBetter(side, other)));
  return left.length > 0 ? left : sides;
}

function memo<T>(make: (side: number, other: number) => T): (side: number, other: number) => T {
  const known = new Map<string, T>();
  return (side, other) => {
    const name = `${side} ${other}`;
    const value = known.get(name) ?? make(side, other);
    known.set(name, value);
    return value;
  };
}

function smaller(a: SqlValue, b: SqlValue): SqlValue {
  if (a === null || b === null) return a ?? b;
  return String(a) <= String(b) ? a : b;
}
