/** Bố trí: draw a site on a hazard, read why it is blocked, move it, see it pass; undo, redo; a power cut. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { drawingPlaces, square } from "./support/demo-places.ts";
import { drag, goTo, hand, still } from "./support/map-hand.ts";
import { ask, demoIsOpen, saved } from "./support/panels.ts";

const NAME = "Điểm vẽ thử";
const places = drawingPlaces();
let app: App;
let profile: string;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  profile = app.profile;
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("where to, on the demo", () => {
  test("a site drawn on a hazard zone is blocked and says why", async () => {
    const { page } = app;
    await ask(page, "Bố trí");
    await goTo(page, places.onHazard);
    const pixel = await hand(page);
    await page.getByRole("button", { name: /Vẽ vùng/ }).click();
    const corners = square(places.onHazard, places.sideM).coordinates[0]!.slice(0, 4);
    for (const corner of corners) {
      const { x, y } = pixel(corner);
      await page.mouse.move(x, y);
      await page.waitForTimeout(80);
      await page.mouse.click(x, y);
      await page.waitForTimeout(120);
    }
    await page.keyboard.press("Enter");
    const blocked = page.locator("[data-testid^='check-hazard:'][data-state='blocked']");
    await blocked.first().waitFor();
    expect(await blocked.first().innerText()).toMatch(/Chồng vùng (sạt lở|lũ quét|lũ ống) mức [3-5]/);
    expect(await blocked.first().innerText()).toMatch(/ha/);
    await page.getByText(/Chưa thể đề xuất: \d+ lỗi chặn/).waitFor();
    // 160 m × 160 m is 2.56 ha on the ground; the mouse sets corners to the pixel.
    const m2 = Number((await page.getByTestId("site-area-m2").innerText()).replace(/\D/g, ""));
    expect(Math.abs(m2 - places.sideM ** 2)).toBeLessThan(places.sideM ** 2 * 0.08);
    await page.waitForTimeout(600);
    await app.shot("2-bo-tri-bi-chan");
  });

  test("the draft is saved, but cannot be put forward while it is blocked", async () => {
    const { page } = app;
    const before = await saved(page);
    await page.getByLabel("Tên điểm").fill(NAME);
    await page.getByRole("button", { name: "Lưu bản nháp" }).click();
    await saved(page, before + 1);
    await page.getByRole("heading", { name: NAME }).waitFor();
    const propose = page.getByRole("button", { name: "Chuyển thành đề xuất" });
    await expect.poll(() => propose.getAttribute("aria-disabled")).toBe("true");
  });

  test("moved off the zone it passes and can be put forward", async () => {
    const { page } = app;
    const before = await saved(page);
    await still(page);
    const pixel = await hand(page);
    await page
      .getByRole("button", { name: /^Sửa đỉnh/ })
      .first()
      .click();
    await page.waitForTimeout(400);
    await drag(page, pixel(places.onHazard), pixel(places.free));
    await expect.poll(() => page.locator("[data-state='blocked']").count()).toBe(0);
    await page.getByRole("button", { name: "Lưu ranh giới" }).click();
    await saved(page, before + 1);
    await page.getByTestId("check-forest:special-use").waitFor();
    await page.getByRole("button", { name: "Chuyển thành đề xuất" }).click();
    await saved(page, before + 2);
    await page.getByText("đề xuất", { exact: true }).first().waitFor();
    await still(page);
    await app.shot("2-bo-tri");
  });

  test("undo and redo name what they do and do it", async () => {
    const { page } = app;
    const undo = page.getByRole("button", { name: /^Hoàn tác:/ });
    const redo = page.getByRole("button", { name: /^Làm lại:/ });
    expect(await undo.getAttribute("aria-label").then((label) => label ?? "")).toContain(NAME);
    const revision = await saved(page);
    await undo.click();
    await saved(page, revision + 1);
    await page.getByRole("button", { name: "Chuyển thành đề xuất" }).waitFor();
    await page.keyboard.press("Control+z");
    await saved(page, revision + 2);
    // The shape stands on the zone again.
    await page.locator("[data-testid^='check-hazard:'][data-state='blocked']").first().waitFor();
    await redo.click();
    await saved(page, revision + 3);
    await expect.poll(() => page.locator("[data-state='blocked']").count()).toBe(0);
    await page.keyboard.press("Control+y");
    await saved(page, revision + 4);
    await page.getByRole("button", { name: "Đưa về bản nháp" }).waitFor();
  });

  test("a site shown as saved is there after the browser was killed", async () => {
    const { page } = app;
    const before = await saved(page);
    await page.getByRole("button", { name: "Xóa điểm" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xóa điểm" }).click();
    await saved(page, before + 1);
    await page.keyboard.press("t");
    const [west, south] = square(places.free, 200).coordinates[0]![0]!;
    const [east, north] = square(places.free, 200).coordinates[0]![2]!;
    await page
      .getByRole("textbox", { name: /Mỗi dòng một đỉnh/ })
      .fill([`${west} ${south}`, `${east} ${south}`, `${east} ${north}`, `${west} ${north}`].join("\n"));
    await page.getByRole("button", { name: "Nhận vùng này" }).click();
    await page.getByLabel("Tên điểm").fill("Điểm trước khi mất điện");
    await page.getByRole("button", { name: "Lưu bản nháp" }).click();
    const revision = await saved(page, before + 2);
    await app.kill();

    app = await openApp({ query: "?plan=demo", profile });
    await demoIsOpen(app.page);
    expect(await saved(app.page)).toBe(revision);
    await ask(app.page, "Bố trí");
    await app.page.getByText("Điểm trước khi mất điện").first().waitFor();
    await app.page.getByRole("button", { name: /^Hoàn tác:.*Điểm trước khi mất điện/ }).waitFor();
  });
});
