/** One command at a time changes a plan file: a second one waits, so that neither loses what the other did. */
import fs from "node:fs";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";

/** Longer than any command of ours works on a province. */
const PATIENCE_MS = 60_000;
const BETWEEN_MS = 50;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

export interface Lock {
  release(): void;
}

/**
 * Holds `FILE.lock` beside a plan. A lock whose process is gone is taken over. `waiting` is called once when
 * another process holds it. The name of the lock when it was not let go in time. Throws what the system says
 * of a folder that cannot be written.
 */
export async function lockPlan(
  file: string,
  waiting: () => void,
  patienceMs = PATIENCE_MS,
): Promise<Lock | { readonly heldBy: string }> {
  const path = `${file}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: os.hostname() } satisfies Holder);
  const until = Date.now() + patienceMs;
  for (let told = false; ; ) {
    try {
      fs.writeFileSync(path, own, { flag: "wx" });
      return { release: () => fs.rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (isLeftBehind(path)) {
      fs.rmSync(path, { force: true });
      continue;
    }
    if (Date.now() > until) return { heldBy: path };
    if (!told) waiting();
    told = true;
    await pause(BETWEEN_MS);
  }
}

/** True when the process that made the lock is not there any more. One on another machine is not looked for. */
function isLeftBehind(path: string): boolean {
  try {
    const text = fs.readFileSync(path, "utf8");
    // Made a moment ago and not yet written: its owner is there. An old empty one was cut off.
    if (text === "") return Date.now() - fs.statSync(path).mtimeMs > 1000;
    const { pid, host } = JSON.parse(text) as Holder;
    if (host !== os.hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ESRCH" || error instanceof SyntaxError;
  }
}
