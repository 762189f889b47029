/** A plan as a file: how one begins, and what is looked at before one is trusted. */
import { type Outcome, ok, type Problem } from "../core/outcome.ts";
import { DEFAULT_RULES } from "../core/screening/rule-set.ts";
import { agreesWith, dropColumns, hasKeptColumns } from "./columns-kept.ts";
import { columnsFromRows } from "./columns-rows.ts";
import { CURRENT_RULES } from "./commands/rules-set.ts";
import { renewCoverages } from "./coverages.ts";
import { readEntries, stacksOf } from "./journal.ts";
import { type Adopted, adoptOutside } from "./outside/adopt.ts";
import { missingPart, restoreDerived } from "./outside/form.ts";
import { sealTables } from "./outside/seal.ts";
import { readLayers } from "./read-plan.ts";
import { growSchema, SCHEMA_VERSION, schemaVersionOf } from "./schema/index.ts";
import { addShapeFunctions } from "./shape-functions.ts";
import { snapshotOf } from "./snapshot.ts";
import { restoreIndexes } from "./spatial-index.ts";
import {
  bytesOf,
  type Database,
  databaseFrom,
  emptyDatabase,
  resultCodeOf,
  type Sqlite3Static,
} from "./sqlite.ts";
import { withoutTriggers } from "./triggers.ts";

export interface NewPlan {
  readonly id: string;
  readonly name: string;
  /** True only for the made-up area. */
  readonly demo: boolean;
  /** ISO 8601 in UTC. */
  readonly created: string;
}

/** An empty plan in memory. The same input gives the same bytes. */
export function newPlan(sqlite: Sqlite3Static, { id, name, demo, created }: NewPlan): Database {
  const db = emptyDatabase(sqlite);
  growSchema(sqlite, db);
  const facts = { id, name, demo: demo ? "1" : "0", origin: id, created, undoable_after: "0" };
  const begin = () => {
    for (const [key, value] of Object.entries(facts)) {
      db.exec({ sql: "INSERT INTO plan (key, value) VALUES (?, ?)", bind: [key, value] });
    }
    db.exec({
      sql: "INSERT INTO rule_set (id, rules) VALUES (?, ?)",
      bind: [CURRENT_RULES, JSON.stringify(DEFAULT_RULES)],
    });
    db.exec({
      sql: "UPDATE gpkg_contents SET last_change = ?",
      bind: [created],
    });
    sealTables(db);
  };
  withoutTriggers(sqlite, db, () => db.transaction("IMMEDIATE", begin));
  return db;
}

/**
 * Opens the bytes of a file from elsewhere in memory, after a look at all of it; an older form is brought up to
 * date in memory, and what other programs changed is taken into the history (decision 12), which the notes tell.
 * Refused: `plan.not-a-plan` (another kind of file, or a GeoPackage without a plan), `plan.damaged` (cut off or
 * inconsistent), `outside.table-missing`, `outside.column-missing`, `outside.table-refused` (another program took
 * away or spoilt what cannot be done without). `file` names it in problems; `now` gives the time, ISO 8601 in UTC.
 */
export function openBytes(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  file: string,
  now: () => string = () => new Date().toISOString(),
): Outcome<Database> {
  return openWith(sqlite, bytes, file, (db) => {
    const finding = examine(db, "whole");
    return finding ? { problem: problemOf(finding, file) } : takeIn(sqlite, db, file, now());
  });
}

/**
 * What is to be kept of a file that was opened: itself, unless its columns were dropped, a spatial index was put right
 * or it was brought up to date.
 */
export function bytesToKeep(sqlite: Sqlite3Static, opened: Database, came: Uint8Array): Uint8Array {
  const asItCame = sqlite.capi.sqlite3_total_changes(opened.pointer!) === 0;
  return asItCame && hasKeptColumns(opened) ? came : bytesOf(sqlite, opened);
}

/** Opens bytes that this program wrote and looked at when they came in: only what they are is looked at. */
export function openOwnBytes(sqlite: Sqlite3Static, bytes: Uint8Array, file: string): Outcome<Database> {
  return openWith(sqlite, bytes, file, (db) => {
    const finding = examine(db, "what-it-is");
    return finding ? { problem: problemOf(finding, file) } : { notes: [] };
  });
}

type Finding = "plan.damaged" | "plan.not-a-plan" | null;

function problemOf(code: NonNullable<Finding>, file: string): Problem {
  return { code, file, values: { file } };
}

function openWith(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  file: string,
  look: (db: Database) => Adopted,
): Outcome<Database> {
  const refuse = (problem: Problem) => ({ ok: false, problem }) as const;
  if (!startsAsSqlite(bytes)) return refuse(problemOf("plan.not-a-plan", file));
  if (isCutOff(bytes)) return refuse(problemOf("plan.damaged", file));
  let db: Database | null = null;
  try {
    db = databaseFrom(sqlite, bytes);
    const found = look(db);
    if (!("problem" in found)) return ok(db, found.notes);
    db.close();
    return refuse(found.problem);
  } catch (error) {
    db?.close();
    if (resultCodeOf(sqlite, error) === null) throw error;
    return refuse(problemOf("plan.damaged", file));
  }
}

/**
 * What is wrong with an open database as a plan, or null. `whole` looks at every page and index; `what-it-is`
 * only whether it is a plan (decision 8 says when which). Throws what the engine throws on a broken page.
 */
export function examine(db: Database, depth: "whole" | "what-it-is"): Finding {
  // A file from elsewhere may carry sentences that run by themselves: they get no dangerous functions.
  db.exec("PRAGMA trusted_schema = OFF");
  if (depth === "whole" && db.selectValue("PRAGMA integrity_check(1)") !== "ok") return "plan.damaged";
  if (schemaVersionOf(db) === 0) return "plan.not-a-plan";
  const tables = db.selectValue(
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('plan', 'household', 'journal')",
  );
  if (tables !== 3) return "plan.not-a-plan";
  return factOf(db, "id") ? null : "plan.not-a-plan";
}

/** Tables of an open plan, to be looked at one by one with `isTableWhole`. */
export function tablesOf(db: Database): string[] {
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid";
  return db.selectValues(sql).map(String);
}

/** Looks at every page of one table and its indexes. Throws what the engine throws on a broken page. */
export function isTableWhole(db: Database, table: string): boolean {
  return db.selectValue(`PRAGMA integrity_check("${table.replaceAll('"', '""')}")`) === "ok";
}

/**
 * Takes in what other programs changed, then reads everything once, households from their rows. A page can be whole
 * and say nonsense (a flipped bit): such a file is refused here, before it is kept, and not when its history or its
 * map is first asked for. Columns that claim to be true and are not are dropped. Says nothing of files in a newer form.
 */
function takeIn(sqlite: Sqlite3Static, db: Database, file: string, now: string): Adopted {
  if (isNewer(db)) return { notes: [] };
  const fresh = emptyDatabase(sqlite);
  try {
    growSchema(sqlite, fresh);
    // Nothing is known of what other programs did to a file of an older form.
    if (schemaVersionOf(db) < SCHEMA_VERSION) growSchema(sqlite, db);
    const missing = missingPart(db, fresh);
    if (missing) return { problem: problemOfMissing(missing, file) };
    restoreDerived(db, fresh);
    addShapeFunctions(db);
    const adopted = adoptOutside(sqlite, db, { file, now, fresh });
    if ("problem" in adopted) return adopted;
    withoutTriggers(sqlite, db, () => {
      // What was adopted left true indexes behind.
      if (adopted.notes.length === 0)
        db.transaction("IMMEDIATE", () => restoreIndexes(sqlite, db, "content"));
      db.transaction("IMMEDIATE", () => renewCoverages(db));
    });
    stacksOf(readEntries(db), Number(factOf(db, "undoable_after") ?? 0));
    readLayers(db);
    const households = columnsFromRows(sqlite, db);
    snapshotOf(sqlite, db, { id: "", revision: 0 }, households);
    if (!agreesWith(sqlite, db, households)) dropColumns(db);
    return adopted;
  } catch {
    // Whatever was thrown came from the rows: nothing else is looked at here.
    return { problem: problemOf("plan.damaged", file) };
  } finally {
    fresh.close();
  }
}

function problemOfMissing(
  { table, column }: NonNullable<ReturnType<typeof missingPart>>,
  file: string,
): Problem {
  if (column === null) return { code: "outside.table-missing", file, values: { file, table } };
  return { code: "outside.column-missing", file, values: { file, table, column } };
}

/** True when the plan was written by a later version of this program. */
export function isNewer(db: Database): boolean {
  return schemaVersionOf(db) > SCHEMA_VERSION;
}

/** A fact of the plan as a whole, null when it is not written. */
export function factOf(db: Database, key: string): string | null {
  const value = db.selectValue("SELECT value FROM plan WHERE key = ?", [key]);
  return value === undefined || value === null ? null : String(value);
}

const MAGIC = "SQLite format 3\u0000";

function startsAsSqlite(bytes: Uint8Array): boolean {
  if (bytes.length < 100) return false;
  return [...MAGIC].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

/** The head of the file says how many pages of which size there should be (when it was written last by SQLite ≥ 3.7). */
function isCutOff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 100);
  const pageSize = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const pagesAreTrue = view.getUint32(24) === view.getUint32(92);
  return pagesAreTrue && bytes.length < view.getUint32(28) * pageSize;
}
