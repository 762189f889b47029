/**
 * Rounds of killing the browser: in each, changes are made one after another until the kill at a random moment; then
 * the same profile is opened again and what it says is compared with what was acknowledged.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBytes } from "../../src/plan/plan-file.ts";
import { type Database, loadSqlite, type Sqlite3Static } from "../../src/plan/sqlite.ts";
import { PlanStore } from "../../src/plan/store.ts";
import { serveFolder } from "../serve/static-server.ts";
import { type KillableBrowser, startBrowser } from "./browser.ts";
import { bytesIn, doSteps, keepPlan, openPlan, openWorker, workerFile } from "./in-page.ts";
import { differing, stateOf } from "./plan-state.ts";
import { below, type Random, seeded } from "./random.ts";
import { drawRound, firstPlan, type Round } from "./steps.ts";

export interface BrowserRoundsOptions {
  /** Folder of the built program. */
  readonly dist: string;
  /** The browser's program file and what it is started with. */
  readonly browser: { readonly path: string; readonly args: readonly string[] };
  readonly rounds: number;
  readonly seed: number;
  /** Every so many rounds one begins with an import of `largeHouseholds`; 0: none. */
  readonly largeEvery: number;
  readonly largeHouseholds: number;
  /** Share of the steps that are merges. */
  readonly merges?: number;
  /** How many steps a round has; left out: 16. */
  readonly steps?: number;
  /** False: every round runs to its end and the browser is killed then, as a comparison. */
  readonly midway?: boolean;
  /** No further round is begun after so many seconds. */
  readonly atMostSeconds: number;
  readonly say: (line: string) => void;
}

export interface CrashReport {
  rounds: number;
  /** Kills while a change was asked for and not answered. */
  insideChange: number;
  /** Of these: the change was there afterwards, as a whole. */
  insideAndKept: number;
  /** Changes that were acknowledged, and looked for after the kill. */
  acknowledged: number;
  /** By kind of change, how many were acknowledged. */
  byKind: Record<string, number>;
  /** Automatic copies that were opened and found whole. */
  copies: number;
  /** What was not as it must be; empty is what is wanted. */
  wrong: string[];
}

const STEPS = 16;
const PLAN_HOUSEHOLDS = 200;
/** First guess of what a step takes in the browser; then what the rounds before took. */
const STEP_MS = 25;

/** Runs the rounds. Throws only when the browser itself cannot be used. */
export async function runBrowserRounds(options: BrowserRoundsOptions): Promise<CrashReport> {
  const sqlite = await loadSqlite();
  const random = seeded(options.seed);
  const server = await serveFolder(options.dist);
  const profile = mkdtempSync(join(tmpdir(), "an-cu-crash-"));
  const report: CrashReport = {
    rounds: 0,
    insideChange: 0,
    insideAndKept: 0,
    acknowledged: 0,
    byKind: {},
    copies: 0,
    wrong: [],
  };
  const until = Date.now() + options.atMostSeconds * 1000;
  const worker = workerFile(options.dist);
  let browser: KillableBrowser | null = null;
  const open = async (): Promise<KillableBrowser> => {
    const started = await startBrowser(options.browser.path, options.browser.args, profile);
    browser = started;
    await openWorker(started.page, server.url, worker);
    return started;
  };
  try {
    let one = await open();
    let id = await keepPlan(one.page, firstPlan(sqlite, PLAN_HOUSEHOLDS));
    let stepMs = STEP_MS;
    for (let n = 1; n <= options.rounds && Date.now() < until; n++) {
      const large = options.largeEvery > 0 && n % options.largeEvery === 0 ? options.largeHouseholds : 0;
      const bytes = (await bytesIn(one.page, "plan"))!;
      const round = drawRound(sqlite, bytes, random, {
        count: large ? 8 : (options.steps ?? STEPS),
        large,
        tag: `${options.seed}-${n}`,
        merges: options.merges,
      });
      const done = await killWithin(
        one,
        round,
        random,
        options.midway === false ? null : large ? 200 + large / 10 : round.steps.length * stepMs,
      );
      if (!large && done.answered > 3) stepMs = 0.7 * stepMs + 0.3 * (done.ms / done.answered);
      one = await open();
      const refused = await openPlan(one.page, id);
      const after = refused ? null : await bytesIn(one.page, "plan");
      count(report, round, done.answered);
      const wrong = refused
        ? `it does not open: ${refused}`
        : check(sqlite, after!, round, done.answered, report);
      const at = `round ${n}, seed ${options.seed}, ${done.answered} of ${round.steps.length} acknowledged`;
      if (wrong ?? done.problem) report.wrong.push(`${at}: ${wrong ?? done.problem}`);
      const copy = refused ? null : await bytesIn(one.page, "newest-copy");
      if (copy) {
        if (openBytes(sqlite, copy, "copy").ok) report.copies++;
        else report.wrong.push(`${at}: the newest automatic copy does not open`);
      }
      options.say(`${at}, ${wrong ?? "as it must be"}`);
      // A plan that grew large is slow to compare: go on with a small one.
      if (refused || large || after!.length > 1_500_000)
        id = await keepPlan(one.page, firstPlan(sqlite, PLAN_HOUSEHOLDS));
    }
    return report;
  } finally {
    await (browser as KillableBrowser | null)?.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Does the steps and kills the browser some time within `ms`, or when all is done; null: only then. */
async function killWithin(
  browser: KillableBrowser,
  { steps }: Round,
  random: Random,
  ms: number | null,
): Promise<{ answered: number; ms: number; problem: string | null }> {
  let answered = 0;
  let problem: string | null = null;
  await browser.page.exposeFunction("answered", (index: number, refusal: string | null) => {
    if (refusal !== null || index !== answered)
      problem ??= `step ${index} (${steps[index]?.do}) was answered with ${refusal}`;
    answered = index + 1;
  });
  const began = Date.now();
  const all = doSteps(browser.page, steps).then(
    () => true,
    () => false, // the page went away in the middle, which is what it is for
  );
  if (ms === null) await all;
  else await Promise.race([all, new Promise((wake) => setTimeout(wake, below(random, ms)))]);
  const took = Date.now() - began;
  await browser.kill();
  await all;
  return { answered, ms: took, problem };
}

function count(report: CrashReport, { steps }: Round, answered: number): void {
  report.rounds++;
  report.acknowledged += answered;
  if (answered < steps.length) report.insideChange++;
  for (const step of steps.slice(0, answered)) {
    const kind = step.do === "run" ? step.name : step.do;
    report.byKind[kind] = (report.byKind[kind] ?? 0) + 1;
  }
}

/** What is wrong with the plan after the kill, or null: what was acknowledged is there, the next one whole or not at all. */
function check(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  { states }: Round,
  answered: number,
  report: CrashReport,
): string | null {
  const opened = openBytes(sqlite, bytes, "after");
  if (!opened.ok) return `it is not whole: ${opened.problem.code}`;
  const db: Database = opened.value;
  try {
    // Replays the history, and throws when its entries do not follow from one another.
    const { revision } = new PlanStore(sqlite, db, { now: () => new Date().toISOString() }).info();
    if (Number(db.selectValue("SELECT count(*) FROM journal")) !== revision) return "the history has a hole";
    const state = stateOf(db);
    if (state === states[answered]) return null;
    if (state === states[answered + 1]) {
      report.insideAndKept++;
      return null;
    }
    const known = states.indexOf(state);
    if (known >= 0) return `it is as it was after step ${known}: acknowledged changes are lost`;
    const near = [states[answered]!, states[answered + 1] ?? ""].map((one) =>
      differing(state, one).join(", "),
    );
    return `a change is there in part: ${near[0]} are not as acknowledged, ${near[1]} not as after the next`;
  } finally {
    db.close();
  }
}
