/** One finding or one refused row looked at closely: what the file says in a row, and where it lies before and after a repair. */
import { decodedColumn } from "../core/intake/decoded.ts";
import type { Interpreted } from "../core/intake/interpret.ts";
import type { Meaning } from "../core/intake/meaning.ts";
import type { Geometry } from "../core/model/geometry.ts";
import { placesOfRows, rowsNow, shapeAfter } from "./accept-repairs.ts";
import type { CheckedTable, FindingLook, RowCells } from "./protocol.ts";
import type { WaitingTable } from "./waiting-table.ts";

/** More rows of one finding (a place shared by a whole village) are not drawn. */
const MOST_ROWS = 20;
/** Shapes with more vertices than this in all are not drawn: the page would stand still. */
const MOST_VERTICES = 200_000;

/**
 * The cells of rows by their numbers as people count, decoded as now meant, in the order of `meaning.columns`. Rows
 * that could not be taken apart are left out.
 */
export function cellsOf(waiting: WaitingTable, meaning: Meaning, rows: readonly number[]): RowCells[] {
  const { table } = waiting.opened;
  const places = placesOfRows(waiting);
  const values = meaning.columns.map((column, at) => decodedColumn(table, at, column));
  return rows.flatMap((row) => {
    const at = places.get(row);
    return at === undefined ? [] : [{ row, values: values.map((value) => value(at)) }];
  });
}

/** Where `rows` lie now and where they would after the repair of `finding`, which may be of another check or none. */
export function lookAt(
  waiting: WaitingTable,
  rows: Interpreted,
  checked: CheckedTable,
  numbers: readonly number[],
  finding: string | null,
): FindingLook {
  const found = checked.findings.find(({ id }) => id === finding) ?? null;
  const now = rowsNow(waiting, rows);
  const places = placesOfRows(waiting);
  const before: Geometry[] = [];
  const after: Geometry[] = [];
  let vertices = 0;
  for (const number of numbers.slice(0, MOST_ROWS)) {
    const row = places.get(number);
    if (row === undefined) continue;
    const point = now.point(row);
    const was = now.shape(row) ?? (point && { type: "Point" as const, coordinates: point });
    const next = found ? shapeAfter(found, number, row, now) : null;
    vertices += verticesOf(was) + verticesOf(next);
    if (vertices > MOST_VERTICES) break;
    if (was) before.push(was);
    if (next) after.push(next);
  }
  return { before, after };
}

function verticesOf(geometry: Geometry | null): number {
  const count = (list: unknown): number => {
    if (!Array.isArray(list)) return 0;
    return typeof list[0] === "number" ? 1 : list.reduce<number>((sum, each) => sum + count(each), 0);
  };
  return geometry === null ? 0 : count(geometry.coordinates);
}
