/** Dữ liệu: two communes' copies are merged into the province's plan; one question is answered; undo. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { event, exampleStore, must, site } from "../plan/example-plan.ts";
import { copyOf } from "../plan/merge-copies.ts";
import { type App, openApp, stopServer } from "./support/app.ts";
import { ask, saved, search } from "./support/panels.ts";

let app: App;
const folder = mkdtempSync(join(tmpdir(), "ancu-merge-"));
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  const plan = exampleStore();
  const a = copyOf(plan.store, "Bà Nguyệt, Ea Mẫu");
  const b = copyOf(plan.store, "Ông Khánh, Cư Mẫu", "2026-11-02T01:00:00.000Z");
  plan.store.author = "Sở Nông nghiệp";
  must(plan.store, "household.edit", { id: "H5", changes: { head: "Y Tỉnh", poverty: "cận nghèo" } });
  must(plan.store, "event.add", event("e-p", "H8", "died", "2024-01-01"));
  must(a.store, "household.edit", { id: "H5", changes: { head: "Y Ea", village: "Buôn Mới" } });
  must(a.store, "event.add", event("e-a", "H6", "moved", "2025-03-01"));
  must(b.store, "event.add", event("e-b", "H8", "settled", "2025-01-01"));
  must(b.store, "site.add", site("s-b", 108.5));
  writeFileSync(path("tinh.gpkg"), plan.store.copy());
  writeFileSync(path("ea-mau.gpkg"), a.store.copy());
  writeFileSync(path("cu-mau.gpkg"), b.store.copy());
  app = await openApp();
  await app.page.getByTestId("plan-input").first().setInputFiles(path("tinh.gpkg"));
  await app.page.getByTestId("save-state").waitFor({ timeout: 60_000 });
  await ask(app.page, "Dữ liệu");
});
afterAll(async () => {
  await app.close();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

async function look(...names: readonly string[]): Promise<void> {
  await ask(app.page, "Dữ liệu");
  await app.page.getByTestId("merge-input").setInputFiles(names.map(path));
}

/** What the card of a household says. */
async function card(id: string): Promise<string> {
  const hits = await search(app.page, id);
  await hits.first().click();
  const shown = app.page.getByRole("region", { name: "Thẻ hộ" });
  await shown.getByText(`hộ ${id}`, { exact: true }).waitFor();
  return shown.innerText();
}

test("two copies come in together; what the sides say differently is chosen by keyboard; undo takes it back", async () => {
  const { page } = app;
  const before = await saved(page);
  await look("ea-mau.gpkg", "cu-mau.gpkg");
  const dialog = page.getByRole("dialog", { name: "Gộp bản sao phương án" });
  await dialog.waitFor();
  expect(await dialog.getByTestId("merge-sources").innerText()).toMatch(
    /cu-mau\.gpkg.*2 thay đổi.*Ông Khánh/s,
  );
  expect(await dialog.getByTestId("merge-counts").innerText()).toMatch(
    /Hộ\s+0\s+1\s+0.*Điểm bố trí\s+1\s+0\s+0/s,
  );
  const merge = dialog.getByRole("button", { name: "Gộp vào phương án" });
  expect(await merge.getAttribute("aria-disabled")).toBe("true");
  await app.shot("merge-dialog");
  await merge.hover();
  await page.getByText("Còn 2 chỗ chưa chọn.").first().waitFor();

  const head = dialog.getByRole("group", { name: /Hộ H5.*Chủ hộ/ });
  expect(await head.innerText()).toMatch(/Trước khi sửa: Y Ê 5/);
  expect(await head.innerText()).toMatch(/Y Tỉnh.*Phương án đang mở.*Sở Nông nghiệp.*Y Ea.*ea-mau\.gpkg/s);
  await head.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  expect(await head.getByRole("radio", { name: /Y Ea/ }).isChecked()).toBe(true);
  await dialog.getByRole("button", { name: "theo phương án đang mở" }).click();
  expect(await dialog.getByRole("radio", { name: /chủ hộ đã mất/ }).isChecked()).toBe(true);
  expect(await head.getByRole("radio", { name: /Y Ea/ }).isChecked()).toBe(true);
  await app.shot("merge-dialog-chosen");
  await merge.click();
  await page
    .getByText(/Đã gộp .*2 chỗ đã chọn/s)
    .first()
    .waitFor();
  await dialog.waitFor({ state: "detached" });
  await saved(page, before + 5);
  await expect.poll(() => card("H5")).toMatch(/Y Ea/);

  await look("ea-mau.gpkg");
  await dialog.getByText("Phương án đã có mọi thay đổi trong các tệp này.").first().waitFor();
  await dialog.getByRole("button", { name: "Hủy" }).click();

  await page.keyboard.press("Control+z");
  await saved(page, before + 6);
  await expect.poll(() => card("H5")).toMatch(/Y Tỉnh/);
});

test("a file that cannot be merged is refused by name, and nothing is changed", async () => {
  const { page } = app;
  const before = await saved(page);
  writeFileSync(path("hong.gpkg"), "không phải phương án");
  await look("hong.gpkg");
  await page
    .getByText(/hong\.gpkg/)
    .first()
    .waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await saved(page)).toBe(before);
});
