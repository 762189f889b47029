/**
 * Which rows of a very long list are in sight. Rows are equally high, so nothing is measured. Browsers lay out
 * no more than 17.8 million (Firefox) or 33.5 million pixels (Chrome): a longer list scrolls faster than its
 * rows, so that its last row is reached all the same.
 */

/** Height of a row, CSS pixels. */
export const ROW_PX = 26;
/** The list is never laid out higher than this. */
export const MOST_PX = 12_000_000;
/** Rows kept ready above and below what is in sight. */
const SPARE = 6;

/** Height the list takes in the page. */
export function listHeight(rows: number): number {
  return Math.min(rows * ROW_PX, MOST_PX);
}

/** How many pixels of rows one pixel of scrolling passes. */
function pace(rows: number, view: number): number {
  const whole = rows * ROW_PX;
  return whole <= MOST_PX ? 1 : (whole - view) / (MOST_PX - view);
}

export interface RowWindow {
  /** First row that is on the page, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Where the first row lies in the list as laid out, CSS pixels. */
  readonly topPx: number;
}

/** Rows on the page when the list is scrolled to `scrollTop` in a view of `view` pixels. */
export function rowWindow(rows: number, scrollTop: number, view: number): RowWindow {
  const top = Math.min(Math.max(0, scrollTop), Math.max(0, listHeight(rows) - view));
  const virtualTop = top * pace(rows, view);
  const first = Math.max(0, Math.floor(virtualTop / ROW_PX) - SPARE);
  const end = Math.min(rows, Math.ceil((virtualTop + view) / ROW_PX) + SPARE);
  return { first, end, topPx: top - (virtualTop - first * ROW_PX) };
}

/** Where to scroll so that a row is in sight: as little as possible. */
export function scrollTo(rows: number, row: number, scrollTop: number, view: number): number {
  const speed = pace(rows, view);
  const virtualTop = scrollTop * speed;
  const top = row * ROW_PX;
  if (top < virtualTop) return Math.floor(top / speed);
  if (top + ROW_PX > virtualTop + view) return Math.ceil((top + ROW_PX - view) / speed);
  return scrollTop;
}

/** Whole rows in sight: the step of Page Up and Page Down. */
export function rowsInView(view: number): number {
  return Math.max(1, Math.floor(view / ROW_PX) - 1);
}
