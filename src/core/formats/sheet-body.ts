/**
 * Which rows under the names of the columns are data, and which are totals, headings of a part, names of the
 * columns once more, or stand under the table. When in doubt a row is data.
 */
import { isNumbering } from "./sheet-header.ts";
import { hasContent, isNumberLike, lineText, type Merge, type SheetView } from "./sheet-view.ts";
import { headingLevel, isPartNumber, isSignature, isTotal, OTHER_HEADING } from "./sheet-words.ts";

export interface Body {
  /** Places of the rows of data among the rows of the view. */
  readonly data: Uint32Array;
  /** One list for each level of headings that occurs: the heading that holds for each row of data, or null. */
  readonly groups: readonly (readonly (string | null)[])[];
  readonly headings: readonly number[];
  readonly totals: readonly number[];
  readonly repeated: readonly number[];
  readonly footer: readonly number[];
}

/** Remarks and signatures are looked for in the last rows only. */
const MOST_FOOTER_ROWS = 60;
const SAMPLE = 200;
/** Share of numbers by which the first column is known to number the rows. */
const MOSTLY = 0.7;
/** Words of a total: its label, and a remark. */
const MOST_WORDS_OF_TOTAL = 2;

interface Heading {
  readonly level: number;
  readonly text: string;
}

/** `from`: place of the first row under the header. `names` as in `Header`; none when there is no header. */
export function readBody(view: SheetView, from: number, names: readonly string[]): Body {
  const end = footerStart(view, from);
  const serial = serialColumn(view, from, end, names);
  const width = names.filter((name) => name !== "").length || usual(view, from, end);
  const data = new Uint32Array(end - from);
  const marks: { readonly at: number; readonly heading: Heading }[] = [];
  const across = new Map<number, Merge>();
  for (const merge of view.merges) if (merge.right > merge.left) across.set(merge.top, merge);
  const totals: number[] = [];
  const repeated: number[] = [];
  let count = 0;
  const odd = oddLeads(names, serial);
  for (let at = from; at < end; at++) {
    const lead = view.lead(at);
    if (lead !== 0 && odd[lead] === 0) {
      data[count++] = at;
      continue;
    }
    const first = view.first(at);
    const value = view.value(at, first);
    const text = typeof value === "string" ? value : null;
    if (text === null || (isDigit(text) && view.filled(at) > 1)) {
      data[count++] = at;
      continue;
    }
    const again =
      isHeaderAgain(view, at, first, text, names) || isRepeatedNumbering(view, at, text, names);
    if (again) repeated.push(at);
    else if (isTotalRow(view, at, first, text, width)) totals.push(at);
    else {
      const heading = headingOf(view, at, first, text, serial, width, across);
      if (heading === null) data[count++] = at;
      else {
        marks.push({ at, heading });
      }
    }
  }
  const rows = data.subarray(0, count);
  const footer = Array.from({ length: view.count - end }, (_, i) => end + i);
  const headings = marks.map(({ at }) => at);
  return { data: rows, groups: groupColumns(rows, marks), headings, totals, repeated, footer };
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** Signs that totals begin with, of ours and of other programs: tổng, cộng, grand total, subtotal. */
const TOTAL_LEADS = "tcgs";
const PART_LEADS = "ABCDEFGHIVXL";

/** 1 for each sign that a row other than data can begin with when its first column is filled. */
function oddLeads(names: readonly string[], serial: number | null): Uint8Array {
  const odd = new Uint8Array(129);
  const mark = (sign: string) => {
    odd[Math.min(sign.charCodeAt(0), 128)] = 1;
  };
  for (const sign of TOTAL_LEADS) {
    mark(sign);
    mark(sign.toUpperCase());
  }
  for (const sign of `( \t\r\n"'`) mark(sign);
  if (serial === 0) for (const sign of PART_LEADS) mark(sign);
  for (const part of (names[0] ?? "").split(" / ")) if (part !== "") mark(part);
  return odd;
}

/** Only the numbers that stood under the header come again with it: bare ones could be data. */
function isRepeatedNumbering(view: SheetView, at: number, text: string, names: readonly string[]): boolean {
  return names.length > 0 && text.startsWith("(") && isNumbering(view, at, names);
}

function isHeaderAgain(
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

function isTotalRow(view: SheetView, at: number, first: number, text: string, width: number): boolean {
  if (!isTotal(text, view.text)) {
    // "A | Tổng cộng": the label may stand after the number of a part.
    if (!isPartNumber(text)) return false;
    const next = nextText(view, at, first + 1);
    if (next === null || !isTotal(next, view.text)) return false;
  }
  let words = 0;
  for (let column = first; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value) && !isNumberLike(value)) words++;
  }
  return words <= MOST_WORDS_OF_TOTAL || words <= width / 3;
}

function nextText(view: SheetView, at: number, from: number): string | null {
  for (let column = from; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value)) return typeof value === "string" ? value : null;
  }
  return null;
}

function headingOf(
  view: SheetView,
  at: number,
  first: number,
  text: string,
  serial: number | null,
  width: number,
  across: ReadonlyMap<number, Merge>,
): Heading | null {
  if (width < 3) return null;
  const count = view.filled(at);
  const level = (name: string) => headingLevel(name) ?? OTHER_HEADING;
  if (count === 1) {
    const merge = across.get(view.row(at));
    const merged = merge !== undefined && merge.left === first && (merge.right - first + 1) * 2 >= width;
    const ahead = serial !== null && first <= serial && !isNumberLike(text) && view.isWhole(at);
    if (!merged && !ahead && (headingLevel(text) === null || !isAlone(view, at, first))) return null;
    return { level: level(text), text: lineText(text) };
  }
  // "I | Xã Cư Pui | | 120 | 560": number of the part, its name, sums.
  if (serial === null || first !== serial || !isPartNumber(text)) return null;
  const name = nextText(view, at, first + 1);
  if (name === null || isNumberLike(name)) return null;
  let words = 0;
  for (let column = first; column < view.width; column++) {
    const value = view.value(at, column);
    if (hasContent(value) && !isNumberLike(value)) words++;
  }
  return words === 2 ? { level: level(name), text: lineText(name) } : null;
}

/** A place named alone in a row is a heading only where the rows around it are filled: some tables are nearly empty. */
function isAlone(view: SheetView, at: number, first: number): boolean {
  for (let near = at + 1; near < Math.min(view.count, at + 4); near++) {
    if (view.filled(near) >= 3 || view.first(near) < first) return true;
  }
  return false;
}

/**
 * The column that numbers the rows: the first one of most rows, when it holds numbers. Parts, which have a letter
 * or a Roman number there, are fewer than the rows; totals do not count.
 */
function serialColumn(
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

function usual(view: SheetView, from: number, end: number): number {
  let most = 0;
  for (let at = from; at < Math.min(end, from + SAMPLE); at++) most = Math.max(most, view.filled(at));
  return most;
}

/** Place of the first row of signatures and remarks after which nothing is data; the number of rows if none. */
function footerStart(view: SheetView, from: number): number {
  const full = usual(view, from, view.count);
  let start = view.count;
  for (let at = view.count - 1; at >= Math.max(from, view.count - MOST_FOOTER_ROWS); at--) {
    const count = view.filled(at);
    if (count > 3 || count >= full) break;
    const first = view.first(at);
    if (isNumberLike(view.value(at, first)) && count > 1) break;
    if (rowTexts(view, at).some(isSignature)) start = at;
  }
  return start;
}

function rowTexts(view: SheetView, at: number): string[] {
  const texts: string[] = [];
  for (let column = view.first(at); column < view.width; column++) {
    const value = view.value(at, column);
    if (typeof value === "string") texts.push(value);
  }
  return texts;
}

/** A heading holds for the rows under it up to the next of its level or of one above it. */
function groupColumns(
  data: Uint32Array,
  marks: readonly { readonly at: number; readonly heading: Heading }[],
): (string | null)[][] {
  const levels = [...new Set(marks.map(({ heading }) => heading.level))].sort((a, b) => a - b);
  const columns = levels.map(() => new Array<string | null>(data.length).fill(null));
  const now: (string | null)[] = levels.map(() => null);
  for (let row = 0, mark = 0; levels.length > 0 && row < data.length; row++) {
    for (; mark < marks.length && marks[mark]!.at < data[row]!; mark++) {
      const { level, text } = marks[mark]!.heading;
      const place = levels.indexOf(level);
      now[place] = text;
      // What names no kind of place stands beside the others and ends none of them.
      for (let inner = place + 1; inner < levels.length; inner++) now[inner] = null;
    }
    for (let k = 0; k < levels.length; k++) columns[k]![row] = now[k]!;
  }
  return columns;
}
