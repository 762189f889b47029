/** `ancu plan check`: looks at everything in a plan file; `--recover` writes what can be read of a damaged one. */
import path from "node:path";
import type { Problem } from "../../../src/core/outcome.ts";
import { openPlanFile, writeWhole } from "../../../src/plan/node.ts";
import { examine, isNewer } from "../../../src/plan/plan-file.ts";
import { recoverBytes } from "../../../src/plan/recover/recover-bytes.ts";
import { SCHEMA_VERSION, schemaVersionOf } from "../../../src/plan/schema/index.ts";
import {
  type Database,
  databaseFrom,
  loadSqlite,
  resultCodeOf,
  type Sqlite3Static,
} from "../../../src/plan/sqlite.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import type { ExitCode } from "../command.ts";
import { readBytes } from "../files.ts";
import type { Options } from "../options.ts";
import { CHECK_NAMES, type CheckName, type Finding } from "./check/finding.ts";
import { PLAN_CHECKS } from "./check/index.ts";
import { pages } from "./check/pages.ts";
import { replay } from "./check/replay.ts";
import { reasonOf, whyNotMade, whyNotOpen } from "./open-plan.ts";
import type { PlanCommand } from "./plan-command.ts";
import type { Speaker } from "./speaker.ts";

/**
 * `ok`; `note`: worth knowing, nothing wrong; `mended`: wrong in the file, put right by opening it, saved by the next
 * command that writes; `wrong`; `skipped`: could not be looked at.
 */
type State = "ok" | "note" | "mended" | "wrong" | "skipped";
interface Result {
  readonly check: CheckName;
  readonly state: State;
  readonly findings: readonly Finding[];
}

/**
 * `--json`: `{ "file", "ok", "plan": { "id", "name", "revision" } or null, "checks": [{ "check", "state", "found":
 * [text] }], "notSaved": [text], "recovered": null or { "file", "tables": [{ "table", "read", "lost" }],
 * "historyKept" } }`. `notSaved`: edits by another program that the next command that writes will record.
 */
export const planCheck: PlanCommand = {
  name: "check",
  usage: "cli.plan.check.usage",
  options: { recover: "value" },
  files: 1,
  run,
};

async function run([file]: readonly string[], options: Options, speaker: Speaker): Promise<ExitCode> {
  const target = options.value("recover");
  const refused =
    (await whyNotOpen(file!, speaker)) ?? (target === null ? null : whyNotMade(target, speaker));
  if (refused !== null) return refused;
  const bytes = readBytes(file!);
  if (bytes === null) return speaker.stop("cli.no-file", { file: file! });
  const sqlite = await loadSqlite();
  const looked = await lookAtEverything(sqlite, file!, bytes);
  // Wholly another kind of file: there is nothing to recover either.
  if (looked === null && target === null) return speaker.stop("cli.plan.not-a-plan", { file: file! });
  const results = looked?.results ?? [];
  const recovered = target === null ? null : await recover(sqlite, bytes, file!, target, speaker);
  if (recovered === 1) return 1;
  const isRight = looked !== null && results.every(({ state }) => state !== "wrong" && state !== "skipped");
  const notSaved = (looked?.notes ?? []).map((note) => problemText(speaker.language, note));
  if (options.has("json")) {
    const checks = results.map(({ check, state, findings }) => ({
      check,
      state,
      found: findings.map(({ key, values }) => speaker.say(key, values)),
    }));
    speaker.json({ file, ok: isRight, plan: looked?.plan ?? null, checks, notSaved, recovered });
  } else {
    if (results.length > 0) speaker.lines(results.flatMap((result) => linesOf(result, speaker)));
    for (const text of notSaved) speaker.terminal.tell(text);
    if (notSaved.length > 0) speaker.tell("cli.plan.not-saved-yet");
  }
  speaker.tell(isRight ? "cli.plan.check.right" : "cli.plan.check.not-right", { file: file! });
  return isRight ? 0 : 1;
}

interface Looked {
  readonly results: readonly Result[];
  readonly plan: { readonly id: string; readonly name: string; readonly revision: number } | null;
  readonly notes: readonly Problem[];
}

/** Null: not a plan, and not a damaged one either. */
async function lookAtEverything(
  sqlite: Sqlite3Static,
  file: string,
  bytes: Uint8Array,
): Promise<Looked | null> {
  const opened = await openPlanFile(file);
  const store = opened.ok ? opened.value : null;
  const raw = rawDatabase(sqlite, bytes);
  try {
    if (!opened.ok && opened.problem.code === "plan.not-a-plan") return null;
    const inPages =
      raw === null ? skipped("pages") : resultOf(sqlite, "pages", () => pages.look({ sqlite, db: raw }));
    const opens: Finding[] = opened.ok ? [] : [{ key: "cli.plan.check.opens.not", values: {} }];
    const results = [inPages, told("opens", opens)];
    if (raw !== null && schemaVersionOf(raw) < SCHEMA_VERSION) {
      results.push(told("form", [{ key: "cli.plan.check.form.older", values: {}, isNote: true }]));
    }
    if (raw !== null && isNewer(raw)) {
      results.push(told("form", [{ key: "cli.plan.check.form.newer", values: {} }]));
    } else results.push(...within(sqlite, raw, store));
    if (store && !isNewerStore(store)) results.push(resultOf(sqlite, "replay", () => replay(sqlite, store)));
    const info = store?.info();
    const plan = info ? { id: info.id, name: info.name, revision: info.revision } : null;
    return { results: sorted(results), plan, notes: opened.ok ? opened.notes : [] };
  } finally {
    raw?.close();
    store?.close();
  }
}

/** Each check on the file as it lies and, where something is wrong, on the plan as it was opened. */
function within(sqlite: Sqlite3Static, raw: Database | null, store: PlanStore | null): Result[] {
  const isOlder = raw !== null && schemaVersionOf(raw) < SCHEMA_VERSION;
  const copy = store && databaseFrom(sqlite, store.copy());
  try {
    return PLAN_CHECKS.map((check) => {
      const asItLies =
        raw === null || isOlder
          ? skipped(check.name)
          : resultOf(sqlite, check.name, () => check.look({ sqlite, db: raw }));
      if (!copy || asItLies.state === "ok" || asItLies.state === "note") return asItLies;
      const asOpened = resultOf(sqlite, check.name, () => check.look({ sqlite, db: copy }));
      if (isOlder || asOpened.state === "wrong" || asOpened.state === "skipped") return asOpened;
      return { ...asItLies, state: "mended" };
    });
  } finally {
    copy?.close();
  }
}

function told(check: CheckName, findings: readonly Finding[]): Result {
  const isWrong = findings.some(({ isNote }) => !isNote);
  return { check, findings, state: findings.length === 0 ? "ok" : isWrong ? "wrong" : "note" };
}

function skipped(check: CheckName): Result {
  return { check, state: "skipped", findings: [] };
}

/** What cannot be read cannot be looked at; that is told by the check of the pages. */
function resultOf(sqlite: Sqlite3Static, check: CheckName, look: () => readonly Finding[]): Result {
  try {
    return told(check, look());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isEngine = resultCodeOf(sqlite, error) !== null;
    return isEngine ||
      error instanceof SyntaxError ||
      error instanceof RangeError ||
      error instanceof TypeError
      ? told(check, [{ key: "cli.plan.check.engine", values: { text: error.message } }])
      : skipped(check);
  }
}

/** One result for each check, in their order: the gravest where there are several. */
function sorted(results: readonly Result[]): Result[] {
  return CHECK_NAMES.flatMap((name) => {
    const own = results.filter(({ check }) => check === name);
    return own.length > 1 ? [own.find(({ state }) => state !== "ok") ?? own[0]!] : own;
  });
}

function isNewerStore(store: PlanStore): boolean {
  return store.info().readOnly === "newer";
}

function rawDatabase(sqlite: Sqlite3Static, bytes: Uint8Array): Database | null {
  if (bytes.length === 0) return null;
  try {
    const db = databaseFrom(sqlite, bytes);
    try {
      examine(db, "what-it-is");
      return db;
    } catch {
      db.close();
      return null;
    }
  } catch (error) {
    if (resultCodeOf(sqlite, error) === null) throw error;
    return null;
  }
}

function linesOf({ check, state, findings }: Result, speaker: Speaker): string[] {
  const what = speaker.say(`cli.plan.check.${check}`);
  return [
    speaker.say(`cli.plan.check.state.${state}`, { what }),
    ...findings.map(({ key, values }) => `    ${speaker.say(key, values)}`),
  ];
}

/** 1: refused, and the reason was told. */
async function recover(
  sqlite: Sqlite3Static,
  bytes: Uint8Array,
  file: string,
  target: string,
  speaker: Speaker,
) {
  const mark = speaker.say("cli.plan.check.mark");
  const now = new Date().toISOString();
  const outcome = recoverBytes(sqlite, bytes, { file: path.basename(file), mark, now });
  if (!outcome.ok) return speaker.refuse(outcome.problem) as 1;
  const { tables, historyKept } = outcome.value;
  try {
    await writeWhole(target, outcome.value.bytes);
  } catch (error) {
    return speaker.stop("cli.cannot-write", { file: target, reason: reasonOf(error) }) as 1;
  }
  for (const { table, read, lost } of tables.filter((one) => one.read > 0 || one.lost !== 0)) {
    speaker.tell(lost === null ? "cli.plan.check.table-unknown" : "cli.plan.check.table", {
      table,
      read,
      lost,
    });
  }
  speaker.tell(historyKept ? "cli.plan.check.recovered" : "cli.plan.check.recovered-without-history", {
    file: target,
  });
  return { file: target, tables, historyKept };
}
