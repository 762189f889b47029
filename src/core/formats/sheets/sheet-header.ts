/**
 * Finds the line with the names of the columns under the titles of an office's table, and the lines that belong
 * to it: "Tọa độ" over "X" and "Y", numbers of the columns underneath. When in doubt a line is data.
 */
import type { Json } from "../../model/household.ts";
import { isColumnName, isGroupName } from "../column-words.ts";
import { headerCell, nameOf } from "../header-names.ts";
import { isNumbering } from "./numbering-row.ts";
import {
  cellsOf,
  type FilledCell,
  hasContent,
  isNumberLike,
  lineText,
  type SheetView,
} from "./sheet-view.ts";
import { isTitle } from "./sheet-words.ts";

/** A table that begins further down is taken as one without names. */
const MOST_TITLE_ROWS = 60;
const MOST_HEADER_ROWS = 3;
/** Names of columns are shorter. */
const MOST_NAME = 200;
const MOST_GROUP_NAME = 60;
/** Rows from which it is judged how wide the table is. */
const SAMPLE = 300;

/** Places among the rows of the view: titles are before `from`, the header is `from` … `to - 1`, data from `data`. */
export interface Header {
  readonly from: number;
  readonly to: number;
  readonly data: number;
  /** One for every column of the view, parts joined with " / ". */
  readonly names: readonly string[];
}

/** Null: no line has names; everything is data. */
export function findHeader(whole: SheetView): Header | null {
  const view = top(whole);
  const at = nameRow(view);
  if (at === null) return null;
  const from = upwards(view, at);
  const to = downwards(view, from, at + 1);
  const names = Array.from({ length: view.width }, (_, column) => nameOf(view, from, to, column));
  const data = to < view.count && isNumbering(view, to, names) ? to + 1 : to;
  return { from, to, data, names };
}

/** The same with the merged cells of the beginning alone: a register may have 100,000 of them. */
function top(view: SheetView): SheetView {
  const last = Math.min(view.count, MOST_TITLE_ROWS + MOST_HEADER_ROWS) - 1;
  const line = last < 0 ? 0 : view.row(last);
  return {
    count: view.count,
    width: view.width,
    text: view.text,
    merges: view.merges.filter((merge) => merge.top <= line),
    row: (at) => view.row(at),
    value: (at, column) => view.value(at, column),
    filled: (at) => view.filled(at),
    first: (at) => view.first(at),
    lead: (at) => view.lead(at),
    isWhole: (at) => view.isWhole(at),
  };
}

/** The first line that can hold the names; a later one only if it says known names and this one none. */
function nameRow(view: SheetView): number | null {
  const width = usualWidth(view);
  let best: number | null = null;
  for (let at = 0; at < Math.min(view.count, MOST_TITLE_ROWS); at++) {
    const count = view.filled(at);
    const wide = count >= Math.max(Math.min(2, width), width / 2);
    if (!wide) continue;
    const row = cellsOf(view, at);
    if (!row.every(({ value }) => isName(value))) {
      if (!isYears(row.map(({ value }) => value))) break;
    } else if (isTitleRow(row, width)) continue;
    // "X", "Y" under names that are not known (an old encoding) belong to those.
    if (known(row) >= 2) return best !== null && isUnder(view, best, at) ? best : at;
    best ??= at;
  }
  return best;
}

/** A row with a title in it; but one as wide as the table are names, "Kế hoạch 2025" among them. */
function isTitleRow(row: readonly FilledCell[], width: number): boolean {
  const titles = row.filter(({ value }) => isTitle(lineText(value))).length;
  return titles > 0 && known(row) < 2 && (row.length * 4 < width * 3 || titles === row.length);
}

function known(row: readonly FilledCell[]): number {
  return row.filter(({ value }) => isColumnName(lineText(value))).length;
}

/** As many cells as two rows at least have: one row may be wider for a remark beside the table. */
function usualWidth(view: SheetView): number {
  let most = 0;
  let second = 0;
  for (let at = 0; at < Math.min(view.count, SAMPLE); at++) {
    const count = view.filled(at);
    if (count > most) {
      second = most;
      most = count;
    } else if (count > second) second = count;
  }
  return view.count === 1 ? most : second;
}

function isName(value: Json): boolean {
  return typeof value === "string" && value.length <= MOST_NAME && !isNumberLike(value);
}

/** Names with years among them: xã; 2023; 2024. */
function isYears(row: readonly Json[]): boolean {
  if (!isName(row[0] ?? null)) return false;
  const years = row.filter((value) => !isName(value));
  return years.length >= 2 && years.every((value) => /^(?:19|20)\d\d$/.test(lineText(value)));
}

/** First line of the header: names of groups may stand above. */
function upwards(view: SheetView, at: number): number {
  let from = at;
  while (from > 0 && at - from < MOST_HEADER_ROWS - 1 && isOver(view, from - 1, from)) from--;
  return from;
}

/** True for a line of names of groups right above a line of names. */
function isOver(view: SheetView, at: number, below: number): boolean {
  if (view.row(at) !== view.row(below) - 1) return false;
  const row = cellsOf(view, at);
  const names = row.every(
    ({ value }) => isName(value) && lineText(value).length <= MOST_GROUP_NAME && !isTitle(lineText(value)),
  );
  if (!names) return false;
  const beneath = new Set(cellsOf(view, below).map(({ column }) => column));
  const wide = spans(view, at);
  if (view.merges.length > 0) return wide.some(({ left, right }) => right - left + 1 < beneath.size);
  if (row.length < 2 || !row.every(({ column }) => beneath.has(column))) return false;
  // Without merged cells nothing but the words tells it from two titles side by side.
  return row.some(({ value }) => isGroupName(lineText(value)));
}

/** Cells merged across that begin in this line. */
function spans(view: SheetView, at: number) {
  const line = view.row(at);
  return view.merges.filter(({ top, left, right }) => top === line && right > left);
}

/** End of the header: names of single columns may stand under a group, or cells go on downwards. */
function downwards(view: SheetView, from: number, to: number): number {
  let end = to;
  while (end < view.count && end - from < MOST_HEADER_ROWS && isUnder(view, from, end)) end++;
  return end;
}

/** Units: "(ha)", "(người)". */
const IN_BRACKETS = /^\(.*\)$/;

function isUnder(view: SheetView, from: number, at: number): boolean {
  if (view.row(at) !== view.row(at - 1) + 1) return false;
  const row = cellsOf(view, at);
  if (!row.every(({ value }) => isName(value))) return false;
  if (row.every(({ value }) => IN_BRACKETS.test(lineText(value)))) return true;
  const top = view.row(from);
  const line = view.row(at);
  const above = view.merges.filter((merge) => merge.top >= top && merge.top < line);
  if (above.some(({ bottom }) => bottom >= line)) return true;
  const named = (column: number) => column < view.width && hasContent(headerCell(view, from, at, column));
  const covered = (column: number) =>
    above.some(({ left, right }) => right > left && left <= column && column <= right);
  if (above.some(({ left, right }) => right > left)) {
    return row.every(({ column }) => covered(column) || !named(column));
  }
  let blanks = 0;
  for (const { column } of row) {
    if (!named(column)) blanks++;
    else if (column + 1 >= view.width || named(column + 1)) return false;
  }
  // A whole column of names without any is a table whose names are missing, not a second line.
  return blanks > 0 && row.length < view.filled(at - 1) + blanks && view.first(at) > view.first(at - 1);
}
