/** A plan's file in the hands of another program: raw SQL with the triggers of the file on, as QGIS or GDAL do it. */
import type { Problem } from "../../src/core/outcome.ts";
import { openBytes } from "../../src/plan/plan-file.ts";
import { addShapeFunctions } from "../../src/plan/shape-functions.ts";
import { bytesOf, type Database, databaseFrom } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { sqlite, ticking } from "./example-plan.ts";

/** Later than anything another program does while the tests run. */
const LATER = "2126-12-01T00:00:00.000Z";

/** The file after another program ran these sentences. */
export function edited(bytes: Uint8Array, ...sentences: readonly string[]): Uint8Array {
  const db = databaseFrom(sqlite, bytes);
  try {
    addShapeFunctions(db);
    for (const sql of sentences) db.exec(sql);
    return bytesOf(sqlite, db);
  } finally {
    db.close();
  }
}

export interface Reopened {
  readonly db: Database;
  readonly store: PlanStore;
  readonly notes: readonly Problem[];
}

/** Opens the file again; it must open. */
export function reopened(bytes: Uint8Array): Reopened {
  const opened = openBytes(sqlite, bytes, "p.gpkg", () => LATER);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const store = new PlanStore(sqlite, opened.value, { now: ticking(LATER) });
  return { db: opened.value, store, notes: opened.notes };
}

/** The problem with which the file is refused; it must be. */
export function refusal(bytes: Uint8Array): Problem {
  const opened = openBytes(sqlite, bytes, "p.gpkg", () => LATER);
  if (opened.ok) throw new Error("the file was opened");
  return opened.problem;
}
