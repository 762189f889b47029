/** Commune codes of March 2025 brought into a plan of July 2025, with a commune that was split. */
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, drop, newPlan, planNow, take } from "./support/files.ts";
import { ask } from "./support/panels.ts";

let app: App;
beforeEach(async () => {
  app = await openApp();
});
afterEach(() => app.close());
afterAll(stopServer);

const encode = (text: string) => new TextEncoder().encode(text);

/** Ea BHốk (24550) went to both. Squares stand for their real shapes. */
const COMMUNES = encode(
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      ["24544", "Ea Ktur", 108.1],
      ["24561", "Dray Bhăng", 108.2],
    ].map(([code, name, west]) => {
      const [w, e] = [Number(west), Number(west) + 0.1];
      const ring = [
        [w, 12.5],
        [e, 12.5],
        [e, 12.6],
        [w, 12.6],
        [w, 12.5],
      ];
      return {
        type: "Feature",
        properties: { code, name, list_version: "2025-07" },
        geometry: { type: "Polygon", coordinates: [ring] },
      };
    }),
  }),
);
/** Points in both communes, one household without, two former communes that became one unit, a code of no list. */
const REGISTER = encode(
  [
    "ma_ho,chu_ho,dan_toc,thon,ma_xa,kinh_do,vi_do",
    "D1,Y Một Niê,Ê Đê,Buôn Mẫu,24550,108.15,12.55",
    "D2,Y Hai Niê,Ê Đê,Buôn Mẫu,24550,108.25,12.55",
    "D3,Y Ba Niê,Ê Đê,Buôn Mẫu,24550,,",
    "D4,Y Bốn Niê,Ê Đê,Buôn Khác,24547,108.16,12.56",
    "D5,Y Năm Niê,Ê Đê,Buôn Khác,24562,108.26,12.56",
    "D6,Y Sáu Niê,Ê Đê,Buôn Khác,24999,108.27,12.56",
  ].join("\n"),
);

test("codes that convert, a split commune, an unknown code; a choice for the row without a point goes into the plan", async () => {
  const { page } = app;
  await newPlan(page, "Phương án mã mới");
  await ask(page, "Dữ liệu");
  await drop(page, [{ name: "xa.geojson", bytes: COMMUNES }]);
  const communes = await checkedWizard(page, "xa.geojson");
  const list = page.getByLabel(/Mã và tên xã theo danh mục nào/);
  if ((await list.count()) > 0) await list.selectOption("2025-07");
  await communes.getByTestId("stage-counts").waitFor();
  await take(page, "xa.geojson", null);
  await drop(page, [{ name: "ho.csv", bytes: REGISTER }]);
  await checkedWizard(page, "ho.csv");
  // One code of no list makes the guess unsure: a person says which list it is.
  await list.selectOption("2025-03");
  const section = page.getByTestId("intake-units");
  await section.waitFor();
  const text = () => section.innerText();
  expect(await text()).toContain("2 / 6 dòng đổi được sang đúng một đơn vị");
  expect(await text()).toContain("3 dòng thuộc 1 đơn vị cũ nay chia về nhiều đơn vị; 1 dòng còn để ngỏ");
  expect(await text()).toContain("1 dòng có mã không có trong danh mục của tệp: 24999 (1)");
  expect(await text()).toContain("2 theo tọa độ · 1 để ngỏ");
  expect(await page.getByTestId("intake-main").innerText()).toMatch(/Xã Ea BHốk \(24550\) đã chia về/);
  await section.scrollIntoViewIfNeeded();
  await app.shot("4-nhap-doi-ma");
  const choose = section.getByRole("combobox", { name: /Xã Ea BHốk/ });
  await choose.focus();
  await choose.selectOption("24561");
  await expect.poll(text).toContain("2 theo tọa độ · 1 theo lựa chọn");
  // Who works by keyboard stays where the choice was made.
  expect(await choose.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: /Đổi sang tiếng Anh/ }).click();
  await expect.poll(text).toContain("2 of 6 rows convert to exactly one unit");
  await section.scrollIntoViewIfNeeded();
  await app.shot("4-nhap-doi-ma-en");
  await page.getByRole("button", { name: /Vietnamese/ }).click();
  const right = page.getByTestId("intake-main").getByRole("button", { name: "đúng" });
  for (let left = await right.count(); left > 0; left--) {
    await right.first().click();
    await expect.poll(() => right.count()).toBe(left - 1);
  }
  await take(page, "ho.csv", null);
  const plan = await planNow(page);
  const kept = plan.selectObjects("SELECT id, commune_code FROM household ORDER BY id");
  plan.close();
  expect(kept.map(({ id, commune_code }) => [id, commune_code])).toEqual([
    ["D1", "24544"],
    ["D2", "24561"],
    ["D3", "24561"],
    ["D4", "24544"],
    ["D5", "24561"],
    ["D6", null],
  ]);
});
