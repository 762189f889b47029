import { expect, test } from "vitest";
import { CRITERIA, DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import {
  RANGES,
  scatterMetres,
  withCriterion,
  withHazardKind,
  withMinLevel,
  withReading,
  withRemoteCombine,
  withRemoteMetres,
  withScatterCount,
  withScatterMethod,
  withScatterMetres,
  withTolerance,
} from "../../src/ui/rules-draft.ts";

const NONE: Rules = {
  reading: "strict",
  minority: null,
  scattered: null,
  forest: null,
  hazard: null,
  remote: null,
};

test("a criterion that is switched off and on again has what it had", () => {
  const set = withScatterMetres(DEFAULT_RULES, 450);
  for (const code of CRITERIA) {
    const off = withCriterion(set, code, false, set);
    expect(off[code]).toBeNull();
    expect(withCriterion(off, code, true, set)).toEqual(set);
  }
});

test("switched on for the first time it has the program's own numbers", () => {
  for (const code of CRITERIA) {
    expect(withCriterion(NONE, code, true, NONE)[code]).toEqual(DEFAULT_RULES[code]);
  }
});

test("each field changes only itself", () => {
  expect(withReading(DEFAULT_RULES, "wide")).toEqual({ ...DEFAULT_RULES, reading: "wide" });
  expect(withScatterMetres(DEFAULT_RULES, 600).scattered).toEqual({
    method: "neighbours",
    radiusM: 600,
    fewerThan: 5,
  });
  expect(withScatterCount(DEFAULT_RULES, 8).scattered?.fewerThan).toBe(8);
  expect(withTolerance(DEFAULT_RULES, "forest", 30).forest).toEqual({
    kinds: ["special-use"],
    toleranceM: 30,
  });
  expect(withTolerance(DEFAULT_RULES, "forest", 30).hazard?.toleranceM).toBe(0);
  expect(withMinLevel(DEFAULT_RULES, 4).hazard?.minLevel).toBe(4);
  expect(withRemoteMetres(DEFAULT_RULES, "roadM", null).remote).toEqual({
    roadM: null,
    centreM: 10000,
    combine: "any",
  });
  expect(withRemoteCombine(DEFAULT_RULES, "all").remote?.combine).toBe("all");
});

test("fields of a criterion that is off change nothing", () => {
  expect(withScatterMetres(NONE, 600)).toBe(NONE);
  expect(withScatterCount(NONE, 3)).toBe(NONE);
  expect(withScatterMethod(NONE, "cluster")).toBe(NONE);
  expect(withTolerance(NONE, "hazard", 3)).toBe(NONE);
  expect(withMinLevel(NONE, 5)).toBe(NONE);
  expect(withHazardKind(NONE, "landslide", true)).toBe(NONE);
  expect(withRemoteMetres(NONE, "centreM", 5)).toBe(NONE);
  expect(withRemoteCombine(NONE, "all")).toBe(NONE);
  expect(scatterMetres(NONE)).toBeNull();
});

test("the cluster method carries its own distance", () => {
  const cluster = withScatterMethod(DEFAULT_RULES, "cluster");
  expect(cluster.scattered).toEqual({ method: "cluster", linkM: 200, fewerThan: 10 });
  expect(scatterMetres(withScatterMetres(cluster, 350))).toBe(350);
  expect(withScatterMethod(cluster, "neighbours").scattered).toEqual(DEFAULT_RULES.scattered);
  expect(withScatterMethod(cluster, "cluster")).toBe(cluster);
});

test("hazard kinds go out and in; the last one stays", () => {
  const one = withHazardKind(withHazardKind(DEFAULT_RULES, "landslide", false), "pipe-flood", false);
  expect(one.hazard?.kinds).toEqual(["flash-flood"]);
  expect(withHazardKind(one, "flash-flood", false)).toBe(one);
  expect(withHazardKind(one, "landslide", true).hazard?.kinds).toEqual(["landslide", "flash-flood"]);
});

test("the program's own numbers lie inside the ranges of the form", () => {
  const { scattered, forest, hazard, remote } = DEFAULT_RULES;
  const inside = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;
  expect(inside(scattered?.method === "neighbours" ? scattered.radiusM : -1, RANGES.radiusM)).toBe(true);
  expect(inside(scattered?.fewerThan ?? -1, RANGES.fewerThan)).toBe(true);
  expect(inside(forest?.toleranceM ?? -1, RANGES.toleranceM)).toBe(true);
  expect(inside(hazard?.toleranceM ?? -1, RANGES.toleranceM)).toBe(true);
  expect(inside(remote?.roadM ?? -1, RANGES.roadM)).toBe(true);
  expect(inside(remote?.centreM ?? -1, RANGES.centreM)).toBe(true);
});
