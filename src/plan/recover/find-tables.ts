/** Finds where tables and indexes begin: from the list in the file, and from what is left of that list. */
import { emptyDatabase, type Sqlite3Static } from "../sqlite.ts";
import type { CellValue } from "./cells.ts";
import type { Pages } from "./pages.ts";
import { ANYWHERE, rowsOf, walkTable } from "./trees.ts";

/** A table of the damaged file. */
export interface TableInFile {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly string[];
  /** Place of the column that is the row's number, -1 when there is none. */
  readonly numbered: number;
  /** Where indexes that hold every row begin. */
  readonly indexes: readonly number[];
}

interface ListLine {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  readonly root: number;
  readonly sql: string | null;
}

/** Tables by name. A table that is named twice (by a page that is out of use) is taken where most rows can be read. */
export function findTables(sqlite: Sqlite3Static, pages: Pages): Map<string, TableInFile> {
  const lines = listLines(pages);
  const found = new Map<string, TableInFile>();
  for (const { type, name, root, sql } of lines) {
    if (type !== "table" || sql === null) continue;
    const form = formOf(sqlite, name, sql);
    if (!form) continue;
    const indexes = lines
      .filter((line) => line.type === "index" && line.table === name && !/\bWHERE\b/i.test(line.sql ?? ""))
      .map((line) => line.root);
    const table = { name, root, ...form, indexes: [...new Set(indexes)] };
    const other = found.get(name);
    if (!other || (other.root !== root && rowsBelow(pages, table) > rowsBelow(pages, other))) {
      found.set(name, table);
    }
  }
  return found;
}

function rowsBelow(pages: Pages, { root, columns }: TableInFile): number {
  return walkTable(pages, root).rows.filter(({ values }) => values.length <= columns.length).length;
}

/** The lines of the file's list of tables; when that list is broken also those on pages nobody leads to. */
function listLines(pages: Pages): ListLine[] {
  const list = walkTable(pages, 1);
  const lines = list.rows.flatMap(({ values }) => lineOf(pages, values));
  if (list.gaps.length === 0) return lines;
  const free = pages.free();
  for (let page = 2; page <= pages.count; page++) {
    if (list.pages.has(page) || free?.has(page)) continue;
    const tree = pages.tree(page);
    if (tree?.kind !== "table-leaf") continue;
    lines.push(
      ...rowsOf(pages, page, tree.cells, ANYWHERE).rows.flatMap(({ values }) => lineOf(pages, values)),
    );
  }
  return lines;
}

function lineOf(pages: Pages, values: readonly CellValue[]): ListLine[] {
  const [type, name, table, root, sql] = values;
  if (values.length !== 5 || (type !== "table" && type !== "index")) return [];
  if (typeof name !== "string" || typeof table !== "string" || typeof root !== "number") return [];
  if (!pages.has(root) || (sql !== null && typeof sql !== "string")) return [];
  return [{ type, name, table, root, sql: sql as string | null }];
}

/** The columns a table was made with; null when its sentence is broken or makes no plain table. */
function formOf(
  sqlite: Sqlite3Static,
  name: string,
  sql: string,
): { columns: readonly string[]; numbered: number } | null {
  if (!/^CREATE\s+TABLE\b/i.test(sql) || /WITHOUT\s+ROWID\s*;?\s*$/i.test(sql)) return null;
  const scratch = emptyDatabase(sqlite);
  try {
    scratch.exec(sql);
    const columns = scratch.selectObjects("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", [
      name,
    ]);
    if (columns.length === 0) return null;
    const keys = columns.filter(({ pk }) => Number(pk) > 0);
    const numbered =
      keys.length === 1 && /^INTEGER$/i.test(String(keys[0]!.type)) ? columns.indexOf(keys[0]!) : -1;
    return { columns: columns.map((column) => String(column.name)), numbered };
  } catch {
    return null; // a sentence with a broken letter in it; nothing else runs here
  } finally {
    scratch.close();
  }
}
