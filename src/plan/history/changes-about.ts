/** Everything the journal says of one household, site, layer or baseline, by entry. */
import type { Json } from "../../core/model/household.ts";
import type { LayerKind } from "../../core/model/layers.ts";
import type { FieldChange, HistoryQuery } from "../protocol.ts";
import { FEATURE_TABLE, KEY_COLUMN, type KeyedTable, type TableName } from "../rows.ts";
import type { SqlRow, Statements } from "../statements.ts";
import { countedRows } from "./counted-rows.ts";
import { type JournalLine, linesOfKey, linesThatSaid, rangesThatBrought } from "./journal-lines.ts";
import { type Foreign, type RowStep, stepsOf } from "./row-steps.ts";
import { told } from "./shape-text.ts";

/** By number of the entry, the fields that it changed. */
export type ChangesBySeq = Map<number, FieldChange[]>;
type About = NonNullable<HistoryQuery["about"]>;

/**
 * A household with its events, decisions, site and baselines; a site with how many are assigned to it; a layer
 * with how many features; a baseline with how many members. `foreign`: entries of other copies, which describe
 * rows as those copies had them.
 */
export function changesAbout(sql: Statements, { kind, id }: About, foreign: Foreign): ChangesBySeq {
  const out: ChangesBySeq = new Map();
  const rows = (table: KeyedTable, key: string) => addKeyed(sql, out, table, key, foreign);
  const counts = (table: TableName, column: string) => addCounts(sql, out, table, column, id, foreign);
  rows(kind, id);
  switch (kind) {
    case "household":
      for (const table of ["event", "decision"] as const) {
        for (const key of keysOf(sql, table, "household_id", id)) rows(table, key);
      }
      rows("assignment", id);
      addMemberships(sql, out, id, foreign);
      break;
    case "site":
      counts("assignment", "site_id");
      break;
    case "baseline":
      counts("baseline_member", "baseline_id");
      break;
    case "layer":
      for (const layer of kindsOfLayer(sql, id)) counts(FEATURE_TABLE[layer], "layer_id");
  }
  return out;
}

function addKeyed(
  sql: Statements,
  out: ChangesBySeq,
  table: KeyedTable,
  key: string,
  foreign: Foreign,
): void {
  const lines = linesOfKey(sql, table, key);
  const present = sql.object(`SELECT * FROM "${table}" WHERE "${KEY_COLUMN[table]}" = ?`, [key]);
  addSteps(sql, out, table, key, lines, present, foreign);
}

function addSteps(
  sql: Statements,
  out: ChangesBySeq,
  table: TableName,
  key: string,
  lines: readonly JournalLine[],
  present: SqlRow | null,
  foreign: Foreign,
): void {
  const bringers = (row: number, between: { after: number; before: number }) =>
    rangesThatBrought(sql, table, row, between);
  const steps = stepsOf(lines, present, bringers, foreign);
  // Oldest first: an entry may take a row away and bring one of the same name.
  for (const step of steps.reverse()) add(out, step.seq, fieldsOf(table, key, step));
}

/** Names of all rows that say, or said before they went, that they belong to `value`. */
function keysOf(sql: Statements, table: KeyedTable, column: string, value: string): Set<string> {
  const now = sql.map(
    `SELECT "${KEY_COLUMN[table]}" FROM "${table}" WHERE "${column}" = ?`,
    [value],
    ([key]) => String(key),
  );
  const once = linesThatSaid(sql, table, column, value).map(({ key }) => String(key));
  return new Set([...once, ...now]);
}

/** Members of baselines have no name of their own: each is known by its row number for as long as it is there. */
function addMemberships(sql: Statements, out: ChangesBySeq, id: string, foreign: Foreign): void {
  const table = "baseline_member";
  const gone = linesThatSaid(sql, table, "household_id", id).filter(({ op }) => op === "remove");
  const present = sql.objects("SELECT * FROM baseline_member WHERE household_id = ?", [id]);
  const perBaseline = new Map<string, { lines: JournalLine[]; now: SqlRow | null }>();
  const of = (baseline: string) => {
    const known = perBaseline.get(baseline) ?? { lines: [], now: null };
    perBaseline.set(baseline, known);
    return known;
  };
  for (const row of present) of(String(row.baseline_id)).now = row;
  for (const line of gone) of(String(line.before!.baseline_id)).lines.push(line);
  for (const [baseline, { lines, now }] of perBaseline)
    addSteps(sql, out, table, baseline, lines, now, foreign);
}

function addCounts(
  sql: Statements,
  out: ChangesBySeq,
  table: TableName,
  column: string,
  id: string,
  foreign: Foreign,
): void {
  for (const [seq, { inserted, updated, removed }] of countedRows(sql, table, column, id, foreign)) {
    const about = { table, key: id, field: null };
    const fields: FieldChange[] = [];
    if (inserted > 0) fields.push({ ...about, op: "insert", before: null, after: inserted });
    if (updated > 0) fields.push({ ...about, op: "update", before: updated, after: updated });
    if (removed > 0) fields.push({ ...about, op: "remove", before: removed, after: null });
    add(out, seq, fields);
  }
}

/** The kind stands in the row; of a layer that is gone in the last image of it. */
function kindsOfLayer(sql: Statements, id: string): LayerKind[] {
  const now = sql.value("SELECT kind FROM layer WHERE id = ?", [id]);
  const kind = now ?? linesOfKey(sql, "layer", id).find(({ op }) => op === "remove")?.before?.kind;
  return kind === undefined || kind === null ? [] : [kind as LayerKind];
}

/** What a row says by itself: not its number, and not the other columns of its source, which are a page of their own. */
const NOT_TOLD = new Set(["fid", "other", "unit_code"]);

function fieldsOf(table: TableName, key: string, { op, before, after }: RowStep): FieldChange[] {
  if (op !== "update") {
    return [{ table, key, op, field: null, before: whole(before), after: whole(after) }];
  }
  // Facts of a household stand in the record of its source too: that is told only where nothing else moved.
  const fields = Object.keys(before!).filter((field) => field !== "other");
  return (fields.length > 0 ? fields : ["other"]).map((field) => ({
    table,
    key,
    op,
    field,
    before: told(before![field]),
    after: told(after?.[field]),
  }));
}

function whole(row: SqlRow | null): Json {
  if (!row) return null;
  const said = Object.entries(row).filter(([column, value]) => value !== null && !NOT_TOLD.has(column));
  return Object.fromEntries(said.map(([column, value]) => [column, told(value)]));
}

function add(out: ChangesBySeq, seq: number, fields: readonly FieldChange[]): void {
  if (fields.length === 0) return;
  const known = out.get(seq);
  if (known) known.push(...fields);
  else out.set(seq, [...fields]);
}
