/** What a merge would do, row by row, and what it must ask first. */
import { TABLE_NAMES, type TableName } from "../rows.ts";
import { apartGroups } from "./apart-groups.ts";
import type { Comparison } from "./comparison.ts";
import { decideRow, type PlainChange, plainChange, type RowDecision } from "./decide-row.ts";
import { type Group, groupDecisions, rowName } from "./group.ts";
import type { Mark } from "./marks.ts";
import { removedGroups } from "./removed-groups.ts";
import { keyExpression } from "./row-key.ts";

export interface MergePlan {
  readonly groups: readonly Group[];
  /** Rows of `groups`, and rows one by one that are not simply new and will or may change. */
  readonly decisions: readonly RowDecision[];
  /** By table, how many rows of `decisions` change without a question. */
  readonly plain: ReadonlyMap<TableName, Readonly<Record<NonNullable<PlainChange>, number>>>;
  /** Rows that only one side has and nothing speaks against. */
  readonly inserts: readonly FreshRows[];
}

/** Rows that came into one side together, in the order of its file. */
export interface FreshRows {
  readonly table: TableName;
  readonly side: number;
  /** The one line of the side's journal that speaks of them. */
  readonly mark: Mark;
  readonly keys: readonly string[];
  /** True when they are all the rows of that line. */
  readonly whole: boolean;
}

export function planMerge(compared: Comparison): MergePlan {
  const removed = removedGroups(compared);
  const taken = new Set(removed.flatMap(({ rows }) => rows.map(({ table, key }) => rowName(table, key))));
  const apart = apartGroups(compared, taken);
  for (const { rows } of apart) for (const { table, key } of rows) taken.add(rowName(table, key));
  const groups = [...removed, ...apart];
  const decisions = groups.flatMap((group) => groupDecisions(compared, group));
  const plain = new Map<TableName, Record<NonNullable<PlainChange>, number>>();
  const decide = (table: TableName, key: string) => {
    const decision = decideRow(compared, table, key);
    const change = plainChange(compared, decision);
    if (change) {
      const counts = plain.get(table) ?? { inserted: 0, updated: 0, removed: 0 };
      counts[change]++;
      plain.set(table, counts);
    }
    if (decision.questions.length > 0) decisions.push(decision);
    // Half a million rows are not kept in memory: what needs no answer is decided once more when it is done.
    else if (change) decisions.push(decideLater(compared, table, key));
  };
  const inserts = [];
  const sources = compared.all.slice(1);
  for (const table of TABLE_NAMES) {
    const seen = new Set<string>();
    for (const side of sources) {
      const fresh = new Map<Mark, string[]>();
      const isThere = new Presence(compared, table, compared.marksOf(side, 0).get(table)?.size ?? 0);
      for (const [key, marks] of compared.marksOf(side, 0).get(table) ?? []) {
        if (seen.has(key) || taken.has(rowName(table, key))) continue;
        if (sources.length > 1) seen.add(key);
        const [mark] = marks;
        if (isFresh(compared, table, key, side, isThere)) listOf(fresh, mark!).push(key);
        else decide(table, key);
      }
      for (const [mark, keys] of fresh) {
        const sql = `SELECT count(*) FROM "${table}" WHERE fid BETWEEN ? AND ?`;
        const there = Number(compared.sides[side]!.sql.value(sql, [mark.first, mark.last]));
        inserts.push({ table, side, mark, keys, whole: there === keys.length });
      }
    }
  }
  return { groups, decisions, plain, inserts };
}

function decideLater(compared: Comparison, table: TableName, key: string): RowDecision {
  return { table, key, questions: [], settle: (chosen) => decideRow(compared, table, key).settle(chosen) };
}

/** True for a row that `side` inserted by one line of its journal and nobody else has ever heard of. */
function isFresh(
  compared: Comparison,
  table: TableName,
  key: string,
  side: number,
  isThere: Presence,
): boolean {
  const marks = compared.marksOf(side, 0).get(table)!.get(key)!;
  if (marks.length !== 1 || marks[0]!.op !== "insert" || marks[0]!.known) return false;
  return compared.all.every((other) => {
    if (other === side) return isThere.in(side, key);
    return !compared.marksOf(other, side).get(table)?.has(key) && !isThere.in(other, key);
  });
}

function listOf(lists: Map<Mark, string[]>, mark: Mark): string[] {
  const list = lists.get(mark) ?? [];
  lists.set(mark, list);
  return list;
}

/** More keys than this are looked up in a set of all keys of the table. */
const FEW = 2000;

/** Answers whether a side has a row of a table, for `count` keys. */
class Presence {
  private readonly keys = new Map<number, ReadonlySet<string>>();

  constructor(
    private readonly compared: Comparison,
    private readonly table: TableName,
    private readonly count: number,
  ) {}

  in(side: number, key: string): boolean {
    const copy = this.compared.sides[side]!;
    if (this.count <= FEW) return copy.fidOf(this.table, key) !== null;
    let keys = this.keys.get(side);
    if (!keys) {
      const sql = `SELECT ${keyExpression(this.table)} FROM "${this.table}"`;
      keys = new Set(copy.sql.map(sql, [], ([one]) => String(one)));
      this.keys.set(side, keys);
    }
    return keys.has(key);
  }
}
