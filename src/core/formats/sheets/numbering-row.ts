/** The row under the names of the columns that numbers them. */
import { cellsOf, hasContent, isNumberLike, lineText, type SheetView } from "./sheet-view.ts";

const NUMBER = /^\(?\s*(\d{1,3})\s*\)?(?:\s*=.*)?$/;
const LETTER = /^\(?\s*[a-h]\s*\)?$/i;

/**
 * "(1) (2) (3)", "A B 1 2": the numbers of the columns. Bare numbers could be a first row of data: then one of the
 * columns must hold words in the next row.
 */
export function isNumbering(view: SheetView, at: number, names: readonly string[]): boolean {
  const row = cellsOf(view, at);
  if (row.length < 3 || row.length < names.filter((name) => name !== "").length / 2) return false;
  let expected = 1;
  let numbers = 0;
  let bare = 0;
  for (const { value } of row) {
    const text = lineText(value);
    const number = NUMBER.exec(text);
    if (number) {
      if (Number(number[1]) !== expected) return false;
      expected++;
      numbers++;
      if (!text.startsWith("(")) bare++;
    } else if (numbers > 0 || !LETTER.test(text)) return false;
  }
  if (numbers < 2) return false;
  if (bare === 0 || row.length > numbers) return true;
  for (let next = at + 1; next < Math.min(view.count, at + 6); next++) {
    if (view.filled(next) < row.length / 2) continue;
    return row.some(({ column }) => {
      const value = view.value(next, column);
      return hasContent(value) && !isNumberLike(value);
    });
  }
  return false;
}
