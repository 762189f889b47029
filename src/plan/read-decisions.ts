/** Reads decisions back from their rows. */
import { DECISION_CHOICES, type Decision, type DecisionChoice } from "../core/model/decision.ts";
import { eachRow } from "./columns-raw.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";
import { TableReader } from "./table-reader.ts";

const COLUMNS = "id, household_id, choice, reason, person, document, decided_on";
/** Recorded last is last; what one command or one copy recorded at the same moment is in file order. */
const NEWEST_FIRST = "recorded_at DESC, fid DESC";
const CHOICES = DECISION_CHOICES.map((choice) => `'${choice}'`).join(", ");

/**
 * The decision in force of each household that has one: the last one recorded, unless it took the earlier one
 * back. A choice that is none of ours (another program wrote it) decides nothing.
 */
export function readDecisions(sqlite: Sqlite3Static, db: Database): Decision[] {
  const decisions: Decision[] = [];
  const sql = `SELECT ${COLUMNS} FROM (
      SELECT fid, ${COLUMNS}, row_number() OVER (PARTITION BY household_id ORDER BY ${NEWEST_FIRST}) AS place
      FROM decision WHERE choice IN (${CHOICES}))
    WHERE place = 1 AND choice <> 'as-proposed' ORDER BY fid`;
  eachRow(sqlite, db, sql, [], (row) => {
    decisions.push({
      id: row.text(0)!,
      householdId: row.text(1)!,
      choice: row.text(2) as DecisionChoice,
      reason: row.text(3)!,
      person: row.text(4),
      document: row.text(5),
      on: row.text(6)!,
    });
  });
  return decisions;
}

/** Every decision about one household, the last one recorded first. */
export function readDecisionsOf(db: Database, householdId: string): Decision[] {
  const reader = new TableReader(db);
  try {
    const sql = `SELECT ${COLUMNS} FROM decision WHERE household_id = ? ORDER BY ${NEWEST_FIRST}`;
    return reader.map(sql, [householdId], ([id, household, choice, reason, person, document, on]) => ({
      id: String(id),
      householdId: String(household),
      choice: choice as DecisionChoice,
      reason: String(reason),
      person: person as string | null,
      document: document as string | null,
      on: String(on),
    }));
  } finally {
    reader.close();
  }
}
