/** Copies of a plan for tests of merging, and their rows without what differs from file to file. */
import { openBytes } from "../../src/plan/plan-file.ts";
import type { MergeChoices, MergePreview } from "../../src/plan/protocol.ts";
import type { Database } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { sqlite, ticking } from "./example-plan.ts";

export interface Copy {
  readonly store: PlanStore;
  readonly db: Database;
}

/** Opens a copy of a plan in which `author` works from `start` on; the names of its entries begin with his. */
export function copyOf(store: PlanStore, author: string, start = "2026-11-01T01:00:00.000Z"): Copy {
  const opened = openBytes(sqlite, store.copy(), `${author}.gpkg`);
  if (!opened.ok) throw new Error(opened.problem.code);
  let entries = 0;
  const newUid = () => `${author}-${start}-${entries++}`;
  const db = opened.value;
  return { store: new PlanStore(sqlite, db, { now: ticking(start), author, newUid }), db };
}

/** A copy as a file to be merged. */
export function fileOf(copy: Copy, name = `${copy.store.author}.gpkg`) {
  return { name, bytes: copy.store.copy() };
}

/** Looks at a merge that must not be refused. */
export function look(into: Copy, ...from: readonly Copy[]): MergePreview {
  const outcome = into.store.lookMerge(
    "m",
    from.map((copy) => fileOf(copy)),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Merges; conflicts are chosen by `choose`, which answers the file's name (null: the open plan). */
export function merge(
  into: Copy,
  from: readonly Copy[],
  choose: (conflict: MergePreview["conflicts"][number]) => number = () => {
    throw new Error("no conflict was expected");
  },
): MergePreview {
  const preview = look(into, ...from);
  const choices: MergeChoices = Object.fromEntries(preview.conflicts.map((one) => [one.id, choose(one)]));
  const outcome = into.store.merge("m", choices);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return preview;
}

/** Every row of the plan, without row numbers, in an order of its own. */
export function rowsOf(db: Database): Record<string, unknown[]> {
  const tables = db.selectValues(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'journal%' AND name NOT LIKE 'rtree%'
       AND name NOT LIKE 'household_column%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'outside%' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map((table) => {
      const rows = db.selectObjects(`SELECT * FROM "${table}"`).map((row) => {
        const { fid: _fid, last_change: _at, ...rest } = row;
        for (const [column, value] of Object.entries(rest)) {
          if (value instanceof Uint8Array) rest[column] = Buffer.from(value).toString("hex");
        }
        return JSON.stringify(rest);
      });
      return [String(table), rows.sort()];
    }),
  );
}
