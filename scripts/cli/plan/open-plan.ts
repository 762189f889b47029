/** Opens a plan file for one command, to look at it or to change it. */
import fs from "node:fs";
import type { Outcome, Problem } from "../../../src/core/outcome.ts";
import { openPlanFile, savePlanFile, unfinishedBeside } from "../../../src/plan/node.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import type { ExitCode } from "../command.ts";
import { hasFolder } from "../files.ts";
import type { Options } from "../options.ts";
import { type Lock, lockPlan } from "./lock.ts";
import { authorOf } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

/** Looks at a plan; the file stays as it is. */
export async function lookAtPlan(
  file: string,
  speaker: Speaker,
  look: (store: PlanStore) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await open(file, speaker);
  if (typeof opened === "number") return opened;
  const { store, notes } = opened;
  try {
    tellNotes(notes, speaker);
    if (notes.length > 0) speaker.tell("cli.plan.not-saved-yet");
    return await look(store);
  } finally {
    store.close();
  }
}

/** What a change leaves to be told once it is saved; an exit code: nothing is saved. */
export type Saved = (() => void) | ExitCode;

/**
 * Changes a plan and saves it whole, or leaves the file as it is byte for byte. Another command that changes the
 * same file is waited for; a file that another program changed meanwhile is left to it.
 */
export async function changePlan(
  file: string,
  options: Options,
  speaker: Speaker,
  change: (store: PlanStore) => Saved | Promise<Saved>,
): Promise<ExitCode> {
  const path = realPath(file);
  const refused = (await whyNotOpen(file, speaker)) ?? whyNotWritten(path, file, speaker);
  if (refused !== null) return refused;
  const lock = await hold(path, file, speaker);
  if (typeof lock === "number") return lock;
  try {
    const before = stampOf(path);
    const opened = await open(file, speaker);
    if (typeof opened === "number") return opened;
    const { store, notes } = opened;
    try {
      tellNotes(notes, speaker);
      store.author = authorOf(options);
      const saved = await change(store);
      if (typeof saved === "number") {
        if (notes.length > 0) speaker.tell("cli.plan.not-saved");
        return saved;
      }
      if (stampOf(path) !== before) return speaker.stop("cli.plan.changed-meanwhile", { file });
      const failed = await save(path, file, store, speaker);
      if (failed !== null) return failed;
      saved();
      return 0;
    } finally {
      store.close();
    }
  } finally {
    lock.release();
  }
}

/** Saves a plan; null when done. */
export async function save(
  path: string,
  file: string,
  store: PlanStore,
  speaker: Speaker,
): Promise<ExitCode | null> {
  try {
    await savePlanFile(path, store);
    return null;
  } catch (error) {
    // The engine had no room left to write a very large plan down.
    if (error instanceof Error && error.message.includes("SQLITE_NOMEM")) {
      return speaker.stop("cli.plan.no-memory", { file });
    }
    return speaker.stop("cli.cannot-write", { file, reason: reasonOf(error) });
  }
}

/** The system's short reason; throws on when it was not the system that spoke. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (typeof code === "string") return code;
  throw error;
}

/** Refuses by a problem of opening a plan, said for someone at a command line. */
export function refusePlan(problem: Problem, file: string, speaker: Speaker): ExitCode {
  if (problem.code === "plan.missing") return speaker.stop("cli.no-file", { file });
  if (problem.code === "plan.not-a-plan") return speaker.stop("cli.plan.not-a-plan", { file });
  if (problem.code === "plan.damaged") return speaker.stop("cli.plan.damaged", { file });
  return speaker.refuse(problem);
}

async function open(
  file: string,
  speaker: Speaker,
): Promise<{ readonly store: PlanStore; readonly notes: readonly Problem[] } | ExitCode> {
  const refused = await whyNotOpen(file, speaker);
  if (refused !== null) return refused;
  let outcome: Outcome<PlanStore>;
  try {
    outcome = await openPlanFile(file);
  } catch (error) {
    reasonOf(error);
    return speaker.stop("cli.no-file", { file });
  }
  if (!outcome.ok) return refusePlan(outcome.problem, file, speaker);
  return { store: outcome.value, notes: outcome.notes };
}

/** Why a plan cannot be made under this name, or null: a file that is there is never written over. */
export function whyNotMade(file: string, speaker: Speaker): ExitCode | null {
  if (!/\.gpkg$/i.test(file)) return speaker.stop("cli.plan.ending", { file });
  if (!hasFolder(file)) return speaker.stop("cli.no-folder", { file });
  if (fs.lstatSync(file, { throwIfNoEntry: false })) return speaker.stop("cli.plan.exists", { file });
  return null;
}

function tellNotes(notes: readonly Problem[], speaker: Speaker): void {
  for (const note of notes) speaker.refuse(note);
}

/** What stands between us and the file, or null. */
export async function whyNotOpen(file: string, speaker: Speaker): Promise<ExitCode | null> {
  const path = realPath(file);
  const there = statOf(path);
  if (!there) return speaker.stop("cli.no-file", { file });
  if (there.isDirectory()) return speaker.stop("cli.plan.folder", { file });
  const beside = await unfinishedBeside(path);
  return beside === null ? null : speaker.stop("cli.plan.open-elsewhere", { file, beside });
}

/** A program that has the file open would go on writing into what it opened, not into what we save. */
function whyNotWritten(path: string, file: string, speaker: Speaker): ExitCode | null {
  const beside = `${path}-wal`;
  return fs.existsSync(beside)
    ? speaker.stop("cli.plan.open-elsewhere", { file, beside: `${file}-wal` })
    : null;
}

async function hold(path: string, file: string, speaker: Speaker): Promise<Lock | ExitCode> {
  try {
    const lock = await lockPlan(path, () => speaker.tell("cli.plan.waiting", { file }));
    return "heldBy" in lock ? speaker.stop("cli.plan.locked", { file, lock: lock.heldBy }) : lock;
  } catch (error) {
    return speaker.stop("cli.cannot-write", { file, reason: reasonOf(error) });
  }
}

function statOf(path: string): fs.BigIntStats | null {
  try {
    return fs.statSync(path, { bigint: true });
  } catch {
    return null; // not there, or not to be looked at
  }
}

/** Which file stands under a name and when it was last changed. */
function stampOf(path: string): string {
  const found = statOf(path);
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : "";
}

/** A plan behind a symbolic link is changed where it lies. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
