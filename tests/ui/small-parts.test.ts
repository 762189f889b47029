import { describe, expect, test } from "vitest";
import type { SiteCheck } from "../../src/core/model/site.ts";
import { MILESTONES } from "../../src/core/targets/milestones.ts";
import type { ProgressReport, ProgressRow } from "../../src/core/targets/progress.ts";
import { DEFAULT_SWITCHES } from "../../src/map/default-switches.ts";
import { checkLines } from "../../src/text/check-lines.ts";
import { exportName, plainName } from "../../src/ui/file-name.ts";
import { drawnLevels, legendItems } from "../../src/ui/legend-items.ts";
import { neededPerYear, outlookOf, shortOf, yearOf, yearsBetween } from "../../src/ui/pace.ts";
import { isRulesFile } from "../../src/ui/rules-text.ts";
import { roundLength, roundScale } from "../../src/ui/scale.ts";
import { readDate, today } from "../../src/ui/today.ts";

describe("dates", () => {
  test.each([
    ["31/12/2025", "2025-12-31"],
    ["1/2/2024", "2024-02-01"],
    ["29.02.2024", "2024-02-29"],
    [" 2026-10-15 ", "2026-10-15"],
    ["29/02/2023", null],
    ["31/04/2026", null],
    ["12/31/2025", null],
    ["1/1/26", null],
    ["hôm nay", null],
    ["", null],
  ])("%s", (text, wanted) => expect(readDate(text)).toBe(wanted));

  test("today is the reader's own day", () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });
});

describe("names of exported files", () => {
  test("plain letters only", () => {
    expect(plainName("Xã Ea Păl Mẫu")).toBe("xa-ea-pal-mau");
    expect(plainName("Đắk Lắk – Krông Ƀuk")).toBe("dak-lak-krong-buk");
  });
  test("say what and when", () => {
    expect(exportName({ what: "to-move" }, null, "2026-10-15")).toBe(
      "an-cu_ho-thuoc-dien_2026-10-15.geojson",
    );
    expect(exportName({ what: "sites" }, null, "2026-10-15")).toBe("an-cu_diem-bo-tri_2026-10-15.geojson");
    expect(exportName({ what: "unit", unitCode: "1" }, "Xã Cư Mẫu", "2026-10-15")).toBe(
      "an-cu_phuong-an_xa-cu-mau_2026-10-15.geojson",
    );
    expect(exportName({ what: "district", district: "Krông Bông" }, null, "2026-10-15")).toBe(
      "an-cu_phuong-an_krong-bong_2026-10-15.geojson",
    );
  });
});

describe("scale", () => {
  test.each([
    [123, 100],
    [260, 200],
    [999, 500],
    [5000, 5000],
    [1.4, 1],
  ])("a bar of at most %d m is %d m", (metres, wanted) => expect(roundLength(metres)).toBe(wanted));
  test("scale numbers have two figures", () => {
    expect(roundScale(66_214)).toBe(66_000);
    expect(roundScale(1_149_000)).toBe(1_100_000);
  });
});

const row = (baseline: number, done: number, last12 = 0): ProgressRow => {
  const percent = baseline === 0 ? null : (done / baseline) * 100;
  return {
    code: null,
    name: null,
    baseline,
    done,
    percent,
    target: 100,
    comparator: ">=",
    met: null,
    last12,
    added: 0,
    addedDone: 0,
    rolling: { baseline, done, percent },
  };
};
const report = (asOf: string, total: ProgressRow): ProgressReport => {
  return {
    asOf,
    target: "relocation",
    baseline: {
      id: "b",
      name: "b",
      on: "2021-12-31",
      households: total.baseline,
      added: 0,
      places: "frozen",
    },
    rows: [],
    total,
    curve: [],
    targets: MILESTONES.filter(({ baselineTarget }) => baselineTarget === "relocation"),
    closed: [],
    neededPerYear: null,
    sharedWithOtherTarget: null,
  };
};

const [sixty, all] = [MILESTONES[0]!, MILESTONES[1]!];

describe("pace", () => {
  test("four years at ten a year", () => {
    const outlook = outlookOf(report("2026-12-31", row(100, 50, 10)));
    expect(outlook?.percentThen).toBeCloseTo(90, 1);
    expect(outlook?.short).toBe(10);
    expect(outlook?.doneIn).toBeNull();
  });
  test("never above the baseline, nothing to say without one or after 2030", () => {
    expect(outlookOf(report("2026-12-31", row(100, 90, 50)))).toMatchObject({
      percentThen: 100,
      doneIn: 2027.2,
      short: 0,
    });
    expect(outlookOf(report("2026-12-31", row(0, 0)))).toBeNull();
    expect(outlookOf(report("2030-12-31", row(10, 1)))).toBeNull();
  });
  test("the pace that is needed is rounded up, never below nothing", () => {
    expect(neededPerYear(row(810, 518), "2026-11-23", all)).toBe(71.2);
    expect(neededPerYear(row(10, 10), "2026-11-23", all)).toBe(0);
    expect(Object.is(neededPerYear(row(10, 10), "2026-11-23", all), 0)).toBe(true);
    expect(neededPerYear(row(10, 1), "2030-12-31", all)).toBeNull();
  });
  test("short of a milestone counts whole households", () => {
    expect(shortOf(row(412, 238), sixty)).toBe(10);
    expect(shortOf(row(10, 6), sixty)).toBe(0);
    expect(shortOf(row(1000, 599), sixty)).toBe(1);
  });
  test("the end of a year is the start of the next on the axis", () => {
    expect(yearOf("2025-12-31")).toBe(2026);
    expect(yearsBetween("2026-12-31", "2030-12-31")).toBeCloseTo(4, 2);
  });
});

describe("legend", () => {
  const present = {
    type: "legend",
    hazards: { landslide: [1, 3, 5], "flash-flood": [] },
    forests: ["special-use", "buffer"],
    notSurveyed: false,
  } as const;
  test("lists only what is drawn", () => {
    expect(drawnLevels(present, DEFAULT_SWITCHES, "landslide")).toEqual([3, 5]);
    expect(legendItems("screening", present, DEFAULT_SWITCHES, false, false).map(({ kind }) => kind)).toEqual(
      ["findings", "special-use", "buffer", "hazard", "cluster"],
    );
  });
  test("ground nobody surveyed is listed where hazard zones are drawn", () => {
    const some = { ...present, notSurveyed: true };
    const listed = (tab: "screening" | "placement" | "progress") =>
      legendItems(tab, some, DEFAULT_SWITCHES, false, false).some(({ kind }) => kind === "not-surveyed");
    expect([listed("screening"), listed("placement"), listed("progress")]).toEqual([true, true, false]);
  });
  test("the ring of chosen households is listed where it is drawn", () => {
    const listed = (tab: "screening" | "placement" | "progress") =>
      legendItems(tab, present, DEFAULT_SWITCHES, false, true).some(({ kind }) => kind === "chosen");
    expect([listed("screening"), listed("placement"), listed("progress")]).toEqual([true, true, false]);
  });
  test("findings and statuses are never together", () => {
    for (const tab of ["screening", "placement", "progress", "data"] as const) {
      const kinds = legendItems(tab, present, DEFAULT_SWITCHES, true, false).map(({ kind }) => kind);
      expect(kinds.includes("findings") && kinds.includes("statuses")).toBe(false);
    }
  });
  test("what is switched off is not listed", () => {
    const off = {
      ...DEFAULT_SWITCHES,
      specialUse: false,
      buffer: false,
      households: false,
      hazards: {
        ...DEFAULT_SWITCHES.hazards,
        landslide: { ...DEFAULT_SWITCHES.hazards.landslide, on: false },
      },
    };
    expect(legendItems("screening", present, off, false, true)).toEqual([]);
  });
});

describe("lines of a site check", () => {
  const check = (part: Partial<SiteCheck>): SiteCheck => {
    const empty = { areaM2: null, share: null, distanceM: null, values: {}, part: null };
    return { code: "x", state: "passed", reason: "unit-outside", ...empty, ...part };
  };
  test("overlap comes before distance, distance before the word", () => {
    const [area, far, word] = checkLines("vi", [
      check({ areaM2: 40_600, distanceM: 0, state: "blocked" }),
      check({ distanceM: 1400 }),
      check({}),
    ]);
    expect(area!.measure).toBe("4,06\u00a0ha");
    expect(far!.measure).toContain("1,4\u00a0km");
    expect(word!.measure).toBe("đạt");
  });
  test("the smaller line is left out when a value it names is not known", () => {
    const values = { level: 3, percent: 10.7, places: 2 };
    const reason = "hazard-overlap.flash-flood";
    const [whole, part] = checkLines("vi", [
      check({ reason, values }),
      check({ reason, values: { level: 3 } }),
    ]);
    expect(whole!.title).toBe("Chồng vùng lũ quét mức 3");
    expect(whole!.more).toContain("10,7");
    expect(part!.more).toBeNull();
  });
});

test("a rules file is told from a layer", () => {
  expect(isRulesFile('{"reading": "strict", "minority": null}')).toBe(true);
  expect(isRulesFile('{"type":"FeatureCollection","features":[{"properties":{"reading":"x"}}]}')).toBe(false);
  expect(isRulesFile("id,reading\n1,strict")).toBe(false);
});
