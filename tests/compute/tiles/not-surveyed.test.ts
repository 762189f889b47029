/** Outside the zones of a layer that maps its zones only nobody looked: tiles and legend say so. */
import { describe, expect, test } from "vitest";
import type { ReferenceLayers } from "../../../src/core/model/layers.ts";
import { allFeatures } from "../support/all-tiles.ts";
import { testEngine } from "../support/engine.ts";
import { syntheticPlan } from "../support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 5, households: 200 });
const [first] = plan.layers.hazards;
const all = { ...first!, coverage: "all" } as const;
const zones = { ...first!, coverage: "zones" } as const;

function told(layers: Partial<ReferenceLayers>) {
  const { engine, events } = testEngine({ ...plan, layers: { ...plan.layers, ...layers } });
  const legend = events.find((event) => event.type === "legend")!;
  const tiles = allFeatures(engine.tile, "hazards", 9, engine.bounds()!);
  const ids = new Set((tiles["not-surveyed"] ?? []).map(({ id }) => id));
  return { legend: legend.notSurveyed, marked: ids.size, zones: (tiles.hazards ?? []).length };
}

describe("ground nobody surveyed", () => {
  const communes = plan.layers.units!.shapes.count;
  test("none where every layer covers the area", () => {
    expect(told({ hazards: [all, all] })).toMatchObject({ legend: false, marked: 0 });
  });
  test("every commune when any layer maps only its zones; the zones are still there", () => {
    const found = told({ hazards: [all, zones] });
    expect(found).toMatchObject({ legend: true, marked: communes });
    expect(found.zones).toBeGreaterThan(0);
  });
  test("every commune when there is no hazard layer", () => {
    expect(told({ hazards: [] })).toEqual({ legend: true, marked: communes, zones: 0 });
  });
  test("without communes the bounds of the plan", () => {
    expect(told({ hazards: [zones], units: null })).toMatchObject({ legend: true, marked: 1 });
  });
  test("follows a layer that is brought in", () => {
    const { engine, events } = testEngine({ ...plan, layers: { ...plan.layers, hazards: [] } });
    engine.take({ type: "patch", revision: 8, patch: { layers: { ...plan.layers, hazards: [all] } } });
    expect(events.filter((event) => event.type === "legend").map((event) => event.notSurveyed)).toEqual([
      true,
      false,
    ]);
    expect(allFeatures(engine.tile, "hazards", 9, engine.bounds()!)["not-surveyed"]).toBeUndefined();
  });
});
