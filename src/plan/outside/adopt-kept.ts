/** A look at a plan that is kept here, for edits that its file came with: it costs nothing when there are none. */
import type { Problem } from "../../core/outcome.ts";
import { growSchema } from "../schema/index.ts";
import { type Database, emptyDatabase, type Sqlite3Static } from "../sqlite.ts";
import { adoptOutside } from "./adopt.ts";
import { isLogged } from "./seal.ts";

/** Takes in what the log of the plan says, if it says anything. Throws when a table cannot be used. */
export function adoptKept(sqlite: Sqlite3Static, db: Database, now: () => string): readonly Problem[] {
  if (!isLogged(db)) return [];
  const fresh = emptyDatabase(sqlite);
  try {
    growSchema(sqlite, fresh);
    const adopted = adoptOutside(sqlite, db, { file: nameOf(db), now: now(), fresh });
    if ("problem" in adopted)
      throw new Error(`${adopted.problem.code} ${JSON.stringify(adopted.problem.values)}`);
    return adopted.notes;
  } finally {
    fresh.close();
  }
}

function nameOf(db: Database): string {
  return String(db.selectValue("SELECT value FROM plan WHERE key = 'name'") ?? "");
}
