/** One tab writes; a second only looks, says so, and sees what the first one does. A copy opens as a plan. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { ask, demoIsOpen, saved, totals } from "./support/panels.ts";

let app: App;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "an-cu-copy-"));
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

describe("a second tab", () => {
  test("opens read-only, says so, has no edit controls, and follows the first", async () => {
    const { page } = app;
    const second = await app.tab("?plan=demo");
    await second.getByTestId("read-only").waitFor({ timeout: 60_000 });
    expect(await second.getByTestId("read-only").innerText()).toContain("Chỉ xem: đang mở ở thẻ khác");
    await demoIsOpen(second);
    expect(await totals(second)).toEqual(await totals(page));
    await ask(second, "Bố trí");
    expect(await second.getByRole("button", { name: /Vẽ vùng/ }).count()).toBe(0);

    const list = second.getByRole("list", { name: "Các điểm bố trí" });
    await list.getByRole("listitem").first().waitFor();
    const sites = await list.getByRole("listitem").count();
    await ask(page, "Bố trí");
    await page.getByRole("list", { name: "Các điểm bố trí" }).getByRole("button").first().click();
    const revision = await saved(page);
    await page.getByRole("button", { name: "Xóa điểm" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xóa điểm" }).click();
    await saved(page, revision + 1);
    await expect.poll(() => list.getByRole("listitem").count(), { timeout: 30_000 }).toBe(sites - 1);
    await second.close();
    await page.keyboard.press("Control+z");
    await saved(page, revision + 2);
  });

  test("takes over with one click when the first one crashes, with everything that was saved", {
    timeout: 240_000,
  }, async () => {
    const own = await openApp({ query: "?plan=demo" });
    const { page } = own;
    await demoIsOpen(page);
    const before = await totals(page);
    await ask(page, "Bố trí");
    await page.getByRole("list", { name: "Các điểm bố trí" }).getByRole("button").first().click();
    const revision = await saved(page);
    await page.getByRole("button", { name: "Xóa điểm" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xóa điểm" }).click();
    await saved(page, revision + 1);
    const second = await own.tab("?plan=demo");
    await second.getByTestId("read-only").waitFor({ timeout: 60_000 });
    const session = await own.context.newCDPSession(page);
    // The page's process ends at once: nothing in it is asked, and no answer comes.
    void session.send("Page.crash").catch(() => undefined);
    await second.getByText("Thẻ kia đã đóng phương án này.").waitFor({ timeout: 60_000 });
    await second.getByRole("button", { name: "Mở lại" }).click();
    expect(await saved(second, revision + 1)).toBe(revision + 1);
    await ask(second, "Rà soát");
    expect(await totals(second)).toEqual(before);
    await second.keyboard.press("Control+z");
    await saved(second, revision + 2);
    await own.close();
  });

  test("a saved copy opens as a further plan with the same answers", async () => {
    const { page } = app;
    await ask(page, "Rà soát");
    const before = await totals(page);
    await ask(page, "Dữ liệu");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Lưu bản sao" }).click(),
    ]);
    const copy = join(folder, file.suggestedFilename());
    await file.saveAs(copy);
    expect(copy).toMatch(/\.gpkg$/);
    await page.getByTestId("plan-input").first().setInputFiles(copy);
    await ask(page, "Rà soát");
    await expect.poll(async () => totals(page), { timeout: 60_000 }).toEqual(before);
  });

  test("a file that is no plan is refused in words and the open plan stays", async () => {
    const { page } = app;
    const before = await totals(page);
    const wrong = join(folder, "khong-phai.gpkg");
    writeFileSync(wrong, "This is not a database");
    await ask(page, "Dữ liệu");
    await page.getByTestId("plan-input").first().setInputFiles(wrong);
    await page
      .getByText(/khong-phai\.gpkg/)
      .first()
      .waitFor();
    await ask(page, "Rà soát");
    expect(await totals(page)).toEqual(before);
  });
});
