/** Where the table ends: signatures and remarks under it. */
import { cellsOf, isNumberLike, lineText, type SheetView } from "./sheet-view.ts";
import { isSignature } from "./sheet-words.ts";

/** Remarks and signatures are looked for in the last rows only. */
const MOST_FOOTER_ROWS = 60;
/** Cells that such a row has at most. */
const MOST_CELLS = 3;
const SAMPLE = 200;

/**
 * Place of the first row of signatures and remarks after which nothing is data; the number of rows if none.
 * `width`: columns of the table.
 */
export function footerStart(view: SheetView, from: number, width: number): number {
  let start = view.count;
  let habits: ReadonlySet<number> | null = null;
  for (let at = view.count - 1; at >= Math.max(from, view.count - MOST_FOOTER_ROWS); at--) {
    const count = view.filled(at);
    if (count > MOST_CELLS || count >= width) break;
    const cells = cellsOf(view, at);
    if (count > 1 && isNumberLike(cells[0]?.value ?? null)) break;
    const signed = cells.filter(({ value }) => typeof value === "string" && isSignature(lineText(value)));
    // "Y Bhăm | Lưu ý: nhà tạm" is a row of people: what signs begins with it.
    if (signed.length === 0 || signed[0] !== cells[0]) continue;
    habits ??= signingColumns(view, from);
    const usual = habits;
    if (count > 1 && signed.every(({ column }) => usual.has(column))) continue;
    start = at;
  }
  return start;
}

/** Columns in which rows of data say such things too: "Trưởng thôn" in a list of people with their offices. */
function signingColumns(view: SheetView, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const end = Math.min(view.count - MOST_CELLS, from + SAMPLE);
  for (let at = from; at < end; at++) {
    if (view.filled(at) <= 1) continue;
    const cells = cellsOf(view, at);
    // Rows of a footer have nothing but this.
    if (cells.every(({ value }) => isSignature(lineText(value)))) continue;
    for (const { column, value } of cells) {
      if (typeof value === "string" && isSignature(lineText(value))) found.add(column);
    }
  }
  return found;
}
