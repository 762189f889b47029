/** A browser of our own, started by its file, so that all of it can be killed in one moment as a power cut would. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

export interface KillableBrowser {
  readonly page: Page;
  /** Kills every process of this browser, the first one first, without a word to any of them. */
  kill(): Promise<void>;
}

const START_MS = 60_000;

/** Starts the browser on a profile and opens one page. `path`: its program file. */
export async function startBrowser(
  path: string,
  args: readonly string[],
  profile: string,
): Promise<KillableBrowser> {
  const all = [
    ...args,
    "--headless",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const child = spawn(path, all, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const gone = new Promise<void>((done) => child.once("close", () => done()));
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const context = browser.contexts()[0]!;
    const page = context.pages()[0] ?? (await context.newPage());
    return { page, kill: () => killTree(child, gone, browser) };
  } catch (error) {
    killAll(child.pid!);
    throw error;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let heard = "";
  return new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`The browser did not start: ${heard}`)), START_MS);
    child.stderr!.on("data", (part: Buffer) => {
      heard = (heard + part.toString()).slice(-4000);
      const address = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      failed(new Error(`The browser ended with ${code}: ${heard}`));
    });
  });
}

async function killTree(child: ChildProcess, gone: Promise<void>, browser: Browser): Promise<void> {
  killAll(child.pid!);
  await gone;
  await browser.close().catch(() => undefined);
}

/** Only this process and what it started: found by their parents, or as its own group where there is no `/proc`. */
function killAll(pid: number): void {
  const all = existsSync("/proc/self/stat") ? [pid, ...offspring(pid)] : [-pid];
  for (const one of all) {
    try {
      process.kill(one, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it has just ended by itself
    }
  }
}

function offspring(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name in parentheses may hold blanks: what counts comes after its end.
      const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)!.split(" ");
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // ended between the listing and the reading
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.slice(1);
}
