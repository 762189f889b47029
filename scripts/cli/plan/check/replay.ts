/** Everything that can be undone is undone and done again, in memory: the rows must be the same after it. */
import { createHash } from "node:crypto";
import { factOf } from "../../../../src/plan/plan-file.ts";
import { TABLE_NAMES } from "../../../../src/plan/rows.ts";
import { type Database, databaseFrom, type Sqlite3Static } from "../../../../src/plan/sqlite.ts";
import type { PlanStore } from "../../../../src/plan/store.ts";
import type { Finding } from "./finding.ts";

/** `store` is a copy that nobody needs any more: its history has further entries after this. */
export function replay(sqlite: Sqlite3Static, store: PlanStore): readonly Finding[] {
  const before = digests(sqlite, store.copy());
  let undone = 0;
  for (; store.info().undo !== null; undone++) {
    const stuck = turn(store, "undo");
    if (stuck) return [stuck];
  }
  const left = leftOver(sqlite, store.copy());
  if (left.length > 0) return [{ key: "cli.plan.check.replay.left", values: { tables: left.join(", ") } }];
  for (; undone > 0; undone--) {
    const stuck = turn(store, "redo");
    if (stuck) return [stuck];
  }
  const after = digests(sqlite, store.copy());
  const differing = TABLE_NAMES.filter((table) => before.get(table) !== after.get(table));
  if (differing.length === 0) return [];
  return [{ key: "cli.plan.check.replay.differs", values: { tables: differing.join(", ") } }];
}

/** A plan begins with these rows; all others came with an entry. */
const FROM_THE_START: readonly string[] = ["plan", "rule_set", "target"];

/** Tables with rows although everything is undone. Says nothing of a plan whose starting point is a later one. */
function leftOver(sqlite: Sqlite3Static, bytes: Uint8Array): string[] {
  const db = databaseFrom(sqlite, bytes);
  try {
    if (factOf(db, "undoable_after") !== "0") return [];
    const tables = TABLE_NAMES.filter((table) => !FROM_THE_START.includes(table));
    return tables.filter((table) => Number(db.selectValue(`SELECT count(*) FROM "${table}"`)) > 0);
  } finally {
    db.close();
  }
}

/** Null when the next entry was turned round. One that finds nothing to turn leaves no entry of its own. */
function turn(store: PlanStore, way: "undo" | "redo"): Finding | null {
  const before = store.info();
  const outcome = store[way]();
  if (outcome.ok && store.info().revision > before.revision) return null;
  const code = outcome.ok ? "–" : outcome.problem.code;
  return { key: "cli.plan.check.replay.stuck", values: { seq: String(before[way]?.seq ?? "–"), code } };
}

/** What stands for all rows of each table. */
function digests(sqlite: Sqlite3Static, bytes: Uint8Array): ReadonlyMap<string, string> {
  const db = databaseFrom(sqlite, bytes);
  try {
    return new Map(TABLE_NAMES.map((table) => [table, digestOf(db, table)]));
  } finally {
    db.close();
  }
}

function digestOf(db: Database, table: string): string {
  const hash = createHash("sha256");
  const rows = db.prepare(`SELECT * FROM "${table}" ORDER BY fid`);
  try {
    while (rows.step()) {
      for (const value of rows.get([])) {
        hash.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)}`);
        hash.update("\u0000");
      }
    }
  } finally {
    rows.finalize();
  }
  return hash.digest("hex");
}
