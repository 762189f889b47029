/** Reads the rows of the plan's tables out of a damaged file. A row is taken only when nothing speaks against it. */
import type { Sqlite3Static } from "../sqlite.ts";
import type { CellValue } from "./cells.ts";
import { findTables, type TableInFile } from "./find-tables.ts";
import type { Pages } from "./pages.ts";
import { type ColumnForm, canBeRow } from "./row-check.ts";
import { type FoundKeys, type FoundRow, type Gap, rowsOf, walkIndex, walkTable } from "./trees.ts";

export interface ReadRow {
  readonly rowid: number;
  readonly row: Readonly<Record<string, CellValue>>;
}

/** `lost`: rows that should be there and are not; null when it is not known how many. */
export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly lost: number | null;
}

/** Columns of each table as a new plan has them. */
export type Forms = ReadonlyMap<string, readonly ColumnForm[]>;

interface Half {
  readonly table: TableInFile;
  readonly form: readonly ColumnForm[];
  readonly gaps: readonly Gap[];
  readonly pages: ReadonlySet<number>;
  /** Keys by row number, from an index; one that can be read whole when there is one. */
  readonly index: FoundKeys | null;
  readonly rows: Map<number, ReadRow>;
  refused: number;
}

/** Every table of `forms`; one that the file has not is missing in the answer. */
export function readTables(sqlite: Sqlite3Static, pages: Pages, forms: Forms): Map<string, ReadTable> {
  const tables = findTables(sqlite, pages);
  const halves: Half[] = [];
  for (const [name, form] of forms) {
    const table = tables.get(name);
    if (table) halves.push(readOne(pages, table, form));
  }
  readLooseLeaves(pages, halves);
  const read = new Map<string, ReadTable>();
  for (const half of halves) {
    const rows = [...half.rows.values()].sort((a, b) => a.rowid - b.rowid);
    read.set(half.table.name, { rows, lost: lostOf(half) });
  }
  return read;
}

function readOne(pages: Pages, table: TableInFile, form: readonly ColumnForm[]): Half {
  const { rows: found, gaps, pages: seen } = walkTable(pages, table.root);
  const indexes = table.indexes.map((root) => walkIndex(pages, root));
  const index = indexes.find(({ whole }) => whole) ?? indexes[0] ?? null;
  const half: Half = { table, form, gaps, pages: seen, index, rows: new Map(), refused: 0 };
  for (const one of found) take(half, one);
  return half;
}

/** An index that knows fewer rows than were read is itself out of date: then it says nothing. */
function lostOf({ index, rows, gaps, refused }: Half): number | null {
  if (index?.whole && index.keys.size >= rows.size) return index.keys.size - rows.size;
  return gaps.length === 0 ? refused : null;
}

function take(half: Half, found: FoundRow): boolean {
  const read = asRow(half, found);
  if (read && !half.rows.has(found.rowid)) {
    half.rows.set(found.rowid, read);
    return true;
  }
  half.refused++;
  return false;
}

function asRow({ table, form, index }: Half, { rowid, values }: FoundRow): ReadRow | null {
  const { columns, numbered } = table;
  if (values.length > columns.length) return null;
  // The row's number is stored as NULL in its own column.
  if (numbered >= 0 && values[numbered] !== null) return null;
  const row: Record<string, CellValue> = {};
  columns.forEach((column, i) => {
    // A column that was added later is not in older rows: its default is left to the new plan.
    if (i < values.length) row[column] = i === numbered ? rowid : values[i]!;
  });
  if (!canBeRow(table.name, form, row)) return null;
  const key = index?.keys.get(rowid);
  // A row that a whole index does not know of is none.
  if (!key) return index?.whole ? null : { rowid, row };
  // Row and index say the same key twice: where they differ, one of them is damaged and neither is believed.
  const said = Object.values(row);
  return key.every((part) => said.includes(part)) ? { rowid, row } : null;
}

/**
 * Leaves below an inner page that is gone. Only when the file knows which pages are free: a free page still holds
 * rows of an earlier time. Taken when all its rows fall into what one table misses, and fit no other table.
 */
function readLooseLeaves(pages: Pages, halves: readonly Half[]): void {
  const broken = halves.filter(({ gaps }) => gaps.length > 0);
  const free = broken.length > 0 ? pages.free() : null;
  if (!free) return;
  const reached = new Set(halves.flatMap((half) => [...half.pages]));
  for (let page = 2; page <= pages.count; page++) {
    if (reached.has(page) || free.has(page)) continue;
    const tree = pages.tree(page);
    if (tree?.kind !== "table-leaf" || tree.cells.length === 0) continue;
    const fitting = broken.flatMap((half) => {
      const rows = rowsIn(pages, page, tree.cells, half);
      return rows ? [{ half, rows }] : [];
    });
    if (fitting.length !== 1) continue;
    const { half, rows } = fitting[0]!;
    for (const row of rows) take(half, row);
  }
}

function rowsIn(
  pages: Pages,
  page: number,
  cells: readonly number[],
  half: Half,
): readonly FoundRow[] | null {
  for (const gap of half.gaps) {
    const { rows, broken } = rowsOf(pages, page, cells, gap);
    if (!broken && rows.every((row) => !half.rows.has(row.rowid) && asRow(half, row))) return rows;
  }
  return null;
}
