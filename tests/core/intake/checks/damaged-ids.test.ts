import { expect, test } from "vitest";
import type { CheckedRows } from "../../../../src/core/intake/checks/checked-rows.ts";
import { damagedIds } from "../../../../src/core/intake/checks/damaged-ids.ts";

function rowsOf(ids: readonly (string | null)[]): CheckedRows {
  const none = () => null;
  return {
    count: ids.length,
    rowIs: "row",
    id: (i) => ids[i] ?? null,
    head: none,
    village: none,
    communeCode: none,
    lon: none,
    lat: none,
    members: none,
    rowNumber: (i) => i + 2,
  };
}

test("ids that a spreadsheet made numbers or dates are told with all their rows", () => {
  const damaged = [
    "6,6120E+10",
    "6.6E+11",
    "6e+12",
    " 01/06/2024 ",
    "1-5-2024",
    "2024-06-01",
    "01-May",
    "May-24",
  ];
  expect(damagedIds(rowsOf(["HK1", ...damaged, null]))).toMatchObject([
    {
      problem: { code: "check.id-damaged", row: 3, field: "id", values: { count: 8, given: "6,6120E+10" } },
      rows: [3, 4, 5, 6, 7, 8, 9, 10],
      weight: "ask",
      repair: null,
    },
  ]);
});

test("ids that only look alike are left alone", () => {
  const good = [
    "1/5",
    "66120000012",
    "24133-0001",
    "24/001/2024A",
    "E+10",
    "HK2024",
    "1E",
    "05-06",
    "may-",
    "",
  ];
  expect(damagedIds(rowsOf(good))).toEqual([]);
});
