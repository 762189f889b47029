/** Repairs that a person accepted become edits of rows; the check is then made anew. */

import type { CheckFinding, Repair } from "../core/intake/checks/finding.ts";
import { repairShape, rowsRepaired } from "../core/intake/checks/repairs.ts";
import type { RowEdit } from "../core/intake/edits.ts";
import { FIELDS_OF, type FieldName } from "../core/intake/fields.ts";
import type { Interpreted } from "../core/intake/interpret.ts";
import { pointAt } from "../core/intake/place-list.ts";
import type { Geometry } from "../core/model/geometry.ts";
import type { Json } from "../core/model/household.ts";
import type { LonLat } from "../core/units.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** `ids` are findings of the last check; one that has no repair, or is not known, changes nothing. */
export function acceptRepairs(
  waiting: WaitingTable,
  rows: Interpreted,
  findings: readonly CheckFinding[],
  ids: readonly string[],
): void {
  const wanted = new Set(ids);
  const chosen = findings.filter(({ id, repair }) => repair !== null && wanted.has(id));
  if (chosen.length === 0) return;
  const rowOf = placesOfRows(waiting);
  const now = rowsNow(waiting, rows);
  for (const finding of chosen) {
    for (const number of rowsRepaired(finding)) {
      const row = rowOf.get(number);
      const edit = row === undefined ? null : editFor(finding, row, now);
      if (row === undefined || edit === null) continue;
      waiting.edits.set(row, merged(waiting.edits.get(row), edit));
      waiting.accepted.add(finding.id);
    }
  }
}

/** Where rows lie now. `rows` are of the present meaning and the repairs made so far. */
export function rowsNow(waiting: WaitingTable, rows: Interpreted): RowsNow {
  const keptAt = new Map(Array.from(rows.source, (row, i) => [row, i]));
  const misplaced = new Map(rows.misplaced.map((one) => [one.row, one.proposed]));
  return {
    as: rows.as,
    point: (row) => rows.points && pointAt(rows.points, keptAt.get(row) ?? -1),
    shape: (row) => waiting.edits.get(row)?.geometry ?? rows.shapes?.[keptAt.get(row) ?? -1] ?? null,
    proposed: (row) => misplaced.get(row) ?? null,
  };
}

/** Where a row would lie after the repair of a finding; null: it moves nowhere, or the repair is not of this row. */
export function shapeAfter(
  finding: CheckFinding,
  number: number,
  row: number,
  now: RowsNow,
): Geometry | null {
  if (!rowsRepaired(finding).includes(number)) return null;
  return editFor(finding, row, now)?.geometry ?? null;
}

/** Where rows lie now, by place in the table from 0. */
export interface RowsNow {
  readonly as: Interpreted["as"];
  point(row: number): LonLat | null;
  /** With the repairs made so far. */
  shape(row: number): Geometry | null;
  /** Where a row that was refused would lie if put right. */
  proposed(row: number): LonLat | Geometry | null;
}

/** Place in the table of each row as people count. */
export function placesOfRows({ opened: { table } }: WaitingTable): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (let row = 0; row < table.count; row++) out.set(table.rowNumber(row), row);
  return out;
}

function editFor({ repair }: CheckFinding, row: number, rows: RowsNow): RowEdit | null {
  if (repair === null) return null;
  switch (repair.code) {
    case "leave-out-row":
      return { leaveOut: true };
    case "keep-unlocated":
      return { unlocated: true };
    case "set-place": {
      const proposed = rows.proposed(row);
      return proposed === null ? null : { geometry: asGeometry(proposed) };
    }
    case "swap-coordinates": {
      const at = rows.point(row);
      return at ? { geometry: asGeometry([at[1], at[0]]) } : null;
    }
    case "set-value": {
      const field = FIELDS_OF[rows.as].find((name) => name === repair.values?.field);
      const value = repair.values?.to ?? null;
      return field === undefined ? null : { values: new Map<FieldName, Json>([[field, value]]) };
    }
    default:
      return mendedShape(repair, rows.shape(row));
  }
}

/** Several repairs of one shape are made one after the other. */
function mendedShape(repair: Repair, shape: Geometry | null): RowEdit | null {
  if (!shape || (shape.type !== "Polygon" && shape.type !== "MultiPolygon")) return null;
  const mended = repairShape(repair, shape);
  return mended === null ? { leaveOut: true } : { geometry: mended.geometry };
}

function asGeometry(proposed: LonLat | Geometry): Geometry {
  return "type" in proposed ? proposed : { type: "Point", coordinates: proposed };
}

function merged(before: RowEdit | undefined, next: RowEdit): RowEdit {
  if (!before) return next;
  const values = new Map([...(before.values ?? []), ...(next.values ?? [])]);
  return { ...before, ...next, ...(values.size > 0 && { values }) };
}
