/** Files into the program as a hand brings them, through the steps of the wizard, and the plan out again. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openBytes } from "../../../src/plan/plan-file.ts";
import { type Database, loadSqlite } from "../../../src/plan/sqlite.ts";

/** A file by its path, or by its name and bytes. */
export type Dropped = string | { readonly name: string; readonly bytes: Uint8Array };

/** Drops files on the page as a hand would from a folder window. */
export async function drop(page: Page, dropped: readonly Dropped[]): Promise<void> {
  await (await inHand(page, dropped))();
}

/** Files in the hand: the page has decoded them, which a real drop does not ask of it. Letting go drops them. */
export async function inHand(page: Page, dropped: readonly Dropped[]): Promise<() => Promise<void>> {
  const files = dropped.map((file) =>
    typeof file === "string"
      ? { name: basename(file), body: readFileSync(file).toString("base64") }
      : { name: file.name, body: Buffer.from(file.bytes).toString("base64") },
  );
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, body } of list) {
      const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, files);
  return async () => {
    for (const type of ["dragenter", "dragover", "drop"]) {
      await page.locator("main").dispatchEvent(type, { dataTransfer: transfer });
    }
  };
}

/** Makes an empty plan from the start page or the data panel. */
export async function newPlan(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Tạo mới" }).first().click();
  await page.getByLabel("Tên phương án").fill(name);
  await page.keyboard.press("Enter");
  await page.getByText(name).first().waitFor();
}

/** The panel of one file that waits; chooses it in the queue when another is looked at. */
export async function wizard(page: Page, name: string): Promise<Locator> {
  const panel = page.getByRole("region", { name, exact: true });
  const inQueue = page
    .getByRole("navigation", { name: "Tệp chờ đưa vào phương án" })
    .getByRole("button")
    .filter({ has: page.getByText(name, { exact: true }) });
  await expect
    .poll(async () => (await panel.count()) + (await inQueue.count()), { timeout: 60_000 })
    .not.toBe(0);
  if ((await panel.count()) === 0) await inQueue.click();
  await panel.waitFor();
  return panel;
}

/** The panel once the file was read and checked. */
export async function checkedWizard(page: Page, name: string): Promise<Locator> {
  const panel = await wizard(page, name);
  await panel.getByTestId("stage-counts").waitFor({ timeout: 60_000 });
  return panel;
}

/** Takes a file that waits out of the queue; says so again where something was chosen for it. */
export async function leave(page: Page, panel: Locator): Promise<void> {
  await panel.getByRole("button", { name: "Bỏ tệp này" }).click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Bỏ tệp này" });
  await expect.poll(async () => (await sure.count()) + (await panel.count())).not.toBe(1);
  if ((await sure.count()) > 0) await sure.click();
  await panel.waitFor({ state: "detached" });
}

/** Says of a layer what lies outside its polygons. */
export async function chooseCoverage(panel: Locator, coverage: "all" | "zones"): Promise<void> {
  const label = coverage === "all" ? /Đã khảo sát hết/ : /Chỉ khoanh một số vùng/;
  await panel.getByRole("radio", { name: label }).check();
}

/** Takes a file that waits into the plan; says that the map was looked at where that is asked. */
export async function take(page: Page, name: string, coverage: "all" | "zones" | null): Promise<void> {
  const panel = await checkedWizard(page, name);
  if (coverage) await chooseCoverage(panel, coverage);
  const seen = page.getByTestId("intake-seen");
  if ((await seen.count()) > 0) await seen.check();
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached", timeout: 60_000 });
}

/** A copy of the open plan, as a person would save it. */
export async function planBytes(page: Page): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu bản sao" }).click(),
  ]);
  return readFileSync(await file.path());
}

/** Downloads a copy of the open plan and opens it here, to see what is really in it. */
export async function planNow(page: Page): Promise<Database> {
  const opened = openBytes(await loadSqlite(), await planBytes(page), "copy.gpkg");
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}
