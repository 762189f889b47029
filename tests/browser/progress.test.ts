/** Tiến độ: the 2025 percentage of a commune and in total, at any date. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { demoFile } from "./support/demo-places.ts";
import { ask, demoIsOpen, search } from "./support/panels.ts";

interface Baseline {
  readonly target: string;
  readonly householdIds: readonly string[];
}

/** Counts by hand, from the demo's files: done at a date, out of the baseline. */
function countedByHand(asOf: string): { done: number; all: number } {
  const baselines = JSON.parse(readFileSync(demoFile("baselines.json"), "utf8")) as Baseline[];
  const members = new Set(baselines.find(({ target }) => target === "relocation")!.householdIds);
  const state = new Map<string, boolean>();
  const rows = readFileSync(demoFile("events.csv"), "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line, index) => ({ cells: line.split(","), index }))
    .sort((a, b) => (a.cells[2]! < b.cells[2]! ? -1 : a.cells[2]! > b.cells[2]! ? 1 : a.index - b.index));
  for (const { cells } of rows) {
    const [household, kind, on] = cells;
    if (!members.has(household!) || on! > asOf) continue;
    if (["moved", "settled", "stabilised-in-place"].includes(kind!)) state.set(household!, true);
    if (kind === "returned") state.set(household!, false);
  }
  return { done: [...state.values()].filter(Boolean).length, all: members.size };
}

/** A household of the list that was done by a single event, a move in 2024, of which nothing else is told after. */
function doneOnceIn2024(): { household: string; on: string } {
  const baselines = JSON.parse(readFileSync(demoFile("baselines.json"), "utf8")) as Baseline[];
  const members = baselines.find(({ target }) => target === "relocation")!.householdIds;
  const rows = readFileSync(demoFile("events.csv"), "utf8").trim().split(/\r?\n/).slice(1);
  const cells = rows.map((line) => line.split(","));
  for (const household of members) {
    const own = cells.filter(([id]) => id === household);
    const last = own.at(-1);
    const done = own.filter(([, kind]) => ["moved", "settled", "stabilised-in-place"].includes(kind!));
    if (done.length === 1 && last?.[1] === "moved" && last[2]!.startsWith("2024-")) {
      return { household, on: last[2]! };
    }
  }
  throw new Error("the demo has no such household");
}

let app: App;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
  await ask(app.page, "Tiến độ");
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

/** `58,3 %` as a number. */
const percentIn = (text: string): number => Number(/(\d+(?:,\d+)?)\s*%/.exec(text)![1]!.replace(",", "."));

async function setDate(on: string): Promise<void> {
  const field = app.page.getByLabel("Tính đến");
  const [year, month, day] = on.split("-");
  const native = (await field.getAttribute("type")) === "date";
  await field.fill(native ? on : `${day}/${month}/${year}`);
  await field.press("Enter");
}

describe("how far, on the demo", () => {
  test("the total at the end of 2025 is what counting the events by hand gives, cut and not rounded", async () => {
    await setDate("2025-12-31");
    const { done, all } = countedByHand("2025-12-31");
    const cut = Math.floor((done * 1000) / all) / 10;
    await expect
      .poll(async () => percentIn(await app.page.getByTestId("progress-percent").innerText()))
      .toBe(cut);
    // At once, without waiting: the card and the table say the same at any moment.
    const total = await app.page.getByTestId("progress-row-total").locator("td").allInnerTexts();
    expect(total[1]!.replaceAll(".", "")).toBe(String(all));
    expect(total[2]!.replaceAll(".", "")).toBe(String(done));
  });

  test("a commune's 2025 percentage can be read; some met 60 % and some did not; rows add up", async () => {
    const rows = app.page.locator("tbody [data-testid^='progress-row-']");
    const cells = await rows.evaluateAll((list) =>
      list.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
    const { done, all } = countedByHand("2025-12-31");
    const whole = (text: string) => Number(text.replaceAll(".", ""));
    expect(cells.reduce((sum, row) => sum + whole(row[1]!), 0)).toBe(all);
    expect(cells.reduce((sum, row) => sum + whole(row[2]!), 0)).toBe(done);
    const percents = cells.filter((row) => row[4]!.includes("%")).map((row) => percentIn(row[4]!));
    expect(percents.some((percent) => percent >= 60)).toBe(true);
    expect(percents.some((percent) => percent < 60)).toBe(true);
    for (const row of cells.filter((each) => each[4]!.includes("%"))) {
      expect(percentIn(row[4]!)).toBe(Math.floor((whole(row[2]!) * 1000) / whole(row[1]!)) / 10);
    }
  });

  test("a later date moves the figure; the closed milestone of 2025 stays", async () => {
    await setDate("2026-10-15");
    const { done, all } = countedByHand("2026-10-15");
    await expect
      .poll(async () => percentIn(await app.page.getByTestId("progress-percent").innerText()))
      .toBe(Math.floor((done * 1000) / all) / 10);
    const closed = countedByHand("2025-12-31");
    const milestone = await app.page.getByTestId("milestone-2025-relocation").innerText();
    expect(milestone).toContain(closed.done * 100 >= 60 * closed.all ? "Mốc 2025 đạt" : "Mốc 2025 chưa đạt");
    await app.page.waitForTimeout(2000); // the map beside the table takes its colours
    await app.shot("3-tien-do");
  });

  test("by former district the same people are counted", async () => {
    const { all } = countedByHand("2026-10-15");
    await app.page.getByText("Huyện cũ", { exact: true }).first().click();
    await expect
      .poll(async () => {
        const counts = await app.page
          .locator("tbody [data-testid^='progress-row-'] td:nth-child(2)")
          .allInnerTexts();
        return counts.length < 4
          ? counts.reduce((sum, text) => sum + Number(text.replaceAll(".", "")), 0)
          : -1;
      })
      .toBe(all);
  });
});

describe("a past that is changed, and a list that grows", () => {
  /** The percentages and counts of the card of relocation. */
  const fixed = async () => {
    const row = app.page.getByTestId("progress-row-total").locator("td");
    const [, all, done] = await row.allInnerTexts();
    return { all: all!, done: done!, percent: await app.page.getByTestId("progress-percent").innerText() };
  };
  const known = () => app.page.getByTestId("progress-known-relocation");

  test("an event of 2024 that is corrected changes the figure of 2024; who did it is told, and the old figure", async () => {
    const { page } = app;
    await setDate("2024-12-31");
    const { done, all } = countedByHand("2024-12-31");
    const cut = (count: number) => Math.floor((count * 1000) / all) / 10;
    await expect
      .poll(async () => percentIn(await page.getByTestId("progress-percent").innerText()))
      .toBe(cut(done));
    await expect.poll(() => page.getByTestId("audit-line").innerText()).toContain("không ai sửa");
    const { household, on } = doneOnceIn2024();
    await ask(page, "Rà soát");
    await (await search(page, household)).first().click();
    const day = on.split("-").reverse().join("/");
    const card = page.locator("[data-region=card]");
    await card.getByRole("button", { name: new RegExp(`^Xóa diễn biến.*đã chuyển đến.*${day}`) }).click();
    await ask(page, "Tiến độ");
    await expect
      .poll(async () => percentIn(await page.getByTestId("progress-percent").innerText()))
      .toBe(cut(done - 1));
    const line = page.getByTestId("audit-line");
    await expect.poll(() => line.innerText()).toContain("Sau ngày 31/12/2024 có 1 thay đổi");
    await page.getByRole("checkbox", { name: "Theo số liệu đã biết đến ngày" }).check();
    await expect.poll(() => known().innerText()).toContain(`(${done} trên ${all} hộ)`);
    await app.shot("3-tien-do-da-biet");
    await line.getByRole("button").press("Enter");
    const lines = page.getByTestId("late-changes").locator("tbody tr");
    await expect.poll(() => lines.count()).toBe(1);
    const told = await lines.allInnerTexts();
    expect(told[0]).toContain(household);
    expect(told[0]).toContain(`đã chuyển đến, ${day}`);
    expect(told[0]).toContain("không có");
    await app.shot("3-tien-do-thay-doi-sau");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect.poll(() => line.innerText()).toContain("có 2 thay đổi");
    await expect.poll(() => known().innerText()).toContain("không khác");
    await page.getByRole("checkbox", { name: "Theo số liệu đã biết đến ngày" }).uncheck();
  });

  test("households added to the list move the rolling figure and not the fixed one", async () => {
    const { page } = app;
    // Today where the browser is: seven hours ahead of UTC.
    await setDate(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
    await page.getByText("Xã 07/2025", { exact: true }).first().click();
    const rolling = page.getByTestId("progress-rolling-relocation");
    await expect.poll(() => rolling.innerText()).toContain("chưa có hộ nào");
    const before = await fixed();
    await page.getByRole("button", { name: "Bổ sung hộ" }).first().click();
    const dialog = page.getByRole("dialog");
    const found = dialog.getByTestId("found-list");
    await expect.poll(() => found.locator("li").count()).toBeGreaterThan(3);
    const n = await found.locator("li").count();
    await found.locator("li input").first().uncheck();
    await dialog.getByLabel("Văn bản").fill("12/QĐ-UBND");
    await app.shot("3-tien-do-bo-sung");
    await dialog.getByRole("button", { name: /^Bổ sung [\d.]+ hộ$/ }).click();
    await expect.poll(() => rolling.innerText()).toContain(`bổ sung ${n - 1}`);
    expect(await fixed()).toEqual(before);
    const text = await rolling.innerText();
    expect(text).toContain(`trên ${Number(before.all.replaceAll(".", "")) + n - 1} hộ`);
    expect(percentIn(text)).not.toBe(percentIn(before.percent));
    const total = await page.getByTestId("progress-row-total").locator("td").allInnerTexts();
    expect(total[7]).toBe(String(n - 1));
    await page.waitForTimeout(1500);
    await app.shot("3-tien-do-ca-bo-sung");
    await page.keyboard.press("Control+z");
    await expect.poll(() => rolling.innerText()).toContain("chưa có hộ nào");
  });
});
