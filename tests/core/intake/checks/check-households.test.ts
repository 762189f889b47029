import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceM } from "../../../../src/core/geometry/ellipsoid.ts";
import { polygonSetOf } from "../../../../src/core/geometry/polygon-set.ts";
import { checkHouseholds } from "../../../../src/core/intake/checks/check-households.ts";
import type { CheckContext, CheckedRows } from "../../../../src/core/intake/checks/checked-rows.ts";
import type { CheckFinding } from "../../../../src/core/intake/checks/finding.ts";
import { foldHash } from "../../../../src/core/intake/checks/fold-hash.ts";
import { MOST_LISTED } from "../../../../src/core/intake/checks/listed.ts";
import { repairRow, rowsRepaired } from "../../../../src/core/intake/checks/repairs.ts";
import { foldText } from "../../../../src/core/model/fold-text.ts";
import type { ArealLayer, Unit } from "../../../../src/core/model/layers.ts";
import type { LonLat } from "../../../../src/core/units.ts";
import { problemText } from "../../../../src/text/problem-text.ts";
import { say } from "../../../../src/text/say.ts";

interface Row {
  readonly id?: string | null;
  readonly head?: string | null;
  readonly village?: string | null;
  readonly commune?: string | null;
  readonly at?: LonLat | null;
  readonly members?: number | null;
  readonly landM2?: number | null;
  readonly year?: number | null;
}

/** Rows of a table, counted from 2 as its header is 1; what is left out is good and different in every row. */
function table(rows: readonly Row[]): CheckedRows {
  const of = <T>(value: T | undefined, other: T): T => (value === undefined ? other : value);
  const place = (i: number): LonLat | null =>
    of<LonLat | null>(rows[i]!.at, [108.1 + (i % 300) / 1000, 12.1 + Math.floor(i / 300) / 10_000]);
  return {
    count: rows.length,
    rowIs: "row",
    id: (i) => of<string | null>(rows[i]!.id, `H${i}`),
    head: (i) => of<string | null>(rows[i]!.head, `Người ${i}`),
    village: (i) => of<string | null>(rows[i]!.village, "Buôn Mẫu"),
    communeCode: (i) => of<string | null>(rows[i]!.commune, "24133"),
    lon: (i) => place(i)?.[0] ?? null,
    lat: (i) => place(i)?.[1] ?? null,
    members: (i) => of<number | null>(rows[i]!.members, 4),
    numbers: [
      { field: "residential_land_m2", kind: "measure", value: (i) => rows[i]!.landM2 ?? null },
      { field: "poverty_year", kind: "year", value: (i) => rows[i]!.year ?? null },
    ],
    rowNumber: (i) => i + 2,
  };
}

const box = (x: number, y: number, size: number): LonLat[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** Three communes side by side, with codes of July 2025. */
const units: ArealLayer<Unit> = {
  name: "Xã",
  date: null,
  coverage: "all",
  shapes: polygonSetOf(
    [108, 109, 107.5].map((x, k) => ({ type: "Polygon", coordinates: [box(x, 12, k === 2 ? 0.5 : 1)] })),
  ),
  attributes: [
    { code: "24133", name: "Buôn Ma Thuột", district: null },
    { code: "24561", name: "Dray Bhăng", district: null },
    { code: "24544", name: "Ea Ktur", district: null },
  ],
};
const NOTHING: CheckContext = { units: null, unitList: null, rowsList: null };
const NEW: CheckContext = { units, unitList: "2025-07", rowsList: "2025-07" };
const codes = (findings: readonly CheckFinding[]) => findings.map(({ problem }) => problem.code);
const check = (rows: readonly Row[], context = NOTHING) => checkHouseholds(table(rows), context);

describe("checkHouseholds", () => {
  test("good rows have no findings", () => {
    expect(check([{}, {}, {}], NEW)).toEqual([]);
    expect(check([], NEW)).toEqual([]);
  });

  test("the same code twice stops the later row; the same record may be left out", () => {
    const same: Row = { id: "A1", head: "Y Bhăm", at: [108.1, 12.5] };
    const [first, second, ...rest] = check([same, { ...same }, { id: "A1" }]);
    expect(first).toMatchObject({
      id: "same-id:3",
      problem: { code: "check.same-id", row: 3, field: "id", values: { id: "A1", other: "2" } },
      rows: [3, 2],
      weight: "stops",
      repair: { code: "leave-out-row" },
    });
    expect(second).toMatchObject({ rows: [4, 2], repair: null });
    // One place for two rows of one code is no news, but is told as a place.
    expect(codes(rest)).toEqual(["check.same-point"]);
  });

  test("same head and village in other letters; far apart or with other members it is only told", () => {
    const found = check([
      { head: "Y Bhăm Niê", village: "Buôn Ky", at: [108.1, 12.5] },
      { head: "Y BHĂM  NIÊ".normalize("NFD"), village: "buôn ky", at: [108.1001, 12.5] },
      { head: "Y Bhăm Niê", village: "Buôn Ky", at: [108.3, 12.5] },
      { head: "Y Bhăm Niê", village: "Buôn Ky", commune: "24561", at: [108.4, 12.5] },
      { head: "Y Bhăm Niê", village: null },
      { head: null, village: "Buôn Ky" },
    ]).filter(({ problem }) => problem.code === "check.same-head");
    expect(found.map(({ rows, weight, repair }) => [rows, weight, repair?.code ?? null])).toEqual([
      [[3, 2], "ask", "leave-out-row"],
      [[4, 2], "tell", null],
    ]);
  });

  test("households within a centimetre share a point; all of them are in one finding", () => {
    const cm = 1 / 11_130_000;
    const found = check([
      { at: [108.2, 12.5] },
      { at: [108.2 + 0.5 * cm, 12.5] },
      { at: [108.2, 12.5 - 0.9 * cm] },
      { at: [108.2, 12.5 + 5 * cm] },
      { at: null },
      { at: [0, 0] },
      { at: [0, 0] },
    ]).filter(({ problem }) => problem.code === "check.same-point");
    expect(found).toMatchObject([{ rows: [2, 3, 4], at: [108.2, 12.5], weight: "tell", repair: null }]);
  });

  test("places: none, zero, swapped, far, no degrees, outside the communes of the plan", () => {
    const found = check(
      [
        { at: null },
        { at: [0, 0] },
        { at: [12.5, 108.2] },
        { at: [103, 21] },
        { at: [450_354, 1_402_293] },
        { at: [109.2, 13.6] },
      ],
      NEW,
    );
    expect(
      found.map(({ problem, rows, at, weight, repair }) => [problem.code, rows, at, weight, repair?.code]),
    ).toEqual([
      ["check.swapped", [4], [108.2, 12.5], "stops", "swap-coordinates"],
      ["check.outside", [5], [103, 21], "ask", "keep-unlocated"],
      ["check.outside", [6], null, "stops", "keep-unlocated"],
      ["check.zero", [3], null, "ask", "keep-unlocated"],
      ["check.outside-units", [7], [109.2, 13.6], "ask", "keep-unlocated"],
      ["check.unlocated", [2], null, "tell", undefined],
    ]);
    // Without communes nothing is said of them.
    expect(codes(check([{ at: [109.2, 13.6] }]))).toEqual([]);
  });

  test("a point in another commune than declared has the distance to the declared one", () => {
    const [finding, ...rest] = check([{ commune: "24561", at: [108.999, 12.5] }], NEW);
    expect(rest).toEqual([]);
    expect(finding!.problem.values).toMatchObject({
      declared: "24561",
      containing: "24133",
      containingName: "Buôn Ma Thuột",
      metres: Math.round(distanceM(108.999, 12.5, 109, 12.5)),
    });
    expect(repairRow(finding!.repair!, { commune_code: "24561", head: "A" })).toEqual({
      commune_code: "24133",
      head: "A",
    });
    // On the border a point is in both; a row that declares nothing is not asked.
    expect(
      check(
        [
          { commune: "24561", at: [109, 12.5] },
          { commune: null, at: [108.5, 12.7] },
        ],
        NEW,
      ),
    ).toEqual([]);
  });

  test("codes of the old list are converted; a split commune is any of what it became", () => {
    const old: CheckContext = { ...NEW, rowsList: "2025-03" };
    // 24550 Ea Bhốk went to Dray Bhăng and Ea Ktur; 24145 Tân Tiến to Buôn Ma Thuột.
    expect(
      check(
        [
          { commune: "24550", at: [109.5, 12.5] },
          { commune: "24550", at: [107.7, 12.2] },
          { commune: "24145", at: [108.5, 12.6] },
        ],
        old,
      ),
    ).toEqual([]);
    const found = check(
      [{ commune: "24550", at: [108.5, 12.5] }, { commune: "99999" }, { commune: "99999" }],
      old,
    );
    expect(codes(found)).toEqual(["check.declared", "check.commune-unknown"]);
    expect(found[1]).toMatchObject({ rows: [3, 4], problem: { values: { code: "99999", count: 2 } } });
  });

  test("numbers that cannot be, and heads that are missing", () => {
    const found = check([
      { members: 0 },
      { members: -3 },
      { members: 31 },
      { members: 2.5 },
      { members: 30 },
      { members: null },
      { landM2: -1 },
      { year: 21 },
      { year: 2022, landM2: 0 },
      { head: " " },
    ]);
    expect(found.map(({ problem, rows }) => [problem.code, problem.field, rows])).toEqual([
      ["check.members", "members", [2]],
      ["check.members", "members", [3]],
      ["check.members", "members", [4]],
      ["check.members", "members", [5]],
      ["check.measure", "residential_land_m2", [8]],
      ["check.year", "poverty_year", [9]],
      ["check.no-head", undefined, [11]],
    ]);
    expect(repairRow(found[0]!.repair!, { id: "1", members: 0 })).toEqual({ id: "1", members: null });
  });

  test("past the first thousand the rest is told together, and no row is lost", () => {
    const many = MOST_LISTED + 250;
    const found = check(Array.from({ length: many }, () => ({ members: 0 })));
    expect(found).toHaveLength(MOST_LISTED + 1);
    expect(found.at(-1)).toMatchObject({
      problem: { code: "check.more", values: { count: 250, listed: MOST_LISTED } },
    });
    expect(new Set(found.flatMap(({ rows }) => rows)).size).toBe(many);
    // What mends each of them alike can be accepted for the rest at once.
    expect(found.at(-1)!.repair).toEqual({ code: "set-value", values: { field: "members", to: null } });
    expect(rowsRepaired(found.at(-1)!)).toHaveLength(250);
  });

  test("every finding has a sentence and every repair a word, in both languages", () => {
    const found = check(
      [
        { id: "A", members: 0, landM2: -2, year: 1 },
        { id: "A", at: null },
        { at: [0, 0] },
        { at: [12.5, 108.2] },
        { at: [103, 21] },
        { at: [109.2, 13.6] },
        { commune: "24561", head: "B", at: [108.5, 12.5] },
        { commune: "1", head: null, at: [108.5, 12.5] },
        { head: "C" },
        { head: "C" },
      ],
      NEW,
    );
    expect(new Set(codes(found)).size).toBe(14);
    for (const { problem, repair } of found) {
      for (const language of ["vi", "en"] as const) {
        expect(problemText(language, problem)).not.toMatch(/[{}]/);
        if (repair) expect(say(language, `intake.repair.${repair.code}`, repair.values)).not.toBe("");
      }
    }
  });

  test("any rows at all: ids differ, rows exist, the same answer twice, repairs leave what they were given", () => {
    const place = fc.option(
      fc.constantFrom<LonLat>(
        [108.5, 12.5],
        [12.5, 108.5],
        [0, 0],
        [109, 12.5],
        [500_000, 1_400_000],
        [-1, 91],
      ),
    );
    const row: fc.Arbitrary<Row> = fc.record({
      id: fc.option(fc.constantFrom("1", "2", "__proto__", "")),
      head: fc.option(fc.constantFrom("Y Ka", "y ka", "", "constructor")),
      village: fc.option(fc.constantFrom("A", "B")),
      commune: fc.option(fc.constantFrom("24133", "24561", "24550", "x", "__proto__")),
      at: place,
      members: fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true }))),
      landM2: fc.option(fc.double({ noNaN: true })),
      year: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom(NOTHING, NEW, { ...NEW, rowsList: "2025-03" as const }),
        (rows, context) => {
          const found = check(rows, context);
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          expect(check(rows, context)).toEqual(found);
          for (const finding of found) {
            for (const number of finding.rows) expect(number >= 2 && number < rows.length + 2).toBe(true);
            for (const number of rowsRepaired(finding)) expect(finding.rows).toContain(number);
            if (finding.problem.row !== undefined) expect(finding.rows[0]).toBe(finding.problem.row);
            if (finding.at) expect(finding.at.every(Number.isFinite)).toBe(true);
            if (finding.repair) {
              const given = Object.freeze({ lon: 1, lat: 2, members: 3 });
              repairRow(finding.repair, given);
            }
          }
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });
});

test("texts that fold alike have one number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const forms = [text.normalize("NFC"), text.normalize("NFD")];
      if (foldText(forms[0]!) === foldText(forms[1]!)) expect(foldHash(forms[0]!)).toBe(foldHash(forms[1]!));
    }),
    { seed: 2 },
  );
  for (const [a, b] of [
    ["Cư M’Đrắk", "cu m'drak"],
    ["Y  Bhăm", "y bham "],
    ["H'Nguôt", "Hʼnguốt"],
    ["Ƀuôn Čư̆", "buon cu"],
  ] as const) {
    expect(foldText(a)).toBe(foldText(b));
    expect(foldHash(a)).toBe(foldHash(b));
  }
  expect(foldHash("Y Bhăm")).not.toBe(foldHash("Y Bhem"));
});
