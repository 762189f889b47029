/** Layouts of offices' tables: what is planted is found, and a plain table is never cut. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetShape } from "../../../src/core/formats/sheets/sheet-shape.ts";
import type { Merge } from "../../../src/core/formats/sheets/sheet-view.ts";
import type { Json } from "../../../src/core/model/household.ts";
import { leftOut, type Row, viewOf } from "./sheet-rows.ts";

const SEED = 20251124;

/** Values of the rows of data, without blank cells at their end. */
function shaped(rows: readonly Row[], merges: readonly Merge[] = []) {
  const view = viewOf(rows, merges);
  const shape = sheetShape(view, "a.xlsx");
  expect(shape.data.length + leftOut(shape.notes)).toBe(view.count);
  return {
    names: shape.names,
    rows: Array.from(shape.data, (at) => view.row(at)),
    groups: shape.groups,
    notes: shape.notes.map(({ code, values }) => [code, values?.rows].filter(Boolean).join(" ")),
  };
}

describe("one layout after the other", () => {
  test("titles, two lines of names with merged cells, numbers of columns, total and signatures", () => {
    const merge = (top: number, bottom: number, left: number, right: number): Merge => ({
      top,
      bottom,
      left,
      right,
    });
    const found = shaped(
      [
        ["ỦY BAN NHÂN DÂN XÃ CƯ PUI", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [],
        ["DANH SÁCH HỘ DI DỜI"],
        ["TT", "Họ và tên", "Tọa độ", null, "Ghi chú"],
        [null, null, "X", "Y", null],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Y Bhăm", 1400889.43, 450354.09, null],
        [2, "H'Bia", 1400889.43, 450354.09, null],
        ["Tổng cộng", "2 hộ", null, null, null],
        [],
        [null, null, null, "Cư Pui, ngày 3 tháng 4 năm 2025"],
        ["Người lập biểu", null, null, "TM. UBND XÃ"],
        ["Nguyễn Văn A", null, null, "Lê Văn B"],
      ],
      [
        merge(1, 1, 0, 2),
        merge(1, 1, 3, 4),
        merge(3, 3, 0, 4),
        merge(4, 5, 0, 0),
        merge(4, 5, 1, 1),
        merge(4, 4, 2, 3),
        merge(4, 5, 4, 4),
      ],
    );
    expect(found).toEqual({
      names: ["TT", "Họ và tên", "Tọa độ / X", "Tọa độ / Y", "Ghi chú"],
      rows: [7, 8],
      groups: [],
      notes: [
        ...["sheet.title 1, 3", "sheet.header-rows 4–5", "sheet.numbering 6", "sheet.totals 9"],
        "sheet.footer 11–13",
      ],
    });
  });

  test("two lines of names without merged cells", () => {
    const found = shaped([
      ["TT", "Họ tên", "Tọa độ", null, "Ghi chú"],
      [null, null, "X", "Y", null],
      [1, "Y Bhăm", 1, 2, "x"],
    ]);
    expect(found.names).toEqual(["TT", "Họ tên", "Tọa độ / X", "Tọa độ / Y", "Ghi chú"]);
    expect(found.rows).toEqual([3]);
  });

  test("names of groups above a full line of names", () => {
    const found = shaped([
      ["Danh sách"],
      ["Thông tin chủ hộ", null, null, "Tọa độ VN-2000", null],
      ["TT", "Họ tên", "Dân tộc", "X", "Y"],
      [1, "Y Bhăm", "Ê Đê", 1, 2],
    ]);
    expect(found.names).toEqual([
      ...["Thông tin chủ hộ / TT", "Thông tin chủ hộ / Họ tên", "Thông tin chủ hộ / Dân tộc"],
      ...["Tọa độ VN-2000 / X", "Tọa độ VN-2000 / Y"],
    ]);
  });

  test("headings of two levels hold for the rows beneath them", () => {
    const found = shaped([
      ["TT", "Họ tên", "Khẩu"],
      ["I. Xã Cư Pui"],
      ["Thôn 1"],
      [1, "a", 3],
      ["Thôn 2"],
      [2, "b", 3],
      ["II. Xã Ea Trang"],
      [3, "c", 3],
    ]);
    expect(found.rows).toEqual([4, 6, 8]);
    expect(found.groups).toEqual([
      { name: "(nhóm)", values: ["I. Xã Cư Pui", "I. Xã Cư Pui", "II. Xã Ea Trang"] },
      { name: "(nhóm 2)", values: ["Thôn 1", "Thôn 2", null] },
    ]);
  });

  test("a part with its number and sums is a heading, the line of names again is none", () => {
    const found = shaped([
      ["TT", "Họ tên", "Hộ", "Khẩu"],
      ["I", "Xã Cư Pui", 2, 7],
      [1, "a", 1, 3],
      ["TT", "Họ tên", "Hộ", "Khẩu"],
      [2, "b", 1, 4],
      ["Cộng xã Cư Pui", null, 2, 7],
    ]);
    expect(found.rows).toEqual([3, 5]);
    expect(found.groups[0]?.values).toEqual(["Xã Cư Pui", "Xã Cư Pui"]);
    expect(found.notes).toEqual(["sheet.groups 2", "sheet.totals 6", "sheet.header-again 4"]);
  });

  test("without a line of names everything is data", () => {
    const found = shaped([
      [1, "Y Bhăm", 450354.09],
      [2, "H'Bia", 450354.09],
    ]);
    expect(found).toMatchObject({ names: ["", "", ""], rows: [1, 2], notes: ["sheet.no-header"] });
  });

  test("years are names of columns", () => {
    const found = shaped([
      ["Xã", "2023", "2024"],
      ["Cư Pui", 1, 2],
    ]);
    expect(found.names).toEqual(["Xã", "2023", "2024"]);
  });

  test("people whose names begin like words of a table stay", () => {
    const people = [
      "Tống Văn Cộng",
      "Công Thị Tổng",
      "Xa Văn Thôn",
      "Tô Văn Bản",
      "Cộng Hòa",
      "Ngày Văn Tháng",
    ];
    const found = shaped([["TT", "Họ tên", "Khẩu"], ...people.map((name, i) => [i + 1, name, 3])]);
    expect(found.rows).toHaveLength(people.length);
    const bare = shaped([["Họ tên", "Khẩu", "Ghi chú"], ...people.map((name) => [name, 3, "x"])]);
    expect(bare.rows).toHaveLength(people.length);
  });

  test("offices of people in a list are not signatures under it", () => {
    const found = shaped([
      ["Họ tên", "Chức vụ", "Điện thoại"],
      ["Y Bhăm", "Trưởng thôn", "0905"],
      ["H'Bia", "Chủ tịch", "0906"],
      ["Lò Văn A", "Trưởng buôn", null],
    ]);
    expect(found.rows).toEqual([2, 3, 4]);
  });

  test("numbers of columns are not a first row that happens to count", () => {
    const found = shaped([
      ["STT", "Khẩu", "Lao động"],
      [1, 2, 3],
      [2, 4, 1],
    ]);
    expect(found.rows).toEqual([2, 3]);
  });
});

const PEOPLE = ["Y Bhăm Niê", "H'Bia Êban", "Nguyễn Văn Ân", "Tống Thị Cộng", "Lò Văn Thôn", "Giàng A Pao"];
const NAMES = [
  "Mã",
  "Tên",
  "Nơi ở",
  "Số người",
  "Tiền hỗ trợ",
  "Đã đo",
  "Loại nhà",
  "Nguồn nước",
  "b1",
  "Kế hoạch",
];
const NOTES = [
  "đã chuyển",
  "x",
  "Xã Cư Pui",
  "Thôn 3",
  "12 m²",
  "1.400.889,43",
  "2025-11-16",
  "0012",
  "Trưởng thôn",
  "Lưu ý: nhà tạm",
];

/** A column fills a cell by the number of its row. */
type Column = (row: number, pick: number) => Json;
const COLUMNS: readonly Column[] = [
  (_, pick) => PEOPLE[pick % PEOPLE.length]!,
  (_, pick) => pick,
  (_, pick) => pick / 7,
  (_, pick) => NOTES[pick % NOTES.length]!,
  (_, pick) => (pick % 3 === 0 ? null : NOTES[pick % NOTES.length]!),
  (_, pick) => pick % 2 === 0,
];
const SERIALS: readonly Column[] = [
  (row) => row + 1,
  (row) => `HH${row}`,
  (row) => String(row + 1),
  (_, pick) => PEOPLE[pick % PEOPLE.length]!,
];

const table = fc
  .record({
    serial: fc.constantFrom(...SERIALS),
    columns: fc.array(fc.constantFrom(...COLUMNS), { minLength: 2, maxLength: 8 }),
    picks: fc.array(fc.nat(1000), { minLength: 2, maxLength: 25 }),
    shift: fc.nat(9),
  })
  .map(({ serial, columns, picks, shift }) => ({
    names: columns.map((_, i) => NAMES[(i + shift) % NAMES.length]!),
    body: picks.map((pick, row): Json[] => [
      serial(row, pick),
      ...columns.map((column, i) => column(row, pick + i * 31)),
    ]),
  }))
  // A row with its first cell alone may be a heading; which it is nobody can tell.
  .filter(({ body }) => body.every((row) => row.filter((value) => value !== null).length >= 2));

const first = fc.constantFrom("STT", "Mã hộ", "Chủ hộ", "TT");

test("a table without titles, totals and headings is never cut", () => {
  fc.assert(
    fc.property(table, first, fc.nat(20), ({ names, body }, serial, gap) => {
      const header = [serial, ...names];
      const rows: Row[] = [header, ...body];
      // A blank row somewhere is only a blank row.
      if (gap > 0 && gap < body.length) rows.splice(gap + 1, 0, []);
      const found = shaped(rows);
      expect(found.names).toEqual(header);
      expect(found.notes).toEqual([]);
      expect(found.rows).toHaveLength(body.length);
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

const TITLES: readonly Row[] = [
  ["ỦY BAN NHÂN DÂN XÃ CƯ PUI"],
  ["UBND HUYỆN KRÔNG BÔNG", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  [null, null, "Độc lập - Tự do - Hạnh phúc"],
  ["Hộ trong vùng sạt lở"],
  ["BIỂU 02: RÀ SOÁT"],
  ["(Kèm theo Công văn số 12/UBND ngày 3/4/2025)"],
  [null, null, "Đơn vị tính: hộ"],
  [],
];
const FOOTERS: readonly (readonly Row[])[] = [
  [],
  [[null, "Cư Pui, ngày 12 tháng 3 năm 2025"]],
  [[], ["Người lập biểu", null, "CHỦ TỊCH"], [], ["Nguyễn Văn A", null, "Trần Văn B"]],
  [["Ghi chú: số liệu tạm tính"], [null, "TM. ỦY BAN NHÂN DÂN"]],
];

test("what is planted around a table is found again, and nothing else", () => {
  fc.assert(
    fc.property(
      table,
      fc.record({
        titles: fc.array(fc.constantFrom(...TITLES), { maxLength: 5 }),
        footer: fc.constantFrom(...FOOTERS),
        total: fc.constantFrom(null, "Tổng cộng", "TỔNG SỐ", "Cộng:", "Cộng toàn xã"),
        numbering: fc.boolean(),
        groups: fc.boolean(),
        double: fc.constantFrom("none", "merged", "bare"),
      }),
      ({ names, body }, plan) => {
        // With its number in front each row is told from a heading; see the test above for the others.
        const numbered = body.map((row, i) => [i + 1, ...row.slice(1)]);
        const header: Json[] = ["STT", ...names];
        const expected = header.map(String);
        const rows: Row[] = [...plan.titles];
        const merges: Merge[] = [];
        const width = header.length;
        const count = (list: readonly Row[]) => list.filter((row) => row.length > 0).length;
        if (plan.double === "none") rows.push(header);
        else {
          const top = [...header, "Tọa độ", null];
          const under = [...header.map(() => null), "X", "Y"];
          rows.push(top, under);
          expected.push("Tọa độ / X", "Tọa độ / Y");
          if (plan.double === "merged") {
            const line = rows.length - 1;
            merges.push({ top: line, bottom: line, left: width, right: width + 1 });
            for (let c = 0; c < width; c++) merges.push({ top: line, bottom: line + 1, left: c, right: c });
          }
          for (const row of numbered) row.push(450354.09, 1402293.02);
        }
        if (plan.numbering) rows.push(expected.map((_, i) => `(${i + 1})`));
        const kept: number[] = [];
        const groups: string[] = [];
        numbered.forEach((row, i) => {
          if (plan.groups && i % 3 === 0) rows.push([`Xã số ${i}`]);
          rows.push(row);
          kept.push(rows.length);
          groups.push(`Xã số ${i - (i % 3)}`);
        });
        if (plan.total !== null) rows.push([plan.total, null, ...numbered[0]!.slice(2).map(() => 12)]);
        rows.push(...plan.footer);
        const view = viewOf(rows, merges);
        const shape = sheetShape(view, "a.xlsx");
        expect(shape.names).toEqual(expected);
        expect(Array.from(shape.data, (at) => view.row(at))).toEqual(kept);
        expect(shape.groups.map(({ values }) => values)).toEqual(plan.groups ? [groups] : []);
        const told = new Map(shape.notes.map(({ code, values }) => [code, values?.count]));
        const zero = (n: number) => (n === 0 ? undefined : n);
        expect(told.get("sheet.title")).toBe(zero(count(plan.titles)));
        expect(told.get("sheet.footer")).toBe(zero(count(plan.footer)));
        expect(told.get("sheet.totals")).toBe(plan.total === null ? undefined : 1);
        expect(told.get("sheet.numbering")).toBe(plan.numbering ? 1 : undefined);
        expect(kept.length + leftOut(shape.notes)).toBe(view.count);
      },
    ),
    { seed: SEED, numRuns: 2000 },
  );
});
