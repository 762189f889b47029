/** A household: its members and place corrected, a decision recorded against the proposal, both undone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, openApp, stopServer } from "./support/app.ts";
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

const card = () => app.page.locator(".card");
const summary = async () => (await card().locator("header").innerText()).normalize("NFC");

/** The rows of the table that are listed: id and commune. */
async function listed(): Promise<{ id: string; unit: string }[]> {
  const rows = app.page.getByRole("grid", { name: "Bảng hộ" }).locator("tbody tr[aria-rowindex]");
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const cells = [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? "");
      return { id: cells[1]!, unit: cells[6]! };
    }),
  );
}

/** Opens the card of a household by searching for its id. */
async function open(id: string): Promise<void> {
  await search(app.page, id);
  await app.page.locator("#search").press("Enter");
  await expect.poll(summary).toContain(id);
}

/** The number of households a baseline would freeze now. */
async function candidates(): Promise<number> {
  const { page } = app;
  await ask(page, "Tiến độ");
  await page.getByRole("button", { name: "Chốt danh sách gốc mới" }).click();
  const said = page.getByRole("dialog").getByText(/^Danh sách sẽ gồm/);
  const text = await said.innerText();
  await page.keyboard.press("Escape");
  await ask(page, "Rà soát");
  return Number(/([\d.]+) hộ/.exec(text)![1]!.replaceAll(".", ""));
}

describe("a household, on the demo", () => {
  let id = "";
  let otherUnit = "";
  let otherPlace = "";
  let firstPlace = "";
  let firstUnit = "";

  test("two listed households of different communes; what is known is shown with its source", async () => {
    const { page } = app;
    await page.getByRole("button", { name: /Bảng hộ/ }).click();
    await expect.poll(async () => (await listed()).length).toBeGreaterThan(2);
    id = (await listed())[0]!.id;
    firstUnit = (await listed())[0]!.unit;
    // The other way round: another commune is first.
    await page.getByRole("grid", { name: "Bảng hộ" }).getByRole("button", { name: /^Xã/ }).first().click();
    await expect.poll(async () => (await listed())[0]!.unit).not.toBe(firstUnit);
    const other = (await listed())[0]!;
    otherUnit = other.unit;
    await page.getByRole("button", { name: /Bảng hộ/ }).click();

    await open(other.id);
    await card()
      .getByText(/mục đã biết/)
      .click();
    await card()
      .getByText(/^Theo tệp households/)
      .waitFor();
    await card().getByRole("button", { name: "Sửa hộ" }).click();
    otherPlace = await card().getByLabel("Tọa độ", { exact: true }).inputValue();
    expect(otherPlace).toMatch(/^\d+\.\d+ \d+\.\d+$/);
    await card().getByRole("button", { name: "Hủy" }).first().click();
  });

  test("members and coordinates are edited; the card says the new number and the containing commune", async () => {
    await open(id);
    await expect.poll(summary).toContain(firstUnit);
    await card().getByRole("button", { name: "Sửa hộ" }).click();
    const save = card().getByRole("button", { name: "Lưu", exact: true });
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    await card().getByText("Chưa sửa gì.").waitFor();
    await card().getByLabel("Số khẩu").fill("nhiều");
    await card().getByText("Mục Số khẩu chưa đúng. Sửa lại rồi lưu.").waitFor();
    await card().getByLabel("Số khẩu").fill("450");
    await card()
      .getByText(/Giá trị ở mục Số khẩu của hộ .* không hợp lệ/)
      .waitFor();
    await card().getByLabel("Số khẩu").fill("17");
    const place = card().getByLabel("Tọa độ", { exact: true });
    firstPlace = await place.inputValue();
    await place.fill(otherPlace);
    await card()
      .getByText(/^Hiểu là kinh độ/)
      .waitFor();
    await app.shot("household-form");
    await place.press("Enter");
    await expect.poll(summary).toContain("17 khẩu");
    await expect.poll(summary).toContain(otherUnit);
    await app.page
      .getByText(new RegExp(`Đã sửa hộ ${id}: Số khẩu, Tọa độ`))
      .first()
      .waitFor();
    await app.shot("household-edited");
  });

  test("the place can be taken from the map by keyboard, and let go again", async () => {
    await card().getByRole("button", { name: "Sửa hộ" }).click();
    const place = card().getByLabel("Tọa độ", { exact: true });
    const before = await place.inputValue();
    await card().getByRole("button", { name: "Lấy vị trí trên bản đồ" }).click();
    await app.page.keyboard.press("Escape");
    expect(await place.inputValue()).toBe(before);
    await card().getByRole("button", { name: "Lấy vị trí trên bản đồ" }).click();
    await app.page.keyboard.press("Enter");
    await expect.poll(() => place.inputValue()).not.toBe(before);
    await card().getByText("Đất, nhà, nguồn và danh mục mã").click();
    expect(await card().getByLabel("Nguồn tọa độ").inputValue()).toBe("map");
    await card().getByRole("button", { name: "Hủy" }).last().click();
    await expect.poll(summary).toContain("17 khẩu");
  });

  test("undone, it is where it was", async () => {
    await app.page.getByRole("button", { name: new RegExp(`Hoàn tác.*Sửa thông tin hộ ${id}`) }).click();
    await expect.poll(summary).toContain(firstUnit);
    expect(await summary()).not.toContain("17 khẩu");
    await card().getByRole("button", { name: "Sửa hộ" }).click();
    expect(await card().getByLabel("Tọa độ", { exact: true }).inputValue()).toBe(firstPlace);
    await card().getByRole("button", { name: "Hủy" }).last().click();
  });

  test("a proposed household is excluded with a reason and leaves the candidates; undone, it is back", async () => {
    const { page } = app;
    // One that is proposed for certain.
    await page.getByRole("button", { name: /Bảng hộ/ }).click();
    const proposed = page
      .getByRole("grid", { name: "Bảng hộ" })
      .locator("tbody tr[aria-rowindex]")
      .filter({ hasText: "Thuộc diện" })
      .first();
    await proposed.click();
    await page.getByRole("button", { name: /Bảng hộ/ }).click();
    await expect.poll(summary).toContain("Đề xuất: thuộc diện");
    const before = await candidates();

    await card().getByRole("button", { name: "Ghi quyết định" }).click();
    const dialog = page.getByRole("dialog");
    const record = dialog.getByRole("button", { name: "Ghi quyết định" });
    expect(await record.getAttribute("aria-disabled")).toBe("true");
    await dialog.getByText("Không đưa vào danh sách").click();
    await expect.poll(() => record.getAttribute("aria-disabled")).toBe("true");
    await dialog.getByLabel("Lý do").fill("Hộ đã có đất ở trong buôn");
    await dialog.getByLabel("Người quyết định").fill("Chủ tịch UBND xã");
    await dialog.getByLabel("Số văn bản").fill("12/QĐ-UBND");
    await expect.poll(() => record.getAttribute("aria-disabled")).toBeNull();
    await record.click();
    await expect.poll(summary).toContain("Quyết định: không đưa vào");
    expect(await summary()).toContain("Đề xuất: thuộc diện");
    const block = await page.getByTestId("decision-block").innerText();
    for (const part of ["Hộ đã có đất ở trong buôn", "Chủ tịch UBND xã", "12/QĐ-UBND"])
      expect(block).toContain(part);
    await app.shot("household-decided");

    expect(await candidates()).toBe(before - 1);
    await page.getByRole("button", { name: /Hoàn tác.*Không đưa vào danh sách/ }).click();
    await expect.poll(summary).not.toContain("Quyết định:");
    expect(await candidates()).toBe(before);
  });
});
