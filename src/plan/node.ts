/** A plan as a file on disk, for scripts and the command line: read whole, worked on in memory, written whole. */
import { randomUUID } from "node:crypto";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, type Outcome, ok } from "../core/outcome.ts";
import { newPlan, openBytes } from "./plan-file.ts";
import { loadSqlite } from "./sqlite.ts";
import { PlanStore, type StoreOptions } from "./store.ts";

const now = () => new Date().toISOString();

/** Who writes into the history, and how its entries are named (left out: a random UUID each). */
export type Writer = Pick<StoreOptions, "author" | "newUid">;

/** Names that count, for plans that a program makes: the same input gives the same bytes. */
export function countedUids(prefix: string): () => string {
  let n = 0;
  return () => `${prefix}-${++n}`;
}

/** An empty plan in memory; `savePlanFile` makes the file. `clock` gives the time, ISO 8601 in UTC. */
export async function createPlan(
  { id = randomUUID(), name, demo = false }: { id?: string; name: string; demo?: boolean },
  clock: () => string = now,
  writer: Writer = {},
): Promise<PlanStore> {
  const sqlite = await loadSqlite();
  const db = newPlan(sqlite, { id, name, demo, created: clock() });
  return new PlanStore(sqlite, db, { now: clock, ...writer });
}

/**
 * Opens a `.gpkg` file; what other programs changed in it is taken in, and the notes say so. Refused: `plan.missing`,
 * `outside.unfinished` (another program has it open), and what `openBytes` refuses.
 */
export async function openPlanFile(
  path: string,
  clock: () => string = now,
  writer: Writer = {},
): Promise<Outcome<PlanStore>> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return fail("plan.missing", { id: path }, { file });
  }
  const beside = await unfinishedBeside(path);
  if (beside !== null) return fail("outside.unfinished", { file, beside }, { file });
  const sqlite = await loadSqlite();
  const opened = openBytes(sqlite, bytes, file, clock);
  if (!opened.ok) return opened;
  return ok(new PlanStore(sqlite, opened.value, { now: clock, ...writer }), opened.notes);
}

/** What SQLite keeps beside a file until its last changes are in it or taken back (https://www.sqlite.org/tempfiles.html). */
export async function unfinishedBeside(path: string): Promise<string | null> {
  for (const end of ["-wal", "-journal"]) {
    const head = await firstBytes(`${path}${end}`);
    // A journal that is kept for the next time begins with zeros.
    if (head.some((byte) => byte !== 0)) return `${basename(path)}${end}`;
  }
  return null;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const head = new Uint8Array(8);
  try {
    const file = await open(path, "r");
    try {
      await file.read(head, 0, head.length, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return head;
}

/** Writes the plan to disk: all of it or, when the process is killed, none of it. */
export async function savePlanFile(path: string, store: PlanStore): Promise<void> {
  await writeWhole(path, store.copy());
}

/** Writes beside the file, syncs, and puts the new one in the place of the old in one step. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  await removeLeftovers(path);
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

/** What a writer that was killed left beside the file: half a plan of no use to anybody, and as large as a whole one. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but "no such process" says that there is one, which may still be writing.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
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
