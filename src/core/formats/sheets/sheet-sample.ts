/** What the first rows under the names of the columns tell of the others. */

import { isHeaderAgain } from "./header-again.ts";
import { headingLevel, isPartNumber } from "./heading-words.ts";
import { isNumberLike, type SheetView } from "./sheet-view.ts";
import { isTotal } from "./total-words.ts";

const SAMPLE = 200;
/** Share of numbers by which the first column is known to number the rows. */
const MOSTLY = 0.7;
/** Share of rows that name a place in a column. */
const OFTEN = 0.3;

/**
 * The column that numbers the rows: the first one of most rows, when it holds numbers. Parts, which have a letter
 * or a Roman number there, are fewer than the rows; totals do not count.
 */
export function serialColumn(
  view: SheetView,
  from: number,
  end: number,
  names: readonly string[],
): number | null {
  const seen = new Map<number, number>();
  let rows = 0;
  let parts = 0;
  for (let at = from; at < Math.min(end, from + SAMPLE); at++) {
    if (view.filled(at) < 2) continue;
    const first = view.first(at);
    const value = view.value(at, first);
    const text = typeof value === "string" ? value : "";
    if (isNumberLike(value)) seen.set(first, (seen.get(first) ?? 0) + 1);
    if (isPartNumber(text)) parts++;
    else if (!isTotal(text, view.text) && !isHeaderAgain(view, at, first, text, names)) rows++;
  }
  for (const [column, count] of seen) if (count >= rows * MOSTLY && count >= parts) return column;
  return null;
}

/** Columns in which ordinary rows name a place: there a place alone is a row that knows no more. */
export function placeColumns(view: SheetView, from: number, end: number): ReadonlySet<number> {
  const seen = new Map<number, number>();
  let rows = 0;
  for (let at = from; at < Math.min(end, from + SAMPLE); at++) {
    if (view.filled(at) < 2) continue;
    rows++;
    for (let column = 0; column < view.width; column++) {
      const value = view.value(at, column);
      if (typeof value === "string" && headingLevel(value) !== null) {
        seen.set(column, (seen.get(column) ?? 0) + 1);
      }
    }
  }
  return new Set([...seen].filter(([, count]) => count >= rows * OFTEN).map(([column]) => column));
}

/** The largest number of cells in a row. */
export function usualWidth(view: SheetView, from: number, end: number): number {
  let most = 0;
  for (let at = from; at < Math.min(end, from + SAMPLE); at++) most = Math.max(most, view.filled(at));
  return most;
}
