import { describe, expect, test } from "vitest";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import type { HouseholdColumns } from "../../../src/core/model/household.ts";
import type { ReferenceLayers } from "../../../src/core/model/layers.ts";
import { explain } from "../../../src/core/screening/explain.ts";
import { FINDING_NAMES } from "../../../src/core/screening/finding.ts";
import { prepareScreening } from "../../../src/core/screening/prepare.ts";
import type { CriterionCode, Rules } from "../../../src/core/screening/rule-set.ts";
import { screen } from "../../../src/core/screening/screen.ts";
import { at, box, centres, forests, hazards, NO_LAYERS, OFF, register, roads, units } from "./samples.ts";

function found(
  code: CriterionCode,
  households: HouseholdColumns,
  layers: Partial<ReferenceLayers>,
  rules: Partial<Rules>,
): string[] {
  const screening = screen(prepareScreening(households, { ...NO_LAYERS, ...layers }), { ...OFF, ...rules });
  return Array.from(screening[code], (byte) => FINDING_NAMES[byte]!);
}

describe("minority", () => {
  test("known and not a majority group; blanks are not known; capitals and Unicode form do not matter", () => {
    const names = ["Kinh", "KINH", " kinh ", "Ê Đê", "Ê Đê".normalize("NFD"), null, " ", "Kinhs"];
    const households = register(...names.map((ethnicity) => ({ ethnicity })));
    const rules = { minority: { majority: ["Kinh"] } };
    const want = ["clear", "clear", "clear", "hit", "hit", "unknown", "unknown", "hit"];
    expect(found("minority", households, {}, rules)).toEqual(want);
    const two = { minority: { majority: ["Kinh", "Ê Đê"] } };
    expect(found("minority", households, {}, two).slice(3, 5)).toEqual(["clear", "clear"]);
  });
});

describe("scattered", () => {
  const row = at([108, 12.5], [108.001, 12.5], [108.002, 12.5], [108.5, 12.5]);
  test("fewer than so many others within the radius", () => {
    const rules = (radiusM: number): Partial<Rules> => ({
      scattered: { method: "neighbours", radiusM, fewerThan: 2 },
    });
    expect(found("scattered", row, {}, rules(150))).toEqual(["hit", "clear", "hit", "hit"]);
    expect(found("scattered", row, {}, rules(250))).toEqual(["clear", "clear", "clear", "hit"]);
  });
  test("members of the cluster, itself included", () => {
    const rules: Partial<Rules> = { scattered: { method: "cluster", linkM: 150, fewerThan: 3 } };
    expect(found("scattered", row, {}, rules)).toEqual(["clear", "clear", "clear", "hit"]);
  });
  test("a household that is not located is unknown and is nobody's neighbour", () => {
    const households = register({ lon: 108, lat: 12.5 }, { lon: 108 }, {});
    const rules: Partial<Rules> = { scattered: { method: "neighbours", radiusM: 300, fewerThan: 1 } };
    expect(found("scattered", households, {}, rules)).toEqual(["hit", "unknown", "unknown"]);
  });
});

describe("forest and hazard", () => {
  const forest = (toleranceM: number): Partial<Rules> => ({ forest: { kinds: ["special-use"], toleranceM } });
  const park = forests("all", [{}, box(108, 12, 108.1, 12.1)]);

  test("a buffer zone or protection forest is not special-use forest", () => {
    const layer = forests(
      "all",
      [{ kind: "buffer" }, box(108, 12, 109, 13)],
      [{ kind: "protection" }, box(108, 12, 109, 13)],
    );
    expect(found("forest", at([108.5, 12.5]), { forests: [layer] }, forest(0))).toEqual(["clear"]);
  });

  test("coverage: outside is clear only when there is a layer and every layer covers all", () => {
    const outside = at([108.5, 12.5]);
    const zones = forests("zones", [{}, box(107, 12, 107.1, 12.1)]);
    expect(found("forest", outside, { forests: [] }, forest(0))).toEqual(["unknown"]);
    expect(found("forest", outside, { forests: [park] }, forest(0))).toEqual(["clear"]);
    expect(found("forest", outside, { forests: [zones] }, forest(0))).toEqual(["unknown"]);
    expect(found("forest", outside, { forests: [park, zones] }, forest(0))).toEqual(["unknown"]);
    expect(found("forest", outside, { forests: [forests("all")] }, forest(0))).toEqual(["clear"]);
    expect(found("forest", at([108.05, 12.05]), { forests: [zones, park] }, forest(0))).toEqual(["hit"]);
  });

  test("a zone that does not count says nothing about outside", () => {
    const layer = hazards("zones", [{ kind: "landslide", level: 2 }, box(108, 12, 109, 13)]);
    const rules: Partial<Rules> = { hazard: { kinds: ["landslide"], minLevel: 3, toleranceM: 0 } };
    expect(found("hazard", at([108.5, 12.5]), { hazards: [layer] }, rules)).toEqual(["unknown"]);
    const flood = hazards("all", [{ kind: "flash-flood", level: 5 }, box(108, 12, 109, 13)]);
    expect(found("hazard", at([108.5, 12.5]), { hazards: [flood] }, rules)).toEqual(["clear"]);
  });

  test("tolerance: on either side of the line unknown, deeper in another polygon hit", () => {
    // 0.001° of latitude is about 110.6 m.
    const places = at([108.05, 12.002], [108.05, 12.0005], [108.05, 12], [108.05, 11.9995], [108.05, 11.998]);
    const layers = { forests: [park] };
    expect(found("forest", places, layers, forest(0))).toEqual(["hit", "hit", "hit", "clear", "clear"]);
    expect(found("forest", places, layers, forest(100))).toEqual([
      "hit",
      "unknown",
      "unknown",
      "unknown",
      "clear",
    ]);
    const second = forests("zones", [{}, box(108, 11.9, 108.1, 12.05)]);
    const both = { forests: [park, second] };
    expect(found("forest", places, both, forest(100))).toEqual(["hit", "hit", "hit", "hit", "hit"]);
    const buffer = { forests: [park, forests("all", [{ kind: "buffer" }, box(108, 11.9, 108.1, 12.05)])] };
    expect(found("forest", places, buffer, forest(100))).toEqual(
      found("forest", places, layers, forest(100)),
    );
  });

  test("tolerance includes the limit itself and is measured to the line, not to its vertices", () => {
    const metres = distanceM(108.05, 12.001, 108.05, 12);
    const place = at([108.05, 12.001]);
    expect(found("forest", place, { forests: [park] }, forest(metres * (1 + 1e-9)))).toEqual(["unknown"]);
    expect(found("forest", place, { forests: [park] }, forest(metres * (1 - 1e-6)))).toEqual(["hit"]);
  });

  test("not located is unknown whatever the layers; switched off is clear", () => {
    expect(found("forest", register({}), { forests: [park] }, forest(0))).toEqual(["unknown"]);
    expect(found("forest", register({}), {}, { forest: null })).toEqual(["clear"]);
    expect(found("hazard", register({}), {}, { hazard: null })).toEqual(["clear"]);
  });
});

describe("remote", () => {
  const village = units(["24001", box(108, 12, 108.2, 12.2)], ["24002", box(108.2, 12, 108.4, 12.2)]);
  const road = roads({
    type: "LineString",
    coordinates: [
      [108, 12],
      [108.4, 12],
    ],
  });
  const centre = centres(["24001", [108.1, 12.1]]);
  // 12.05 is about 5.5 km from the road.
  const places = at([108.1, 12.05], [108.1, 12.001], [108.3, 12.05], [109, 12.05]);
  const all = { units: village, roads: road, centres: centre };
  const remote = (setting: Partial<NonNullable<Rules["remote"]>>): Partial<Rules> => ({
    remote: { combine: "any", ...setting },
  });

  test("road and centre, any or all; a unit or centre that is missing is unknown", () => {
    expect(found("remote", places, all, remote({ roadM: 2000 }))).toEqual(["hit", "clear", "hit", "hit"]);
    expect(found("remote", places, all, remote({ centreM: 7000 }))).toEqual([
      "clear",
      "hit",
      "unknown",
      "unknown",
    ]);
    const any = remote({ roadM: 2000, centreM: 7000 });
    expect(found("remote", places, all, any)).toEqual(["hit", "hit", "hit", "hit"]);
    const both = remote({ roadM: 2000, centreM: 7000, combine: "all" });
    expect(found("remote", places, all, both)).toEqual(["clear", "clear", "unknown", "unknown"]);
  });

  test("a missing or empty road layer is unknown, and any or all may still be known", () => {
    for (const layer of [null, roads()]) {
      const layers = { ...all, roads: layer };
      expect(found("remote", places, layers, remote({ roadM: 2000 }))).toEqual(Array(4).fill("unknown"));
      const any = remote({ roadM: 2000, centreM: 7000 });
      expect(found("remote", places, layers, any)).toEqual(["unknown", "hit", "unknown", "unknown"]);
      const both = remote({ roadM: 2000, centreM: 7000, combine: "all" });
      expect(found("remote", places, layers, both)).toEqual(["clear", "unknown", "unknown", "unknown"]);
    }
  });

  test("with nothing tested it is clear, unless the household is not located", () => {
    const households = register({ lon: 108.1, lat: 12.05 }, {});
    expect(found("remote", households, all, remote({ roadM: null }))).toEqual(["clear", "unknown"]);
    expect(found("remote", households, all, remote({ roadM: 2000 }))).toEqual(["hit", "unknown"]);
    expect(found("remote", households, all, { remote: null })).toEqual(["clear", "clear"]);
  });

  test("of several centres of a unit the nearest counts", () => {
    const two = centres(["24001", [108.19, 12.19]], ["24001", [108.1, 12.051]], ["24002", [108.1, 12.05]]);
    const screening = screen(prepareScreening(places, { ...NO_LAYERS, ...all, centres: two }), OFF);
    expect(screening.centreM[0]).toBeCloseTo(distanceM(108.1, 12.05, 108.1, 12.051), 6);
  });
  test.each([0, 1, 2])("a centre without a place is none, wherever it stands in the layer (%i)", (k) => {
    const list = [["24001", [108.19, 12.19]] as const, ["24001", [108.1, 12.051]] as const];
    const odd = ["24001", [Number.NaN, Number.NaN]] as const;
    const some = centres(...list.slice(0, k), odd, ...list.slice(k));
    const screening = screen(prepareScreening(places, { ...NO_LAYERS, ...all, centres: some }), OFF);
    expect(screening.centreM[0]).toBeCloseTo(distanceM(108.1, 12.05, 108.1, 12.051), 6);
  });
});

describe("evidence", () => {
  const layers: ReferenceLayers = {
    ...NO_LAYERS,
    units: units(["24002", box(108.1, 12, 108.2, 12.1)], ["24001", box(108, 12, 108.1, 12.1)]),
    forests: [
      forests(
        "all",
        [{ name: "Vùng đệm", kind: "buffer" }, box(108, 12, 108.2, 12.1)],
        [{ name: "Vườn" }, box(108, 12, 108.05, 12.1)],
      ),
    ],
    hazards: [
      hazards("all", [{ kind: "flash-flood", level: 2 }, box(108, 12, 108.2, 12.1)]),
      hazards("all", [{ kind: "landslide", level: 4 }, box(108, 12, 108.05, 12.05)]),
    ],
  };
  const rules: Rules = {
    ...OFF,
    forest: { kinds: ["special-use"], toleranceM: 0 },
    hazard: { kinds: ["landslide", "flash-flood"], minLevel: 3, toleranceM: 0 },
  };
  const households = register(
    { lon: 108.02, lat: 12.02, communeCode: "24001" },
    { lon: 108.1, lat: 12.05, communeCode: "24002" },
    { lon: 109, lat: 12.05, communeCode: "24002" },
    { lon: 109, lat: 12.05, communeCode: "99999" },
    { communeCode: "24002" },
  );
  const prepared = prepareScreening(households, layers);
  const screening = screen(prepared, rules);
  const told = [0, 1, 2, 3, 4].map((i) => explain(prepared, screening, rules, i));

  test("names the forest that counts, else the one that does not, and the highest zone", () => {
    expect(told[0]!.forest).toMatchObject({ inside: true, name: "Vườn", kind: "special-use" });
    expect(told[1]!.forest).toMatchObject({
      state: "clear",
      inside: false,
      name: "Vùng đệm",
      kind: "buffer",
    });
    expect(told[0]!.hazard).toMatchObject({ inside: true, kind: "landslide", level: 4, edgeM: 0 });
    expect(told[1]!.hazard).toMatchObject({ state: "clear", inside: false, kind: "flash-flood", level: 2 });
  });

  test("measures to the edge of what counts, up to 5 km", () => {
    expect(told[0]!.forest.edgeM).toBeCloseTo(distanceM(108, 12.02, 108.02, 12.02), 3);
    expect(told[1]!.forest.edgeM).toBeNull();
    expect(told[1]!.hazard.edgeM).toBeNull();
    expect(told[4]!.hazard).toMatchObject({ state: "unknown", located: false, hasLayer: true, edgeM: null });
  });

  test("flags a declared commune that is not the containing one", () => {
    expect(told.map(({ unit }) => unit?.code ?? null)).toEqual(["24001", "24001", null, null, null]);
    expect(told.map(({ declaredDiffers }) => declaredDiffers)).toEqual([false, true, true, false, false]);
  });

  test("a household that is not there is a fault of the caller", () => {
    expect(() => explain(prepared, screening, rules, 5)).toThrow(RangeError);
  });
});
