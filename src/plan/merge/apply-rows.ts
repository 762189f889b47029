/** Puts the rows of a merge into the plan, each through the recorder. */
import type { Recorder } from "../recorder.ts";
import { KEY_COLUMN, type KeyedTable, TABLE_NAMES, type TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import type { Comparison } from "./comparison.ts";
import { copyRows } from "./copy-rows.ts";
import type { Chosen } from "./decide-row.ts";
import { rowName } from "./group.ts";
import type { Mark } from "./marks.ts";
import type { MergePlan } from "./plan-merge.ts";
import { isSame } from "./row-key.ts";

/** Where rows are and were in the plan. */
export interface Placed {
  /** Numbers of rows that the merge removed, by `rowName`. */
  readonly former: ReadonlyMap<string, number>;
  /** Numbers of the rows that came in together, by the line of the copy's journal that speaks of them. */
  readonly together: ReadonlyMap<Mark, { readonly first: number; readonly last: number }>;
}

export function applyRows(
  compared: Comparison,
  { decisions, inserts }: MergePlan,
  chosen: Chosen,
  recorder: Recorder,
): Placed {
  const former = new Map<string, number>();
  const together = new Map<Mark, { readonly first: number; readonly last: number }>();
  const fresh = new Map<TableName, SqlRow[]>();
  const own = compared.sides[0]!;
  for (const { table, key, settle } of decisions) {
    const now = compared.row(0, table, key);
    const then = settle(chosen);
    if (!now && !then) continue;
    if (!now) fresh.set(table, [...(fresh.get(table) ?? []), then!]);
    else {
      const fid = own.fidOf(table, key)!;
      if (!then) {
        former.set(rowName(table, key), fid);
        recorder.removeRange(table, fid, fid);
      } else update(recorder, table, fid, now, then);
    }
  }
  for (const table of TABLE_NAMES) {
    const rows = fresh.get(table) ?? [];
    const inTime = IN_TIME.includes(table);
    const lists = inserts.filter((list) => list.table === table);
    // Rows of one moment of several copies lie in the order they were recorded in, whichever copy came first.
    const whole = inTime && (rows.length > 0 || lists.length > 1) ? [] : lists.filter((list) => list.whole);
    for (const { side, mark } of whole) {
      const { db } = compared.sides[side]!;
      const columns = columnsOfBoth(compared, side, table);
      const place = recorder.insertBy(table, (sqlite, into) =>
        copyRows(sqlite, db, into, table, columns, mark),
      );
      together.set(mark, place);
    }
    for (const { side, mark, keys } of lists) {
      if (together.has(mark)) continue;
      const columns = columnsOfBoth(compared, side, table);
      for (const key of keys) {
        const row = compared.row(side, table, key)!;
        rows.push(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
      }
    }
    if (inTime) {
      const order = new Map(rows.map((row) => [row, `${row.recorded_at} ${row.id}`]));
      rows.sort((a, b) => (order.get(a)! < order.get(b)! ? -1 : 1));
    }
    for (const row of rows) recorder.insert(table, row as never);
  }
  return { former, together };
}

/** Another program may have added a column in one copy only: there is no place for it here, or no value for it there. */
function columnsOfBoth(compared: Comparison, side: number, table: TableName): readonly string[] {
  const theirs = new Set(compared.sides[side]!.sharedColumns(table));
  return compared.sides[0]!.sharedColumns(table).filter((column) => theirs.has(column));
}

/** Tables of what was recorded one after the other. */
const IN_TIME: readonly TableName[] = ["event", "decision"];

function update(recorder: Recorder, table: TableName, fid: number, now: SqlRow, then: SqlRow): void {
  const columns = Object.keys(then).filter((column) => !isSame(now[column], then[column]));
  if (columns.length === 0) return;
  const changes = Object.fromEntries(columns.map((column) => [column, then[column]!]));
  const key = KEY_COLUMN[table];
  if (key) recorder.update(table as KeyedTable, String(now[key]), changes as never);
  else {
    recorder.removeRange(table, fid, fid);
    recorder.insert(table, then as never);
  }
}
