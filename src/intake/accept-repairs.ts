/** Repairs that a person accepted become edits of rows; the check is then made anew. */
import type { CheckFinding } from "../core/intake/checks/finding.ts";
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
    const row = rowOf.get(finding.rows[0]!);
    if (row === undefined) continue;
    const edit = editFor(finding, row, rows);
    if (!edit) continue;
    waiting.edits.set(row, merged(waiting.edits.get(row), edit));
    waiting.accepted.add(finding.id);
  }
}

/** Place in the table of each row as people count. */
function placesOfRows({ opened: { table } }: WaitingTable): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (let row = 0; row < table.count; row++) out.set(table.rowNumber(row), row);
  return out;
}

function editFor({ repair }: CheckFinding, row: number, rows: Interpreted): RowEdit | null {
  switch (repair?.code) {
    case "leave-out-row":
      return { leaveOut: true };
    case "keep-unlocated":
      return { unlocated: true };
    case "set-place": {
      const proposed = rows.misplaced.find((one) => one.row === row)?.proposed ?? null;
      return proposed === null ? null : { geometry: asGeometry(proposed) };
    }
    case "set-value": {
      const field = FIELDS_OF[rows.as].find((name) => name === repair.values?.field);
      const value = repair.values?.to ?? null;
      return field === undefined ? null : { values: new Map<FieldName, Json>([[field, value]]) };
    }
    default:
      return null;
  }
}

function asGeometry(proposed: LonLat | Geometry): Geometry {
  return "type" in proposed ? proposed : { type: "Point", coordinates: proposed };
}

function merged(before: RowEdit | undefined, next: RowEdit): RowEdit {
  if (!before) return next;
  const values = new Map([...(before.values ?? []), ...(next.values ?? [])]);
  return { ...before, ...next, ...(values.size > 0 && { values }) };
}
