/** GeoPackage: the tables its contents list, with and without shapes. A plan of this program is told as one. */
import type {
  Dataset,
  FileGroup,
  SourceReader,
  SourceTable,
  SourceTools,
  SqliteFile,
} from "../../intake/dataset.ts";
import { fail, type Outcome, ok, type Problem } from "../../outcome.ts";
import { gpkgTable, type Listed } from "./geopackage-table.ts";

export const geopackage: SourceReader = { formats: ["geopackage"], recognise, read };

const SQLITE = "SQLite format 3\u0000";
/** Tables that every plan of this program has and no other file has together. */
const OF_A_PLAN = ["plan", "household", "journal"];
const TABLES_OF_A_PLAN = `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('${OF_A_PLAN.join("', '")}')`;

function recognise({ main }: FileGroup): boolean {
  return Array.from(SQLITE).every((sign, i) => main.bytes[i] === sign.charCodeAt(0));
}

async function read(
  { main: { name: file, bytes }, companions }: FileGroup,
  tools: SourceTools,
): Promise<Outcome<Dataset>> {
  // What was written last can lie beside the file until the program that wrote it is closed.
  const beside = companions.find(({ name, bytes }) => /-wal$/i.test(name) && bytes.length > 0);
  if (beside) return fail("gpkg.unfinished", { name: beside.name }, { file });
  const tool = await tools.sqlite();
  if (!tool.ok) return tool;
  const opened = tool.value.open(bytes);
  if (!opened.ok) return { ok: false, problem: { ...opened.problem, file } };
  const db = opened.value;
  try {
    return tablesOf(db, file);
  } catch (error) {
    return fail("intake.unreadable", { detail: wordsOf(error) }, { file });
  } finally {
    db.close();
  }
}

function tablesOf(db: SqliteFile, file: string): Outcome<Dataset> {
  if (db.query(TABLES_OF_A_PLAN)[0]?.[0] === OF_A_PLAN.length) return fail("gpkg.plan", undefined, { file });
  const contents = db.query("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'");
  if (contents.length === 0) return fail("gpkg.no-contents", undefined, { file });
  const tables: SourceTable[] = [];
  const notes: Problem[] = [];
  for (const listed of listOf(db, notes, file)) {
    try {
      const table = gpkgTable(db, listed, file);
      if (!table.ok) return table;
      if (table.value.count + table.value.rejected.length > 0) tables.push(table.value);
    } catch (error) {
      // One table that the contents list and the file has not, or that is damaged, spoils no other.
      notes.push({ code: "gpkg.table", file, values: { name: listed.name, detail: wordsOf(error) } });
    }
  }
  if (tables.length === 0) {
    const [first] = notes;
    return first ? { ok: false, problem: first } : fail("format.no-features", undefined, { file });
  }
  return ok({ format: "geopackage", file, tables, notes });
}

function listOf(db: SqliteFile, notes: Problem[], file: string): readonly Listed[] {
  const shapes = new Map<string, string>();
  const known = db.query("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_geometry_columns'");
  if (known.length > 0) {
    for (const [table, column] of db.query("SELECT table_name, column_name FROM gpkg_geometry_columns")) {
      shapes.set(String(table).toLowerCase(), String(column));
    }
  }
  const listed: Listed[] = [];
  const others = new Map<string, number>();
  for (const [name, type, srs] of db.query("SELECT table_name, data_type, srs_id FROM gpkg_contents")) {
    if (type === "features" || type === "attributes" || type === "aspatial") {
      const shape = type === "features" ? shapes.get(String(name).toLowerCase()) : undefined;
      listed.push({ name: String(name), shape: shape ?? null, srs: typeof srs === "number" ? srs : null });
    } else others.set(String(type), (others.get(String(type)) ?? 0) + 1);
  }
  for (const [what, count] of others) notes.push({ code: "format.left-out", file, values: { what, count } });
  return listed;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
