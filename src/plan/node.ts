/** A plan as a file on disk, for scripts and the command line: read whole, worked on in memory, written whole. */
import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fail, type Outcome, ok } from "../core/outcome.ts";
import { newPlan, openBytes } from "./plan-file.ts";
import { loadSqlite } from "./sqlite.ts";
import { PlanStore } from "./store.ts";

const now = () => new Date().toISOString();

/** An empty plan in memory; `savePlanFile` makes the file. `clock` gives the time, ISO 8601 in UTC. */
export async function createPlan(
  { id = randomUUID(), name, demo = false }: { id?: string; name: string; demo?: boolean },
  clock: () => string = now,
): Promise<PlanStore> {
  const sqlite = await loadSqlite();
  return new PlanStore(sqlite, newPlan(sqlite, { id, name, demo, created: clock() }), { now: clock });
}

/** Opens a `.gpkg` file. Refused: `plan.missing`, `plan.not-a-plan`, `plan.damaged`. */
export async function openPlanFile(path: string, clock: () => string = now): Promise<Outcome<PlanStore>> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return fail("plan.missing", { id: path }, { file });
  }
  const sqlite = await loadSqlite();
  const opened = openBytes(sqlite, bytes, file);
  return opened.ok ? ok(new PlanStore(sqlite, opened.value, { now: clock })) : opened;
}

/** Writes the plan to disk: all of it or, when the process is killed, none of it. */
export async function savePlanFile(path: string, store: PlanStore): Promise<void> {
  await writeWhole(path, store.copy());
}

/** Writes beside the file, syncs, and puts the new one in the place of the old in one step. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(beside, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** The new name is only lasting once the folder is written; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
