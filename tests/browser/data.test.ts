/** Dữ liệu: bad files, real communes and a worked example into a new plan, reload, export and validate. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hintsOf } from "../support/validate-geojson.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, chooseCoverage, drop, leave, newPlan, take, wizard } from "./support/files.ts";
import { ask, demoIsOpen, numberOf, saved, totals } from "./support/panels.ts";

const BROKEN = resolve(import.meta.dirname, "../broken");
const SHARED = resolve(import.meta.dirname, "../../../shared");
const CASE = join(SHARED, "cases/daklak-strict");
const REAL = join(SHARED, "real-data/admin/communes_2025_full_old_daklak.geojson");

async function download(page: Page, act: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFileSync(await file.path(), "utf8");
}

interface Collection {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  }[];
  readonly bbox?: readonly number[];
  readonly crs?: unknown;
}
function validated(text: string): Collection {
  expect(hintsOf(text)).toEqual([]);
  const json = JSON.parse(text) as Collection;
  expect(json.crs).toBeUndefined();
  for (const { geometry } of json.features) {
    expect(JSON.stringify(geometry?.coordinates ?? [])).not.toMatch(/\d\.\d{8,}/);
  }
  return json;
}

describe("files into a new plan", () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await newPlan(app.page, "Phương án thử tệp");
    await ask(app.page, "Dữ liệu");
  });
  afterAll(async () => {
    await app.close();
    await stopServer();
  });

  test.each([
    ["cut-short.geojson", /cut-short\.geojson/],
    ["error-page.geojson", /error-page\.geojson/],
    ["spreadsheet.csv", /spreadsheet\.csv/],
    ["vn2000-crs.geojson", /vn2000-crs\.geojson/],
    ["no-coordinates.csv", /tọa độ/],
  ])("%s is answered with a sentence that names it, and nothing is in the plan", async (name, says) => {
    const { page } = app;
    await drop(page, [join(BROKEN, name)]);
    const file = await wizard(page, name);
    await expect.poll(() => file.innerText()).toMatch(says);
    await leave(page, file);
    expect(await numberOf(page, "household-count")).toBe(0);
    expect(await saved(page)).toBe(0);
  });

  test.each(["hazard-level.geojson", "swapped.csv", "self-crossing.geojson"])(
    "%s names the row, and the counts add up",
    async (name) => {
      const { page } = app;
      await drop(page, [join(BROKEN, name)]);
      const file = await checkedWizard(page, name);
      const [read, accepted, rejected] = (await file.getByTestId("stage-counts").innerText())
        .match(/\d+/g)!
        .map(Number);
      expect(read).toBe(accepted! + rejected!);
      const rows = page.getByRole("region", { name: "Kiểm tra các dòng" });
      expect(await rows.innerText()).toMatch(/Dòng\s/);
      expect(await rows.locator("tbody tr").count()).toBeGreaterThan(0);
      await leave(page, file);
    },
  );

  test("a hazard layer with a zone that cannot be read waits until a person says that it may be left out", async () => {
    const { page } = app;
    await drop(page, [join(BROKEN, "hazard-level.geojson")]);
    const file = await checkedWizard(page, "hazard-level.geojson");
    await chooseCoverage(file, "all");
    // The words of its levels are not numbers: what they mean has to be said first.
    await page.getByTestId("intake-column-level").getByRole("button", { name: "chọn…" }).click();
    await page.getByRole("button", { name: "Áp dụng" }).click();
    const button = file.getByRole("button", { name: "Đưa vào phương án" });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    await file.getByTestId("skip-bad").click();
    await expect.poll(() => button.getAttribute("aria-disabled")).not.toBe("true");
    await leave(page, file);
    expect(await saved(page)).toBe(0);
  });

  test("HTML in a file is shown as text and runs nowhere", async () => {
    const { page } = app;
    let ran = false;
    page.on("dialog", (dialog) => {
      ran = true;
      void dialog.dismiss();
    });
    await drop(page, [join(BROKEN, "html.geojson")]);
    const file = await checkedWizard(page, "html.geojson");
    const coverage = file.getByRole("radio", { name: /Đã khảo sát hết/ });
    if ((await coverage.count()) > 0) await coverage.check();
    await file.getByRole("button", { name: "Đưa vào phương án" }).click();
    await file.waitFor({ state: "detached" });
    await saved(page, 1);
    await page.waitForTimeout(1000);
    expect(ran).toBe(false);
    expect(await page.locator("main img[src='x'], main script, .panel script, .panel img").count()).toBe(0);
    await page.getByRole("button", { name: /^Hoàn tác:/ }).click();
    await saved(page, 2);
  });
});

const here = existsSync(CASE) && existsSync(REAL);
if (!here)
  process.stdout.write(
    "The real communes and worked examples (../shared) are not here: that task was not run.\n",
  );

describe.runIf(here)("the real communes and the worked example", () => {
  let app: App;
  afterAll(async () => {
    await app?.close();
    await stopServer();
  });

  test("dropped into a new plan give the totals of the expected answer, and are there after a reload", async () => {
    app = await openApp();
    const { page } = app;
    await newPlan(page, "Đắk Lắk, ví dụ đối chiếu");
    await ask(page, "Dữ liệu");
    await drop(page, [REAL]);
    await take(page, basename(REAL), null);
    const layers = ["forests", "hazards", "roads", "centres"].map((name) => join(CASE, `${name}.geojson`));
    await drop(page, [...layers, join(CASE, "households.csv")]);
    await take(page, "forests.geojson", "all");
    await take(page, "hazards.geojson", "all");
    await take(page, "roads.geojson", null);
    await take(page, "centres.geojson", null);
    await take(page, "households.csv", null);
    const wanted = JSON.parse(readFileSync(join(CASE, "expected.json"), "utf8")) as {
      read: number;
      eligible: number;
      unknown: number;
    };
    await ask(page, "Rà soát");
    await expect.poll(async () => (await totals(page)).yes, { timeout: 30_000 }).toBe(wanted.eligible);
    const answer = await totals(page);
    expect(answer.unknown).toBe(wanted.unknown);
    expect(answer.yes + answer.unknown + answer.no).toBe(wanted.read);
    await page.waitForTimeout(1500);
    await app.shot("1-ra-soat-dak-lak");
    const revision = await saved(page, 6);

    await page.reload();
    await expect.poll(async () => (await totals(page)).yes, { timeout: 60_000 }).toBe(wanted.eligible);
    expect(await saved(page)).toBe(revision);
    await ask(page, "Dữ liệu");
    expect(await numberOf(page, "household-count")).toBe(wanted.read);
  });
});

describe("GeoJSON out of the demo", () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp({ query: "?plan=demo" });
    await demoIsOpen(app.page);
  });
  afterAll(async () => {
    await app.close();
    await stopServer();
  });

  test("the households that must move: as many as the screen says, valid, within the bounds", async () => {
    const { page } = app;
    const { yes } = await totals(page);
    await ask(page, "Dữ liệu");
    await app.page.waitForTimeout(300);
    await app.shot("4-du-lieu");
    await page.getByRole("button", { name: "Hộ thuộc diện" }).click();
    const text = await download(page, () => page.getByRole("button", { name: "Xuất tệp" }).click());
    const json = validated(text);
    expect(json.features).toHaveLength(yes);
    expect(json.features.every(({ properties }) => properties.eligible === "yes")).toBe(true);
    expect(json.bbox).toHaveLength(4);
  });

  test("the sites", async () => {
    const { page } = app;
    const text = await download(page, () => page.getByRole("button", { name: "Điểm bố trí" }).click());
    const json = validated(text);
    expect(json.features.length).toBeGreaterThanOrEqual(3);
    expect(json.features.every(({ geometry }) => /Polygon$/.test(geometry?.type ?? ""))).toBe(true);
  });

  test("the plan of one commune and of one former district", async () => {
    const { page } = app;
    const counts: number[] = [];
    for (const name of ["Phương án của một xã…", "Phương án của một huyện cũ…"]) {
      const choice = page.getByRole("combobox", { name });
      await choice.selectOption({ index: 1 });
      await choice.locator("xpath=..").getByRole("button").click();
      const text = await download(page, () => page.getByRole("button", { name: "Xuất tệp" }).click());
      const json = validated(text);
      counts.push(json.features.length);
    }
    expect(counts[0]).toBeGreaterThan(1);
    expect(counts[1]).toBeGreaterThan(counts[0]!);
  });
});
