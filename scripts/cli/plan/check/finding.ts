/** What a check looks at and what it finds. */
import type { Database, Sqlite3Static } from "../../../../src/plan/sqlite.ts";
import type { TextKey, TextValues } from "../../../../src/text/say.ts";

export interface Subject {
  readonly sqlite: Sqlite3Static;
  /** A plan in memory, in the newest form; a check leaves it as it is. */
  readonly db: Database;
}

export interface Finding {
  readonly key: TextKey;
  readonly values: TextValues;
  /** Worth knowing and nothing wrong. */
  readonly isNote?: true;
}

export const CHECK_NAMES = [
  "pages",
  "opens",
  "form",
  "geopackage",
  "extents",
  "spatial-index",
  "columns",
  "units",
  "references",
  "history",
  "replay",
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** One thing that is looked at, through the whole plan. Nothing found: it is right. */
export interface PlanCheck {
  readonly name: CheckName;
  look(subject: Subject): readonly Finding[];
}

/** Many things of one kind in one line: the first few by name and how many there are. */
export function listed(names: readonly unknown[]): { readonly count: number; readonly names: string } {
  const MOST = 5;
  const more = names.length > MOST ? " …" : "";
  return { count: names.length, names: `${names.slice(0, MOST).join(", ")}${more}` };
}
