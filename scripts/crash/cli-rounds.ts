/**
 * Rounds of killing the command line: a command that changes a plan file is killed at a random moment. The file is then
 * the old one, byte for byte, or the new one, whole; and the next command is not in the way of what was left behind.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openBytes } from "../../src/plan/plan-file.ts";
import { loadSqlite, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import type { CrashReport } from "./browser-rounds.ts";
import { below, oneOf, type Random, seeded } from "./random.ts";
import { firstPlan, register } from "./steps.ts";

const ANCU = resolve(import.meta.dirname, "../ancu.ts");
const HOUSEHOLDS = 2000;
const KINDS = ["identified", "planned", "land-allocated"];

export interface CliRoundsOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly atMostSeconds: number;
  readonly say: (line: string) => void;
}

/** Runs the rounds in a folder of their own, which is removed afterwards. */
export async function runCliRounds({
  rounds,
  seed,
  atMostSeconds,
  say,
}: CliRoundsOptions): Promise<CrashReport> {
  const sqlite = await loadSqlite();
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), "an-cu-crash-cli-"));
  const plan = join(folder, "p.gpkg");
  const report: CrashReport = {
    rounds: 0,
    insideChange: 0,
    insideAndKept: 0,
    acknowledged: 0,
    byKind: {},
    copies: 0,
    wrong: [],
  };
  const until = Date.now() + atMostSeconds * 1000;
  try {
    writeFileSync(plan, firstPlan(sqlite, HOUSEHOLDS));
    // How long a command takes when nobody kills it.
    let wholeMs = (await run(plan, draw(folder, random, 0), null)).ms;
    for (let n = 1; n <= rounds && Date.now() < until; n++) {
      const before = readFileSync(plan);
      const command = draw(folder, random, n);
      // The first half is the start of the program, in which nothing is written.
      const killAt = wholeMs * (0.5 + 0.55 * random());
      const { code, ms, told } = await run(plan, command, killAt);
      const after = readFileSync(plan);
      const changed = !after.equals(before);
      report.rounds++;
      const at = `round ${n}, seed ${seed}, ${command[0]}, ${code === null ? `killed after ${ms.toFixed(0)} ms` : `ended with ${code}`}`;
      const wrong = verdict(sqlite, before, after, code) ?? (code !== null && code !== 0 ? told : null);
      if (wrong) report.wrong.push(`${at}: ${wrong}`);
      if (code === null) report.insideChange++;
      if (code === null && changed) report.insideAndKept++;
      if (code === 0) {
        report.acknowledged++;
        report.byKind[command[0]!] = (report.byKind[command[0]!] ?? 0) + 1;
        wholeMs = 0.8 * wholeMs + 0.2 * ms;
      }
      say(`${at}, ${wrong ?? (changed ? "new and whole" : "old and whole")}`);
    }
    // Whatever was left behind is not in the way of the next command, and goes with it.
    const last = await run(plan, draw(folder, random, rounds + 1), null);
    if (last.code !== 0)
      report.wrong.push(`the command after the last kill ended with ${last.code}: ${last.told}`);
    const left = readdirSync(folder).filter((name) => name.startsWith("p.gpkg") && name !== "p.gpkg");
    if (left.length > 0) report.wrong.push(`left behind: ${left.join(", ")}`);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A command and what follows the plan's path. */
function draw(folder: string, random: Random, n: number): [string, ...string[]] {
  const drawn = random();
  if (drawn < 0.3) {
    const file = join(folder, `ho-${n}.csv`);
    writeFileSync(file, register(`R${n}-`, 300));
    return ["import", "--households", file];
  }
  if (drawn < 0.85 || n < 2) {
    const on = `2025-0${1 + below(random, 9)}-1${below(random, 9)}`;
    return [
      "event",
      "--household",
      `H${1 + below(random, HOUSEHOLDS)}`,
      "--kind",
      oneOf(random, KINDS),
      "--on",
      on,
      "--note",
      `${n}`,
    ];
  }
  return ["undo"];
}

/** Runs `ancu plan …`; kills it after `killMs` unless that is null. `code` null: it was killed. */
function run(
  plan: string,
  [command, ...rest]: [string, ...string[]],
  killMs: number | null,
): Promise<{ code: number | null; ms: number; told: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", ANCU, "plan", command, plan, ...rest], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (part: Buffer) => {
    told += part.toString();
  });
  const timer = killMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killMs);
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => {
      if (timer) clearTimeout(timer);
      done({ code, ms: performance.now() - began, told: told.trim() });
    });
  });
}

/** What is wrong with the file, or null. */
function verdict(
  sqlite: Sqlite3Static,
  before: Uint8Array,
  after: Uint8Array,
  code: number | null,
): string | null {
  if (Buffer.compare(before, after) === 0) return code === 0 ? "it was acknowledged and is not there" : null;
  const [old, young] = [revisionOf(sqlite, before), revisionOf(sqlite, after)];
  if (young === null) return "it is not whole";
  return young === old! + 1 ? null : `revision ${young} after ${old}`;
}

/** Null: the file is damaged. */
function revisionOf(sqlite: Sqlite3Static, bytes: Uint8Array): number | null {
  const opened = openBytes(sqlite, bytes, "p.gpkg");
  if (!opened.ok) return null;
  const store = new PlanStore(sqlite, opened.value, { now: () => new Date().toISOString() });
  const { revision } = store.info();
  store.close();
  return revision;
}
