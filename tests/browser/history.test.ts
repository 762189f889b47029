/** Who, when, what: three things are done under a name, the page is loaded again, and the history tells them. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { ask, demoIsOpen, saved, search } from "./support/panels.ts";

/** A household of the made-up area of which nothing is recorded yet. */
const HOUSEHOLD = "99011-0001";

let app: App;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

const card = (page: Page) => page.getByRole("region", { name: "Thẻ hộ" });
/** Lines of the dialog, newest first. */
const lines = (page: Page) => page.getByTestId("history").getByRole("listitem");

/** Chooses the household that the search finds first. */
async function chooseHousehold(page: Page, text: string): Promise<void> {
  const hits = await search(page, text);
  await hits.first().click();
  await card(page).getByRole("button", { name: "Ghi diễn biến" }).waitFor();
}

async function record(page: Page, kind: string, on: string): Promise<void> {
  await card(page).getByRole("button", { name: "Ghi diễn biến" }).click();
  await card(page).getByLabel("Diễn biến").selectOption({ label: kind });
  await card(page).getByLabel("Ngày").fill(on);
  await card(page).getByRole("button", { name: "Ghi", exact: true }).click();
}

describe("history", () => {
  test("tells, after loading the page again, who did what and what it was before", async () => {
    const { page } = app;
    const revision = await saved(page);
    await page.getByRole("button", { name: /người làm, lịch sử/ }).click();
    await page.getByRole("button", { name: "Ghi tên" }).click();
    await page.getByRole("textbox", { name: "Người làm" }).fill("H'Linh Niê");
    await page.keyboard.press("Enter");
    await page.getByText("Người làm: H'Linh Niê").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByText("Người làm: H'Linh Niê").count()).toBe(0);

    await chooseHousehold(page, HOUSEHOLD);
    await record(page, "xác định", "05/01/2024");
    await saved(page, revision + 1);
    await card(page).getByRole("button", { name: "Sửa diễn biến: xác định, 05/01/2024" }).click();
    await card(page).getByLabel("Ngày").fill("06/01/2024");
    await card(page).getByLabel("Số văn bản").fill("7/BC");
    await app.shot("history-correct");
    await card(page).getByRole("button", { name: "Lưu chỗ sửa" }).click();
    await saved(page, revision + 2);
    await ask(page, "Dữ liệu");
    await page.getByRole("button", { name: "Đổi tên" }).first().click();
    await page.getByLabel("Tên phương án").fill("Phương án sau khi rà lại");
    await page.keyboard.press("Enter");
    await saved(page, revision + 3);

    await page.reload();
    await page.getByTestId("demo-badge").waitFor();
    await page.keyboard.press("h");
    await lines(page).first().waitFor();
    const told = (await lines(page).allInnerTexts()).slice(0, 3);
    expect(told[0]).toMatch(/H'Linh Niê[\s\S]*Đổi tên phương án thành Phương án sau khi rà lại/);
    expect(told[1]).toMatch(/H'Linh Niê[\s\S]*Sửa diễn biến của hộ/);
    expect(told[2]).toMatch(/^\d\d:\d\d[\s\S]*H'Linh Niê[\s\S]*Ghi diễn biến của hộ/);
    expect(await lines(page).nth(3).innerText()).toContain("không ghi tên");
    await page.getByRole("dialog").getByText("Người làm: H'Linh Niê").waitFor();
    await app.shot("history-plan");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // The key closed the dialog and nothing else: the household is still chosen.
    await card(page).waitFor();
  });

  test("undo by keyboard names what it takes back; the history strikes it out and tells who took it back", async () => {
    const { page } = app;
    const revision = await saved(page);
    await page.keyboard.press("Control+z");
    await expect
      .poll(() => page.getByTestId("live").innerText())
      .toBe("Đã hoàn tác: Đổi tên phương án thành Phương án sau khi rà lại");
    await page.keyboard.press("Control+z");
    await saved(page, revision + 2);
    await page.keyboard.press("h");
    await expect.poll(() => lines(page).first().innerText()).toMatch(/Hoàn tác: Sửa diễn biến của hộ/);
    expect(await lines(page).nth(3).innerText()).toMatch(/Sửa diễn biến của hộ[\s\S]*đã hoàn tác/);
    await page.keyboard.press("Escape");
  });

  test("the card tells of its household alone, field by field", async () => {
    const { page } = app;
    await chooseHousehold(page, HOUSEHOLD);
    await card(page).getByText("Lịch sử", { exact: true }).click();
    const own = card(page).locator(".history-of > li");
    await own.first().waitFor();
    const told = await own.allInnerTexts();
    expect(told[0]).toMatch(
      /Hoàn tác: Sửa diễn biến[\s\S]*Ngày diễn ra[\s\S]*từ 06\/01\/2024 thành 05\/01\/2024/,
    );
    expect(told[1]).toMatch(/đã hoàn tác[\s\S]*Số văn bản[\s\S]*từ chưa ghi thành 7\/BC/);
    expect(told[2]).toMatch(/H'Linh Niê[\s\S]*Diễn biến[\s\S]*thêm: xác định, 05\/01\/2024/);
    expect(told.join("\n")).not.toContain("Đổi tên phương án");
    await own.first().scrollIntoViewIfNeeded();
    await app.shot("history-card");
  });
});
