/** Questions put into words: what it is about, and what each side says, when and by whom. */
import type { Json } from "../../core/model/household.ts";
import type { Entry } from "../journal.ts";
import type { MergeConflict, MergeSide } from "../protocol.ts";
import { TABLE_NAMES, type TableName } from "../rows.ts";
import type { SqlRow } from "../statements.ts";
import { eventsOf } from "./apart-groups.ts";
import type { Comparison } from "./comparison.ts";
import type { Question } from "./decide-row.ts";
import type { Group } from "./group.ts";
import { membersOf } from "./json-members.ts";
import type { MergePlan } from "./plan-merge.ts";
import { keyInWords } from "./row-key.ts";
import { valueInWords } from "./value-in-words.ts";

/** A conflict, and the sides (numbers of copies) that its own `sides` are, in the same order. */
export interface OpenConflict {
  readonly conflict: MergeConflict;
  readonly sides: readonly number[];
}

/** All conflicts of a merge, those of one table side by side, in an order that does not depend on the files'. */
export function conflictsOf(compared: Comparison, { groups, decisions }: MergePlan): OpenConflict[] {
  const ofRows = decisions.flatMap(({ table, key, questions }) =>
    questions.map((question) => ofRow(compared, table, key, question)),
  );
  const all = [...groups.map((group) => ofGroup(compared, group)), ...ofRows];
  const order = ({ conflict }: OpenConflict) => TABLE_NAMES.indexOf(conflict.table as TableName);
  return all.sort((a, b) => order(a) - order(b) || (a.conflict.id < b.conflict.id ? -1 : 1));
}

function ofRow(compared: Comparison, table: TableName, key: string, question: Question): OpenConflict {
  const { id, kind, column, member, sides } = question;
  const field = member === null ? column : `${column}.${member}`;
  const net = (side: number) =>
    sides
      .filter((other) => other !== side)
      .map((other) => compared.net(side, other, table, key))
      .find((one) => one.kind !== "none") ?? null;
  const told = sides.map((side): MergeSide => {
    const row = compared.row(side, table, key);
    const change = net(side);
    const by = column ? change?.setBy(column) : change?.by;
    const value = row && (column ? said(row, column, member) : changedIn(row, change?.changed));
    return { ...sideOf(compared, side, by ?? null), value: value ?? null, removed: row === null };
  });
  const bases: SqlRow[] = [];
  for (const side of sides) {
    const base = net(side)?.base;
    if (base && column && column in base) bases.push(base);
  }
  return {
    sides,
    conflict: {
      id,
      kind,
      table,
      field,
      ...named(compared, table, key, sides),
      base: column && bases[0] ? said(bases[0], column, member) : null,
      sides: told,
      problem: null,
    },
  };
}

function ofGroup(compared: Comparison, group: Group): OpenConflict {
  const { id, kind, table, key, sides, problem, rows } = group;
  const said = sides.map((side): MergeSide => {
    const row = kind === "removed" ? compared.row(side, table, key) : null;
    const value = kind === "apart" ? stateOf(compared, group, side) : row && addedTo(compared, group, side);
    const removed = kind === "removed" && row === null;
    return { ...sideOf(compared, side, lastBy(compared, group, side)), value, removed };
  });
  const about =
    table === "event"
      ? named(compared, "household", key, sides)
      : rows.some((row) => row.key === key)
        ? named(compared, table, key, sides)
        : { key, name: key, household: null };
  return { sides, conflict: { id, kind, table, field: null, ...about, base: null, sides: said, problem } };
}

/** What a side has of rows that cannot stand together. */
function stateOf(compared: Comparison, { table, key, rows }: Group, side: number): Json {
  if (table === "event") {
    return eventsOf(compared, side, key).map(({ kind, happened_on }) => ({
      kind: String(kind),
      on: String(happened_on),
    }));
  }
  const shown: TableName = table === "unit" ? "layer" : table;
  return rows.flatMap((row) => {
    const there = row.table === shown ? compared.row(side, shown, row.key) : null;
    return there ? [String(there.name)] : [];
  });
}

/** What a side changed in or added to a thing that another side removed: fields, and rows by table. */
function addedTo(compared: Comparison, { table, key, sides, rows }: Group, side: number): Json {
  const out: Record<string, Json> = {};
  for (const row of rows) {
    const net = sides
      .filter((other) => other !== side)
      .map((other) => compared.net(side, other, row.table, row.key))
      .find((one) => one.kind !== "none");
    if (!net) continue;
    if (row.table === table && row.key === key) {
      const there = compared.row(side, table, key);
      if (there) Object.assign(out, changedIn(there, net.changed));
    } else out[`+${row.table}`] = Number(out[`+${row.table}`] ?? 0) + 1;
  }
  return out;
}

function said(row: SqlRow, column: string, member: string | null): Json {
  if (member === null) return valueInWords(row[column]);
  return membersOf(column, row[column])?.get(member) ?? null;
}

function changedIn(row: SqlRow, changed: ReadonlySet<string> | undefined): Record<string, Json> {
  const columns = [...(changed ?? [])].filter((column) => column in row);
  return Object.fromEntries(columns.map((column) => [column, valueInWords(row[column])]));
}

/** The newest entry of a side that touched a row of the group. */
function lastBy(compared: Comparison, { sides, rows }: Group, side: number): Entry | null {
  let last: Entry | null = null;
  for (const other of sides) {
    if (other === side) continue;
    for (const { table, key } of rows) {
      const by = compared.marksOf(side, other).get(table)?.get(key)?.at(-1)?.entry;
      if (by && (!last || by.at > last.at)) last = by;
    }
  }
  return last;
}

function sideOf(
  compared: Comparison,
  side: number,
  by: Entry | null,
): Pick<MergeSide, "file" | "at" | "author"> {
  return { file: compared.sides[side]!.file, at: by?.at ?? null, author: by?.author ?? null };
}

/** What a person knows a row by. */
function named(
  compared: Comparison,
  table: TableName,
  key: string,
  sides: readonly number[],
): Pick<MergeConflict, "key" | "name" | "household"> {
  const rows = sides.map((side) => compared.row(side, table, key));
  const row = rows.find((one) => one !== null) ?? null;
  const household =
    table === "household" ? key : row?.household_id === undefined ? null : String(row.household_id);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  if (household === null) return { key: keyInWords(key), name: text(row?.name ?? row?.clause), household };
  const register = [...sides, ...compared.all].map((side) => compared.row(side, "household", household));
  return { key: keyInWords(key), name: text(register.find((one) => one?.head)?.head), household };
}
