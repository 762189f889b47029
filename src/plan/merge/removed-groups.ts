/** What one side removed while another changed it, or added something that belongs to it. */
import type { TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import type { Comparison } from "./comparison.ts";
import { type Group, RowList } from "./group.ts";

/** Which tables speak of a row of each table, and in which column. */
const DEPENDENTS = {
  household: [
    ["event", "household_id"],
    ["decision", "household_id"],
    ["assignment", "household_id"],
    ["baseline_member", "household_id"],
  ],
  site: [["assignment", "site_id"]],
  baseline: [["baseline_member", "baseline_id"]],
  layer: [
    ["unit", "layer_id"],
    ["forest", "layer_id"],
    ["hazard", "layer_id"],
    ["road", "layer_id"],
    ["centre", "layer_id"],
  ],
} as const satisfies Partial<Record<TableName, readonly (readonly [TableName, string])[]>>;
type Parent = keyof typeof DEPENDENTS;

export function removedGroups(compared: Comparison): Group[] {
  return (Object.keys(DEPENDENTS) as Parent[]).flatMap((parent) => removedOf(compared, parent));
}

function removedOf(compared: Comparison, parent: Parent): Group[] {
  const sides = new Map<string, Set<number>>();
  for (const [side, other] of compared.pairs()) {
    const removed = removedBy(compared, side, other, parent);
    if (removed.size === 0) continue;
    const spokenOf = (key: string) => {
      if (!removed.has(key)) return;
      const known = sides.get(key) ?? new Set();
      sides.set(key, known.add(side).add(other));
    };
    const speaks = (table: TableName, key: string) =>
      compared.net(other, side, table, key).kind !== "none" && !compared.isSpokenFor(other, table, key);
    for (const key of compared.touched(other, side, parent)) {
      if (removed.has(key) && speaks(parent, key)) spokenOf(key);
    }
    for (const [table, column] of DEPENDENTS[parent]) {
      for (const key of compared.touched(other, side, table)) {
        const row = compared.row(other, table, key);
        const owner = row && String(row[column]);
        if (owner === null || !removed.has(owner)) continue;
        if (speaks(table, key)) spokenOf(owner);
      }
    }
  }
  if (sides.size === 0) return [];
  const rows = rowsOf(compared, parent, new Set(sides.keys()));
  return [...sides].map(([key, those]) => ({
    id: `removed/${parent}/${key}`,
    kind: "removed",
    table: parent,
    key,
    sides: [...those].sort((a, b) => a - b),
    problem: null,
    rows: rows.get(key)!.list(),
  }));
}

/** Keys of a table that `side` removed and `other`, not knowing it, still has. */
function removedBy(compared: Comparison, side: number, other: number, table: TableName): Set<string> {
  const out = new Set<string>();
  for (const key of compared.touched(side, other, table)) {
    if (!compared.mayHaveRemoved(side, other, table, key) || compared.isSpokenFor(side, table, key)) continue;
    if (compared.row(side, table, key) || !compared.row(other, table, key)) continue;
    if (compared.net(side, other, table, key).kind === "removed") out.add(key);
  }
  return out;
}

/** The rows themselves and every row anybody touched that belongs to them. */
function rowsOf(compared: Comparison, parent: Parent, keys: ReadonlySet<string>): Map<string, RowList> {
  const out = new Map<string, RowList>();
  for (const key of keys) {
    const list = new RowList();
    list.add(parent, key);
    out.set(key, list);
  }
  for (const [side, other] of compared.pairs()) {
    for (const [table, column] of DEPENDENTS[parent]) {
      for (const key of compared.touched(side, other, table)) {
        const row: SqlRow | null =
          compared.row(side, table, key) ??
          compared.row(other, table, key) ??
          compared.net(side, other, table, key).base;
        out.get(String(row?.[column]))?.add(table, key);
      }
    }
  }
  return out;
}
