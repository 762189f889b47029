/** Cells as they lie in a sheet or a text file, before anyone knows which of them are the table. */
import type { Json } from "../../model/household.ts";

/** Merged cells: the value stands at `top`, `left`. Rows as people count, columns of the view; both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows that have any content, in order. */
export interface SheetView {
  readonly count: number;
  readonly width: number;
  /** As in `SourceTable`: bytes are matched with words of ours by their consonants only. */
  readonly text: "unicode" | "bytes";
  readonly merges: readonly Merge[];
  /** As a spreadsheet counts. */
  row(at: number): number;
  /** Of the cell itself; what lies under merged cells is null. */
  value(at: number, column: number): Json;
  /** Number of cells with content. */
  filled(at: number): number;
  /** Column of the first of them. */
  first(at: number): number;
  /**
   * Code of the first sign of a row whose first column and another are filled (128 for anything beyond ASCII), so
   * that ordinary rows are told without making text; 0 when the row has to be looked at.
   */
  lead(at: number): number;
  /** False for a line of text that ends before the last column: it may be half of one that was broken in two. */
  isWhole(at: number): boolean;
}

/** Neither empty nor blanks only. */
export function hasContent(value: Json | undefined): boolean {
  return typeof value === "string" ? /[^\s]/.test(value) : value !== null && value !== undefined;
}

/** Digits with what stands between them in numbers, dates, degrees (`12°30'15"N`) and `(1)`; no word. */
const NUMBER_LIKE = /^[\s\d.,;:/°º'"’”′″+\-–%()=]+(?:[eEnNbBĐđsSwW][\s\d.,+\-°'"]*)*$/u;

/** A number, true or false, or a text that is one. An empty cell is not. */
export function isNumberLike(value: Json): boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && /\d/.test(value) && NUMBER_LIKE.test(value);
}

/** Text of a cell on one line; "" for nothing. Only ASCII blanks are taken: in bytes others may be letters. */
export function lineText(value: Json): string {
  if (value === null || typeof value === "object") return "";
  return String(value)
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/^ | $/g, "");
}

export interface FilledCell {
  readonly column: number;
  readonly value: Json;
}

/** Cells of a row with content, in order. */
export function cellsOf(view: SheetView, at: number): FilledCell[] {
  const found: FilledCell[] = [];
  const count = view.filled(at);
  for (let column = view.first(at); column < view.width && found.length < count; column++) {
    const value = view.value(at, column);
    if (hasContent(value)) found.push({ column, value });
  }
  return found;
}
