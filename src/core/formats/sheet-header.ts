/**
 * Finds the line with the names of the columns under the titles of an office's table, and the lines that belong
 * to it: "Tọa độ" over "X" and "Y", numbers of the columns underneath. When in doubt a line is data.
 */
import { hasContent, isNumberLike, lineText, type SheetView } from "./sheet-view.ts";
import { isColumnName, isTitle } from "./sheet-words.ts";

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

/** Cells of a row with content: column and value. */
function cells(view: SheetView, at: number): { column: number; value: ReturnType<SheetView["value"]> }[] {
  const found: { column: number; value: ReturnType<SheetView["value"]> }[] = [];
  const count = view.filled(at);
  for (let column = view.first(at); column < view.width && found.length < count; column++) {
    const value = view.value(at, column);
    if (hasContent(value)) found.push({ column, value });
  }
  return found;
}

/** The first line that can hold the names; a later one only if it says known names and this one none. */
function nameRow(view: SheetView): number | null {
  const width = usualWidth(view);
  let best: number | null = null;
  for (let at = 0; at < Math.min(view.count, MOST_TITLE_ROWS); at++) {
    const count = view.filled(at);
    const wide = count >= Math.max(Math.min(2, width), width / 2);
    if (!wide) continue;
    const row = cells(view, at);
    if (!row.every(({ value }) => isName(value))) {
      if (!isYears(row.map(({ value }) => value))) break;
    } else if (isTitleRow(row, width)) continue;
    if (known(row) >= 2) return at;
    best ??= at;
  }
  return best;
}

/** A row with a title in it; but one as wide as the table are names, "Kế hoạch 2025" among them. */
function isTitleRow(row: ReturnType<typeof cells>, width: number): boolean {
  const titles = row.filter(({ value }) => isTitle(lineText(value))).length;
  return titles > 0 && known(row) < 2 && (row.length * 4 < width * 3 || titles === row.length);
}

function known(row: ReturnType<typeof cells>): number {
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

function isName(value: ReturnType<SheetView["value"]>): boolean {
  return typeof value === "string" && value.length <= MOST_NAME && !isNumberLike(value);
}

/** Names with years among them: xã; 2023; 2024. */
function isYears(row: readonly ReturnType<SheetView["value"]>[]): boolean {
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
  const row = cells(view, at);
  const names = row.every(
    ({ value }) => isName(value) && lineText(value).length <= MOST_GROUP_NAME && !isTitle(lineText(value)),
  );
  if (!names) return false;
  const beneath = new Set(cells(view, below).map(({ column }) => column));
  const wide = spans(view, at);
  if (view.merges.length > 0) return wide.some(({ left, right }) => right - left + 1 < beneath.size);
  return row.length >= 2 && row.every(({ column }) => beneath.has(column));
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

function isUnder(view: SheetView, from: number, at: number): boolean {
  if (view.row(at) !== view.row(at - 1) + 1) return false;
  const row = cells(view, at);
  if (!row.every(({ value }) => isName(value))) return false;
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

/** The lowest value of a column in the lines `from` … `to - 1`. */
function headerCell(view: SheetView, from: number, to: number, column: number) {
  for (let at = to - 1; at >= from; at--) {
    const value = view.value(at, column);
    if (hasContent(value)) return value;
  }
  return null;
}

function nameOf(view: SheetView, from: number, to: number, column: number): string {
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

const NUMBER = /^\(?\s*(\d{1,3})\s*\)?(?:\s*=.*)?$/;
const LETTER = /^\(?\s*[a-h]\s*\)?$/i;

/**
 * "(1) (2) (3)", "A B 1 2": the numbers of the columns. Bare numbers could be a first row of data: then one of the
 * columns must hold words in the next row.
 */
export function isNumbering(view: SheetView, at: number, names: readonly string[]): boolean {
  const row = cells(view, at);
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
