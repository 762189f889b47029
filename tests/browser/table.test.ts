/** The table of households: filter, sort, choose many in the table and on the map, record for all of them, undo. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { drag, still } from "./support/map-hand.ts";
import { ask, demoIsOpen, numberOf, totals } from "./support/panels.ts";

let app: App;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Bảng hộ" });
/** Rows of households that are on the page: those after the names of the columns and their filters. */
const rows = (page: Page): Locator => grid(page).locator("tbody tr[aria-rowindex]");
const listed = (page: Page): Promise<number> => numberOf(page, "table-count");
const chosen = (page: Page): Promise<number> => numberOf(page, "table-chosen");
const nobodyChosen = (page: Page) => expect.poll(() => page.getByTestId("table-chosen").count()).toBe(0);

/** The number of the last saved change, which ends the line under the plan's name. */
async function revisionOf(page: Page): Promise<number> {
  const text = await page.getByTestId("save-state").innerText();
  return Number(/([\d.]+)\s*$/.exec(text)?.[1]?.replaceAll(".", "") ?? -1);
}

/** What the rows in sight say in a column, counted from the box on the left. */
const COLUMN = { id: 1, head: 2, ethnicity: 3, status: 9 } as const;
async function cells(page: Page, column: keyof typeof COLUMN): Promise<string[]> {
  const found = await rows(page).evaluateAll(
    (list, at) => list.map((row) => row.querySelectorAll("td")[at]?.textContent ?? ""),
    COLUMN[column],
  );
  return found.map((text) => text.normalize("NFC"));
}

/** A name without its marks, worked out apart from the program. */
const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase();

describe("the table of households", () => {
  test("opens with whoever must move or is not certain, and lists everybody when asked", async () => {
    const { page } = app;
    const { yes, unknown, no } = await totals(page);
    await page.getByRole("button", { name: /^Bảng hộ/ }).click();
    await expect.poll(() => listed(page)).toBe(yes + unknown);
    await page.getByRole("radio", { name: "Tất cả" }).click();
    await expect.poll(() => listed(page)).toBe(yes + unknown + no);
    expect(await grid(page).getAttribute("aria-rowcount")).toBe(String(yes + unknown + no + 2));
  });

  test("filters by ethnic group and by a name without marks, and sorts the Vietnamese way", async () => {
    const { page } = app;
    await page.getByRole("button", { name: /^Lọc theo Dân tộc/ }).click();
    const group = page.getByRole("checkbox", { name: /^Ê Đê/ });
    const said = (await group.locator("xpath=..").innerText()).match(/[\d.]+$/)![0];
    await group.click();
    await expect.poll(() => listed(page)).toBe(Number(said.replaceAll(".", "")));
    await app.shot("6-bang-ho-loc");
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Lọc theo Chủ hộ" }).fill("Y BLO");
    await expect.poll(() => listed(page)).toBeLessThan(400);
    expect(await listed(page)).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Chủ hộ", exact: true }).click();
    await expect.poll(async () => (await cells(page, "head")).length).toBeGreaterThan(5);
    const compare = new Intl.Collator("vi", { numeric: true }).compare;
    await expect
      .poll(async () => {
        const names = await cells(page, "head");
        return names.length > 0 && names.every((name, k) => k === 0 || compare(names[k - 1]!, name) <= 0);
      })
      .toBe(true);
    expect((await cells(page, "head")).every((name) => bare(name).includes("y blo"))).toBe(true);
    expect(new Set(await cells(page, "ethnicity"))).toEqual(new Set(["Ê Đê"]));
  });

  test("all of them are chosen, recorded as planned in one entry, seen in table and on the map, and undone", async () => {
    const { page } = app;
    const revision = await revisionOf(page);
    const count = await listed(page);
    await page.getByRole("button", { name: /^Chọn tất cả/ }).click();
    await expect.poll(() => chosen(page)).toBe(count);
    const before = await cells(page, "status");
    await ask(page, "Bố trí");
    await still(page);
    const map = page.locator(".map-host canvas").first();
    const drawn = await map.screenshot();
    await page.getByRole("button", { name: /^Ghi diễn biến cho/ }).click();
    const dialog = page.getByRole("dialog", { name: new RegExp(`Ghi diễn biến cho ${count} hộ`) });
    await dialog.getByLabel("Số văn bản").fill("12/QĐ-UBND");
    const button = dialog.locator(".dialog-foot .pri");
    await expect.poll(() => button.innerText()).toMatch(/^(Ghi|Chỉ ghi) cho/);
    await expect.poll(() => button.getAttribute("aria-disabled")).toBeNull();
    // What is no day is refused; the day before it is not taken in its place.
    const day = dialog.getByLabel("Ngày");
    const today = await day.inputValue();
    await day.fill("31/02/2025");
    await dialog.getByText("Ngày 31/02/2025 không phải là ngày có thật").waitFor();
    await day.blur();
    expect(await day.inputValue()).toBe("31/02/2025");
    await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
    await day.fill(today);
    await expect.poll(() => button.innerText()).toMatch(/^(Ghi|Chỉ ghi) cho/);
    await expect.poll(() => button.getAttribute("aria-disabled")).toBeNull();
    const can = Number((await button.innerText()).match(/[\d.]+/)![0].replaceAll(".", ""));
    expect(can).toBeGreaterThan(count / 2);
    await app.shot("6-bang-ho-ghi");
    await button.click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => revisionOf(page)).toBe(revision + 1);
    await expect
      .poll(async () => (await cells(page, "status")).filter((said) => said === "Đã có điểm").length)
      .toBeGreaterThan(before.filter((said) => said === "Đã có điểm").length);
    await expect.poll(async () => (await map.screenshot()).equals(drawn)).toBe(false);
    await page.getByRole("button", { name: /^Hoàn tác: Ghi diễn biến “đã có điểm bố trí” cho/ }).click();
    await expect.poll(() => revisionOf(page)).toBe(revision + 2);
    await expect.poll(() => cells(page, "status")).toEqual(before);
    // Still chosen: nothing but the events was taken back.
    expect(await chosen(page)).toBe(count);
    await ask(page, "Rà soát");
    await page.getByRole("button", { name: "Bỏ chọn" }).click();
    await nobodyChosen(page);
  });

  test("Ctrl and a click on the map choose one, a box chooses those in it", async () => {
    const { page } = app;
    await page.getByRole("button", { name: "Bỏ lọc" }).click();
    const { yes, unknown, no } = await totals(page);
    // Whoever asked for everybody still sees everybody.
    await expect.poll(() => listed(page)).toBe(yes + unknown + no);
    await page.getByRole("radio", { name: "Thuộc diện, chưa xác định" }).click();
    await expect.poll(() => listed(page)).toBe(yes + unknown);
    await grid(page).getByRole("button", { name: "Xã", exact: true }).click();
    await expect.poll(async () => (await cells(page, "id")).length).toBeGreaterThan(5);
    await rows(page).first().locator("td").nth(1).click();
    await page.getByRole("heading", { name: "Vì sao hộ này?" }).waitFor();
    await still(page);
    const canvas = page.locator(".map-host canvas").first();
    const box = (await canvas.boundingBox())!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    // The hand shows once the household is drawn.
    await expect
      .poll(async () => {
        await page.mouse.move(middle.x + 1, middle.y);
        await page.mouse.move(middle.x, middle.y);
        return canvas.evaluate((element) => element.style.cursor);
      })
      .toBe("pointer");
    await page.keyboard.down("Control");
    await page.mouse.click(middle.x, middle.y);
    await page.keyboard.up("Control");
    await expect.poll(() => chosen(page)).toBe(1);
    await expect.poll(() => rows(page).first().getAttribute("aria-selected")).toBe("true");
    await page.keyboard.down("Shift");
    await drag(page, { x: middle.x - 90, y: middle.y - 90 }, { x: middle.x + 90, y: middle.y + 90 });
    await page.keyboard.up("Shift");
    await expect.poll(() => chosen(page)).toBeGreaterThan(1);
    const near = await chosen(page);
    await app.shot("6-bang-ho-khung");
    await page.getByRole("button", { name: "Chọn trong khung" }).click();
    await drag(page, { x: middle.x - 150, y: middle.y - 150 }, { x: middle.x + 150, y: middle.y + 150 });
    await expect.poll(() => chosen(page)).toBeGreaterThanOrEqual(near);
    await page.getByRole("button", { name: "Đóng thẻ hộ" }).click();
    await page.getByRole("button", { name: "Bỏ chọn" }).click();
    await nobodyChosen(page);
  });

  test("by keyboard alone: rows, runs of rows, everything, the whole view of the map, and nobody", async () => {
    const { page } = app;
    const all = await listed(page);
    await grid(page).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page)).toBe(1);
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(() => chosen(page)).toBe(4);
    await page.keyboard.press("End");
    await expect.poll(() => grid(page).getAttribute("aria-activedescendant")).toBe(`hh-row-${all - 1}`);
    await expect
      .poll(() =>
        page
          .locator(`#hh-row-${all - 1} td`)
          .nth(1)
          .innerText(),
      )
      .not.toBe("");
    await page.keyboard.press("Space");
    await expect.poll(() => chosen(page)).toBe(5);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Thẻ hộ" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await expect.poll(() => chosen(page)).toBe(all);
    await page.keyboard.press("Escape");
    await nobodyChosen(page);
    await page.getByRole("button", { name: "Chọn trong khung" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page)).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Bỏ chọn" }).focus();
    await page.keyboard.press("Enter");
    await nobodyChosen(page);
  });

  test("the drawer is drawn up and down by hand and by key", async () => {
    const { page } = app;
    const height = async () => (await page.locator(".drawer").boundingBox())!.height;
    const edge = page.getByRole("separator", { name: "Độ cao của bảng hộ" });
    expect(await height()).toBe(264);
    await edge.focus();
    await page.keyboard.press("End");
    await expect.poll(height).toBe(Math.round(720 * 0.6));
    const at = (await edge.boundingBox())!;
    await drag(page, { x: at.x + 500, y: at.y + 4 }, { x: at.x + 500, y: at.y + 100 });
    await expect.poll(height).toBeLessThan(360);
    await page.keyboard.press("Home");
    await expect.poll(height).toBe(264);
  });
});
