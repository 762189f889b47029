/**
 * Which rows under the names of the columns are data, and which are totals, headings of a part, names of the
 * columns once more, or stand under the table. When in doubt a row is data.
 */
import { isHeaderAgain, isRepeatedNumbering } from "./header-again.ts";
import { isPartNumber } from "./heading-words.ts";
import { footerStart } from "./sheet-footer.ts";
import { groupColumns, type Heading, headingOf, nextText } from "./sheet-headings.ts";
import { placeColumns, serialColumn, usualWidth } from "./sheet-sample.ts";
import { hasContent, isNumberLike, type Merge, type SheetView } from "./sheet-view.ts";
import { isTotal } from "./total-words.ts";

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

/** Words of a total: its label, and a remark. */
const MOST_WORDS_OF_TOTAL = 2;

/** `from`: place of the first row under the header. `names` as in `Header`; none when there is no header. */
export function readBody(view: SheetView, from: number, names: readonly string[]): Body {
  const named = names.filter((name) => name !== "").length;
  const end = footerStart(view, from, named || usualWidth(view, from, view.count));
  const serial = serialColumn(view, from, end, names);
  const width = named || usualWidth(view, from, end);
  const data = new Uint32Array(end - from);
  const marks: { readonly at: number; readonly heading: Heading }[] = [];
  const across = new Map<number, Merge>();
  for (const merge of view.merges) if (merge.right > merge.left) across.set(merge.top, merge);
  const totals: number[] = [];
  const repeated: number[] = [];
  let count = 0;
  const places = placeColumns(view, from, end);
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
    const again = isHeaderAgain(view, at, first, text, names) || isRepeatedNumbering(view, at, text, names);
    if (again) repeated.push(at);
    else if (isTotalRow(view, at, first, text, width)) totals.push(at);
    else {
      const heading = headingOf(view, at, first, text, serial, width, across, places);
      if (heading === null) data[count++] = at;
      else {
        marks.push({ at, heading });
      }
    }
  }
  const rows = data.subarray(0, count);
  const footer = Array.from({ length: view.count - end }, (_, i) => end + i);
  // What stands alone after the last row of data is a remark, not a heading.
  const last = count === 0 ? view.count : rows[count - 1]!;
  while (marks.length > 0 && marks.at(-1)!.at > last) footer.unshift(marks.pop()!.at);
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
