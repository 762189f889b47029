import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../src/core/geometry/ellipsoid.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import { CHECK_STATES, type Site } from "../../../src/core/model/site.ts";
import { DEFAULT_RULES } from "../../../src/core/screening/rule-set.ts";
import { checkSite } from "../../../src/core/siting/check-site.ts";
import { prepareSiteLayers } from "../../../src/core/siting/site-layers.ts";
import { vi } from "../../../src/text/vi.ts";
import { box, check, forests, hazards, layer, roads, units } from "./site-layers.ts";

/** About 1.1 km square. */
const SITE = box(108.1, 12.5, 108.11, 12.51);
/** Metres in a degree of latitude at 12.5° N on WGS 84, by the series of the meridian arc. */
const DEGREE_M = 110_626;

const site = (id: string, geometry: ArealGeometry): Site => ({
  id,
  name: `Điểm ${id}`,
  form: "concentrated",
  status: "draft",
  capacity: null,
  note: null,
  geometry,
});

describe("hazards", () => {
  test("half the site in a zone that counts: blocked, with area, share and the part", () => {
    const { byCode, areaM2: whole } = check(SITE, {
      hazards: [hazards(["flash-flood", 3, box(108.09, 12.49, 108.105, 12.52)])],
    });
    const found = byCode.get("hazard:flash-flood:3")!;
    expect(found).toMatchObject({
      state: "blocked",
      reason: "hazard-overlap.flash-flood",
      distanceM: 0,
      values: { level: 3, percent: 50, places: 1 },
    });
    expect(found.share).toBeCloseTo(0.5, 6);
    expect(found.areaM2! / whole).toBeCloseTo(0.5, 6);
    expect(areaM2(found.part!)).toBeCloseTo(areaM2(box(108.1, 12.5, 108.105, 12.51)), 0);
  });

  test("two zones of one level that lie over each other are not counted twice", () => {
    const zone = box(108.09, 12.49, 108.105, 12.52);
    const { byCode } = check(SITE, { hazards: [hazards(["landslide", 4, zone], ["landslide", 4, zone])] });
    expect(byCode.get("hazard:landslide:4")?.share).toBeCloseTo(0.5, 6);
  });

  test("each level and each kind has its own line; below the least level only a reminder", () => {
    const zones = hazards(
      ["landslide", 5, box(108.1, 12.5, 108.101, 12.51)],
      ["landslide", 2, box(108.1, 12.5, 108.12, 12.51)],
      ["pipe-flood", 3, box(108.109, 12.5, 108.12, 12.51)],
    );
    const { checks } = check(SITE, { hazards: [zones] });
    expect(
      checks.filter(({ areaM2: area }) => area !== null).map(({ code, state }) => [code, state]),
    ).toEqual([
      ["hazard:landslide:5", "blocked"],
      ["hazard:pipe-flood:3", "blocked"],
      ["hazard:landslide:2", "warning"],
    ]);
  });

  test("the rules say what blocks", () => {
    const zones = hazards(["landslide", 3, SITE]);
    const rules = (hazard: typeof DEFAULT_RULES.hazard) => ({ ...DEFAULT_RULES, hazard });
    const state = (hazard: typeof DEFAULT_RULES.hazard) =>
      check(SITE, { hazards: [zones] }, { rules: rules(hazard) }).byCode.get("hazard:landslide:3");
    expect(state({ kinds: ["landslide"], minLevel: 4, toleranceM: 0 })).toMatchObject({
      state: "warning",
      reason: "hazard-low.landslide",
    });
    expect(state({ kinds: ["flash-flood"], minLevel: 3, toleranceM: 0 })).toMatchObject({
      state: "warning",
      reason: "hazard-other.landslide",
    });
    expect(state(null)).toMatchObject({ state: "blocked" });
  });

  test("close to a zone: a reminder with the distance from the outline, not from a corner", () => {
    // The zone's corner points at the middle of the site's long east side, 20 m away.
    const gap = 20 / (DEGREE_M * Math.cos((12.505 * Math.PI) / 180) * 1.0064);
    const tip: ArealGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [108.11 + gap, 12.505],
          [108.13, 12.503],
          [108.13, 12.507],
          [108.11 + gap, 12.505],
        ],
      ],
    };
    const { byCode } = check(SITE, { hazards: [hazards(["landslide", 3, tip])] });
    const near = byCode.get("hazard:landslide:3")!;
    expect(near).toMatchObject({
      state: "warning",
      reason: "hazard-near.landslide",
      areaM2: null,
      values: { level: 3, scale: 50_000, errorM: 50 },
    });
    expect(near.distanceM).toBeGreaterThan(19.7);
    expect(near.distanceM).toBeLessThan(20.3);
  });

  test("a zone that only touches is 0 m away, and not an overlap", () => {
    const { byCode } = check(SITE, {
      hazards: [hazards(["landslide", 3, box(108.11, 12.5, 108.12, 12.51)])],
    });
    expect(byCode.get("hazard:landslide:3")).toMatchObject({
      state: "warning",
      reason: "hazard-near.landslide",
      distanceM: 0,
    });
  });

  test("far from every zone of a layer that covers the area: passed, with the distance", () => {
    const { byCode } = check(SITE, {
      hazards: [hazards(["landslide", 3, box(108.12, 12.5, 108.13, 12.51)])],
    });
    const clear = byCode.get("hazard:landslide")!;
    expect(clear).toMatchObject({
      state: "passed",
      reason: "hazard-clear.landslide",
      values: { blockLevel: 3 },
    });
    expect(clear.distanceM).toBeGreaterThan(1080);
    expect(clear.distanceM).toBeLessThan(1092);
  });

  test("inside a hole of a zone the distance is to the hole's edge", () => {
    const outer = box(108, 12.4, 108.2, 12.6).coordinates[0] as [number, number][];
    const hole = [...(box(108.09, 12.49, 108.12, 12.52).coordinates[0] as [number, number][])].reverse();
    const zone: ArealGeometry = { type: "Polygon", coordinates: [outer, hole] };
    const clear = check(SITE, { hazards: [hazards(["landslide", 3, zone])] }).byCode.get("hazard:landslide")!;
    expect(clear.state).toBe("passed");
    expect(clear.distanceM).toBeGreaterThan(1080);
  });

  test("a zone swallowed whole by the site is an overlap", () => {
    const { byCode } = check(SITE, {
      hazards: [hazards(["landslide", 3, box(108.104, 12.504, 108.106, 12.506)])],
    });
    expect(byCode.get("hazard:landslide:3")).toMatchObject({ state: "blocked", values: { percent: 4 } });
  });
});

describe("unknown is never passed", () => {
  test("no layer at all", () => {
    const { checks } = check(SITE);
    expect(checks.filter(({ state }) => state === "unknown").map(({ reason }) => reason)).toEqual([
      "hazard-missing.landslide",
      "hazard-missing.flash-flood",
      "hazard-missing.pipe-flood",
      "forest-missing.special-use",
      "unit-missing",
      "road-missing",
    ]);
    expect(checks.filter(({ state }) => state === "passed").map(({ code }) => code)).toEqual([
      "overlap",
      "size",
    ]);
  });

  test("a layer that maps only its zones; a kind that no layer knows", () => {
    const far = box(109, 13, 109.1, 13.1);
    const { byCode } = check(SITE, {
      hazards: [{ ...hazards(["landslide", 3, far]), coverage: "zones" }],
      forests: [{ ...forests(["special-use", "A", far]), coverage: "zones" }],
    });
    expect(byCode.get("hazard:landslide")).toMatchObject({
      state: "unknown",
      reason: "hazard-zones-only.landslide",
    });
    expect(byCode.get("hazard:flash-flood")).toMatchObject({
      state: "unknown",
      reason: "hazard-missing.flash-flood",
    });
    expect(byCode.get("forest:special-use")).toMatchObject({
      state: "unknown",
      reason: "forest-zones-only.special-use",
    });
  });
});

describe("forests", () => {
  test("special-use blocks and is named; the others and the buffer zone are reminders", () => {
    const { byCode } = check(SITE, {
      forests: [
        forests(
          ["special-use", "Vườn quốc gia Mẫu", SITE],
          ["buffer", null, SITE],
          ["protection", "P", SITE],
          ["production", "S", SITE],
        ),
      ],
    });
    expect(byCode.get("forest:special-use")).toMatchObject({
      state: "blocked",
      values: { names: "Vườn quốc gia Mẫu", percent: 100 },
    });
    expect(byCode.get("forest:buffer")).toMatchObject({ state: "warning", values: { names: null } });
    expect(byCode.get("forest:protection")?.state).toBe("warning");
    expect(byCode.get("forest:production")?.state).toBe("warning");
  });

  test("a kind that the rules count as a reason to leave blocks too", () => {
    const rules = { ...DEFAULT_RULES, forest: { kinds: ["protection" as const], toleranceM: 0 } };
    const { byCode } = check(SITE, { forests: [forests(["protection", "P", SITE])] }, { rules });
    expect(byCode.get("forest:protection")?.state).toBe("blocked");
    expect(byCode.get("forest:special-use")?.state).toBe("passed");
  });

  test("outside and close to special-use forest", () => {
    const near = check(SITE, {
      forests: [forests(["special-use", "A", box(108.1101, 12.5, 108.12, 12.51)])],
    });
    expect(near.byCode.get("forest:special-use")).toMatchObject({
      state: "warning",
      reason: "forest-near.special-use",
    });
    const far = check(SITE, { forests: [forests(["special-use", "A", box(108.13, 12.5, 108.14, 12.51)])] });
    expect(far.byCode.get("forest:special-use")).toMatchObject({
      state: "passed",
      reason: "forest-clear.special-use",
    });
  });
});

describe("communes", () => {
  const west = box(108, 12.4, 108.105, 12.6);
  const east = box(108.105, 12.4, 108.2, 12.6);

  test("across a border: a reminder that says which", () => {
    const { byCode, unit, at } = check(SITE, { units: units(["24002", east], ["24001", west]) });
    expect(byCode.get("unit-border")).toMatchObject({
      state: "warning",
      reason: "unit-border",
      values: { units: "Xã 24001, Xã 24002" },
    });
    expect(unit?.code).toBe(at[0] <= 108.105 ? "24001" : "24002");
  });

  test("inside one, along its border, partly outside, outside all", () => {
    const answer = (geometry: ArealGeometry) =>
      check(geometry, { units: units(["24001", west], ["24002", east]) }).byCode.get("unit-border");
    expect(answer(box(108.09, 12.5, 108.1, 12.51))).toMatchObject({
      state: "passed",
      values: { units: "Xã 24001" },
    });
    expect(answer(box(108.095, 12.5, 108.105, 12.51))).toMatchObject({
      state: "passed",
      values: { units: "Xã 24001" },
    });
    expect(answer(box(107.99, 12.5, 108.01, 12.51))).toMatchObject({
      state: "warning",
      reason: "unit-partly-outside",
    });
    expect(answer(box(107, 12.5, 107.01, 12.51))).toMatchObject({ state: "warning", reason: "unit-outside" });
  });
});

describe("other sites, size, road, shape", () => {
  test("overlapping another site blocks and names it; a site does not overlap itself", () => {
    const sites = [site("a", SITE), site("b", box(108.109, 12.5, 108.12, 12.51))];
    expect(check(SITE, {}, { sites, exceptId: "a" }).byCode.get("overlap")).toMatchObject({
      state: "blocked",
      values: { sites: "Điểm b" },
    });
    expect(check(SITE, {}, { sites: sites.slice(0, 1), exceptId: "a" }).byCode.get("overlap")?.state).toBe(
      "passed",
    );
    expect(
      check(SITE, {}, { sites: [site("c", box(108.11, 12.5, 108.12, 12.51))] }).byCode.get("overlap")?.state,
    ).toBe("passed");
  });

  test("too small", () => {
    expect(check(box(108.1, 12.5, 108.1002, 12.5002)).byCode.get("size")).toMatchObject({
      state: "warning",
      values: { leastHa: 0.1 },
    });
  });

  test("road: crossing, near, far", () => {
    const answer = (lat: number) =>
      check(SITE, {
        roads: roads([
          [108, lat],
          [108.2, lat],
        ]),
      }).byCode.get("road");
    expect(answer(12.505)).toMatchObject({ state: "passed", distanceM: 0 });
    expect(answer(12.515)).toMatchObject({ state: "passed" });
    expect(answer(12.515)?.distanceM).toBeCloseTo(553, -1);
    expect(answer(12.53)).toMatchObject({ state: "warning", reason: "road-far", values: { limitM: 1000 } });
  });

  test("a shape that crosses itself gets only that answer", () => {
    const bow: ArealGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [108.1, 12.5],
          [108.11, 12.51],
          [108.11, 12.5],
          [108.1, 12.52],
          [108.1, 12.5],
        ],
      ],
    };
    const { checks } = check(bow, { hazards: [hazards(["landslide", 5, SITE])] });
    expect(checks).toMatchObject([{ code: "shape", state: "blocked", reason: "shape-crosses" }]);
  });

  test("no shape at all is refused", () => {
    const layers = prepareSiteLayers({ units: null, forests: [], hazards: [], roads: null, centres: null });
    for (const geometry of [
      { type: "Polygon", coordinates: [] },
      {
        type: "Polygon",
        coordinates: [
          [
            [108, 12],
            [108, 12.1],
            [108, 12],
          ],
        ],
      },
      {
        type: "Polygon",
        coordinates: [
          [
            [108, 12],
            [108, 12.1],
            [108, 12.2],
            [108, 12],
          ],
        ],
      },
    ] as const) {
      expect(checkSite({ geometry, exceptId: null }, layers, DEFAULT_RULES, [])).toMatchObject({
        problem: { code: "site.shape" },
      });
    }
  });
});

test("answers come in the order of seriousness and each has its sentence", () => {
  const everything = {
    hazards: [hazards(["landslide", 5, SITE], ["flash-flood", 2, SITE])],
    forests: [
      layer([[{ kind: "special-use" as const, name: "A", subzone: null }, box(109, 13, 109.1, 13.1)]]),
    ],
    units: units(["24001", box(108, 12, 109, 13)]),
  };
  const { checks } = check(SITE, everything);
  const order = checks.map(({ state }) => CHECK_STATES.indexOf(state));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  for (const { reason } of checks) expect(Object.keys(vi)).toContain(`check.${reason}`);
});
