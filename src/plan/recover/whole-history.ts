/** Leaves out what was read but cannot stand: names that are there twice, features without their layer, and a history with a hole in it. */

import type { LayerKind } from "../../core/model/layers.ts";
import { stacksOf } from "../journal.ts";
import { FEATURE_TABLE, KEY_COLUMN, TABLE_NAMES, type TableName } from "../rows.ts";
import type { Forms, ReadRow, ReadTable } from "./read-tables.ts";

type Tables = ReadonlyMap<string, ReadTable>;

/** The tables of `forms`, each with what can stand beside the others; what is left out is counted as lost. */
export function whatHangsTogether(read: Tables, forms: Forms): Tables {
  const tables = new Map([...read].filter(([name]) => forms.has(name)));
  for (const name of TABLE_NAMES) keepNamesThatAreOne(tables, name);
  keepFeaturesOfLayers(tables);
  keepWholeHistory(tables);
  return tables;
}

/** A name that is there twice was one name and another that is damaged; which is which cannot be told. */
function keepNamesThatAreOne(tables: Map<string, ReadTable>, name: TableName): void {
  const key = KEY_COLUMN[name];
  if (!key) return;
  const times = new Map<unknown, number>();
  for (const { row } of tables.get(name)?.rows ?? []) times.set(row[key], (times.get(row[key]) ?? 0) + 1);
  if (times.size < (tables.get(name)?.rows.length ?? 0)) {
    keep(tables, name, ({ row }) => times.get(row[key]) === 1);
  }
}

function keepFeaturesOfLayers(tables: Map<string, ReadTable>): void {
  const layers = new Map(tables.get("layer")?.rows.map(({ row }) => [row.id, row.kind]));
  for (const [kind, table] of Object.entries(FEATURE_TABLE) as [LayerKind, string][]) {
    keep(tables, table, ({ row }) => layers.get(row.layer_id!) === kind);
  }
}

/**
 * Entries are numbered from one without a gap and undo one another in order. With a hole in it all of the history
 * goes: part of it would say that nothing else was done. Former rows that are missing leave it readable by name,
 * but nothing in it can be undone.
 */
function keepWholeHistory(tables: Map<string, ReadTable>): void {
  const entries = tables.get("journal");
  const rows = tables.get("journal_row");
  if (entries?.lost !== 0 || !replays(entries.rows)) {
    keep(tables, "journal", () => false);
    keep(tables, "journal_row", () => false);
  } else if (rows?.lost !== 0 || rows.rows.some(({ row }) => Number(row.seq) > entries.rows.length)) {
    keep(tables, "journal_row", () => false);
  }
}

function replays(rows: readonly ReadRow[]): boolean {
  if (rows.some(({ row }, i) => row.seq !== i + 1)) return false;
  try {
    stacksOf(
      rows.map(({ row }) => ({
        seq: Number(row.seq),
        uid: "",
        author: null,
        group: null,
        command: "plan.rename",
        values: {},
        at: "",
        kind: row.kind as "do" | "undo" | "redo" | "merged",
        target: row.target === null ? null : Number(row.target),
      })),
      0,
    );
    return true;
  } catch {
    return false; // entries that do not follow from one another: the only thing it throws for
  }
}

function keep(tables: Map<string, ReadTable>, name: string, wanted: (row: ReadRow) => boolean): void {
  const table = tables.get(name);
  if (!table) return;
  const rows = table.rows.filter(wanted);
  const left = table.rows.length - rows.length;
  tables.set(name, { rows, lost: table.lost === null ? null : table.lost + left });
}
