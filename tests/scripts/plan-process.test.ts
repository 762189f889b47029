/** `ancu plan` as programs of their own: output, several at once, and one that is killed. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { lockPlan } from "../../scripts/cli/plan/lock.ts";
import { done, tinyPlan } from "./plan-cli.ts";
import { ancu } from "./run-cli.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/ancu.ts");
const TSX = createRequire(import.meta.url).resolve("tsx/cli");
const PATIENCE = { timeout: 120_000 };

function start(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [TSX, SCRIPT, "plan", ...argv], { stdio: ["ignore", "ignore", "pipe"] });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}

test("results on standard output, the rest on standard error", PATIENCE, async () => {
  const plan = await tinyPlan();
  const printed = execFileSync(process.execPath, [TSX, SCRIPT, "plan", "screen", plan, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(JSON.parse(printed.toString())).toMatchObject({ read: 18, eligible: 5 });
});

test("commands that change one plan at once wait for each other: nothing is lost", PATIENCE, async () => {
  const plan = await tinyPlan();
  const ids = ["T01", "T02", "T03", "T04"];
  const codes = await Promise.all(
    ids.map((id) => ended(start("event", plan, "--household", id, "--kind", "moved", "--on", "2024-01-01"))),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  const { entries } = await done("history", plan);
  const recorded = entries.filter(({ command }: { command: string }) => command === "event.add");
  expect(recorded.map(({ values }: { values: { household: string } }) => values.household).sort()).toEqual(
    ids,
  );
  expect(readdirSync(dirname(plan))).toEqual(["plan.gpkg"]);
});

test("a lock that a killed command left is taken over", PATIENCE, async () => {
  const plan = await tinyPlan();
  // A process that was there and is not any more.
  const gone = spawn(process.execPath, ["-e", ""]);
  await ended(gone);
  writeFileSync(`${plan}.lock`, JSON.stringify({ pid: gone.pid, host: hostname() }));
  expect((await ancu("plan", "undo", plan)).code).toBe(0);
  expect(readdirSync(dirname(plan))).toEqual(["plan.gpkg"]);
});

test("a lock of another machine is waited for and never taken", async () => {
  const plan = await tinyPlan();
  const text = JSON.stringify({ pid: process.pid, host: `not-${hostname()}` });
  writeFileSync(`${plan}.lock`, text);
  let waited = 0;
  expect(await lockPlan(plan, () => waited++, 1)).toEqual({ heldBy: `${plan}.lock` });
  expect([waited, readFileSync(`${plan}.lock`, "utf8")]).toEqual([1, text]);
});

test("killed at any moment: the plan is as it was before or as it is after", PATIENCE, async () => {
  const plan = await tinyPlan();
  const before = readFileSync(plan);
  for (const wait of [150, 400, 700, 900]) {
    const child = start("event", plan, "--household", "T01", "--kind", "moved", "--on", "2024-01-01");
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await end;
    const { entries } = await done("history", plan);
    expect(entries.length - 5).toBeOneOf([0, 1]);
    if (entries.length === 5) expect(readFileSync(plan).equals(before)).toBe(true);
    expect((await done("check", plan)).ok).toBe(true);
    if (entries.length > 5) break;
  }
});
