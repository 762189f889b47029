/**
 * Takes in what other programs did to a plan (decision 12): one entry of the history with the rows as they were, an
 * `import` row that counts, and every refused row put back.
 */
import type { Problem } from "../../core/outcome.ts";
import { eachRow } from "../columns-raw.ts";
import { deriveContainingUnits } from "../containing-unit.ts";
import { writeExtents, writeLastChange } from "../extents.ts";
import { type Entry, readEntries, writeEntry } from "../journal.ts";
import type { TouchedRows } from "../recorder.ts";
import { TABLE_NAMES, type TableName } from "../rows.ts";
import { restoreIndexes } from "../spatial-index.ts";
import type { Database, Sqlite3Static } from "../sqlite.ts";
import { withoutTriggers } from "../triggers.ts";
import { Digest } from "./digest.ts";
import { forgetCounts, remakeTable } from "./form.ts";
import { isShaped, loggedColumns, rowAsJson } from "./logged-columns.ts";
import { refusedCount, refuseWrongRows, TOLD } from "./refuse.ts";
import { isLogged, sealTables, unsealedTables } from "./seal.ts";
import { changedTables, findNetChanges, forgetNetChanges } from "./what-changed.ts";
import { writeOutsideRows } from "./write-history.ts";

export interface Adoption {
  /** Name of the file, for the list of imports and in problems. */
  readonly file: string;
  /** Now, ISO 8601 in UTC: nothing can have been changed later. */
  readonly now: string;
  /** A new plan of this form, to be compared with. */
  readonly fresh: Database;
}

/** What was done; `problem`: the plan cannot be opened as it is, and nothing was changed. */
export type Adopted = { readonly notes: readonly Problem[] } | { readonly problem: Problem };

/** So many households are named to whoever works out their units; more are "all". */
const NAMED_AT_MOST = 1000;
/** Of the refusals so many are said at once; the list of imports has them all, or the first `TOLD`. */
const SAID = 20;
/** Vietnam is seven hours ahead of UTC the whole year. */
const VIETNAM_MS = 7 * 3_600_000;

/**
 * Adopts everything that was done since this program wrote the plan, in one transaction. The plan has the present
 * form, and every table and column of it. The same file gives the same entry, name and time included, to everybody.
 */
export function adoptOutside(sqlite: Sqlite3Static, db: Database, about: Adoption): Adopted {
  const remade = unsealedTables(db);
  if (remade.length === 0 && !isLogged(db)) return { notes: [] };
  return withoutTriggers(sqlite, db, () => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const adopted = adopt(sqlite, db, about, remade);
      db.exec("problem" in adopted ? "ROLLBACK" : "COMMIT");
      return adopted;
    } catch (error) {
      if (!sqlite.capi.sqlite3_get_autocommit(db.pointer!)) db.exec("ROLLBACK");
      throw error;
    } finally {
      forgetNetChanges(db);
    }
  });
}

function adopt(sqlite: Sqlite3Static, db: Database, about: Adoption, remade: readonly TableName[]): Adopted {
  const { file, now } = about;
  const last = readEntries(db).at(-1);
  const at = timeOf(db, last, now);
  const leftOut = remade.flatMap((table) => takeWhole(db, about, table, at));
  findNetChanges(db);
  const today = new Date(Date.parse(now) + VIETNAM_MS).toISOString().slice(0, 10);
  const refusals = { file, today, remade, problems: leftOut.slice(0, TOLD) };
  const read = Number(db.selectValue("SELECT count(*) FROM temp.outside_net")) + leftOut.length;
  refuseWrongRows(db, refusals);
  const unusable = remade.find((table) => isSpoilt(db, table, leftOut));
  if (unusable) return { problem: refusedWhole(unusable, refusals.problems, file) };
  const refused = refusedCount(db) + leftOut.length;
  const changed = changedTables(db);
  const households = householdsTouched(db);
  if (read > 0 || remade.length > 0) {
    const seq = (last?.seq ?? 0) + 1;
    const uid = `outside/${nameOf(sqlite, db, changed, last?.uid ?? "")}`;
    writeOutsideRows(db, seq);
    const counts = { read, accepted: read - refused, rejected: refused };
    writeImport(db, seq, { ...counts, id: uid.replace("/", "-"), file, at, problems: refusals.problems });
    writeEntry(db, entryOf(seq, uid, at, counts, remade));
    // What the rows of a table were that was made anew nobody knows: undo cannot go past it.
    if (remade.length > 0) {
      db.exec({ sql: "UPDATE plan SET value = ? WHERE key = 'undoable_after'", bind: [String(seq)] });
    }
    writeLastChange(db, [...changed, "import", "journal", "journal_row"], at);
  }
  // The other program kept the indexes; what was put back or brought into our form is not in them yet.
  restoreIndexes(sqlite, db, "content");
  const shaped = TABLE_NAMES.filter(
    (table) => isShaped(db, table) && (isTouched(db, table) || remade.includes(table)),
  );
  writeExtents(db, new Map(shaped.map((table) => [table, null])));
  if (households) db.exec("UPDATE household_column_state SET stale = 1");
  deriveContainingUnits(sqlite, db, touchedRows(changed, households));
  forgetCounts(db);
  const done = { file, accepted: read - refused, refused, remade, problems: refusals.problems, changed };
  const notes = notesOf(db, done);
  sealTables(db);
  return { notes };
}

/** Logs every row of a table that was made anew as one that came: what was there before is not known. */
function takeWhole(db: Database, { fresh, file }: Adoption, table: TableName, at: string): Problem[] {
  const leftOut = remakeTable(db, fresh, table, { file, at });
  db.exec({ sql: "DELETE FROM outside_change WHERE table_name = ?", bind: [table] });
  db.exec({
    sql: `INSERT INTO outside_change (table_name, row_fid, existed, at) SELECT ?, fid, 0, ? FROM "${table}" ORDER BY fid`,
    bind: [table, at],
  });
  return leftOut;
}

/**
 * When it happened: the newest time the triggers wrote; else when GDAL or QGIS say that a table changed; else now.
 * Not before the last entry, and not in the future, whatever the clock of the other machine said.
 */
function timeOf(db: Database, last: Entry | undefined, now: string): string {
  const logged = db.selectValue("SELECT max(at) FROM outside_change");
  const list = TABLE_NAMES.map((table) => `'${table}'`).join(", ");
  const said = db.selectValue(`SELECT max(last_change) FROM gpkg_contents WHERE table_name IN (${list})`);
  const earliest = last?.at ?? "";
  const later = (time: unknown) => (isMoment(time) && time > earliest ? time : null);
  const at = isMoment(logged) ? (later(logged) ?? earliest) : (later(said) ?? now);
  return at > now || at === "" ? now : at;
}

function isMoment(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}

/**
 * A table made anew of which no row can stand, or that is in another coordinate system, is a mistake in how it was
 * written and not in its rows; there are no former rows to go back to.
 */
function isSpoilt(db: Database, table: TableName, leftOut: readonly Problem[]): boolean {
  const elsewhere = `SELECT EXISTS (SELECT 1 FROM temp.outside_net n JOIN temp.outside_fault f ON f.log = n.log
    WHERE n.refused = 1 AND n.table_name = ? AND f.fault = 'system')`;
  if (db.selectValue(elsewhere, [table]) === 1) return true;
  const lost =
    leftOut.some(({ values }) => values?.table === table) ||
    db.selectValue("SELECT EXISTS (SELECT 1 FROM temp.outside_net WHERE refused = 1 AND table_name = ?)", [
      table,
    ]) === 1;
  return lost && db.selectValue(`SELECT EXISTS (SELECT 1 FROM "${table}")`) === 0;
}

function refusedWhole(table: TableName, problems: readonly Problem[], file: string): Problem {
  const first = problems.find(({ values }) => values?.table === table);
  const { field = "", values } = first ?? {};
  return { code: "outside.table-refused", file, values: { file, table, field, value: values?.value ?? "–" } };
}

/** The name of the entry: what it follows and what it changed, so that two who open one file name it alike. */
function nameOf(sqlite: Sqlite3Static, db: Database, changed: readonly TableName[], after: string): string {
  const digest = new Digest().addText(after);
  for (const table of changed) {
    digest.addText(table);
    const shaped = isShaped(db, table);
    const now = `CASE WHEN t.fid IS NOT NULL THEN ${rowAsJson(loggedColumns(db, table), shaped, "t")} END`;
    const sql = `SELECT n.kind || ' ' || n.row_fid, c.before, c.before_geom, ${now}, ${shaped ? "t.geom" : "NULL"}
      FROM temp.outside_net n JOIN outside_change c ON c.fid = n.log LEFT JOIN "${table}" t ON t.fid = n.row_fid
      WHERE n.table_name = ? AND n.refused = 0 ORDER BY n.row_fid`;
    eachRow(sqlite, db, sql, [table], (row) => {
      for (let column = 0; column < 5; column++) {
        if (row.bytes(column)) digest.add(row.memory, row.at, row.at + row.length);
        else digest.addText("");
      }
    });
  }
  return digest.end();
}

interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
}

function entryOf(seq: number, uid: string, at: string, counts: Counts, remade: readonly TableName[]): Entry {
  const values = { count: counts.accepted, refused: counts.rejected };
  const common = { seq, uid, at, kind: "do", target: null, author: null, group: null } as const;
  if (remade.length === 0) return { ...common, command: "outside.adopt", values };
  return { ...common, command: "outside.replace", values: { ...values, tables: remade.join(", ") } };
}

function writeImport(
  db: Database,
  seq: number,
  row: Counts & { id: string; file: string; at: string; problems: readonly Problem[] },
): void {
  const { id, file, read, accepted, rejected, problems, at } = row;
  const over =
    rejected > problems.length && problems.length >= TOLD ? [more(rejected - problems.length)] : [];
  db.exec({
    sql: `INSERT INTO import (id, file, format, taken_as, read, accepted, rejected, problems, at)
          VALUES (?, ?, 'outside', 'edit', ?, ?, ?, ?, ?)`,
    bind: [id, file, read, accepted, rejected, JSON.stringify([...problems, ...over]), at],
  });
  db.exec({
    sql: `INSERT INTO journal_row (seq, table_name, op, first_fid, last_fid, key)
          SELECT ?, 'import', 'insert', fid, fid, id FROM import WHERE id = ?`,
    bind: [seq, id],
  });
}

const more = (count: number): Problem => ({ code: "outside.more", values: { count } });

/** Rows of a table that other programs wrote, accepted or put back. */
function isTouched(db: Database, table: TableName): boolean {
  return db.selectValue("SELECT EXISTS (SELECT 1 FROM outside_change WHERE table_name = ?)", [table]) === 1;
}

/** Households whose row was written, in whatever column: their unit is worked out anew. Null: none. */
function householdsTouched(db: Database): TouchedRows | null {
  if (!isTouched(db, "household")) return null;
  const ids = db.selectValues(
    `SELECT DISTINCT h.id FROM outside_change c JOIN household h ON h.fid = c.row_fid
     WHERE c.table_name = 'household' LIMIT ${NAMED_AT_MOST + 1}`,
  );
  return ids.length > NAMED_AT_MOST ? "all" : new Set(ids.map(String));
}

function touchedRows(
  changed: readonly TableName[],
  households: TouchedRows | null,
): Map<TableName, TouchedRows> {
  const touched = new Map<TableName, TouchedRows>(changed.map((table) => [table, "all"]));
  if (households) touched.set("household", households);
  return touched;
}

interface Done {
  readonly file: string;
  readonly accepted: number;
  readonly refused: number;
  readonly remade: readonly TableName[];
  readonly problems: readonly Problem[];
  readonly changed: readonly TableName[];
}

function notesOf(db: Database, { file, accepted, refused, remade, problems, changed }: Done): Problem[] {
  if (accepted + refused === 0 && remade.length === 0) return [];
  const values = { file, count: accepted, refused };
  const notes: Problem[] =
    remade.length === 0
      ? [{ code: "outside.adopted", file, values }]
      : [{ code: "outside.replaced", file, values: { ...values, tables: remade.join(", ") } }];
  notes.push(...problems.slice(0, SAID));
  if (problems.length > SAID) notes.push(more(problems.length - SAID));
  if (changed.includes("household")) notes.push(...leftBehind(db));
  return notes;
}

/** Events and baseline members stay when their household is taken away; those without one now are counted. */
function leftBehind(db: Database): Problem[] {
  const [count, id] = db.selectArray(
    `SELECT count(*), min(id) FROM (SELECT household_id AS id FROM event UNION SELECT household_id FROM baseline_member)
     WHERE id IN (SELECT json_extract(c.before, '$."id"') FROM temp.outside_net n JOIN outside_change c ON c.fid = n.log
       WHERE n.table_name = 'household' AND n.refused = 0 AND n.kind <> 'insert')
     AND id NOT IN (SELECT id FROM household)`,
  )!;
  return Number(count) > 0
    ? [{ code: "import.left-behind", values: { count: Number(count), id: String(id) } }]
    : [];
}
