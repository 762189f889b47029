import { describe, expect, test } from "vitest";
import { remember } from "../../src/compute/remember.ts";
import { statusesOf } from "../../src/compute/statuses.ts";
import { villagesOf } from "../../src/compute/villages.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import { type EventKind, HOUSEHOLD_STATUSES } from "../../src/core/model/event.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { testEngine } from "./support/engine.ts";
import { rectangle, syntheticPlan } from "./support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 41, households: 500 });
const { engine } = testEngine(plan);

describe("progress", () => {
  test("rows add up to the baseline, by commune and by former district", () => {
    for (const by of ["unit", "district"] as const) {
      const report = engine.progress({ asOf: "2025-12-31", target: "relocation", by });
      if (!report.ok) throw new Error(report.problem.code);
      const { rows, total, baseline } = report.value;
      expect(baseline.households).toBe(plan.baselines[0]!.householdIds.length);
      expect(total.baseline).toBe(baseline.households);
      expect(rows.reduce((sum, row) => sum + row.baseline, 0)).toBe(total.baseline);
      expect(rows.reduce((sum, row) => sum + row.done, 0)).toBe(total.done);
      expect(total.done).toBeGreaterThan(0);
    }
  });

  test("a household counts in the commune that contains it", () => {
    const report = engine.progress({ asOf: "2025-12-31", target: "relocation", by: "unit" });
    if (!report.ok) throw new Error(report.problem.code);
    const frozen = new Set(plan.baselines[0]!.householdIds);
    for (const { code, baseline } of report.value.rows) {
      const { rows } = engine.page({ unitCode: code }, { column: "id", descending: false }, 0, 1000);
      expect(baseline).toBe(rows.filter(({ id }) => frozen.has(id)).length);
    }
  });

  test("the earliest baseline of the target, or the one that is named", () => {
    const second = {
      ...plan.baselines[0]!,
      id: "B2",
      name: "2023",
      on: "2023-01-01",
      householdIds: ["H1", "H2"],
    };
    const third = { ...second, id: "B3", name: "2020", on: "2020-01-01", householdIds: ["H3"] };
    const other = testEngine({ ...plan, baselines: [second, ...plan.baselines, third] }).engine;
    const asked = { asOf: "2025-06-30", target: "relocation", by: "unit" } as const;
    const earliest = other.progress(asked);
    expect(earliest.ok && earliest.value.baseline.id).toBe("B3");
    const named = other.progress({ ...asked, baselineId: "B2" });
    expect(named.ok && named.value.baseline.households).toBe(2);
  });

  test("a baseline that is not there is a problem, and one of the other target is not there", () => {
    const asked = { asOf: "2025-06-30", by: "unit" } as const;
    for (const request of [
      { ...asked, target: "migrants" },
      { ...asked, target: "migrants", baselineId: "B1" },
      { ...asked, target: "relocation", baselineId: "B9" },
    ] as const) {
      const answer = engine.progress(request);
      expect(answer.ok === false && answer.problem.code).toBe("baseline.missing");
    }
  });
});

describe("candidates for a baseline", () => {
  test("relocation: exactly the households that must move; migrants: those known to be migrants", () => {
    const { rows } = engine.page({}, { column: "id", descending: false }, 0, 1000);
    const sorted = (ids: readonly string[]) => [...ids].sort();
    const idsOf = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).map(({ id }) => id);
    expect(sorted(engine.candidates("relocation"))).toEqual(
      sorted(idsOf(({ eligible }) => eligible === "yes")),
    );
    expect(sorted(engine.candidates("migrants"))).toEqual(sorted(idsOf(({ migrant }) => migrant === true)));
  });
});

describe("the live check of a site", () => {
  const forest = rectangle(108.32, 12.72, 0.005, 0.005);

  test("names the special-use forest and the commune it lies in", () => {
    const answer = engine.checkSite(forest, null);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.value.checks[0]).toMatchObject({ code: "forest:special-use", state: "blocked" });
    expect(answer.value.unit?.code).toMatch(/^9000\d$/);
  });

  test("a site does not overlap itself, but another one", () => {
    const [site] = plan.sites;
    const overlap = (except: string | null) => {
      const answer = engine.checkSite(site!.geometry, except);
      return (
        answer.ok && answer.value.checks.filter(({ code, state }) => code === "overlap" && state !== "passed")
      );
    };
    expect(overlap(null)).toHaveLength(1);
    expect(overlap("S1")).toHaveLength(0);
  });

  test("a draft of the rules lets no site pass", () => {
    const { engine: other, settle } = testEngine({ ...plan, rules: DEFAULT_RULES });
    const hazards = plan.layers.hazards[0]!;
    const f = hazards.attributes.findIndex(({ level }) => level === 4);
    const west = hazards.shapes.xy[2 * hazards.shapes.ringVertex[f]!]!;
    const south = hazards.shapes.xy[2 * hazards.shapes.ringVertex[f]! + 1]!;
    const drawn = rectangle(west + 0.001, south + 0.001, 0.002, 0.002);
    const before = other.checkSite(drawn, null);
    expect(before.ok && before.value.checks[0]!.state).toBe("blocked");
    void other.screen({ ...DEFAULT_RULES, hazard: null, forest: null });
    settle();
    expect(other.checkSite(drawn, null)).toEqual(before);
  });

  test("follows the layers of the plan", () => {
    const { engine: other } = testEngine(plan);
    expect(other.checkSite(forest, null)).toEqual(engine.checkSite(forest, null));
    const layers = { ...plan.layers, forests: [] };
    other.take({ type: "patch", revision: 8, patch: { layers } });
    const answer = other.checkSite(forest, null);
    if (!answer.ok) throw new Error(answer.problem.code);
    const found = answer.value.checks.filter(({ code }) => code.startsWith("forest"));
    expect(found.map(({ state }) => state)).toEqual(["unknown"]);
  });

  test("what is no shape is refused", () => {
    const flat = rectangle(108.3, 12.7, 0, 0);
    const answer = engine.checkSite(flat, null);
    expect(answer.ok === false && answer.problem.code).toBe("site.shape");
  });
});

describe("bounds", () => {
  test("hold everything that is somewhere", () => {
    const [west, south, east, north] = engine.bounds()!;
    const { lon, lat } = plan.households;
    for (const [i, x] of lon.entries()) {
      if (Number.isNaN(x)) continue;
      expect(x >= west && x <= east && lat[i]! >= south && lat[i]! <= north).toBe(true);
    }
    expect(west).toBeLessThanOrEqual(108);
    expect(east).toBeGreaterThanOrEqual(108.5);
  });

  test("of a commune are its own; of a code that is not there, none", () => {
    const [west, south, east, north] = engine.unitBounds("90004")!;
    expect([west, south, east, north].map((each) => Number(each.toFixed(6)))).toEqual([
      108.166667, 12.566667, 108.333333, 12.733333,
    ]);
    expect(engine.unitBounds("nowhere")).toBeNull();
  });
});

describe("statuses", () => {
  function statusAfter(...kinds: EventKind[]): string {
    const events = kinds.map((kind, k) => {
      return { id: `E${k}`, householdId: "b", kind, on: `202${k}-01-01`, document: null, note: null };
    });
    const column = statusesOf(2, (id) => ["a", "b"].indexOf(id)).after(events.reverse());
    expect(HOUSEHOLD_STATUSES[column[0]!]).toBe("none");
    return HOUSEHOLD_STATUSES[column[1]!]!;
  }

  test("follow the events by date, whatever their order in the plan", () => {
    expect(statusAfter()).toBe("none");
    expect(statusAfter("identified", "planned")).toBe("planned");
    expect(statusAfter("identified", "moved", "settled")).toBe("settled");
    expect(statusAfter("planned", "left")).toBe("left");
    expect(statusAfter("settled", "returned")).not.toBe("settled");
  });
});

describe("villages", () => {
  test("a hamlet that straddles a border is one, its label at the median", () => {
    const home = (lon: number, communeCode: string | null) => ({
      id: `${lon}`,
      head: null,
      ethnicity: null,
      members: null,
      poverty: null,
      migrant: null,
      village: "Buôn Trấp",
      communeCode,
      lon,
      lat: 12.5,
      properties: {},
    });
    const units = [
      { code: "1", name: "Xã Một", district: null },
      { code: "2", name: "Xã Hai", district: null },
    ];
    const declared = columnsFrom([home(108.1, "1"), home(108.2, "1"), home(108.9, "1")]);
    const [one, ...none] = villagesOf(declared, Int32Array.of(0, 0, 1), units);
    expect(none).toEqual([]);
    expect(one).toMatchObject({ name: "Buôn Trấp", unit: units[0], households: 3, lon: 108.2 });
    const silent = columnsFrom([home(108.1, null), home(108.2, null), home(108.9, null)]);
    expect(villagesOf(silent, Int32Array.of(0, 0, 1), units).map(({ households }) => households)).toEqual([
      2, 1,
    ]);
  });
});

describe("remember", () => {
  test("makes again only when an argument is another object", () => {
    let made = 0;
    const value = remember((list: readonly number[], factor: number) => {
      made++;
      return list.map((each) => each * factor);
    });
    const list = [1, 2];
    expect(value(list, 2)).toBe(value(list, 2));
    expect(value([1, 2], 2)).toEqual([2, 4]);
    expect(value(list, 3)).toEqual([3, 6]);
    expect(made).toBe(3);
  });
});
