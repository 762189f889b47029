/** Makes a plan of what can be read of a damaged one: a further copy, with the same origin, so that it can be merged. */
import { fail, type Outcome, ok } from "../../core/outcome.ts";
import { renewCoverages } from "../coverages.ts";
import { writeExtents } from "../extents.ts";
import { sealTables } from "../outside/seal.ts";
import { newPlan, openBytes } from "../plan-file.ts";
import type { Recovery } from "../protocol.ts";
import { SHAPED_TABLES, TABLE_NAMES } from "../rows.ts";
import { SCHEMA_VERSION } from "../schema/index.ts";
import { addShapeFunctions } from "../shape-functions.ts";
import { restoreIndexes } from "../spatial-index.ts";
import { bytesOf, type Database, type Sqlite3Static } from "../sqlite.ts";
import { Statements } from "../statements.ts";
import { markedName } from "../storage/mark-name.ts";
import { withoutTriggers } from "../triggers.ts";
import { Pages } from "./pages.ts";
import { type Forms, type ReadTable, readTables } from "./read-tables.ts";
import { whatHangsTogether } from "./whole-history.ts";

export interface RecoverOptions {
  /** Name of the damaged file, for problems and for a plan that has lost its own name. */
  readonly file: string;
  /** Written after the plan's name. */
  readonly mark: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
}

/** A plan that opens, and the count of every table. `lost` null: not known. */
export interface Recovered extends Pick<Recovery, "tables" | "historyKept"> {
  readonly bytes: Uint8Array;
}

const HISTORY = ["journal", "journal_row"] as const;
/** Without any row of these there is nothing worth opening. */
const SUBSTANCE = ["household", "unit", "forest", "hazard", "road", "centre", "site", "event", "baseline"];
type Tables = ReadonlyMap<string, ReadTable>;

/** Never throws, whatever the bytes are. Refused: `recover.nothing`, `plan.newer`. */
export function recoverBytes(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  options: RecoverOptions,
): Outcome<Recovered> {
  const { file } = options;
  const nothing = fail("recover.nothing", { file }, { file });
  if (bytes.length < 512) return nothing;
  const pages = new Pages(bytes);
  const { forms, version } = formsOf(sqlite);
  const read = readTables(sqlite, pages, new Map([...forms, version]));
  if (versionOf(read) > SCHEMA_VERSION) return fail("plan.newer", { file }, { file });
  const first = whatHangsTogether(read, forms);
  // What fits row by row may still not open as a whole: then the history goes, then one table after another.
  const attempts: (readonly string[])[] = [[], HISTORY];
  for (const table of [...forms.keys()].reverse()) attempts.push([...HISTORY, table]);
  for (const without of attempts) {
    const tables = emptied(first, without);
    if (!SUBSTANCE.some((table) => (tables.get(table)?.rows.length ?? 0) > 0)) continue;
    const made = build(sqlite, tables, forms, options);
    if (!made) continue;
    return ok({ bytes: made, tables: countsOf(tables, forms), historyKept: keepsHistory(tables) });
  }
  return nothing;
}

function countsOf(tables: Tables, forms: Forms): Recovery["tables"] {
  return [...forms.keys()].map((table) => {
    const found = tables.get(table);
    return { table, read: found?.rows.length ?? 0, lost: found ? found.lost : null };
  });
}

function emptied(tables: Tables, names: readonly string[]): Tables {
  return new Map(
    [...tables].map(([name, table]) => {
      if (!names.includes(name)) return [name, table];
      return [name, { rows: [], lost: table.lost === null ? null : table.lost + table.rows.length }];
    }),
  );
}

function keepsHistory(tables: Tables): boolean {
  return HISTORY.every((name) => tables.get(name)?.lost === 0);
}

/** The bytes of the new plan; null when what was read does not make one that opens. */
function build(
  sqlite: Sqlite3Static,
  tables: Tables,
  forms: Forms,
  { file, mark, now }: RecoverOptions,
): Uint8Array | null {
  const facts = new Map(tables.get("plan")?.rows.map(({ row }) => [String(row.key), row.value ?? null]));
  const id = String(facts.get("id") ?? crypto.randomUUID());
  const name = String(facts.get("name") ?? file.replace(/\.gpkg$/i, ""));
  const db = newPlan(sqlite, {
    id,
    name: markedName(name, mark),
    demo: facts.get("demo") === "1",
    created: now,
  });
  try {
    const put = () => {
      fill(db, tables, forms);
      // Extents are measured by the indexes.
      restoreIndexes(sqlite, db, "content");
      writeExtents(db, new Map(SHAPED_TABLES.map((table) => [table, null])));
      const entries = tables.get("journal")?.rows.length ?? 0;
      const whole = [...tables.values()].every(({ lost }) => lost === 0);
      // Undo would put back rows around ones that are missing: it begins anew here unless everything was read.
      if (!whole) setFact(db, "undoable_after", String(entries));
      setFact(db, "name", markedName(name, mark));
      renewCoverages(db);
      // Written by this program, not by another one.
      sealTables(db);
    };
    addShapeFunctions(db);
    withoutTriggers(sqlite, db, () => db.transaction("IMMEDIATE", put));
    const bytes = bytesOf(sqlite, db);
    const opened = openBytes(sqlite, bytes, file);
    if (!opened.ok) return null;
    opened.value.close();
    return bytes;
  } catch (error) {
    // Rows that cannot stand beside one another (a name that is there twice): told by the engine, and not a fault.
    console.warn(error);
    return null;
  } finally {
    db.close();
  }
}

function fill(db: Database, tables: Tables, forms: Forms): void {
  const statements = new Statements(db);
  try {
    for (const [table, form] of forms) {
      const rows = tables.get(table)?.rows ?? [];
      // What a new plan begins with (rules, targets) stands only where the damaged one's own is lost.
      if (rows.length > 0 && table !== "plan") db.exec(`DELETE FROM "${table}"`);
      for (const { rowid, row } of rows) {
        const columns = form.filter(({ name }) => name in row && name !== "fid").map(({ name }) => name);
        // A plan begins with its facts: what the damaged one said of itself takes their place.
        const verb = table === "plan" ? "INSERT OR REPLACE" : "INSERT";
        const numbered = table !== "plan" && form.some(({ name }) => name === "fid");
        const names = numbered ? ["fid", ...columns] : columns;
        const marks = names.map(() => "?").join(", ");
        const values = columns.map((column) => row[column] ?? null);
        statements.run(
          `${verb} INTO "${table}" (${names.map((one) => `"${one}"`).join(", ")}) VALUES (${marks})`,
          numbered ? [rowid, ...values] : values,
        );
      }
    }
  } finally {
    statements.close();
  }
}

function setFact(db: Database, key: string, value: string): void {
  db.exec({ sql: "UPDATE plan SET value = ? WHERE key = ?", bind: [value, key] });
}

function versionOf(read: Tables): number {
  const versions = read.get("schema_version")?.rows.map(({ row }) => Number(row.version)) ?? [];
  return Math.max(0, ...versions);
}

/** The tables of a plan as a new one has them: what commands write, the history, and the log of exports. */
function formsOf(sqlite: Sqlite3Static): {
  forms: Forms;
  version: readonly [string, Forms extends ReadonlyMap<string, infer F> ? F : never];
} {
  const db = newPlan(sqlite, { id: "", name: "", demo: false, created: "1970-01-01T00:00:00.000Z" });
  try {
    const form = (table: string) =>
      db
        .selectObjects('SELECT name, type, "notnull" AS needed FROM pragma_table_info(?) ORDER BY cid', [
          table,
        ])
        .map(({ name, type, needed }) => ({
          name: String(name),
          type: String(type),
          notNull: Number(needed) === 1,
        }));
    const names = [...TABLE_NAMES, "export", ...HISTORY];
    return {
      forms: new Map(names.map((name) => [name, form(name)])),
      version: ["schema_version", form("schema_version")],
    };
  } finally {
    db.close();
  }
}
