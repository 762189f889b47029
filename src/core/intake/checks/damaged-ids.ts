/** Ids that a spreadsheet rewrote: as a rounded number (`6,612E+10`) or as a date (`01/06/2024`, `01-May`). */
import { type CheckedRows, placeOfRow } from "./checked-rows.ts";
import type { CheckFinding } from "./finding.ts";
import { together } from "./listed.ts";

/** Digits are lost in it: different ids may have become one. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{1,3}$/iu;
const DATE =
  /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?:[T ].*)?|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d)$/u;

/** One finding for all such rows. Nothing mends them: the ids have to be taken from the source again. */
export function damagedIds(rows: CheckedRows): readonly CheckFinding[] {
  const found: number[] = [];
  for (let i = 0; i < rows.count; i++) {
    const id = rows.id(i)?.trim() ?? "";
    if (ROUNDED.test(id) || DATE.test(id)) found.push(i);
  }
  const [first] = found;
  if (first === undefined) return [];
  const given = rows.id(first)!.trim();
  return together(
    "damaged-ids",
    found.map((i) => rows.rowNumber(i)),
    (count) => ({
      problem: { code: "check.id-damaged", ...placeOfRow(rows, first, "id"), values: { count, given } },
      at: null,
      weight: "ask",
      repair: null,
    }),
  );
}
