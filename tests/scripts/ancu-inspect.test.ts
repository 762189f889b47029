import { join } from "node:path";
import { expect, test } from "vitest";
import { ancu, BROKEN, TINY } from "./run-cli.ts";

test("a register: what it is, how much can be used, and its columns", async () => {
  const { code, out } = await ancu("inspect", join(TINY, "households.csv"));
  expect(code).toBe(0);
  expect(out).toContain("Định dạng: CSV");
  expect(out).toContain("danh sách hộ: nhận 18, từ chối 0");
  expect(out).toContain("16 hộ có vị trí, 2 hộ chưa có vị trí");
  expect(out).toMatch(/ethnicity: có giá trị \d+\/18, \d+ giá trị khác nhau; ví dụ: .*Ê Đê/);
  expect(out).toContain("head: trống");
});

test("reasons are told in words, grouped, without repeating the file's name", async () => {
  const { out } = await ancu("inspect", join(BROKEN, "hazard-level.geojson"), "--lang", "en");
  expect(out).toContain("a layer of hazards: 1 accepted, 2 refused");
  expect(out).toMatch(/feature 2, column level: .*“rất cao”.*\(and 1 more like it: 3\)/);
});

test("a file that can be no layer: why not, for each, and what is wrong with its coordinates", async () => {
  const { code, out } = await ancu("inspect", join(TINY, "expected.csv"));
  expect([code, out]).toEqual([0, expect.stringContaining("(ít khả năng)")]);
  const metres = await ancu("inspect", join(BROKEN, "metres.csv"));
  expect(metres.out).toContain("EPSG:9218");
  const topology = await ancu("inspect", join(BROKEN, "topology.geojson"));
  expect(topology).toMatchObject({ code: 1, out: "", told: expect.stringContaining("TopoJSON") });
});

test("HTML in a file is shown as text", async () => {
  const { out } = await ancu("inspect", join(BROKEN, "html.geojson"));
  expect(out).toContain("<img src=x onerror=alert(1)>");
});

test("--json holds the same", async () => {
  const { out } = await ancu("inspect", join(BROKEN, "ids.csv"), "--json");
  expect(JSON.parse(out)).toMatchObject({
    file: "ids.csv",
    format: "csv",
    read: 3,
    readings: [
      {
        as: "households",
        read: 3,
        accepted: 1,
        located: 1,
        rejected: [
          { code: "row.id-missing", row: 3 },
          { code: "row.id-repeated", row: 4 },
        ],
      },
    ],
    columns: [{ name: "id", filled: 2, distinct: 1 }, {}, {}, {}],
  });
});
