/** What the plan knows that helps to judge a file that comes in: its communes, and how files were read before. */
import { readMeaning } from "../core/intake/columns/meaning-json.ts";
import { LIST_VERSIONS, type ListVersion, type Meaning } from "../core/intake/meaning.ts";
import { readReferenceLayers } from "./columns-layers.ts";
import type { IntakeKnowledge } from "./protocol.ts";
import type { Database, Sqlite3Static } from "./sqlite.ts";

/** Before a plan is open. */
export const NOTHING_KNOWN: IntakeKnowledge = { units: null, unitList: null, remembered: [] };

/** Files that are read alike are looked for among this many newest imports. */
const LOOKED_AT = 200;

export function readIntakeKnowledge(sqlite: Sqlite3Static, db: Database): IntakeKnowledge {
  const { units } = readReferenceLayers(sqlite, db);
  return { units, unitList: unitListOf(db), remembered: remembered(db) };
}

function unitListOf(db: Database): ListVersion | null {
  const said = db.selectValues("SELECT DISTINCT list_version FROM unit");
  return said.length === 1 ? (LIST_VERSIONS.find((known) => known === said[0]) ?? null) : null;
}

/** Newest first. Another program may have written here: what is no meaning is left out. */
function remembered(db: Database): IntakeKnowledge["remembered"] {
  const sql = `SELECT sender, file, meaning FROM import WHERE meaning IS NOT NULL ORDER BY fid DESC LIMIT ${LOOKED_AT}`;
  return db.selectObjects(sql).flatMap(({ sender, file, meaning }) => {
    const read = readBack(String(meaning));
    return read ? [{ sender: String(sender ?? ""), file: String(file), meaning: read }] : [];
  });
}

function readBack(text: string): Meaning | null {
  const read = readMeaning(text);
  return read.ok ? read.value : null;
}
