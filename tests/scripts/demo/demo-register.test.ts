/** The register, baselines, events and sites of `data/demo` tell one believable story. */
import { describe, expect, test } from "vitest";
import { columnsFrom } from "../../../src/core/model/columns.ts";
import { EVENT_KINDS } from "../../../src/core/model/event.ts";
import { CLEAR, HIT, UNKNOWN } from "../../../src/core/screening/finding.ts";
import { prepareScreening } from "../../../src/core/screening/prepare.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { readRules } from "../../../src/core/screening/rules-file.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { totalsOf } from "../../../src/core/screening/totals.ts";
import { checkSite } from "../../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../../src/core/siting/site-layers.ts";
import { MILESTONES } from "../../../src/core/targets/milestones.ts";
import { planProgress } from "../../../src/core/targets/plan-progress.ts";
import { orderProblem } from "../../../src/plan/commands/event-order.ts";
import { areas, baselines, bytesOf, events, households, jsonOf, layers, points } from "./demo-files.ts";

const reference = layers();
const register = households();
const columns = columnsFrom(register);
const prepared = prepareScreening(columns, reference);
const screening = screen(prepared, DEFAULT_RULES);
const happened = events();

describe("the register", () => {
  test("has about 12,000 households, no two with one id", () => {
    expect(register.length).toBeGreaterThan(11_000);
    expect(register.length).toBeLessThan(14_000);
    expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
  });

  test("lacks here and there what real registers lack", () => {
    const share = (lacks: (household: (typeof register)[number]) => boolean) =>
      register.filter(lacks).length / register.length;
    expect(share(({ lon }) => lon === null)).toBeGreaterThan(0.007);
    expect(share(({ lon }) => lon === null)).toBeLessThan(0.014);
    expect(share(({ ethnicity }) => ethnicity === null)).toBeGreaterThan(0.004);
    expect(share(({ members }) => members === null)).toBeGreaterThan(0.006);
    expect(share(({ migrant }) => migrant === true)).toBeGreaterThan(0.03);
    const groups = new Set(register.map(({ ethnicity }) => ethnicity));
    for (const group of ["Kinh", "Ê Đê", "Mnông", "Mông", "Dao", "Tày", "Nùng"])
      expect(groups).toContain(group);
  });

  test("every located household lies in a commune; a few name another one", () => {
    const codes = reference.units?.attributes.map(({ code }) => code) ?? [];
    let differ = 0;
    register.forEach((household, i) => {
      if (household.lon === null) return;
      expect(screening.unit[i]).toBeGreaterThanOrEqual(0);
      expect(codes).toContain(household.communeCode);
      if (household.communeCode !== codes[screening.unit[i]]) differ++;
    });
    expect(differ).toBeGreaterThan(20);
    expect(differ / register.length).toBeLessThan(0.01);
  });

  test("villages of the register are on the map", () => {
    const villages = points("places.geojson").filter(({ properties }) => properties.kind === "village");
    expect(villages.length).toBeGreaterThanOrEqual(80);
    expect(villages.length).toBeLessThanOrEqual(100);
    const known = new Set(villages.map(({ properties }) => properties.name));
    for (const { village } of register) if (village !== null) expect(known).toContain(village);
    for (const { properties } of villages) expect(properties.name).toContain("Mẫu");
  });
});

describe("screening under the starting rules", () => {
  const totals = totalsOf(prepared, screening);

  test("finds some hundreds who must move, in every commune but not evenly, and some unknown", () => {
    expect(totals.total.yes).toBeGreaterThan(500);
    expect(totals.total.yes).toBeLessThan(1100);
    expect(totals.total.unknown).toBeGreaterThan(80);
    const counts = totals.byUnit.filter(({ code }) => code !== null).map(({ yes }) => yes);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeGreaterThan(10 * Math.min(...counts));
  });

  test("each criterion decides for somebody", () => {
    for (const code of ["forest", "hazard", "remote"] as const) {
      const alone = register.filter(
        (_, i) =>
          screening.eligible[i] === HIT &&
          (["forest", "hazard", "remote"] as const).every(
            (other) => (screening[other][i] === HIT) === (other === code),
          ),
      );
      expect(alone.length).toBeGreaterThan(50);
    }
    const located = register.filter(
      (_, i) => screening.eligible[i] === UNKNOWN && prepared.place.pointOf[i] >= 0,
    );
    expect(located.length).toBeGreaterThan(20);
    expect(screening.minority.some((one) => one === CLEAR)).toBe(true);
  });

  test("the rules that come with the demo are the starting rules", () => {
    const rules = readRules(new TextDecoder().decode(bytesOf("rules.json")), "rules.json");
    expect(rules.ok && rules.value).toEqual(DEFAULT_RULES);
  });
});

describe("baselines and events", () => {
  const [relocation, migrants] = baselines();
  const byHousehold = new Map<string, typeof happened>();
  for (const event of happened) {
    byHousehold.set(event.householdId, [...(byHousehold.get(event.householdId) ?? []), event]);
  }
  const progress = (target: "relocation" | "migrants", asOf: string) => {
    const frozen = baselines().map((one) => ({ ...one, place: null, places: [], additions: [] }));
    const plan = {
      households: columns,
      layers: reference,
      events: happened,
      baselines: frozen,
      targets: MILESTONES,
    };
    const report = planProgress(plan, screening.unit, { target, asOf, by: "unit" });
    if (!report.ok) throw new Error(report.problem.code);
    return report.value;
  };

  test("the relocation baseline holds only households that are to move, frozen at the end of 2021", () => {
    expect(relocation).toMatchObject({ name: "Danh sách gốc 2021", target: "relocation", on: "2021-12-31" });
    const indexOf = new Map(register.map(({ id }, i) => [id, i]));
    expect(relocation.householdIds.length).toBeGreaterThan(400);
    expect(relocation.householdIds.length).toBeLessThan(900);
    for (const id of relocation.householdIds) expect(screening.eligible[indexOf.get(id) ?? -1]).toBe(HIT);
  });

  test("the migrants' baseline holds every unplanned migrant, of whatever group", () => {
    const known = register.filter(({ migrant }) => migrant === true);
    expect(migrants.target).toBe("migrants");
    expect([...migrants.householdIds]).toEqual(known.map(({ id }) => id));
    expect(known.some(({ ethnicity }) => ethnicity === "Kinh")).toBe(true);
  });

  test("events are of known kinds, dated 2021 to October 2026, in order, of known households", () => {
    const ids = new Set(register.map(({ id }) => id));
    happened.forEach((event, i) => {
      expect(EVENT_KINDS).toContain(event.kind);
      expect(ids).toContain(event.householdId);
      expect(event.on).toMatch(/^202[1-6]-\d\d-\d\d$/);
      if (i > 0) expect(event.on >= happened[i - 1].on).toBe(true);
      if (event.document !== null) expect(event.document).toMatch(/^\d+\/(QĐ|BB|KH)-UBND$/);
    });
    expect(happened[happened.length - 1].on).toMatch(/^2026-(09|10)-/);
    expect(happened[0].on).toMatch(/^2021-/);
  });

  test("nothing impossible happens to a household", () => {
    for (const [id, own] of byHousehold) expect(orderProblem(id, own)).toBeNull();
  });

  test("every kind that a planner meets occurs", () => {
    const kinds = new Set(happened.map(({ kind }) => kind));
    for (const kind of EVENT_KINDS) if (kind !== "removed") expect(kinds).toContain(kind);
  });

  test("at the end of 2025 some communes have 60 % and some not, one by less than one household", () => {
    const { rows, total } = progress("relocation", "2025-12-31");
    expect(rows.filter(({ met }) => met === true).length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ met }) => met === false).length).toBeGreaterThanOrEqual(3);
    const near = rows.filter(({ percent }) => percent !== null && percent >= 59 && percent < 60);
    expect(near.length).toBeGreaterThanOrEqual(1);
    expect(near.every(({ met }) => met === false)).toBe(true);
    expect(rows.some(({ done, baseline, met }) => done * 100 === 60 * baseline && baseline > 10 && met)).toBe(
      true,
    );
    expect(total.percent).toBeGreaterThan(57);
    expect(total.percent).toBeLessThan(59);
  });

  test("of the migrants about 90 % are done", () => {
    const { total, sharedWithOtherTarget } = progress("migrants", "2025-12-31");
    expect(total.percent).toBeGreaterThan(89);
    expect(total.percent).toBeLessThan(92);
    expect(sharedWithOtherTarget).toBeGreaterThan(20);
  });

  test("work goes on after 2025 and the figure of 2025 stays", () => {
    const later = progress("relocation", "2026-10-15");
    expect(later.closed[0]?.total.done).toBe(progress("relocation", "2025-12-31").total.done);
    expect(later.total.done).toBeGreaterThan(later.closed[0]?.total.done ?? Infinity);
  });
});

describe("sites", () => {
  const prepared = prepareSiteLayers(reference);
  const checked = areas("sites.geojson").map(({ properties, geometry }) => {
    const result = checkSite(
      { geometry: { type: "Polygon", ...geometry }, exceptId: null },
      prepared,
      DEFAULT_RULES,
      [],
    );
    if (!result.ok) throw new Error(result.problem.code);
    return { status: properties.status, capacity: Number(properties.capacity), ...result.value };
  });
  const site = (status: string) => checked.filter((one) => one.status === status);

  test("are three in different states, each with a capacity", () => {
    expect(checked.map(({ status }) => status).sort()).toEqual(["decision", "draft", "proposal"]);
    for (const { capacity } of checked) expect(capacity).toBeGreaterThan(20);
  });

  test("the draft lies partly in a flash-flood zone and is blocked by that alone", () => {
    const blocked = site("draft")[0].checks.filter(({ state }) => state === "blocked");
    expect(blocked.length).toBeGreaterThan(0);
    for (const { code } of blocked) expect(code).toMatch(/^hazard:flash-flood:[345]$/);
  });

  test("nothing speaks against the other two", () => {
    for (const { checks } of [...site("proposal"), ...site("decision")]) {
      expect(checks.filter(({ state }) => state !== "passed")).toEqual([]);
    }
  });
});

test("the README names the figures of these files", () => {
  const text = new TextDecoder().decode(bytesOf("README.md"));
  const [relocation, migrants] = baselines();
  const { yes, unknown } = totalsOf(prepared, screening).total;
  const figures = [register.length, yes, unknown, relocation.householdIds.length, happened.length];
  for (const figure of [...figures, migrants.householdIds.length, areas("hazards.geojson").length]) {
    expect(text).toContain(` ${figure.toLocaleString("en")} `);
  }
});

test("the plan file says of every layer how far it covers", () => {
  const plan = jsonOf<{ name: string; layers: Record<string, { coverage: string }> }>("plan.json");
  expect(plan.name).toBe("Vùng Mẫu 2021–2030");
  expect(Object.keys(plan.layers).sort()).toEqual(["centres", "forests", "hazards", "roads", "units"]);
  for (const { coverage } of Object.values(plan.layers)) expect(coverage).toBe("all");
});
