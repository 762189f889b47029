/** Walks the tree of a table or an index around what is broken in it. */
import { type CellValue, indexCell, rowCell, valuesIn, varint } from "./cells.ts";
import type { Pages } from "./pages.ts";

/** A row as it lies in the file. */
export interface FoundRow {
  readonly rowid: number;
  readonly values: readonly CellValue[];
}

/** Row numbers in which rows may be missing: above `above`, up to `upTo`. */
export interface Gap {
  readonly above: number;
  readonly upTo: number;
}

export interface FoundTable {
  readonly rows: readonly FoundRow[];
  /** Empty when every page and cell of the tree was read. */
  readonly gaps: readonly Gap[];
  readonly pages: ReadonlySet<number>;
}

/** Deeper is no tree of ours: a page of 512 bytes holds four children and more. */
const DEEPEST = 24;
/** Every row number there can be. */
export const ANYWHERE: Gap = { above: -Number.MAX_SAFE_INTEGER, upTo: Number.MAX_SAFE_INTEGER };

/** Reads every row below `root` that can be read, in the order of row numbers. */
export function walkTable(pages: Pages, root: number): FoundTable {
  const rows: FoundRow[] = [];
  const gaps: Gap[] = [];
  const seen = new Set<number>();
  const visit = (page: number, range: Gap, depth: number): void => {
    const tree = depth < DEEPEST && !seen.has(page) ? pages.tree(page) : null;
    if (!tree?.kind.startsWith("table")) {
      gaps.push(range);
      return;
    }
    seen.add(page);
    if (tree.broken) gaps.push(range);
    if (tree.kind === "table-leaf") {
      const found = rowsOf(pages, page, tree.cells, range);
      for (const row of found.rows) rows.push(row);
      if (found.broken) gaps.push(range);
      return;
    }
    let { above } = range;
    for (const at of tree.cells) {
      const bytes = pages.page(page);
      const key = varint(bytes, at + 4);
      if (!key || key.value <= above || key.value > range.upTo) {
        gaps.push(range);
        continue;
      }
      visit(
        new DataView(bytes.buffer, bytes.byteOffset).getUint32(at),
        { above, upTo: key.value },
        depth + 1,
      );
      above = key.value;
    }
    visit(tree.last, { above, upTo: range.upTo }, depth + 1);
  };
  visit(root, ANYWHERE, 0);
  return { rows, gaps, pages: seen };
}

/** The rows of one leaf whose numbers rise within the range; anything else in it is broken. */
export function rowsOf(
  pages: Pages,
  page: number,
  cells: readonly number[],
  range: Gap,
): { rows: FoundRow[]; broken: boolean } {
  const rows: FoundRow[] = [];
  let broken = false;
  let { above } = range;
  for (const at of cells) {
    const cell = rowCell(pages, page, at);
    const values = cell && valuesIn(cell.payload, pages.encoding);
    if (!values || cell.rowid <= above || cell.rowid > range.upTo) {
      broken = true;
      continue;
    }
    above = cell.rowid;
    rows.push({ rowid: cell.rowid, values });
  }
  return { rows, broken };
}

/** What an index knows of its table. */
export interface FoundKeys {
  /** The key of each row, by row number. */
  readonly keys: ReadonlyMap<number, readonly CellValue[]>;
  /** True when all of the index was read. */
  readonly whole: boolean;
}

/** Reads every key below `root` that can be read. */
export function walkIndex(pages: Pages, root: number): FoundKeys {
  const keys = new Map<number, readonly CellValue[]>();
  const seen = new Set<number>();
  let whole = true;
  const visit = (page: number, depth: number): void => {
    const tree = depth < DEEPEST && !seen.has(page) ? pages.tree(page) : null;
    if (!tree?.kind.startsWith("index")) {
      whole = false;
      return;
    }
    seen.add(page);
    if (tree.broken) whole = false;
    const inner = tree.kind === "index-inner";
    for (const at of tree.cells) {
      if (inner) visit(childAt(pages, page, at), depth + 1);
      const payload = indexCell(pages, page, at, inner ? 4 : 0);
      const values = payload && valuesIn(payload, pages.encoding);
      const rowid = values?.at(-1);
      if (!values || typeof rowid !== "number" || keys.has(rowid)) whole = false;
      else keys.set(rowid, values.slice(0, -1));
    }
    if (inner) visit(tree.last, depth + 1);
  };
  visit(root, 0);
  return { keys, whole };
}

function childAt(pages: Pages, page: number, at: number): number {
  const bytes = pages.page(page);
  if (at + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}
