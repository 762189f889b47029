/** The wizard by keyboard and for a screen reader: names, order, focus, and nothing lost without a question. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, drop, newPlan, wizard } from "./support/files.ts";
import { ask } from "./support/panels.ts";

let app: App;
beforeEach(async () => {
  app = await openApp();
  await newPlan(app.page, "Phương án bàn phím");
  await ask(app.page, "Dữ liệu");
});
afterEach(() => app.close());
afterAll(stopServer);

const LIST = `ma_ho,chu_ho,dan_toc,so_khau,kinh_do,vi_do
EM-1,H'Bia Niê,Ê Đê,5,108.2013,12.7411
EM-2,Y Blŏ Êban,Ê Đê,4,108.20x1,12.7419
,Giàng A Páo,Mông,7,108.2034,12.7402
`;
const bytes = new TextEncoder().encode(LIST);

/** Controls nobody could name, roles without their parts, ids that stand twice: what a checker would list. */
function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const text = (id: string) => document.getElementById(id)?.textContent?.trim() ?? "";
    for (const each of document.querySelectorAll<HTMLElement>(
      "button, input, select, textarea, summary, [role=progressbar]",
    )) {
      if (each.hidden || each.getClientRects().length === 0) continue;
      const labels =
        each instanceof HTMLInputElement || each instanceof HTMLSelectElement ? [...(each.labels ?? [])] : [];
      const name =
        each.getAttribute("aria-label") ||
        (each.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ").trim() ||
        labels
          .map((label) => label.textContent)
          .join(" ")
          .trim() ||
        (each instanceof HTMLInputElement || each instanceof HTMLSelectElement
          ? ""
          : each.textContent?.trim());
      if (!name) found.push(`no name: ${each.outerHTML.slice(0, 120)}`);
      if (each.tabIndex < 0 && each.getAttribute("role") !== "radio") found.push(`no key reaches: ${name}`);
    }
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`id twice: ${id}`);
    for (const each of document.querySelectorAll("[aria-labelledby]")) {
      for (const id of each.getAttribute("aria-labelledby")!.split(" ")) {
        if (!document.getElementById(id)) found.push(`names nothing: ${id}`);
      }
    }
    for (const table of document.querySelectorAll(".intake-main table")) {
      if (table.querySelectorAll("th").length === 0) found.push("a table without headings");
    }
    for (const group of document.querySelectorAll(".work fieldset, .intake-panel fieldset")) {
      if (!group.querySelector("legend")) found.push("a group without a name");
    }
    return found;
  });
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

test("every control has a name and can be reached, in each state of the wizard", async () => {
  const { page } = app;
  await drop(page, [
    { name: "ho.csv", bytes },
    { name: "hong.shp", bytes: new TextEncoder().encode("no shape") },
  ]);
  await checkedWizard(page, "ho.csv");
  expect(await faults(page)).toEqual([]);
  await page.getByTestId("intake-row").first().click();
  await page.getByTestId("intake-looked").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await wizard(page, "hong.shp");
  await page.getByRole("alert").first().waitFor();
  expect(await faults(page)).toEqual([]);
});

test("the steps lead to their headings, the focus is seen, and Tab goes from the panel to what stands beside it", async () => {
  const { page } = app;
  await drop(page, [{ name: "ho.csv", bytes }]);
  const panel = await checkedWizard(page, "ho.csv");
  for (const name of ["Hệ tọa độ", "Bảng mã và cột", "Kiểm tra các dòng"]) {
    await panel.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe(name);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe("none");
  }
  // From the heading of the rows on, the next stop is what gives them back.
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatch(/dòng bị từ chối/);
});

test("leaving a file asks once something was chosen for it; Escape goes on with it", async () => {
  const { page } = app;
  await drop(page, [
    { name: "ho.csv", bytes },
    { name: "khac.csv", bytes },
  ]);
  const panel = await checkedWizard(page, "ho.csv");
  await page.getByTestId("intake-row").first().getByRole("checkbox").check();
  await panel.getByRole("button", { name: "Bỏ tệp này" }).focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "Bỏ tệp ho.csv?" });
  await question.waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(await panel.isVisible()).toBe(true);
  expect(await focused(page)).toBe("Bỏ tệp này");
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Bỏ tệp này" }).click();
  await panel.waitFor({ state: "detached" });
  // The other one is next, from its title on, and nothing was said of it: it goes without a question.
  const next = await checkedWizard(page, "khac.csv");
  await expect.poll(() => focused(page)).toBe("Nhập danh sách hộ");
  await next.getByRole("button", { name: "Bỏ tệp này" }).click();
  await next.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe("Dữ liệu");
});
