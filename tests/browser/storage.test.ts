/** Storage tells the truth: room, automatic copies, a damaged plan, and a quota that runs out. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleStore } from "../plan/example-plan.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { ask, saved } from "./support/panels.ts";

let app: App;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "an-cu-storage-"));
  app = await openApp();
});
afterAll(async () => {
  await app.close();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

async function rename(page: Page, name: string, revision: number): Promise<void> {
  await ask(page, "Dữ liệu");
  await page.getByRole("button", { name: "Đổi tên", exact: true }).click();
  await page.getByRole("textbox", { name: "Tên phương án" }).fill(name);
  await page.keyboard.press("Enter");
  await saved(page, revision);
}

/** Unfolds the copies of a plan by keyboard and waits until there are so many. */
async function copiesOf(page: Page, name: string, wanted: number) {
  await ask(page, "Dữ liệu");
  const fold = page.getByRole("button", { name: `Bản sao tự động của ${name}`, exact: true });
  await fold.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: `Bản sao tự động của ${name}`, exact: true });
  await expect.poll(() => list.getByRole("listitem").count(), { timeout: 30_000 }).toBe(wanted);
  return list;
}

describe("room and automatic copies", () => {
  test("what is used and promised is said beside the kept plans", async () => {
    const { page } = app;
    await page.getByRole("button", { name: "Tạo mới" }).first().click();
    await page.getByRole("textbox", { name: "Tên phương án" }).fill("Xã Ea Mẫu");
    await page.keyboard.press("Enter");
    await saved(page);
    await ask(page, "Dữ liệu");
    const line = page.getByTestId("storage-line");
    await expect.poll(() => line.innerText()).toMatch(/Đã dùng [\d,.]+\sMB trong [\d,.]+\sMB/);
    expect(await line.innerText()).toMatch(/Trình duyệt (hứa|chưa hứa) giữ dữ liệu/);
  });

  test("each opening of a changed plan keeps a copy of it as it was; it opens as a plan of its own", async () => {
    const { page } = app;
    await rename(page, "Xã Ea Mẫu, một", 1);
    await page.reload();
    await saved(page, 1);
    await copiesOf(page, "Xã Ea Mẫu, một", 1);
    await rename(page, "Xã Ea Mẫu, hai", 2);
    await page.reload();
    await saved(page, 2);
    const list = await copiesOf(page, "Xã Ea Mẫu, hai", 2);
    await app.shot("luu-1-ban-sao");
    expect(await list.getByRole("listitem").first().innerText()).toContain("lần sửa 2");
    await list
      .getByRole("listitem")
      .last()
      .getByRole("button", { name: /^Mở bản sao/ })
      .press("Enter");
    await page
      .getByText(/^Xã Ea Mẫu, một \(bản sao \d\d\/\d\d\/\d{4} .*\)$/)
      .first()
      .waitFor();
    expect(await saved(page)).toBe(1);
    const kept = page.getByRole("button", { name: "Xã Ea Mẫu, hai", exact: true });
    expect(await kept.count()).toBe(1);
    await kept.click();
    await saved(page, 2);
  });

  test("an edit that comes at once is not in the copy of this opening", async () => {
    const { page } = app;
    await page.reload();
    await saved(page, 2);
    await rename(page, "Xã Ea Mẫu, ba", 3);
    await page.reload();
    await saved(page, 3);
    const list = await copiesOf(page, "Xã Ea Mẫu, ba", 3);
    const lines = await list.getByRole("listitem").allInnerTexts();
    expect(lines.map((line) => /lần sửa (\d+)/.exec(line)?.[1])).toEqual(["3", "2", "1"]);
  });

  test("removing a plan says what becomes of its copies", async () => {
    const { page } = app;
    await page
      .getByRole("button", { name: /^Xã Ea Mẫu, một \(bản sao/ })
      .first()
      .click();
    await saved(page, 1);
    await ask(page, "Dữ liệu");
    await page.getByRole("button", { name: "Xóa Xã Ea Mẫu, ba khỏi trình duyệt" }).click();
    await page.getByText("Xóa phương án và 3 bản sao tự động?").waitFor();
    await app.shot("luu-2-xoa");
    await page.getByRole("button", { name: "Xóa hẳn" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Xã Ea Mẫu, ba", exact: true }).count()).toBe(0);
    const left = await page.evaluate(async () => {
      const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("ancu-copies");
      const names: string[] = [];
      for await (const [name] of all.entries()) names.push(name);
      return names.length;
    });
    expect(left).toBeLessThanOrEqual(1);
  });
});

describe("a damaged plan", () => {
  test("is refused in words, and what can be read of it is offered, counted and opened", async () => {
    const { page } = app;
    const { store } = exampleStore();
    const bytes = store.copy();
    const at = Buffer.from(bytes).indexOf('"head":"Y Ê 33"');
    bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
    const file = join(folder, "hong.gpkg");
    writeFileSync(file, bytes);
    await ask(page, "Dữ liệu");
    await page.getByTestId("plan-input").first().setInputFiles(file);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/hong\.gpkg/).waitFor({ timeout: 30_000 });
    await app.shot("luu-3-hong");
    const button = dialog.getByRole("button", { name: "Cứu phần đọc được" });
    await button.focus();
    await page.keyboard.press("Enter");
    await dialog.getByText(/Đây không phải là toàn bộ phương án/).waitFor({ timeout: 60_000 });
    await app.shot("luu-4-cuu-duoc");
    const row = await dialog.getByRole("row", { name: /^Hộ \d/ }).innerText();
    const [read, lost] = row.match(/\d+/g)!.map(Number);
    expect(lost).toBeGreaterThan(0);
    expect(read! + lost!).toBe(40);
    await page.keyboard.press("Escape");
    await page
      .getByText(/^Phương án thử \(cứu lại/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: /Ngôn ngữ/ }).click();
    await page.waitForTimeout(300);
    await app.shot("luu-5-tieng-anh");
    await page.getByRole("button", { name: /Language/ }).click();
  });
});

describe("a quota", () => {
  test("that runs short is said before it is at its end; at its end nothing is half saved, and a copy is offered", async () => {
    const { page, context, url } = app;
    const cdp = await context.newCDPSession(page);
    const origin = new URL(url).origin;
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage!);
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 6_000_000 });
    const revision = await saved(page);
    await page.reload();
    await page.getByTestId("room-low").waitFor({ timeout: 30_000 });
    expect(await page.getByTestId("room-low").innerText()).toContain("Sắp hết chỗ");
    await app.shot("luu-6-sap-het-cho");
    await ask(page, "Dữ liệu");
    await page.getByRole("button", { name: "Đổi tên", exact: true }).click();
    await page.getByRole("textbox", { name: "Tên phương án" }).fill("Không còn chỗ");
    await page.keyboard.press("Enter");
    await page
      .getByText(/Không còn đủ chỗ lưu/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("room-low").getByRole("button").click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.gpkg$/);
    expect(await saved(page)).toBe(revision);
    await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  });
});
