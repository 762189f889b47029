/** A raster of heights through the wizard: listed, told on a household's card, taken out and undone. */
import { writeArrayBuffer } from "geotiff";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
import { drop, wizard } from "./support/files.ts";
import { ask, demoIsOpen, search } from "./support/panels.ts";

let app: App;
beforeAll(async () => {
  app = await openApp({ query: "?plan=demo" });
  await demoIsOpen(app.page);
});
afterAll(async () => {
  await app.close();
  await stopServer();
});

const [WIDTH, HEIGHT, STEP] = [240, 200, 0.01];

/** Over the whole province, 1 km cells that rise by 8 m a cell to the east. `nothing`: what stands where nothing is known. */
async function heights(nothing: number, declared: string): Promise<Uint8Array> {
  const values = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    i % WIDTH < 3 ? nothing : 300 + 8 * (i % WIDTH) + 0.5,
  );
  const about = {
    width: WIDTH,
    height: HEIGHT,
    GDAL_NODATA: declared,
    ModelPixelScale: [STEP, STEP, 0],
    ModelTiepoint: [0, 0, 0, 107.3, 13.9, 0],
    GTModelTypeGeoKey: 2,
    GeographicTypeGeoKey: 4326,
    GTRasterTypeGeoKey: 1,
    BitsPerSample: [32],
    SampleFormat: [3],
  };
  const made = await writeArrayBuffer(values, about as Parameters<typeof writeArrayBuffer>[1]);
  return new Uint8Array(made as ArrayBuffer);
}

test("cells that hold an undeclared -32768 are refused with what to do", async () => {
  const { page } = app;
  await ask(page, "Dữ liệu");
  await drop(page, [{ name: "hong.tif", bytes: await heights(-32_768, "-1") }]);
  const panel = await wizard(page, "hong.tif");
  await expect.poll(() => page.getByTestId("intake-main").innerText()).toContain("không thể là độ cao");
  await expect.poll(() => panel.getByRole("button", { name: "Đưa vào phương án" }).count()).toBe(1);
  await app.shot("nhap-anh-do-cao-hong");
  await panel
    .getByRole("button", { name: /Bỏ|Không nhập/ })
    .first()
    .click();
  await panel.waitFor({ state: "detached" });
});

test("a DEM is recognised, taken in, listed, and tells where a household lives", async () => {
  const { page } = app;
  await ask(page, "Dữ liệu");
  await drop(page, [{ name: "do-cao.tif", bytes: await heights(-9999, "-9999") }]);
  const panel = await wizard(page, "do-cao.tif");
  await expect.poll(() => panel.getByRole("radio", { name: /Độ cao mặt đất/ }).isChecked()).toBe(true);
  expect(await panel.getByRole("radio", { name: /chuyển thành vùng/ }).count()).toBe(0);
  await panel.getByLabel(/Mốc độ cao/).fill("Hòn Dấu");
  await panel.getByTestId("stage-counts").waitFor({ timeout: 60_000 });
  await app.shot("nhap-anh-do-cao");
  const seen = page.getByTestId("intake-seen");
  if ((await seen.count()) > 0) await seen.check();
  await panel.getByRole("button", { name: "Đưa vào phương án" }).click();
  await panel.waitFor({ state: "detached", timeout: 60_000 });
  const row = page.getByTestId("raster-terrain");
  await expect.poll(() => row.innerText()).toMatch(/do-cao[\s\S]*Hòn Dấu/);
  expect((await row.innerText()).replace(/\s+/g, " ")).toMatch(
    /240 × 200 ô.*1,[23] % không có trị số.*EPSG:4326/,
  );
  await row.scrollIntoViewIfNeeded();
  await app.shot("du-lieu-anh-do-cao");

  await ask(page, "Rà soát");
  await page.getByRole("button", { name: /Bảng hộ/ }).click();
  const first = page.getByRole("grid", { name: "Bảng hộ" }).locator("tbody tr[aria-rowindex]").first();
  const id = (await first.locator("td").nth(1).innerText()).trim();
  await search(page, id);
  await page.locator("#search").press("Enter");
  const ground = page.getByTestId("household-ground");
  await ground.waitFor();
  await ground.scrollIntoViewIfNeeded();
  const text = (await ground.innerText()).replace(/\s+/g, " ");
  const height = /Độ cao ([\d.]+) m/.exec(text);
  expect(Number(height?.[1]?.replaceAll(".", ""))).toBeGreaterThan(300);
  expect(Number(height?.[1]?.replaceAll(".", ""))).toBeLessThan(2300);
  // 8 m over a cell of 1,08 km, the same everywhere.
  expect(text).toMatch(/Độ dốc 0° \(1 %\).*do-cao, ô 1\.08\d × 1\.10\d m, sai số chưa biết/);
  await app.shot("ho-do-cao");
});

test("taken out and brought back by undo, also on the card", async () => {
  const { page } = app;
  await ask(page, "Dữ liệu");
  await page.getByRole("button", { name: "Bỏ ảnh do-cao khỏi phương án" }).click();
  await expect.poll(() => page.getByTestId("raster-terrain").count()).toBe(0);
  await expect.poll(() => page.getByTestId("household-ground").count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => page.getByTestId("raster-terrain").count()).toBe(1);
  await expect.poll(() => page.getByTestId("household-ground").count()).toBe(1);
});
