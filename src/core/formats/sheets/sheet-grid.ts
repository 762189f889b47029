/** The cells of a worksheet as the library holds them, brought together: rows and columns without content are gone. */
import type { CellObject, Range } from "@e965/xlsx";
import type { Json } from "../../model/household.ts";
import type { CellReader } from "./sheet-cell.ts";
import { hasContent, type Merge, type SheetView } from "./sheet-view.ts";

/** The last column of a sheet is XFD. */
const MOST_SHEET_COLUMNS = 16_384;
/** Cells of rows times columns, held in memory once content is brought together. */
export const MOST_GRID_CELLS = 40_000_000;

export interface GridRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly first: number;
  readonly filled: number;
  readonly values: Json[];
}

/** A view whose rows can be filled where cells are merged. */
export interface SheetGrid extends SheetView {
  readonly rows: readonly GridRow[];
}

/**
 * Rows with content of a worksheet in dense form. Null when it is too large (`MOST_GRID_CELLS`, or more than
 * `mostColumns` columns with content); what the sheet claims of its size is not looked at.
 */
export function sheetGrid(
  data: readonly (readonly (CellObject | undefined)[] | undefined)[],
  merges: readonly Range[],
  text: SheetView["text"],
  reader: CellReader,
  mostColumns: number,
): SheetGrid | null {
  const used = new Uint8Array(MOST_SHEET_COLUMNS);
  let count = 0;
  // `forEach` steps over holes: a row whose only cell is the last one costs one cell.
  data.forEach((cells) => {
    let any = false;
    cells?.forEach((cell, column) => {
      if (!cell || column >= MOST_SHEET_COLUMNS || !hasContent(reader.look(cell))) return;
      used[column] = 1;
      any = true;
    });
    if (any) count++;
  });
  const columns: number[] = [];
  used.forEach((is, column) => {
    if (is === 1) columns.push(column);
  });
  if (columns.length > mostColumns || count * columns.length > MOST_GRID_CELLS) return null;
  const place = new Int32Array(MOST_SHEET_COLUMNS).fill(-1);
  columns.forEach((column, at) => {
    place[column] = at;
  });
  const rows: GridRow[] = [];
  data.forEach((cells, index) => {
    const values: Json[] = new Array(columns.length).fill(null);
    let filled = 0;
    let first = columns.length;
    cells?.forEach((cell, column) => {
      const at = column < MOST_SHEET_COLUMNS ? place[column]! : -1;
      if (!cell || at < 0) return;
      const value = reader.read(cell, index + 1);
      values[at] = value;
      if (!hasContent(value)) return;
      filled++;
      if (at < first) first = at;
    });
    if (filled > 0) rows.push({ row: index + 1, first, filled, values });
  });
  return {
    rows,
    count: rows.length,
    width: columns.length,
    text,
    merges: placed(merges, columns),
    row: (at) => rows[at]!.row,
    value: (at, column) => rows[at]!.values[column] ?? null,
    filled: (at) => rows[at]!.filled,
    first: (at) => rows[at]!.first,
    lead: (at) => {
      const { filled, values } = rows[at]!;
      return filled < 2 ? 0 : leadOf(values[0]);
    },
    isWhole: () => true,
  };
}

const ZERO = 48;

function leadOf(value: Json | undefined): number {
  if (typeof value === "number") return ZERO;
  return typeof value === "string" && hasContent(value) ? Math.min(value.charCodeAt(0), 128) : 0;
}

/** Merged cells in columns of the grid; those whose first column holds nothing say nothing. */
function placed(merges: readonly Range[], columns: readonly number[]): Merge[] {
  const found: Merge[] = [];
  for (const { s, e } of merges) {
    const left = atLeast(columns, s.c);
    if (columns[left] !== s.c || !(e.r >= s.r) || !(e.c >= s.c)) continue;
    found.push({ top: s.r + 1, bottom: e.r + 1, left, right: atLeast(columns, e.c + 1) - 1 });
  }
  return found.sort((a, b) => a.top - b.top);
}

/** Place of the first number in an ascending list that is not smaller; its length when all are. */
function atLeast(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Writes the value of cells that are merged downwards into every row of data they cover. Returns the rows in
 * which something was filled and how many cells. Merged cells that lie over each other are taken once.
 */
export function fillMerged(grid: SheetGrid, data: Uint32Array): { cells: number; rows: number[] } {
  const numbers = Array.from(data, (at) => grid.rows[at]!.row);
  const done = new Map<number, number>();
  const rows = new Set<number>();
  let cells = 0;
  for (const { top, bottom, left } of grid.merges) {
    if (bottom === top || top <= (done.get(left) ?? 0)) continue;
    done.set(left, bottom);
    const from = atLeast(numbers, top);
    if (numbers[from] !== top) continue;
    const value = grid.rows[data[from]!]!.values[left] ?? null;
    if (!hasContent(value)) continue;
    for (let k = from + 1; k < numbers.length && numbers[k]! <= bottom; k++) {
      const { values } = grid.rows[data[k]!]!;
      if (hasContent(values[left])) continue;
      values[left] = value;
      rows.add(numbers[k]!);
      cells++;
    }
  }
  return { cells, rows: [...rows].sort((a, b) => a - b) };
}
