/** The check of a file in the wizard: what is shown of a row, on the map, page by page, given back and mended. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { toVn2000 } from "../../src/core/crs/vn2000.ts";
import { readHousehold } from "../../src/plan/read-plan.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, drop, newPlan, planNow, wizard } from "./support/files.ts";
import { ask, demoIsOpen, saved } from "./support/panels.ts";

let app: App;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());
afterAll(stopServer);

const encode = (text: string) => new TextEncoder().encode(text);
const HEAD = "ma_ho,chu_ho,dan_toc,thon,kinh_do,vi_do";
const SPOILT = [
  HEAD,
  "EM-001,H'Bia Niê,Ê Đê,Buôn Mẫu,108.2013,12.7411",
  "EM-002,Y Blŏ Êban,Ê Đê,Buôn Mẫu,108.20x1,12.7419",
  ",Giàng A Páo,Mông,Thôn Mẫu,108.2034,12.7402",
  "EM-004,Triệu Thị Mùi,Dao,Thôn Mẫu,12.7422,108.2061",
  "EM-005,Nguyễn Văn Hòa,Kinh,Thôn Mẫu,108.2041,12.7433",
  "EM-006,Nguyễn Văn Hòa,Kinh,Thôn Mẫu,108.2043,12.7436",
].join("\n");

const rowsOf = (page: Page) => page.getByTestId("intake-row");
const rowWith = (page: Page, text: RegExp) => rowsOf(page).filter({ hasText: text }).first();
const cells = async (row: Locator) => (await row.locator("td").allInnerTexts()).map((text) => text.trim());

/** Opens a file of households and waits for its check. */
async function openList(page: Page, name: string, text: string): Promise<Locator> {
  await drop(page, [{ name, bytes: encode(text) }]);
  const panel = await wizard(page, name);
  await panel.getByTestId("stage-counts").waitFor({ timeout: 60_000 });
  return panel;
}

/** Says that everything asked is right. */
async function confirmAll(page: Page): Promise<void> {
  const right = page.getByTestId("intake-main").getByRole("button", { name: "đúng" });
  for (let left = await right.count(); left > 0; left--) {
    await right.first().click();
    await expect.poll(() => right.count()).toBe(left - 1);
  }
  const seen = page.getByTestId("intake-seen");
  if ((await seen.count()) > 0) await seen.check();
}

async function startPlan(page: Page): Promise<void> {
  await newPlan(page, "Phương án kiểm tra");
  await ask(page, "Dữ liệu");
}

test("a refused row shows its number, its column, what the file says there, why, and what to do", async () => {
  const { page } = app;
  await startPlan(page);
  await openList(page, "ho.csv", SPOILT);
  const [number, column, value, why, what] = await cells(rowWith(page, /không phải là tọa độ/));
  expect([number, column]).toEqual(["3", "kinh_do"]);
  expect(value).toBe("108.20x1\nEM-002 · Y Blŏ Êban".normalize("NFC"));
  expect(why).toMatch(/^từ chối/);
  expect(what).toMatch(/Giữ hộ, để chưa có vị trí/);
  const [row, id, empty, , stays] = await cells(rowWith(page, /Thiếu mã hộ/));
  expect([row, id]).toEqual(["4", "ma_ho"]);
  expect(empty).toBe("(trống)\nGiàng A Páo · Thôn Mẫu");
  expect(stays).toMatch(/Để lại: tải về, sửa rồi nhập lại/);
  const text = await page.getByTestId("intake-main").innerText();
  // Coordinates are said in the reader's manner; what stands in the file stays as it is there.
  expect(text).toContain("Tọa độ 12,7422; 108,2061 bị đảo thứ tự");
  expect(text).toContain("kinh_do: 12.7422");
});

test("a line leads to its place by mouse and by keyboard; the repair is seen before it is accepted, and taken back", async () => {
  const { page } = app;
  await startPlan(page);
  const panel = await openList(page, "ho.csv", SPOILT);
  const swapped = rowWith(page, /bị đảo thứ tự/);
  await swapped.locator("td").first().click();
  const looked = page.getByTestId("intake-looked");
  await looked.waitFor();
  expect(await looked.innerText()).toMatch(/Dòng 5[\s\S]*sau khi sửa[\s\S]*Đặt vào vị trí sau khi sửa số/);
  // The map stands where the row would lie after the repair.
  const [east, north] = toVn2000([108.2061, 12.7422]);
  const numbers = async () =>
    [...(await page.locator(".scale").innerText()).matchAll(/[XY]\s+([\d.]+)/g)].map((found) =>
      Number(found[1]!.replaceAll(".", "")),
    );
  await expect.poll(async () => Math.abs((await numbers())[0]! - north)).toBeLessThan(5);
  expect(Math.abs((await numbers())[1]! - east)).toBeLessThan(5);
  await app.shot("4-nhap-truoc-sau");
  await page.keyboard.press("Escape");
  await looked.waitFor({ state: "detached" });
  // Escape lost nothing of the file.
  expect(await panel.isVisible()).toBe(true);
  const button = swapped.getByRole("button", { name: "Xem dòng 5 trên bản đồ" });
  await button.focus();
  await page.keyboard.press("Enter");
  await looked.waitFor();
  await looked.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  // The line keeps its place and its key while what was refused becomes what is mended.
  await expect.poll(() => rowWith(page, /bị đảo thứ tự/).innerText()).toMatch(/sẽ sửa/);
  const counts = () => panel.getByTestId("stage-counts").innerText();
  await expect.poll(counts).toBe("6 dòng = 4 nhận + 2 từ chối");
  await looked.getByRole("checkbox").uncheck();
  await expect.poll(counts).toBe("6 dòng = 3 nhận + 3 từ chối");
  await looked.getByRole("checkbox").check();
  await expect.poll(counts).toBe("6 dòng = 4 nhận + 2 từ chối");
});

test("an outline that crosses itself is drawn before and after, and goes into the plan mended", async () => {
  const { page } = app;
  await demoIsOpenWith(page);
  const ring = [108.2, 12.7, 108.26, 12.76, 108.26, 12.7, 108.2, 12.76, 108.2, 12.7];
  const coordinates = [Array.from({ length: 5 }, (_, at) => ring.slice(2 * at, 2 * at + 2))];
  const forest = {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { loai: "RDD", ten: "Rừng Mẫu" },
        geometry: { type: "Polygon", coordinates },
      },
    ],
  };
  await drop(page, [{ name: "rung.geojson", bytes: encode(JSON.stringify(forest)) }]);
  const panel = await checkedWizard(page, "rung.geojson");
  await rowWith(page, /tự cắt tại 108,23; 12,73/).click();
  const looked = page.getByTestId("intake-looked");
  await looked.waitFor();
  const text = await looked.innerText();
  for (const said of ["như trong tệp", "sau khi sửa", "chỗ cần xem", "Gỡ chỗ tự cắt", "Rừng Mẫu"]) {
    expect(text).toContain(said);
  }
  await looked.getByRole("checkbox").check();
  await expect.poll(() => rowWith(page, /tự cắt/).innerText()).toMatch(/sẽ sửa/);
  await looked.getByRole("button", { name: "Thôi xem" }).click();
  await looked.waitFor({ state: "detached" });
  await confirmAll(page);
  await panel.getByRole("radio", { name: /Chỉ khoanh một số vùng/ }).check();
  const before = await saved(page);
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached" });
  await saved(page, before + 1);
});

async function demoIsOpenWith(page: Page): Promise<void> {
  await page.goto(`${app.url}?plan=demo`);
  await demoIsOpen(page);
  await ask(page, "Dữ liệu");
}

test("many refused rows come page by page", async () => {
  const { page } = app;
  await startPlan(page);
  const rows = Array.from({ length: 130 }, (_, k) => `,Hộ ${k},Kinh,Thôn Mẫu,108.2${k + 100},12.74`);
  await openList(page, "ho.csv", [HEAD, "EM-1,H'Bia Niê,Ê Đê,Buôn Mẫu,108.2,12.74", ...rows].join("\n"));
  expect(await rowsOf(page).count()).toBe(50);
  const pages = page.getByRole("navigation", { name: "Trang của danh sách" });
  expect(await pages.innerText()).toContain("Mục 1–50 trong 131");
  await pages.getByRole("button", { name: "Sau" }).click();
  await pages.getByRole("button", { name: "Sau" }).click();
  await expect.poll(() => rowsOf(page).count()).toBe(31);
  expect((await cells(rowsOf(page).first()))[0]).toBe("103");
  await expect.poll(async () => (await cells(rowsOf(page).first()))[2]).toContain("Hộ 100");
});

test("rows are given back with their reasons, mended, dropped again and taken", async () => {
  const { page } = app;
  await startPlan(page);
  const panel = await openList(page, "ho.csv", SPOILT);
  expect(await panel.getByTestId("stage-counts").innerText()).toBe("6 dòng = 3 nhận + 3 từ chối");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "5 dòng bị từ chối hoặc có lưu ý (.csv)" }).click(),
  ]);
  const given = readFileSync(await file.path(), "utf8");
  const lines = given
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe(`source_row,${HEAD},import_result,reason`);
  expect(lines.map((line) => line.split(",")[0])).toEqual(["source_row", "3", "4", "5", "6", "7"]);
  // Rows that came in and are only looked at again are marked as such.
  expect(lines.map((line) => /,(refused|taken),/.exec(line)?.[1])).toEqual([
    undefined,
    ...["refused", "refused", "refused", "taken", "taken"],
  ]);
  expect(lines[1]).toContain("không phải là tọa độ");
  await confirmAll(page);
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached" });
  await saved(page, 1);

  const mended = given
    .replace("108.20x1", "108.2021")
    .replace("4,,Giàng", "4,EM-003,Giàng")
    .replace("12.7422,108.2061", "108.2061,12.7422");
  const again = await openList(page, "ho-sua.csv", mended);
  expect(await again.getByTestId("stage-counts").innerText()).toBe("5 dòng = 5 nhận + 0 từ chối");
  await confirmAll(page);
  // Two of them are in the register already, unchanged.
  await again.getByTestId("register-update").waitFor();
  await again.getByRole("radio", { name: /Cập nhật theo mã hộ/ }).check();
  await again.getByRole("button", { name: "Đưa vào phương án" }).click();
  await again.waitFor({ state: "detached" });
  await saved(page, 2);
  const db = await planNow(page);
  const at = (id: string) => readHousehold(db, id)?.facts.at;
  expect(at("EM-002")).toEqual([108.2021, 12.7419]);
  expect(at("EM-003")).toEqual([108.2034, 12.7402]);
  expect(at("EM-004")).toEqual([108.2061, 12.7422]);
  expect(readHousehold(db, "EM-003")?.properties).not.toHaveProperty("reason");
  expect(db.selectValue("SELECT count(*) FROM household")).toBe(6);
  db.close();
});
