/** Plans made by the command line for its tests. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { openPlanFile } from "../../src/plan/node.ts";
import { addShapeFunctions } from "../../src/plan/shape-functions.ts";
import { bytesOf, databaseFrom, loadSqlite } from "../../src/plan/sqlite.ts";
import type { PlanStore } from "../../src/plan/store.ts";
import { ancu, newFolder, type Run, TINY } from "./run-cli.ts";

const tiny = (name: string) => join(TINY, name);

/** The options of `plan new` for the tiny example, all of it surveyed. */
export const TINY_PLAN = [
  ...["--units", tiny("units.geojson"), "--households", tiny("households.csv")],
  ...["--forests", tiny("forests.geojson"), "--forest-coverage", "all"],
  ...["--hazards", tiny("hazards.geojson"), "--hazard-coverage", "all", "--rules", tiny("rules.json")],
];

let made: string | null = null;

/** A copy of the tiny plan in a new folder; the plan itself is made once. */
export async function tinyPlan(): Promise<string> {
  if (made === null) {
    const first = join(newFolder(), "tiny.gpkg");
    expect(await ancu("plan", "new", first, ...TINY_PLAN, "--author", "Lan")).toMatchObject({ code: 0 });
    made = first;
  }
  const file = join(newFolder(), "plan.gpkg");
  copyFileSync(made, file);
  return file;
}

/** Runs a `plan` command that must be done, and reads the JSON it prints. */
// biome-ignore lint/suspicious/noExplicitAny: what is printed is what the tests are about
export async function done(...argv: string[]): Promise<any> {
  const run = await ancu("plan", ...argv, "--json");
  expect(run).toMatchObject({ code: 0 });
  return JSON.parse(run.out);
}

/** Runs a `plan` command that must not be done, and must leave the plan byte for byte as it is. */
export async function refused(plan: string, ...argv: string[]): Promise<Run> {
  const before = readFileSync(plan);
  const run = await ancu("plan", ...argv);
  expect([run.code === 1 || run.code === 2, run.out]).toEqual([true, ""]);
  expect(readFileSync(plan).equals(before)).toBe(true);
  return run;
}

/** Opens a plan, to ask it what the command line does not tell. */
export async function opened(file: string): Promise<PlanStore> {
  const outcome = await openPlanFile(file);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/** A file with this text in a new folder. */
export function textFile(name: string, text: string): string {
  const file = join(newFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** A folder with this name in a new folder. */
export function folderNamed(name: string): string {
  const folder = join(newFolder(), name);
  mkdirSync(folder);
  return folder;
}

/** Changes a plan file as another program would, its triggers firing. */
export async function behind(plan: string, sql: string): Promise<void> {
  const sqlite = await loadSqlite();
  const db = databaseFrom(sqlite, readFileSync(plan));
  try {
    addShapeFunctions(db);
    db.exec(sql);
    writeFileSync(plan, bytesOf(sqlite, db));
  } finally {
    db.close();
  }
}
