/** Repairs that a person accepted become edits of rows; the check is then made anew. */
import type { CheckFinding, Repair } from "../core/intake/checks/finding.ts";
import { repairShape, rowsRepaired } from "../core/intake/checks/repairs.ts";
import type { RowEdit } from "../core/intake/edits.ts";
import { FIELDS_OF, type FieldName } from "../core/intake/fields.ts";
import type { Interpreted } from "../core/intake/interpret.ts";
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
  for (const finding of chosen) {
    for (const number of rowsRepaired(finding)) {
      const row = rowOf.get(number);
      const edit = row === undefined ? null : editFor(waiting, finding, row, rows);
      if (row === undefined || edit === null) continue;
      waiting.edits.set(row, merged(waiting.edits.get(row), edit));
      waiting.accepted.add(finding.id);
    }
  }
}

/** Place in the table of each row as people count. */
function placesOfRows({ opened: { table } }: WaitingTable): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (let row = 0; row < table.count; row++) out.set(table.rowNumber(row), row);
  return out;
}

function editFor(
  waiting: WaitingTable,
  { repair }: CheckFinding,
  row: number,
  rows: Interpreted,
): RowEdit | null {
  if (repair === null) return null;
  switch (repair.code) {
    case "leave-out-row":
      return { leaveOut: true };
    case "keep-unlocated":
      return { unlocated: true };
    case "set-place": {
      const proposed = rows.misplaced.find((one) => one.row === row)?.proposed ?? null;
      return proposed === null ? null : { geometry: asGeometry(proposed) };
    }
    case "swap-coordinates": {
      const at = rows.points?.[rows.source.indexOf(row)];
      return at ? { geometry: asGeometry([at[1], at[0]]) } : null;
    }
    case "set-value": {
      const field = FIELDS_OF[rows.as].find((name) => name === repair.values?.field);
      const value = repair.values?.to ?? null;
      return field === undefined ? null : { values: new Map<FieldName, Json>([[field, value]]) };
    }
    default:
      return mendedShape(waiting, repair, row, rows);
  }
}

/** Several repairs of one shape are made one after the other. */
function mendedShape(waiting: WaitingTable, repair: Repair, row: number, rows: Interpreted): RowEdit | null {
  const shape = waiting.edits.get(row)?.geometry ?? rows.shapes?.[rows.source.indexOf(row)];
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
