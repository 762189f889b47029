/** Whether a code still stands for one unit once everything is taken in. */
import type { Problem } from "../../core/outcome.ts";
import type { Database } from "../sqlite.ts";

/** Codes that units of more than one layer have, each with its list. */
export function codesTwice(db: Database): ReadonlySet<string> {
  const rows = db.selectArrays(
    `SELECT code, coalesce(list_version, '') FROM unit GROUP BY 1, 2 HAVING count(DISTINCT layer_id) > 1 ORDER BY 1, 2`,
  );
  return new Set(rows.map(([code, list]) => `${code} ${list}`));
}

/** The first code that is there twice and was not `before`; null when there is none. */
export function unitsProblem(db: Database, before: ReadonlySet<string>): Problem | null {
  for (const name of codesTwice(db)) {
    if (before.has(name)) continue;
    return { code: "merge.unit-code-twice", values: { code: name.slice(0, name.indexOf(" ")) } };
  }
  return null;
}
