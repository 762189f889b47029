/** What each side may say by itself, and all of them together may not. */
import type { EventKind } from "../../core/model/event.ts";
import type { Problem } from "../../core/outcome.ts";
import { type DatedKind, orderProblem } from "../commands/event-order.ts";
import type { TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import type { Comparison } from "./comparison.ts";
import { decideRow } from "./decide-row.ts";
import { type Group, RowList, rowName } from "./group.ts";
import { isSame, keyOf } from "./row-key.ts";

/** `taken` are rows that are asked about already. */
export function apartGroups(compared: Comparison, taken: ReadonlySet<string>): Group[] {
  return [
    ...eventGroups(compared, taken),
    ...baselineGroups(compared, taken),
    ...unitGroups(compared, taken),
  ];
}

/** Events of one household that cannot have happened in any order. */
function eventGroups(compared: Comparison, taken: ReadonlySet<string>): Group[] {
  const out: Group[] = [];
  for (const [household, keys] of contested(compared, "event", "household_id")) {
    if ([...keys].some((key) => taken.has(rowName("event", key)))) continue;
    const decisions = [...keys].map((key) => decideRow(compared, "event", key));
    if (decisions.some(({ questions }) => questions.length > 0)) continue; // seen to when they are chosen
    const own = compared.all.map((side) => eventsOf(compared, side, household));
    const together = new Map(own[0]!.map((row) => [String(row.id), row]));
    for (const { key, settle } of decisions) {
      const row = settle(() => 0);
      if (row?.household_id === household) together.set(key, row);
      else together.delete(key);
    }
    const problem = eventProblem(household, [...together.values()]);
    if (!problem || own.some((rows) => eventProblem(household, rows))) continue;
    const rows = new RowList();
    for (const key of keys) rows.add("event", key);
    out.push({
      id: `apart/event/${household}`,
      kind: "apart",
      table: "event",
      key: household,
      sides: changers(compared, "event", keys),
      problem,
      rows: rows.list(),
    });
  }
  return out;
}

/** What a side says happened to a household, as it lies in its file. */
export function eventsOf(compared: Comparison, side: number, household: string): SqlRow[] {
  return compared.sides[side]!.sql.objects(
    "SELECT id, kind, happened_on, recorded_at FROM event WHERE household_id = ? ORDER BY happened_on, recorded_at, id",
    [household],
  );
}

/** What is wrong with the order of events of a household, those of one day in the order they were recorded in. */
export function eventProblem(household: string, rows: readonly SqlRow[]): Problem | null {
  const order = (row: SqlRow) => `${row.happened_on} ${row.recorded_at} ${row.id}`;
  const events: DatedKind[] = [...rows]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((row) => ({ kind: row.kind as EventKind, on: row.happened_on as DatedKind["on"] }));
  return orderProblem(household, events);
}

/** Two baselines of one name. */
function baselineGroups(compared: Comparison, taken: ReadonlySet<string>): Group[] {
  const named = new Map<string, { readonly name: string; readonly keys: Set<string> }>();
  for (const [side, other] of compared.pairs()) {
    for (const key of compared.touched(side, other, "baseline")) {
      const row = compared.row(side, "baseline", key);
      if (!row || taken.has(rowName("baseline", key))) continue;
      const name = String(row.name).toLowerCase();
      const known = named.get(name) ?? { name: String(row.name), keys: new Set() };
      named.set(name, known);
      known.keys.add(key);
      for (const twin of compared.sides[other]!.sql.objects("SELECT id, name FROM baseline", [])) {
        if (String(twin.name).toLowerCase() === name) known.keys.add(String(twin.id));
      }
    }
  }
  const out: Group[] = [];
  for (const [name, { name: asWritten, keys }] of named) {
    const decided = [...keys].map((key) => decideRow(compared, "baseline", key).settle(() => 0));
    const alike = decided.filter((row) => row && String(row.name).toLowerCase() === name);
    if (alike.length < 2) continue;
    const rows = new RowList();
    for (const key of keys) rows.add("baseline", key);
    addTouched(compared, rows, "baseline_member", (row) => keys.has(String(row.baseline_id)));
    out.push({
      id: `apart/baseline/${name}`,
      kind: "apart",
      table: "baseline",
      key: asWritten,
      sides: changers(compared, "baseline", keys),
      problem: { code: "baseline.name-taken", values: { name: asWritten } },
      rows: rows.list(),
    });
  }
  return out;
}

/** One code for two units of different layers, of which neither side had both. */
function unitGroups(compared: Comparison, taken: ReadonlySet<string>): Group[] {
  const codes = new Map<string, { readonly side: number; readonly layer: string }>();
  const sides = new Set<number>();
  const twice: string[] = [];
  for (const [side, other] of compared.pairs()) {
    if (size(compared.marksOf(other, side).get("unit")) === 0) continue;
    for (const key of compared.touched(side, other, "unit")) {
      const row = compared.row(side, "unit", key);
      if (!row || taken.has(rowName("layer", String(row.layer_id)))) continue;
      if (compared.net(side, other, "unit", key).kind === "none") continue;
      if (compared.isSpokenFor(side, "unit", key)) continue;
      const name = `${row.code} ${row.list_version ?? ""}`;
      const before = codes.get(name);
      if (!before) codes.set(name, { side, layer: String(row.layer_id) });
      else if (before.side !== side && before.layer !== row.layer_id) {
        if (compared.row(before.side, "layer", String(row.layer_id))) continue;
        twice.push(String(row.code));
        sides.add(side).add(before.side);
      }
    }
  }
  const code = twice.sort()[0];
  if (code === undefined) return [];
  const rows = new RowList();
  addTouched(compared, rows, "layer", (row) => row.kind === "units");
  addTouched(compared, rows, "unit", () => true);
  return [
    {
      id: "apart/unit",
      kind: "apart",
      table: "unit",
      key: code,
      sides: [...sides].sort((a, b) => a - b),
      problem: { code: "merge.unit-code-twice", values: { code } },
      rows: rows.list(),
    },
  ];
}

/** Owners of rows that two sides touched not knowing of one another, with all rows touched of each. */
function contested(compared: Comparison, table: TableName, column: string): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  const both = new Set<string>();
  for (const [side, other] of compared.pairs()) {
    if (size(compared.marksOf(other, side).get(table)) === 0) continue;
    const owners = new Set(ownersOf(compared, other, side, table, column).map(([, owner]) => owner));
    for (const [key, owner] of ownersOf(compared, side, other, table, column)) {
      keys.set(owner, (keys.get(owner) ?? new Set()).add(key));
      if (owners.has(owner)) both.add(owner);
    }
  }
  return new Map([...keys].filter(([owner]) => both.has(owner)));
}

function ownersOf(
  compared: Comparison,
  side: number,
  other: number,
  table: TableName,
  column: string,
): (readonly [key: string, owner: string])[] {
  return [...compared.touched(side, other, table)].flatMap((key) => {
    const row = compared.row(side, table, key) ?? compared.row(other, table, key);
    return row ? [[key, String(row[column])] as const] : [];
  });
}

/** The sides that changed one of these rows, not knowing of another side. */
function changers(compared: Comparison, table: TableName, keys: Iterable<string>): number[] {
  const out = new Set<number>();
  const rows = [...keys];
  for (const [side, other] of compared.pairs()) {
    const differs = (key: string) => {
      const [mine, others] = [compared.row(side, table, key), compared.row(other, table, key)];
      return !mine || !others || Object.keys(mine).some((column) => !isSame(mine[column], others[column]));
    };
    const changed = rows.some((key) => compared.net(side, other, table, key).kind !== "none" && differs(key));
    if (changed) out.add(side);
  }
  return [...out].sort((a, b) => a - b);
}

function addTouched(
  compared: Comparison,
  rows: RowList,
  table: TableName,
  wanted: (row: SqlRow) => boolean,
): void {
  for (const [side, other] of compared.pairs()) {
    for (const key of compared.touched(side, other, table)) {
      const row = compared.row(side, table, key) ?? compared.net(side, other, table, key).base;
      if (row && wanted(row)) rows.add(table, keyOf(table, { id: key, ...row }));
    }
  }
}

function size(rows: ReadonlyMap<string, unknown> | undefined): number {
  return rows?.size ?? 0;
}
