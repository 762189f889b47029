/** Rà soát: open the demo, read the count of a commune, drag the scatter radius, read why a household is listed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { still } from "./support/map-hand.ts";
import { ask, demoIsOpen, numberOf, search, totals } from "./support/panels.ts";

let app: App;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

describe("who must move, on the demo", () => {
  test("the counts of the communes add up to the total", async () => {
    const { page } = app;
    const rows = page.locator("[data-testid^='unit-row-']");
    expect(await rows.count()).toBeGreaterThanOrEqual(12);
    const cells = await rows.evaluateAll((list) =>
      list.map((row) =>
        [...row.querySelectorAll("td.r")].map((cell) => Number(cell.textContent?.replace(/\./g, ""))),
      ),
    );
    const { yes, unknown } = await totals(page);
    expect(cells.reduce((sum, [count]) => sum + count!, 0)).toBe(yes);
    expect(cells.reduce((sum, [, count]) => sum + count!, 0)).toBe(unknown);
    await still(page);
    await app.shot("1-ra-soat");
  });

  test("a commune is chosen with the mouse: the table below lists its households", async () => {
    const { page } = app;
    const row = page.locator("[data-testid^='unit-row-']").first();
    const name = await row.getByRole("button").innerText();
    await row.getByRole("button").click();
    await expect.poll(() => page.getByText(new RegExp(`^${name}: `)).count()).toBeGreaterThan(0);
    await row.getByRole("button").click();
  });

  test("dragging the scatter radius changes the counts while it moves, and back", async () => {
    const { page } = app;
    const before = await totals(page);
    const thumb = page.getByRole("slider", { name: "Bán kính" });
    const box = (await thumb.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 25, box.y + box.height / 2, { steps: 8 });
    // The button is still down: the answer follows the hand.
    await expect.poll(async () => (await totals(page)).yes).not.toBe(before.yes);
    const during = await totals(page);
    expect(during.yes + during.unknown + during.no).toBe(before.yes + before.unknown + before.no);
    // More households lie within a larger radius, so fewer are scattered.
    expect(during.yes).toBeLessThan(before.yes);
    await page.mouse.up();
    await page.getByRole("button", { name: "Bỏ thay đổi" }).click();
    await expect.poll(async () => (await totals(page)).yes).toBe(before.yes);
  });

  test("a household is found without diacritics and its reasons are in words", async () => {
    const { page } = app;
    const hits = await search(page, "cu san mau");
    expect((await hits.first().innerText()).normalize("NFC")).toContain("Xã Cư San Mẫu");
    await page.locator("#search").press("Enter");
    await still(page);
    await page.getByRole("button", { name: /Bảng hộ/ }).click();
    await page.getByRole("grid", { name: "Bảng hộ" }).getByRole("row").nth(2).click();
    await page.getByRole("heading", { name: "Vì sao hộ này?" }).waitFor();
    for (const code of ["minority", "scattered", "forest", "hazard", "remote"]) {
      expect((await page.getByTestId(`reason-${code}`).innerText()).length).toBeGreaterThan(10);
    }
    await still(page);
    await app.shot("1-ra-soat-ho");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Bảng hộ/ }).click();
  });

  test("switching a criterion off loosens the answer, and both languages say it", async () => {
    const { page } = app;
    const before = await totals(page);
    await page.getByRole("checkbox", { name: /Phân tán/ }).click();
    await expect.poll(async () => (await totals(page)).yes).not.toBe(before.yes);
    await page.getByRole("button", { name: "Bỏ thay đổi" }).click();
    await expect.poll(async () => (await totals(page)).yes).toBe(before.yes);
    await page.getByRole("button", { name: /Ngôn ngữ/ }).click();
    await page.getByRole("heading", { name: "Who must move?" }).waitFor();
    expect(await numberOf(page, "total-yes")).toBe(before.yes);
    await page.getByRole("button", { name: /Language/ }).click();
    await page.getByRole("heading", { name: "Ai phải di dời?" }).waitFor();
  });

  test("every question opens and nothing leaves this machine", async () => {
    for (const question of ["Bố trí", "Tiến độ", "Dữ liệu", "Rà soát"] as const)
      await ask(app.page, question);
    await app.page.getByRole("heading", { name: "Ai phải di dời?" }).waitFor();
  });
});
