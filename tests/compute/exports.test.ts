import { describe, expect, test } from "vitest";
import type { ExportRequest } from "../../src/compute/protocol.ts";
import type { Json } from "../../src/core/model/household.ts";
import type { PlanSnapshot } from "../../src/core/model/snapshot.ts";
import { textColumn, textsOf } from "../../src/core/model/text-column.ts";
import { DEFAULT_RULES } from "../../src/core/screening/rule-set.ts";
import { hintsOf } from "../support/validate-geojson.ts";
import { testEngine } from "./support/engine.ts";
import { syntheticPlan } from "./support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 51, households: 500 });
const { engine } = testEngine(plan);

interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, Json>>;
  readonly geometry: { readonly type: string; readonly coordinates: Json } | null;
}
interface Collection {
  readonly type: string;
  readonly features: readonly Feature[];
  readonly bbox?: readonly number[];
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into it member by member
  readonly ancu: any;
}

function textOf(request: ExportRequest, from = engine): string {
  const answer = from.exportGeoJson(request);
  if (!answer.ok) throw new Error(answer.problem.code);
  return new TextDecoder("utf-8", { fatal: true }).decode(answer.value.bytes);
}

function read(request: ExportRequest, from = engine): Collection {
  return JSON.parse(textOf(request, from));
}

const REQUESTS: readonly ExportRequest[] = [
  { what: "to-move" },
  { what: "sites" },
  { what: "unit", unitCode: "90001" },
  { what: "district", district: "Huyện Bắc" },
];

describe.each(REQUESTS)("export %o", (request) => {
  test("is valid GeoJSON", () => {
    expect(hintsOf(textOf(request))).toEqual([]);
    expect(read(request).features.length).toBeGreaterThan(0);
  });

  test("is the same bytes every time", () => {
    expect(textOf(request, testEngine(plan).engine)).toBe(textOf(request));
  });

  test("says what it was computed from", () => {
    const { ancu } = read(request);
    expect(ancu).toMatchObject({
      what: request.what,
      program: "An Cư",
      plan: "synthetic-51",
      revision: 7,
      unitList: { name: "Ranh giới thử", date: "2025-07-01" },
      rules: DEFAULT_RULES as unknown as Record<string, unknown>,
      rulesSaved: true,
      reading: "strict",
    });
    expect(ancu.layers.map((layer: { kind: string }) => layer.kind)).toEqual([
      "units",
      "forests",
      "hazards",
      "roads",
      "centres",
    ]);
    expect(ancu.layers[2]).toEqual({
      kind: "hazards",
      name: "Thiên tai thử",
      date: "2024-05-02",
      coverage: "zones",
      features: 36,
    });
    expect(ancu.lastEvent).toBe(
      plan.events
        .map(({ on }) => on)
        .sort()
        .at(-1),
    );
    const { total, located } = engine.totals()!;
    const { yes, unknown, no, households } = total;
    expect(ancu.households).toEqual({ read: households, located, yes, unknown, no });
  });
});

describe("households to move", () => {
  test("are exactly those, with the count of those not known beside", () => {
    const { features, ancu } = read({ what: "to-move" });
    const { total } = engine.totals()!;
    expect(features.map(({ properties }) => properties.id)).toEqual(engine.candidates("relocation"));
    expect(features.length).toBe(total.yes);
    expect(ancu).toMatchObject({ listed: total.yes, unknownNotListed: total.unknown });
    expect(total.unknown).toBeGreaterThan(0);
  });

  test("carry their fields, findings and status as the table shows them", () => {
    for (const { id, properties, geometry } of read({ what: "to-move" }).features) {
      const facts = engine.facts(id)!;
      expect(properties).toMatchObject({
        id,
        head: facts.head,
        ethnicity: facts.ethnicity,
        members: facts.members,
        migrant: facts.migrant,
        village: facts.village,
        unit_code: facts.unitCode,
        f_minority: facts.findings.minority,
        f_scattered: facts.findings.scattered,
        f_forest: facts.findings.forest,
        f_hazard: facts.findings.hazard,
        f_remote: facts.findings.remote,
        eligible: "yes",
        decision: null,
        decision_reason: null,
        decision_document: null,
        decision_on: null,
        status: facts.status,
      });
      expect(geometry!.type).toBe("Point");
    }
  });

  test("follow the draft that is being tried, and say that it is not saved", () => {
    const { engine: other, settle } = testEngine(plan);
    const rules = { ...DEFAULT_RULES, reading: "wide" } as const;
    void other.screen(rules);
    settle();
    const { features, ancu } = read({ what: "to-move" }, other);
    expect(features.length).toBe(other.totals()!.total.yes);
    expect(ancu).toMatchObject({ rulesSaved: false, reading: "wide", rules: { ...rules } });
  });

  test("keep the properties of the source where the plan gives them", () => {
    const own = `{"id":"so 7","Chủ hộ":"<b>Y Bhăm</b>","eligible":"có","ghi chú":null}`;
    const [chosen] = engine.candidates("relocation");
    const properties = textColumn(textsOf(plan.households.id).map((id) => (id === chosen ? own : null)));
    const households = { ...plan.households, properties };
    const { features } = read({ what: "to-move" }, testEngine({ ...plan, households }).engine);
    const [first, second] = features;
    expect(Object.keys(first!.properties).slice(0, 4)).toEqual(["id", "Chủ hộ", "eligible", "ghi chú"]);
    expect(first!.properties).toMatchObject({ id: "so 7", "Chủ hộ": "<b>Y Bhăm</b>", eligible: "yes" });
    expect(second!.properties).not.toHaveProperty("Chủ hộ");
  });
});

describe("sites", () => {
  test("carry what is known of them, their area on the ellipsoid and their commune", () => {
    const { features } = read({ what: "sites" });
    expect(features.map(({ id }) => id)).toEqual(["S1", "S2"]);
    expect(features[0]!.properties).toEqual({
      id: "S1",
      name: "Điểm Ea Thử",
      form: "concentrated",
      status: "draft",
      capacity: 40,
      note: null,
      area_m2: expect.any(Number),
      unit_code: "90001",
      unit_name: "Xã Ea Thử 1.2",
    });
    // 0.004° × 0.003° at 12.45° N: about 434.7 m × 331.9 m.
    expect(Math.abs(Number(features[0]!.properties.area_m2) - 144_260)).toBeLessThan(200);
  });
});

describe("the plan of a commune and of a former district", () => {
  const kinds = (found: readonly Feature[], feature: string) =>
    found.filter(({ properties }) => properties.feature === feature);

  test("holds the boundary, every household in it and the sites in it", () => {
    const { features, ancu } = read({ what: "unit", unitCode: "90001" });
    const count = engine.totals()!.byUnit.find(({ code }) => code === "90001")!;
    expect(kinds(features, "unit").map(({ properties }) => properties.code)).toEqual(["90001"]);
    const households = kinds(features, "household");
    expect(households.length).toBe(count.households);
    expect(households.every(({ properties }) => properties.unit_code === "90001")).toBe(true);
    expect(kinds(features, "site").map(({ properties }) => properties.id)).toEqual(["S1"]);
    expect(ancu).toMatchObject({ code: "90001", name: "Xã Ea Thử 1.2" });
    const { yes, unknown, no } = count;
    expect(ancu.counts).toEqual({ yes, unknown, no });
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
  });

  test("the communes of a district together hold what the district holds", () => {
    const { features, ancu } = read({ what: "district", district: "Huyện Bắc" });
    const codes = plan.layers.units!.attributes.filter(({ district }) => district === "Huyện Bắc");
    expect(kinds(features, "unit").length).toBe(codes.length);
    const apart = codes.flatMap(({ code }) => read({ what: "unit", unitCode: code }).features);
    expect(new Set(apart.map(({ id }) => id))).toEqual(new Set(features.map(({ id }) => id)));
    expect(ancu.district).toBe("Huyện Bắc");
  });

  test("tells progress as the panel does, at the date asked for", () => {
    const asOf = "2024-12-31";
    const { ancu } = read({ what: "unit", unitCode: "90001", asOf });
    const report = engine.progress({ asOf, target: "relocation", by: "unit" });
    const row = report.ok && report.value.rows.find(({ code }) => code === "90001");
    expect(ancu.progress).toEqual([
      {
        target: "relocation",
        asOf,
        baseline: { name: "Danh sách gốc 2021", on: "2021-06-30" },
        rows: [row],
        total: row,
      },
    ]);
    const district = read({ what: "district", district: "Huyện Bắc", asOf }).ancu.progress[0];
    const together = engine.progress({ asOf, target: "relocation", by: "district" });
    expect(district.total).toEqual(
      together.ok && together.value.rows.find(({ code }) => code === "Huyện Bắc"),
    );
    const done = district.rows.reduce((sum: number, each: { done: number }) => sum + each.done, 0);
    expect(done).toBe(district.total.done);
  });

  test("without a date, as of the last event; without events, of the baseline", () => {
    const request = { what: "unit", unitCode: "90001" } as const;
    expect(read(request).ancu.progress[0].asOf).toBe(read(request).ancu.lastEvent);
    const quiet = testEngine({ ...plan, events: [] }).engine;
    expect(read(request, quiet).ancu.progress[0].asOf).toBe("2021-06-30");
    const none = testEngine({ ...plan, baselines: [] }).engine;
    expect(read(request, none).ancu.progress).toEqual([]);
  });

  test("an empty list is a valid file", () => {
    const off = { scattered: null, forest: null, remote: null, hazard: null };
    const nobody: PlanSnapshot = { ...plan, rules: { ...DEFAULT_RULES, ...off } };
    const { engine: other } = testEngine(nobody);
    expect(read({ what: "to-move" }, other).features).toEqual([]);
    expect(hintsOf(textOf({ what: "to-move" }, other))).toEqual([]);
  });

  test("a commune or district that is not there is refused", () => {
    for (const [request, code] of [
      [{ what: "unit", unitCode: "12345" }, "export.unit-missing"],
      [{ what: "district", district: "Huyện Đông" }, "export.district-missing"],
    ] as const) {
      const answer = engine.exportGeoJson(request);
      expect(answer.ok === false && answer.problem.code).toBe(code);
    }
  });
});
