/** Names of the columns out of the lines of a header. */
import { hasContent, lineText, type SheetView } from "./sheets/sheet-view.ts";

/** The lowest value of a column in the lines `from` … `to - 1`. */
export function headerCell(view: SheetView, from: number, to: number, column: number) {
  for (let at = to - 1; at >= from; at--) {
    const value = view.value(at, column);
    if (hasContent(value)) return value;
  }
  return null;
}

/** Parts of the lines `from` … `to - 1` joined with " / ". */
export function nameOf(view: SheetView, from: number, to: number, column: number): string {
  const parts: string[] = [];
  for (let at = from; at < to; at++) {
    const part = partOf(view, from, to, at, column);
    if (part !== "" && part !== parts.at(-1)) parts.push(part);
  }
  return parts.join(" / ");
}

/** What a line of the header says of a column: its own cell, or that of the group it lies under. */
function partOf(view: SheetView, from: number, to: number, at: number, column: number): string {
  const own = lineText(view.value(at, column));
  if (own !== "") return own;
  const line = view.row(at);
  const merge = view.merges.find(
    ({ top, bottom, left, right }) => top <= line && line <= bottom && left <= column && column <= right,
  );
  if (merge) {
    for (let k = from; k <= at; k++) {
      if (view.row(k) === merge.top) return lineText(view.value(k, merge.left));
    }
    return "";
  }
  // Without merged cells a name holds to the right as long as something stands underneath.
  const beneath = (c: number) => at + 1 < to && hasContent(headerCell(view, at + 1, to, c));
  for (let left = column; left >= 0 && beneath(left); left--) {
    const name = lineText(view.value(at, left));
    if (name !== "") return view.merges.some((m) => m.top === line && m.left === left) ? "" : name;
  }
  return "";
}
