/**
 * A table and what it means, to rows in our words: canonical columns, WGS 84, form C. Nothing is dropped: a row that
 * cannot stand is refused with its reason, a value that means nothing to us counts as not known and is told, and
 * columns that are none of ours come along under their own names.
 */

import type { Geometry } from "../model/geometry.ts";
import type { Json } from "../model/household.ts";
import type { Problem } from "../outcome.ts";
import type { LonLat } from "../units.ts";
import type { CommuneCodes } from "./commune-codes.ts";
import { columnKeys, type SourceTable } from "./dataset.ts";
import type { RowEdits } from "./edits.ts";
import type { Meaning } from "./meaning.ts";
import { type OurColumn, ourColumns } from "./our-columns.ts";
import { PlaceList, type PointColumns } from "./place-list.ts";
import { rowPlaces } from "./row-places.ts";
import type { UnitConversions } from "./unit-conversion.ts";
import { UnknownValues } from "./unknown-values.ts";

/** Rows in our words. All lists are in the order of the rows that were kept. */
export interface Interpreted {
  readonly as: Meaning["as"];
  /** What they were read from, with what a person mended. */
  readonly table: SourceTable;
  readonly edits: RowEdits;
  readonly unknown: UnknownValues;
  /** Columns of the table that say where its rows lie, east first; null when that is not two columns. */
  readonly placeColumns: readonly [east: number, north: number] | null;
  /** Ours first. Without `lon` and `lat`, which are in `points`. */
  readonly columns: readonly OurColumn[];
  /** How commune codes became those of the plan's list; null where they are not turned. */
  readonly conversion: UnitConversions | null;
  /** Place in the table of each row, from 0, and its row as people count. */
  readonly source: Uint32Array;
  readonly rows: Uint32Array;
  /** WGS 84; null for a row without a place. Null as a whole: the table has shapes, or no places at all. */
  readonly points: PointColumns | null;
  readonly shapes: readonly (Geometry | null)[] | null;
  readonly rejected: readonly Problem[];
  /** Those of them whose place cannot stand, by row from 0, with where they would lie if put right. */
  readonly misplaced: readonly MisplacedRow[];
  /** Of the table, and what became of values; the latter is complete once every row was read. */
  notes(): readonly Problem[];
}

export interface MisplacedRow {
  readonly row: number;
  readonly problem: Problem;
  readonly proposed: LonLat | Geometry | null;
}

/** Rows between two reports of how far it is. */
const STEP = 4096;

/**
 * `communes` finds codes by name and turns codes of one list into those of the other. `tell` hears how many rows have
 * their place.
 */
export function interpret(
  table: SourceTable,
  meaning: Meaning,
  edits: RowEdits,
  communes: CommuneCodes,
  tell?: (done: number) => void,
): Interpreted {
  const unknown = new UnknownValues(table);
  const placeOf = rowPlaces(table, meaning.place, edits);
  const { columns, conversion } = ourColumns(table, meaning, edits, communes, unknown, (row) => {
    const place = placeOf(row);
    return "at" in place ? place.at : null;
  });
  const rejected: Problem[] = [...table.rejected];
  const source = new Uint32Array(table.count);
  const misplaced: MisplacedRow[] = [];
  const places = new PlaceList(table.count);
  for (let row = 0; row < table.count; row++) {
    if (tell && row % STEP === 0) tell(row);
    if (edits.get(row)?.leaveOut) {
      rejected.push({ ...whereOf(table, row), code: "intake.left-out" });
      continue;
    }
    const place = placeOf(row);
    if ("problem" in place) {
      const problem = { ...whereOf(table, row), ...place.problem };
      rejected.push(problem);
      misplaced.push({ row, problem, proposed: place.proposed });
      continue;
    }
    source[places.count] = row;
    if ("shape" in place) places.addShape(place.shape);
    else places.addPoint(place.at);
  }
  const kept = source.slice(0, places.count);
  return {
    as: meaning.as,
    table,
    edits,
    unknown,
    placeColumns: placeColumnsOf(table, meaning),
    columns,
    conversion,
    source: kept,
    rows: kept.map((row) => table.rowNumber(row)),
    points: meaning.place === null ? null : places.points(),
    shapes: meaning.place === null ? null : places.shapes(),
    rejected,
    misplaced,
    notes: () => [...table.notes, ...unknown.problems()],
  };
}

/** Value of one column of a row that was kept. */
export function valueAt(rows: Interpreted, column: OurColumn, i: number): Json {
  return column.value(rows.source[i]!);
}

/** How sentences name a row of the table. */
export function whereOf(table: SourceTable, row: number): Pick<Problem, "file" | "row" | "rowIs"> {
  const feature = table.rowIs === "feature" ? { rowIs: "feature" as const } : {};
  return { file: table.file, row: table.rowNumber(row), ...feature };
}

function placeColumnsOf(table: SourceTable, { place }: Meaning): Interpreted["placeColumns"] {
  if (place?.kind !== "columns" || place.east === place.north) return null;
  const keys = columnKeys(table.columns);
  return [keys.indexOf(place.east), keys.indexOf(place.north)];
}
