/** A long list through the wizard: how far it is is told while the worker is busy, and the page stays free. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { plainCsv, sheetXlsx } from "../../scripts/bench/data/intake-files.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, inHand, newPlan, wizard } from "./support/files.ts";
import { ask } from "./support/panels.ts";

/** What is kept in the page while it is watched. */
interface Watched {
  readonly tasks: { readonly ms: number; readonly at: number; readonly after: string }[];
  readonly shares: { readonly label: string; readonly percent: number | null }[];
  step: string;
}

let app: App;
beforeEach(async () => {
  app = await openApp();
  await newPlan(app.page, "Phương án danh sách dài");
  await ask(app.page, "Dữ liệu");
});
afterEach(() => app.close());
afterAll(stopServer);

/** Keeps the long tasks of the main thread and everything the progress bar says. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { tasks: [], shares: [], step: "drop" };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        watched.tasks.push({ ms: Math.round(duration), at: Math.round(startTime), after: watched.step });
    }).observe({ type: "longtask" });
    const look = () => {
      const bar = document.querySelector(".intake-progress-box [role=progressbar]");
      const given = bar?.getAttribute("aria-valuenow");
      if (!bar) return;
      const label = bar.getAttribute("aria-label") ?? "";
      watched.shares.push({ label, percent: given ? Number(given) : null });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

const watchedIn = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

test("an XLSX of 50,000 rows is read and checked; the long tasks of the page are told", {
  timeout: 300_000,
}, async () => {
  const { page } = app;
  const file = sheetXlsx(1, 50_000);
  await dropWatched(page, file);
  const panel = await checkedWizard(page, file.name);
  expect(await panel.getByTestId("stage-counts").innerText()).toContain("50.000");
  const { tasks } = await watchedIn(page);
  const told = tasks.map(({ ms, after }) => `${ms} ms after ${after}`).join(", ");
  process.stdout.write(`Long tasks of the page (over 50 ms): ${told === "" ? "none" : told}\n`);
});

test("the share of a check grows, from rows that are done", { timeout: 300_000 }, async () => {
  const { page } = app;
  const file = plainCsv(1, 300_000);
  await dropWatched(page, file);
  await wizard(page, file.name);
  await checkedWizard(page, file.name);
  const { shares } = await watchedIn(page);
  const checking = shares.filter(({ label }) => label === "Đang kiểm tra các dòng");
  const percents = checking.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  expect(new Set(percents).size).toBeGreaterThan(1);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  expect(Math.max(...percents)).toBeLessThanOrEqual(100);
});

/** The file is in the hand before the page is watched: a hand drops a file without the page decoding it. */
async function dropWatched(
  page: Page,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const letGo = await inHand(page, [file]);
  await watch(page);
  await letGo();
}
