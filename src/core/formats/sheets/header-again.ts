/** Names of the columns that come again further down, as they do on every printed page. */
import { isNumbering } from "./numbering-row.ts";
import { hasContent, lineText, type SheetView } from "./sheet-view.ts";

/** Every cell of a row says what a line of the header says of its column. `text`: its first cell. */
export function isHeaderAgain(
  view: SheetView,
  at: number,
  first: number,
  text: string,
  names: readonly string[],
): boolean {
  const plain = (column: number) => names[column]?.split(" / ") ?? [];
  const count = view.filled(at);
  if (count < 2 || !plain(first).includes(lineText(text))) return false;
  for (let column = first; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value) && !plain(column).includes(lineText(value))) return false;
  }
  return true;
}

/** Only the numbers that stood under the header come again with it: bare ones could be data. */
export function isRepeatedNumbering(
  view: SheetView,
  at: number,
  text: string,
  names: readonly string[],
): boolean {
  return names.length > 0 && text.startsWith("(") && isNumbering(view, at, names);
}
