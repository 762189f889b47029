/** The whole way by keyboard alone: open the demo, read, set a radius, type a site, save, undo. No mouse is used. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { drawingPlaces, square } from "./support/demo-places.ts";
import { moving, still } from "./support/map-hand.ts";
import { demoIsOpen, saved, totals } from "./support/panels.ts";

const { onHazard, sideM } = drawingPlaces();
let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

/** Presses Tab until the focused control has this name. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      if (!focused || focused === document.body) return "";
      const labelled = (focused as HTMLInputElement).labels?.[0]?.textContent;
      return focused.getAttribute("aria-label") ?? labelled ?? focused.textContent ?? "";
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

describe("by keyboard alone", () => {
  test("opens the demo from the first page", async () => {
    const { page } = app;
    await page.getByRole("heading", { name: "Bắt đầu" }).waitFor();
    await page.waitForTimeout(800);
    await app.shot("5-lan-dau");
    await tabTo(page, /Xem thử/);
    await page.keyboard.press("Enter");
    await demoIsOpen(page);
  });

  test("moves the radius with the arrow keys and sees the counts change", async () => {
    const { page } = app;
    const before = await totals(page);
    await tabTo(page, /^Bán kính$/);
    const role = () => page.evaluate(() => document.activeElement?.getAttribute("role"));
    while ((await role()) !== "slider") await tabTo(page, /^Bán kính$/);
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await totals(page)).yes).not.toBe(before.yes);
    await tabTo(page, /Bỏ thay đổi/);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await totals(page)).yes).toBe(before.yes);
  });

  test("makes a site by typed coordinates, reads why it is blocked, saves it and takes it back", async () => {
    const { page } = app;
    await page.keyboard.press("2");
    await page.getByRole("heading", { name: "Đưa về đâu?" }).waitFor();
    const revision = await saved(page);
    await page.keyboard.press("t");
    const corners = square(onHazard, sideM).coordinates[0]!.slice(0, 4);
    await page.keyboard.insertText(corners.map(([lon, lat]) => `${lon} ${lat}`).join("\n"));
    await page.locator("[data-testid^='check-hazard:'][data-state='blocked']").first().waitFor();
    await tabTo(page, /Nhận vùng này/);
    await page.keyboard.press("Enter");
    await tabTo(page, /Lưu bản nháp/);
    await page.keyboard.press("Enter");
    await saved(page, revision + 1);
    await page.keyboard.press("Control+z");
    await saved(page, revision + 2);
    await expect
      .poll(() => page.locator("[data-testid^='check-hazard:'][data-state='blocked']").count())
      .toBe(0);
  });

  test("draws a site at the crosshair: Space sets corners, arrows move the map, Enter closes", async () => {
    const { page } = app;
    await page.keyboard.press("v");
    await page.locator(".map-host canvas").first().focus();
    await still(page);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"]) {
      await page.keyboard.press("Space");
      // The map glides; the next corner is set where it stops.
      await moving(page, () => page.keyboard.press(key));
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByTestId("site-area").innerText()).toMatch(/ha/);
    await page.keyboard.press("Escape");
  });

  test("finds a commune, the list of keys, and every question", async () => {
    const { page } = app;
    await page.keyboard.press("/");
    await page.keyboard.type("ea mau");
    await page
      .getByRole("option", { name: /Xã Ea Mẫu/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".map-host canvas").first().focus();
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog", { name: "Phím tắt" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Phím tắt" }).waitFor({ state: "detached" });
    for (const [key, question] of [
      ["3", "Đến đâu rồi?"],
      ["4", "Dữ liệu"],
      ["1", "Ai phải di dời?"],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole("heading", { name: question, exact: true }).first().waitFor();
    }
  });
});
