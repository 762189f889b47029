/** A whole province: a plan of 805,000 households is opened, two sliders are dragged, and the counts are the command line's. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import { loadSqlite } from "../../src/plan/sqlite.ts";
import { COVERAGE, largeFiles, largePlan } from "../support/large-plan.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { numberOf, totals } from "./support/panels.ts";

const HOUSEHOLDS = 805_000;
const SIZE = { seed: 2026, households: HOUSEHOLDS };
const ROOT = resolve(import.meta.dirname, "../..");
/** Opening, drawing and the command line, on a slow machine. */
const PATIENCE_MS = 300_000;

let app: App;
const folder = mkdtempSync(join(tmpdir(), "an-cu-province-"));

beforeAll(async () => {
  writeFileSync(join(folder, "plan.gpkg"), largePlan(await loadSqlite(), SIZE));
  for (const [name, bytes] of largeFiles(SIZE)) writeFileSync(join(folder, name), bytes);
  app = await openApp();
  await app.page.getByTestId("plan-input").first().setInputFiles(join(folder, "plan.gpkg"));
}, PATIENCE_MS);

afterAll(async () => {
  await app?.close();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

/** Households in the three numbers at the top, -1 while the answer is being computed. */
async function settled(page: Page): Promise<number> {
  if ((await page.getByTestId("total-yes").count()) === 0) return -1;
  if ((await page.locator(".waiting").count()) > 0) return -1;
  const { yes, unknown, no } = await totals(page);
  return yes + unknown + no;
}

interface Counts {
  readonly yes: number;
  readonly unknown: number;
  readonly byUnit: Readonly<Record<string, readonly [yes: number, unknown: number]>>;
}

async function shown(page: Page): Promise<Counts> {
  await expect.poll(() => settled(page), { timeout: 60_000 }).toBe(HOUSEHOLDS);
  const { yes, unknown } = await totals(page);
  const rows = await page.locator("[data-testid^='unit-row-']").evaluateAll((list) =>
    list.map((row) => {
      const cells = [...row.querySelectorAll("td.r")].map((cell) =>
        Number(cell.textContent?.replace(/\./g, "")),
      );
      return [row.getAttribute("data-testid")!.replace("unit-row-", ""), cells] as const;
    }),
  );
  return { yes, unknown, byUnit: Object.fromEntries(rows) as unknown as Counts["byUnit"] };
}

/** The counts of `ancu screen` over the same data as files. */
function commandLine(rules: Rules): Counts {
  const file = (name: string) => join(folder, name);
  writeFileSync(file("rules.json"), JSON.stringify(rules));
  const layers = ["units", "roads", "centres"].flatMap((kind) => [`--${kind}`, file(`${kind}.geojson`)]);
  const zones = ["forest", "hazard"].flatMap((kind) => [
    ...[`--${kind}s`, file(`${kind}s.geojson`)],
    ...[`--${kind}-coverage`, COVERAGE],
  ]);
  const done = spawnSync(
    process.execPath,
    [
      ...["--max-old-space-size=6000", "--import", "tsx", "scripts/ancu.ts", "screen", ...layers, ...zones],
      ...["--households", file("households.csv"), "--rules", file("rules.json"), "--json"],
    ],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  const { eligible, unknown, byUnit } = JSON.parse(done.stdout) as {
    eligible: number;
    unknown: number;
    byUnit: readonly { code: string | null; eligible: number; unknown: number }[];
  };
  const rows = byUnit.map((unit) => [unit.code ?? "none", [unit.eligible, unit.unknown]] as const);
  return { yes: eligible, unknown, byUnit: Object.fromEntries(rows) };
}

/** Drags the slider's thumb by so many pixels in many small steps; gives the metres where it was let go. */
async function drag(page: Page, name: string, pixels: number): Promise<number> {
  const thumb = page.getByRole("slider", { name });
  await thumb.scrollIntoViewIfNeeded();
  const box = (await thumb.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels, y, { steps: 20 });
  await page.mouse.up();
  return Number(await thumb.getAttribute("aria-valuenow"));
}

test(
  "what the plan says when it is opened is what the command line says of the same files",
  async () => {
    await expect.poll(() => settled(app.page), { timeout: PATIENCE_MS }).toBe(HOUSEHOLDS);
    expect(await shown(app.page)).toEqual(commandLine(DEFAULT_RULES));
    expect(await numberOf(app.page, "total-yes")).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

test(
  "dragging the scatter radius and then the distance to a road gives the command line's counts",
  async () => {
    const { page } = app;
    const before = await shown(page);
    const radiusM = await drag(page, "Bán kính", 22);
    const scattered = { method: "neighbours", radiusM, fewerThan: 5 } as const;
    const moved = await shown(page);
    expect(moved).toEqual(commandLine({ ...DEFAULT_RULES, scattered }));
    expect(moved.yes).not.toBe(before.yes);

    const roadM = await drag(page, "Khoảng cách đến đường", -14);
    const remote = { ...DEFAULT_RULES.remote!, roadM };
    const again = await shown(page);
    expect(again).toEqual(commandLine({ ...DEFAULT_RULES, scattered, remote }));
    expect(again.yes).not.toBe(moved.yes);
    await app.shot("province");
  },
  PATIENCE_MS,
);
