/** A newer list of households through the wizard: what it would change is told first, done as told, and undone. */
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { encodePoint } from "../../src/plan/geometry-blob.ts";
import { readHousehold } from "../../src/plan/read-plan.ts";
import { bytesOf, loadSqlite } from "../../src/plan/sqlite.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { checkedWizard, drop, newPlan, planBytes, planNow } from "./support/files.ts";
import { ask, saved } from "./support/panels.ts";

let app: App;
beforeEach(async () => {
  app = await openApp();
  await newPlan(app.page, "Phương án cập nhật");
  await ask(app.page, "Dữ liệu");
});
afterEach(() => app.close());
afterAll(stopServer);

const encode = (text: string) => new TextEncoder().encode(text);
const HEAD = "id,head,ethnicity,members,village,lon,lat";
const OLD = `${HEAD}
EM-1,H'Bia Niê,Ê Đê,5,Buôn Mẫu,108.2013,12.7411
EM-2,Y Blŏ Êban,Ê Đê,4,Buôn Mẫu,108.2021,12.7419
EM-3,Giàng A Páo,Mông,7,Thôn Mẫu,108.2034,12.7402
EM-4,Triệu Thị Mùi,Dao,3,Thôn Mẫu,108.2046,12.7404
`;
/** EM-1 as it was, EM-2 changed and with a blank, EM-3 under another id, EM-4 missing, EM-5 new. */
const NEW = `${HEAD}
EM-1,H'Bia Niê,Ê Đê,5,Buôn Mẫu,108.2013,12.7411
EM-2,Y Blŏ Êban,,6,Buôn Mẫu,108.2025,12.7419
EM-30,Giàng A Páo,Mông,7,Thôn Mẫu,108.2034,12.7402
EM-5,Nguyễn Văn Hòa,Kinh,2,Thôn Mẫu,108.2051,12.7408
`;

async function seen(): Promise<void> {
  const box = app.page.getByTestId("intake-seen");
  if ((await box.count()) > 0) await box.check();
}

async function takeFirst(): Promise<void> {
  const { page } = app;
  await drop(page, [{ name: "ho-2025.csv", bytes: encode(OLD) }]);
  const panel = await checkedWizard(page, "ho-2025.csv");
  // Nothing is there that the list could do anything to.
  expect(await panel.getByRole("radio", { name: /Cập nhật theo mã hộ/ }).count()).toBe(0);
  expect(await panel.innerText()).toContain("Phương án chưa có hộ nào: 4 hộ của tệp được thêm vào.");
  await seen();
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached" });
  await saved(page, 1);
}

test("a newer list is told household by household, laid over the register without removing anybody, and undone", async () => {
  const { page } = app;
  await takeFirst();
  await drop(page, [{ name: "ho-2026.csv", bytes: encode(NEW) }]);
  const panel = await checkedWizard(page, "ho-2026.csv");
  await seen();
  const told = panel.getByTestId("register-update");
  await told.waitFor();
  const counted = async () =>
    (await told.locator("tr").allInnerTexts()).map((text) => text.split(/\s*[\n\t]\s*/).join("|"));
  // To be added only is refused, with the reason, while ids of the list are there already.
  expect(await counted()).toEqual([
    "Hộ mới|được thêm|2",
    "Hộ có thay đổi|không thêm được, mã đã có|1",
    "Hộ không thay đổi|không thêm được, mã đã có|1",
    "Hộ không có trong tệp|giữ nguyên|2",
    "Có thể là hộ cũ, mã mới|xem trước khi đưa vào|1",
  ]);
  const button = panel.getByRole("button", { name: "Đưa vào phương án" });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  expect(await told.innerText()).toContain("2 mã hộ của tệp đã có trong phương án nên không thêm được.");

  await panel.getByRole("radio", { name: /Cập nhật theo mã hộ/ }).check();
  expect((await counted())[1]).toBe("Hộ có thay đổi|được sửa|1");
  expect((await counted())[3]).toBe("Hộ không có trong tệp|giữ nguyên, không bị bỏ|2");
  expect(await told.locator("li").allInnerTexts()).toEqual(["Số khẩu: sửa ở 1 hộ", "Tọa độ: sửa ở 1 hộ"]);
  await app.shot("4-nhap-cap-nhat");
  await told.getByRole("button", { name: "Xem từng hộ…" }).click();
  const list = page.getByTestId("register-list");
  const lines = async () =>
    (await list.locator("tbody tr").allInnerTexts()).map((text) => text.split("\t").join("|"));
  expect(await lines()).toEqual([
    "EM-2|Y Blŏ Êban|Số khẩu|4|6".normalize("NFC"),
    "||Tọa độ|12,7419; 108,2021|12,7419; 108,2025",
  ]);
  await page.getByRole("radio", { name: "Hộ không có trong tệp (2)" }).click();
  expect(await lines()).toEqual(["EM-3|Giàng A Páo", "EM-4|Triệu Thị Mùi"]);
  await page.getByRole("radio", { name: "Có thể là hộ cũ, mã mới (1)" }).click();
  expect(await lines()).toEqual(["Giàng A Páo|EM-3|EM-30"]);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  // Nothing was written while it was looked at.
  expect(await saved(page)).toBe(1);

  await button.click();
  await panel.waitFor({ state: "detached" });
  await saved(page, 2);
  const db = await planNow(page);
  expect(db.selectValues("SELECT id FROM household ORDER BY id")).toEqual([
    "EM-1",
    "EM-2",
    "EM-3",
    "EM-30",
    "EM-4",
    "EM-5",
  ]);
  // A blank of the newer list takes nothing away.
  expect(readHousehold(db, "EM-2")?.facts).toMatchObject({
    members: 6,
    ethnicity: "Ê Đê",
    at: [108.2025, 12.7419],
  });
  db.close();
  await page.getByRole("button", { name: /^Hoàn tác:/ }).click();
  await saved(page, 3);
  const after = await planNow(page);
  expect(after.selectValues("SELECT id FROM household ORDER BY id")).toEqual([
    "EM-1",
    "EM-2",
    "EM-3",
    "EM-4",
  ]);
  expect(readHousehold(after, "EM-2")?.facts).toMatchObject({ members: 4, at: [108.2021, 12.7419] });
  after.close();
});

test("replacing says who would be taken out", async () => {
  const { page } = app;
  await takeFirst();
  await drop(page, [{ name: "ho-2026.csv", bytes: encode(NEW) }]);
  const panel = await checkedWizard(page, "ho-2026.csv");
  await seen();
  const told = panel.getByTestId("register-update");
  await told.waitFor();
  await panel.getByRole("radio", { name: /Thay toàn bộ danh sách hộ/ }).check();
  expect(await told.innerText()).toContain("2 hộ đang có sẽ bị bỏ ra");
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached" });
  await saved(page, 2);
  const db = await planNow(page);
  expect(db.selectValues("SELECT id FROM household ORDER BY id")).toEqual(["EM-1", "EM-2", "EM-30", "EM-5"]);
  db.close();
});

/** A GeoPackage of another program: one layer of points in VN-2000. */
async function foreign(): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec(`PRAGMA application_id = 0x47504B47;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    INSERT INTO gpkg_contents VALUES ('ho_dan', 'features', 'ho_dan', 4326);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('ho_dan', 'geom', 'POINT', 4326, 0, 0);
    CREATE TABLE ho_dan (fid INTEGER PRIMARY KEY, geom BLOB, ma_ho TEXT, chu_ho TEXT, dan_toc TEXT);`);
  for (const [id, head, lon] of [
    ["GP-1", "H'Bia Niê", 108.2],
    ["GP-2", "Y Blŏ Êban", 108.21],
  ] as const) {
    db.exec({
      sql: "INSERT INTO ho_dan (geom, ma_ho, chu_ho, dan_toc) VALUES (?, ?, ?, 'Ê Đê')",
      bind: [encodePoint([lon, 12.74]), id, head],
    });
  }
  const bytes = bytesOf(sqlite, db);
  db.close();
  return bytes;
}

test("a GeoPackage that is no plan comes to the wizard; one that is a plan opens", async () => {
  const { page } = app;
  await drop(page, [{ name: "ho.gpkg", bytes: await foreign() }]);
  const panel = await checkedWizard(page, "ho.gpkg");
  expect(await panel.innerText()).toMatch(/GeoPackage · điểm/);
  expect(await panel.getByTestId("stage-counts").innerText()).toBe("2 đối tượng = 2 nhận + 0 từ chối");
  const right = page.getByTestId("intake-main").getByRole("button", { name: "đúng" });
  for (let left = await right.count(); left > 0; left--) {
    await right.first().click();
    await expect.poll(() => right.count()).toBe(left - 1);
  }
  await seen();
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached" });
  await saved(page, 1);
  const db = await planNow(page);
  expect(readHousehold(db, "GP-2")?.facts).toMatchObject({
    head: "Y Blŏ Êban".normalize("NFC"),
    at: [108.21, 12.74],
  });
  db.close();
  const copy = await planBytes(page);
  await newPlan(page, "Phương án khác");
  await drop(page, [{ name: "ban-sao.gpkg", bytes: copy }]);
  await page.getByText("Phương án cập nhật").first().waitFor();
  await ask(page, "Dữ liệu");
  expect(await page.getByRole("region", { name: "ban-sao.gpkg" }).count()).toBe(0);
  await expect.poll(() => page.getByTestId("household-count").innerText()).toBe("2 hộ");
});
