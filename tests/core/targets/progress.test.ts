import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Baseline,
  EVENT_KINDS,
  type EventKind,
  type HouseholdEvent,
} from "../../../src/core/model/event.ts";
import type { Target } from "../../../src/core/model/target.ts";
import { fewestFor, meets } from "../../../src/core/targets/meets.ts";
import { MILESTONES } from "../../../src/core/targets/milestones.ts";
import { cutPercent, percentDigits } from "../../../src/core/targets/percent-digits.ts";
import { type ProgressInput, type ProgressPlace, progressOf } from "../../../src/core/targets/progress.ts";

function baseline(size: number, overrides: Partial<Baseline> = {}): Baseline {
  const householdIds = Array.from({ length: size }, (_, i) => `H${i}`);
  return {
    id: "B",
    name: "Danh sách gốc",
    target: "relocation",
    on: "2021-12-31",
    householdIds,
    place: null,
    places: [],
    additions: [],
    ...overrides,
  };
}

/** Households in turn in units 1, 2 and none; units 1 and 2 in districts A and B. */
function places(size: number): Map<string, ProgressPlace> {
  const of = (i: number): ProgressPlace => {
    if (i % 3 === 2) return { unitCode: null, unitName: null, district: null };
    return { unitCode: `${(i % 3) + 1}`, unitName: `Xã ${(i % 3) + 1}`, district: "AB"[i % 3]! };
  };
  return new Map(Array.from({ length: size }, (_, i) => [`H${i}`, of(i)]));
}

function done(count: number, on: string, kind: EventKind = "moved", first = 0): HouseholdEvent[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `E${on}-${kind}-${first + i}`,
    householdId: `H${first + i}`,
    kind,
    on,
    document: null,
    note: null,
  }));
}

function progress(input: Partial<ProgressInput> & { size: number }) {
  const { size, ...rest } = input;
  const common = {
    baseline: baseline(size),
    places: places(size),
    events: [],
    by: "unit" as const,
    targets: MILESTONES,
  };
  return progressOf({ ...common, asOf: "2025-12-31", ...rest });
}

describe("the target is compared in whole numbers", () => {
  test.each([
    [5, 3, true],
    [7, 4, false],
    [1000, 599, false],
    [1000, 600, true],
    [3, 2, true],
    [10_000, 5_999, false],
  ])("%i households, %i done: %s", (size, count, met) => {
    expect(progress({ size, events: done(count, "2024-01-01") }).total).toMatchObject({
      baseline: size,
      done: count,
      met,
      target: 60,
    });
  });

  test("60 % up to the last day of 2025, then 100 %", () => {
    const at = (asOf: string) => progress({ size: 10, events: done(7, "2023-01-01"), asOf }).total;
    expect(at("2025-12-31")).toMatchObject({ target: 60, met: true });
    expect(at("2026-01-01")).toMatchObject({ target: 100, met: false });
    expect(progress({ size: 2, events: done(2, "2023-01-01"), asOf: "2030-12-31" }).total.met).toBe(true);
  });

  test("migrants: 90 % by 2025, and no later number", () => {
    const own = baseline(10, { target: "migrants" });
    const at = (asOf: string) => progress({ size: 10, baseline: own, events: done(9, "2024-01-01"), asOf });
    expect(at("2025-06-30").total).toMatchObject({ target: 90, met: true });
    expect(at("2027-06-30").total.target).toBe(90);
    expect(at("2027-06-30").neededPerYear).toBeNull();
  });
});

describe("rows", () => {
  test("by unit and by district, those in none last; they add up", () => {
    const events = done(4, "2024-01-01");
    const byUnit = progress({ size: 8, events });
    expect(byUnit.rows.map(({ code, name, baseline: n, done: d }) => [code, name, n, d])).toEqual([
      ["1", "Xã 1", 3, 2],
      ["2", "Xã 2", 3, 1],
      [null, null, 2, 1],
    ]);
    const byDistrict = progress({ size: 8, events, by: "district" });
    expect(byDistrict.rows.map(({ code, name }) => [code, name])).toEqual([
      ["A", "A"],
      ["B", "B"],
      [null, null],
    ]);
    expect(byDistrict.total).toEqual(byUnit.total);
  });

  test("a unit without members has a row and no percentage; an unknown member is counted in no unit", () => {
    const units = [
      { code: "9", name: "Xã 9", district: "C" },
      { code: "1", name: "Xã 1", district: "A" },
    ];
    const { rows } = progress({ size: 2, places: new Map(), units });
    expect(rows.map(({ code, baseline: n, percent, met }) => [code, n, percent, met])).toEqual([
      ["1", 0, null, null],
      ["9", 0, null, null],
      [null, 2, 0, false],
    ]);
    expect(progress({ size: 2, units, by: "district" }).rows.map(({ code }) => code)).toEqual([
      "A",
      "B",
      "C",
    ]);
    expect(progress({ size: 0 }).total).toMatchObject({ baseline: 0, percent: null, met: null });
  });

  test("households outside the baseline do not count; a household listed twice counts once", () => {
    const twice = baseline(0, { householdIds: ["H0", "H0", "H1"] });
    const report = progress({
      size: 2,
      baseline: twice,
      events: [...done(1, "2024-01-01"), ...done(3, "2024-01-01", "moved", 7)],
    });
    expect(report.total).toMatchObject({ baseline: 2, done: 1 });
  });

  test("leaving, dying and removal stay in the denominator; a return undoes", () => {
    const events = [
      ...done(4, "2023-01-01"),
      ...done(1, "2024-01-01", "returned"),
      ...done(1, "2024-01-01", "died", 1),
      ...done(1, "2024-01-01", "left", 5),
      ...done(1, "2024-01-01", "removed", 6),
    ];
    expect(progress({ size: 10, events }).total).toMatchObject({ baseline: 10, done: 3, percent: 30 });
  });

  test("done in the last twelve months: the day itself counts, the day a year before does not", () => {
    const events = [
      ...done(1, "2024-02-28", "moved", 0),
      ...done(1, "2024-02-29", "moved", 1),
      ...done(1, "2024-12-31", "moved", 2),
      ...done(1, "2025-02-28", "moved", 3),
    ];
    expect(progress({ size: 5, events, asOf: "2025-02-28" }).total.last12).toBe(3);
    expect(progress({ size: 5, events, asOf: "2024-02-29" }).total.last12).toBe(2);
  });
});

describe("time", () => {
  const events = [
    ...done(2, "2022-05-01"),
    ...done(3, "2024-05-01", "settled", 2),
    ...done(1, "2026-03-01", "moved", 5),
  ];

  test("the curve has every year's end and the day itself", () => {
    const curve = progress({ size: 10, events, asOf: "2024-06-30" }).curve;
    expect(curve.map(({ on, done: d, percent }) => [on, d, percent])).toEqual([
      ["2021-12-31", 0, 0],
      ["2022-12-31", 2, 20],
      ["2023-12-31", 2, 20],
      ["2024-06-30", 5, 50],
    ]);
    expect(progress({ size: 10, events, asOf: "2022-12-31" }).curve.map(({ on }) => on)).toEqual([
      "2021-12-31",
      "2022-12-31",
    ]);
  });

  test("the milestone of 2025 is closed: later events do not move it", () => {
    expect(progress({ size: 10, events, asOf: "2025-12-30" }).closed).toEqual([]);
    const later = progress({ size: 10, events, asOf: "2026-06-30" });
    const [closed] = later.closed;
    expect(closed?.target.id).toBe("relocation-2025");
    expect(closed?.total).toEqual(progress({ size: 10, events, asOf: "2025-12-31" }).total);
    expect(closed?.rows).toEqual(progress({ size: 10, events, asOf: "2025-12-31" }).rows);
    const over = progress({ size: 10, events, asOf: "2031-06-30" });
    expect(over.closed.map(({ target, total }) => [target.id, total.done, total.target, total.met])).toEqual([
      ["relocation-2025", 5, 60, false],
      ["relocation-2030", 6, 100, false],
    ]);
    expect(later.total.done).toBe(6);
  });

  test("pace: what is left over the years that are left, rounded up", () => {
    const at = (asOf: string, count = 6) =>
      progress({ size: 106, events: done(count, "2022-01-01"), asOf }).neededPerYear;
    expect(at("2025-12-31")).toBe(20);
    expect(at("2028-12-31")).toBe(50);
    expect(at("2029-01-01")).toBe(51);
    expect(at("2030-07-01")).toBe(100);
    expect(at("2030-12-31")).toBeNull();
    expect(at("2026-01-01", 106)).toBeNull();
  });

  test("households in both targets are named, never added", () => {
    expect(progress({ size: 4 }).sharedWithOtherTarget).toBeNull();
    const other = baseline(0, { target: "migrants", householdIds: ["H3", "H9", "H3"] });
    expect(progress({ size: 4, other }).sharedWithOtherTarget).toBe(1);
  });
});

test("a figure for a day depends on events dated up to it only, in whatever order they come", () => {
  const day = fc.constantFrom(
    "2020-05-01",
    "2022-01-01",
    "2024-02-29",
    "2025-12-31",
    "2026-01-01",
    "2028-07-01",
    "2031-01-01",
  );
  const event = fc.record({
    on: day,
    kind: fc.constantFrom(...EVENT_KINDS),
    householdId: fc.integer({ min: 0, max: 9 }).map((n) => `H${n}`),
  });
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 30 }),
      day,
      fc.constantFrom("unit" as const, "district" as const),
      (list, asOf, by) => {
        const events = list.map(
          (one, i): HouseholdEvent => ({ ...one, id: `E${i}`, document: null, note: null }),
        );
        const report = progress({ size: 8, events, asOf, by });
        const known = events.filter(({ on }) => on <= asOf).reverse();
        expect(progress({ size: 8, events: known, asOf, by })).toEqual(report);
        const total = (key: "baseline" | "done" | "last12" | "added" | "addedDone") =>
          report.rows.reduce((sum, row) => sum + row[key], 0);
        for (const key of ["baseline", "done", "last12", "added", "addedDone"] as const)
          expect(total(key)).toBe(report.total[key]);
        expect(report.curve.at(-1)).toMatchObject({ on: asOf, done: report.total.done });
      },
    ),
    { numRuns: 300 },
  );
});

describe("targets are data", () => {
  const target = (over: Partial<Target>): Target => ({ ...MILESTONES[0]!, ...over });
  const total = (size: number, count: number, targets: readonly Target[]) =>
    progress({ size, events: done(count, "2024-01-01"), targets }).total;

  test.each([
    [">=", 60, 5, 3, true],
    [">", 60, 5, 3, false],
    [">", 60, 1000, 601, true],
    [">=", 99.98, 10_000, 9_998, true],
    [">=", 99.98, 10_000, 9_997, false],
    [">", 99.98, 10_000, 9_998, false],
    ["<", 60, 5, 3, false],
    ["<=", 60, 5, 3, true],
    ["<", 60, 5, 2, true],
  ] as const)("%s %d %% of %i, %i done: %s", (comparator, value, size, count, met) => {
    const row = total(size, count, [target({ comparator, value })]);
    expect(row).toMatchObject({ target: value, comparator, met });
  });

  test("without a target for such a list nothing is asked for and nothing is met", () => {
    for (const targets of [
      [],
      [target({ baselineTarget: "migrants" })],
      [target({ unit: "percent-of-people" })],
    ]) {
      const report = progress({ size: 5, events: done(3, "2024-01-01"), targets, asOf: "2026-06-30" });
      expect(report.total).toMatchObject({ target: null, comparator: null, met: null, percent: 60 });
      expect(report).toMatchObject({ targets: [], closed: [], neededPerYear: null });
    }
  });

  test("the households needed follow the comparator", () => {
    const needed = (comparator: Target["comparator"], value: number) =>
      progress({ size: 10, targets: [target({ comparator, value, year: 2026 })], asOf: "2026-06-30" })
        .neededPerYear;
    expect([needed(">=", 60), needed(">", 60), needed(">", 55), needed("<", 60), needed(">", 100)]).toEqual([
      6,
      7,
      6,
      null,
      null,
    ]);
  });
});

describe("households found after the list was frozen", () => {
  const own = baseline(4, {
    place: Int32Array.of(0, 0, 1, -1),
    places: [
      { unitCode: "1", unitName: "Xã Một", district: "A" },
      { unitCode: "2", unitName: "Xã Hai", district: "B" },
    ],
    additions: [
      { householdId: "H5", on: "2024-06-01", document: null, place: 1 },
      { householdId: "H6", on: "2023-06-01", document: null, place: 1 },
      { householdId: "H0", on: "2022-06-01", document: null, place: 1 },
      { householdId: "H5", on: "2025-06-01", document: null, place: 0 },
    ],
  });
  const events = [...done(2, "2023-01-01"), ...done(1, "2024-01-01", "moved", 6)];
  const at = (asOf: string) => progress({ size: 0, baseline: own, events, asOf });

  test("they are counted apart, from the day they were added", () => {
    expect(at("2023-05-31").total).toMatchObject({ baseline: 4, done: 2, added: 0, addedDone: 0 });
    expect(at("2024-05-31").total).toMatchObject({
      baseline: 4,
      done: 2,
      percent: 50,
      met: false,
      added: 1,
      addedDone: 1,
      rolling: { baseline: 5, done: 3, percent: 60 },
    });
    // Listed twice or frozen already: counted once, and then as what came first.
    expect(at("2025-12-31").total).toMatchObject({
      added: 2,
      rolling: { baseline: 6, done: 3, percent: 50 },
    });
    expect(at("2025-12-31").closed[0]?.total.met).toBe(false);
  });

  test("members are counted where they were when they were taken in, whatever is there now", () => {
    const report = at("2025-12-31");
    expect(report.baseline).toMatchObject({ households: 4, added: 2, places: "frozen" });
    expect(report.rows.map(({ code, name, baseline: n, added }) => [code, name, n, added])).toEqual([
      ["1", "Xã Một", 2, 0],
      ["2", "Xã Hai", 1, 2],
      [null, null, 1, 0],
    ]);
    const moved = new Map([["H0", { unitCode: "9", unitName: "Xã Chín", district: "C" }]]);
    const units = [
      { code: "1", name: "Xã Một mới", district: "A" },
      { code: "9", name: "Xã Chín", district: "C" },
    ];
    const now = progress({ size: 0, baseline: own, events, places: moved, units });
    expect(now.rows.map(({ code, name, baseline: n }) => [code, name, n])).toEqual([
      ["1", "Xã Một", 2],
      ["2", "Xã Hai", 1],
      ["9", "Xã Chín", 0],
      [null, null, 1],
    ]);
    expect(progress({ size: 4 }).baseline.places).toBe("present");
  });

  test("the same code under two names is two rows", () => {
    const again = { ...own, places: [own.places[0]!, { unitCode: "1", unitName: "Xã Khác", district: "B" }] };
    const { rows, total } = progress({ size: 0, baseline: again, events });
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ["1", "Xã Khác"],
      ["1", "Xã Một"],
      [null, null],
    ]);
    expect(rows.reduce((sum, row) => sum + row.rolling.baseline, 0)).toBe(total.rolling.baseline);
  });
});

test("a share is cut where it stays on its side of the line", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000 }),
      fc.nat(),
      fc.constantFrom(60, 90, 99.98, 100),
      (all, n, value) => {
        const count = n % (all + 1);
        const percent = (count * 100) / all;
        const shown = cutPercent(percent, percentDigits(percent, value));
        for (const comparator of [">=", ">", "<=", "<"] as const) {
          const aim = { comparator, value };
          expect(meets(Math.round(shown * 1e6), 1e8, aim)).toBe(meets(count, all, aim));
        }
        const fewest = fewestFor(all, { comparator: ">", value });
        expect(count >= (fewest ?? Infinity)).toBe(meets(count, all, { comparator: ">", value }));
      },
    ),
  );
});
