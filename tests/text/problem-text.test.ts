import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/core/outcome.ts";
import { groupTexts, placeText, problemText, withoutFile } from "../../src/text/problem-text.ts";

const swapped: Problem = {
  code: "row.swapped",
  file: "ho.csv",
  row: 12034,
  field: "lon, lat",
  values: { lon: "12.6", lat: "108.1" },
};

describe("a problem says where, what and what to do", () => {
  test("in Vietnamese and English", () => {
    expect(problemText("vi", swapped)).toBe(
      "tệp ho.csv, dòng 12034, cột lon, lat: Kinh độ 12,6, vĩ độ 108,1 bị đảo chỗ. Đổi hai số cho nhau: kinh độ (khoảng 108) trước, vĩ độ (khoảng 12) sau.",
    );
    expect(problemText("en", swapped)).toMatch(/^file ho\.csv, row 12034, column lon, lat: Longitude 12\.6/);
  });

  test("features are counted as features, and parts that are not known are left out", () => {
    expect(placeText("vi", { code: "hazard.level", row: 3, rowIs: "feature" })).toBe("đối tượng thứ 3");
    expect(placeText("vi", { code: "file.empty" })).toBe("");
    expect(problemText("vi", { code: "file.empty" })).toMatch(/^Tệp không có nội dung/);
  });

  test("words of ours are said in the language, names of a file stand as they are", () => {
    const wrong: Problem = { code: "file.wrong-layer", values: { wanted: "hazards", looks: "units" } };
    expect(problemText("vi", wrong)).toContain(
      "không dùng được làm lớp vùng nguy cơ; theo các cột thì giống lớp ranh giới xã",
    );
    const kind: Problem = { code: "hazard.kind", values: { given: "<b>lũ</b>", allowed: "landslide" } };
    expect(problemText("vi", kind)).toContain("“<b>lũ</b>”");
  });
});

test("many of one kind are one line with the count and the first rows", () => {
  const problems = Array.from({ length: 30 }, (_, i): Problem => ({ ...swapped, row: i + 2 }));
  const [line, ...others] = groupTexts("vi", [...problems, { code: "file.empty" }]);
  expect(line).toMatch(/dòng 2, .*\(và 29 trường hợp tương tự: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …\)$/);
  expect(others).toHaveLength(1);
});

test("a list under a file's name does not repeat it", () => {
  expect(problemText("vi", withoutFile(swapped))).toMatch(/^dòng 12034, cột/);
});

test("a sentence that names its file is not begun with the name again", () => {
  const problem: Problem = { code: "plan.not-a-plan", file: "a.gpkg", values: { file: "a.gpkg" } };
  expect(problemText("vi", problem)).toMatch(/^Tệp a\.gpkg không phải/);
  expect(problemText("en", problem)).toMatch(/^The file a\.gpkg is not/);
});

test("a problem of a form names no column, and its dates are said as in administrative papers", () => {
  const problem: Problem = {
    code: "event.date",
    field: "on",
    values: { id: "99011-0165", on: "2030-01-01" },
  };
  expect(problemText("vi", problem)).toMatch(/^Ngày 01\/01\/2030 của hộ 99011-0165/);
  expect(problemText("vi", { ...problem, file: "su-kien.csv", row: 7 })).toMatch(
    /^tệp su-kien\.csv, dòng 7, cột on: Ngày 2030-01-01/,
  );
});
