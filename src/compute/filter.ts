/** Which households pass the filters of the table: a byte per row, filter after filter. */
import { rowsContaining } from "../core/model/byte-search.ts";
import { foldText } from "../core/model/fold-text.ts";
import type { TextColumn } from "../core/model/text-column.ts";
import type { CodedColumn } from "./coded-columns.ts";
import type { CodedColumnName, ColumnFilter, HouseholdFilter, SortColumn } from "./table-protocol.ts";

/** What filters look at, all in register order. */
export interface Filtered {
  readonly count: number;
  readonly members: Int16Array;
  coded(name: CodedColumnName): CodedColumn;
  text(name: "id" | "head"): TextColumn;
  /** The same texts folded. */
  folded(name: "id" | "head"): TextColumn;
}

/** 1 for every household that passes. `except` leaves the filter of one column out. */
export function keepOf(
  rows: Filtered,
  filter: HouseholdFilter,
  except: SortColumn | null = null,
): Uint8Array {
  const keep = new Uint8Array(rows.count).fill(1);
  const { unitCode, eligible, columns = {} } = filter;
  if (unitCode !== undefined && except !== "unitName") {
    keepCodes(keep, rows.coded("unitName"), allowed(rows.coded("unitName"), [unitCode]));
  }
  if (eligible && except !== "eligible") {
    keepCodes(keep, rows.coded("eligible"), allowed(rows.coded("eligible"), eligible));
  }
  for (const [name, condition] of Object.entries(columns) as [SortColumn, ColumnFilter | undefined][]) {
    if (!condition || name === except) continue;
    if (name === "members") keepMembers(keep, rows.members, condition);
    else if (name === "id" || name === "head") keepTexts(keep, rows, name, condition);
    else keepCodes(keep, rows.coded(name), passes(rows.coded(name), name, condition));
  }
  return keep;
}

function wrong(name: SortColumn, { kind }: ColumnFilter): never {
  throw new Error(`a filter of kind ${kind} does not fit the column ${name}`);
}

function allowed({ values }: CodedColumn, wanted: readonly (string | null)[]): Uint8Array {
  const set = new Set(wanted);
  return Uint8Array.from(values, (value) => (set.has(value) ? 1 : 0));
}

/** 1 for each code that passes. */
function passes(column: CodedColumn, name: SortColumn, condition: ColumnFilter): Uint8Array {
  switch (condition.kind) {
    case "choice":
      return allowed(column, condition.values);
    case "blank":
      return Uint8Array.from(column.blank, (blank) => (blank === condition.blank ? 1 : 0));
    case "contains": {
      const wanted = foldText(condition.text);
      return Uint8Array.from(column.labels, (label) =>
        label !== null && foldText(label).includes(wanted) ? 1 : 0,
      );
    }
    default:
      return wrong(name, condition);
  }
}

function keepCodes(keep: Uint8Array, { codes, shift }: CodedColumn, pass: Uint8Array): void {
  if (codes instanceof Uint8Array) keepBytes(keep, codes, shift, pass);
  else keepIndices(keep, codes, shift, pass);
}

function keepBytes(keep: Uint8Array, codes: Uint8Array, shift: number, pass: Uint8Array): void {
  for (let i = 0; i < keep.length; i++) keep[i]! &= pass[codes[i]! + shift]!;
}

function keepIndices(keep: Uint8Array, codes: Int32Array, shift: number, pass: Uint8Array): void {
  for (let i = 0; i < keep.length; i++) keep[i]! &= pass[codes[i]! + shift]!;
}

/** More than any household has: the column is 16 bits wide. */
const NO_BOUND = 0x7fff;

function keepMembers(keep: Uint8Array, members: Int16Array, condition: ColumnFilter): void {
  if (condition.kind === "range") {
    keepBetween(keep, members, Math.max(0, condition.least ?? 0), condition.most ?? NO_BOUND);
  } else if (condition.kind === "blank") {
    if (condition.blank) keepBetween(keep, members, -1, -1);
    else keepBetween(keep, members, 0, NO_BOUND);
  } else wrong("members", condition);
}

function keepBetween(keep: Uint8Array, values: Int16Array, least: number, most: number): void {
  for (let i = 0; i < keep.length; i++) {
    const value = values[i]!;
    keep[i]! &= value >= least && value <= most ? 1 : 0;
  }
}

const encoder = new TextEncoder();

function keepTexts(keep: Uint8Array, rows: Filtered, name: "id" | "head", condition: ColumnFilter): void {
  if (condition.kind === "blank") {
    const { start } = rows.text(name);
    for (let i = 0; i < keep.length; i++) {
      keep[i]! &= (start[i] === start[i + 1]) === condition.blank ? 1 : 0;
    }
  } else if (condition.kind === "contains") {
    const found = rowsContaining(rows.folded(name), encoder.encode(foldText(condition.text)));
    keepOnly(keep, found);
  } else wrong(name, condition);
}

/** `found` is ascending. */
function keepOnly(keep: Uint8Array, found: Uint32Array): void {
  let next = 0;
  for (let k = 0; k < found.length; k++) {
    for (const row = found[k]!; next < row; next++) keep[next] = 0;
    next++;
  }
  for (; next < keep.length; next++) keep[next] = 0;
}
