import { describe, expect, test } from "vitest";
import { CLUSTER_MIN } from "../../../src/compute/tiles/clusters.ts";
import { mercatorX, mercatorY } from "../../../src/compute/tiles/mercator.ts";
import { textOf, textsOf } from "../../../src/core/model/text-column.ts";
import { allFeatures } from "../support/all-tiles.ts";
import { testEngine } from "../support/engine.ts";
import { syntheticPlan } from "../support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 5, households: 1500, span: 0.3 });
const { engine } = testEngine(plan);
const bounds = engine.bounds()!;
const { located } = engine.totals()!;
const SOURCES = ["findings", "statuses"] as const;

function sum(values: readonly (number | string | boolean | undefined)[]): number {
  return values.reduce((total: number, value) => total + Number(value), 0);
}

describe.each(SOURCES)("%s: every located household is drawn exactly once", (source) => {
  test.each([0, 5, 8, 9, 10, 11, 12, 13, 15])("at zoom %i", (z) => {
    const { clusters = [], households = [] } = allFeatures(engine.tile, source, z, bounds);
    const standsFor = (marks: typeof households) => sum(marks.map(({ properties }) => properties.n ?? 1));
    expect(standsFor(clusters) + standsFor(households)).toBe(located);
    expect(new Set(households.map(({ id }) => id)).size).toBe(households.length);
    if (z < 9) expect(households.length).toBe(0);
    if (z >= 12) expect(clusters.length).toBe(0);
    if (z >= 9)
      for (const { properties } of clusters) expect(properties.n).toBeGreaterThanOrEqual(CLUSTER_MIN);
    if (z >= 9 && z < 12) expect(clusters.length).toBeGreaterThan(0);
  });
});

test("counts on marks add up to the totals at every zoom", () => {
  const { total } = engine.totals()!;
  // Nobody who is not located is drawn: they are taken out of the totals that the marks are compared with.
  const notLocated = Array.from(plan.households.lon, (lon, i) => (Number.isNaN(lon) ? i : -1)).filter(
    (i) => i >= 0,
  );
  const answers = notLocated.map((i) => engine.facts(textOf(plan.households.id, i)!)!.eligible);
  for (const z of [4, 8, 9, 10, 11, 12, 13, 14]) {
    const { clusters = [], households = [] } = allFeatures(engine.tile, "findings", z, bounds);
    for (const wanted of ["yes", "unknown"] as const) {
      const drawn =
        sum(clusters.map(({ properties }) => properties[wanted])) +
        sum(
          households
            .filter(({ properties }) => properties.eligible === wanted)
            .map(({ properties }) => properties.n ?? 1),
        );
      expect(drawn).toBe(total[wanted] - answers.filter((eligible) => eligible === wanted).length);
    }
  }
});

test("below zoom 9 one mark a commune, and one more for those outside every commune", () => {
  const { clusters = [] } = allFeatures(engine.tile, "findings", 7, bounds);
  const { byUnit } = engine.totals()!;
  const units = plan.layers.units!.attributes;
  const named = clusters.filter(({ properties }) => properties.code !== undefined);
  expect(clusters.length - named.length).toBe(1);
  for (const { code, name } of units) {
    const mark = named.find(({ properties }) => properties.code === code);
    const count = byUnit.find((unit) => unit.code === code)!;
    expect(mark?.properties).toMatchObject({ code, name, n: count.households, yes: count.yes });
  }
});

test("from zoom 14 a mark stands where the household is, with id, answer and status", () => {
  const { households = [] } = allFeatures(engine.tile, "statuses", 14, bounds);
  for (const { id, properties, x, y } of households) {
    const facts = engine.facts(textOf(plan.households.id, id!)!)!;
    expect(properties).toMatchObject({ id: facts.id, eligible: facts.eligible, status: facts.status });
    // Half a tile unit at zoom 14 is 0.3 m.
    expect(Math.abs(x - mercatorX(facts.at![0]))).toBeLessThan(0.51 / 4096 / 2 ** 14);
    expect(Math.abs(y - mercatorY(facts.at![1]))).toBeLessThan(0.51 / 4096 / 2 ** 14);
  }
});

test("done and open are counted by status, open also for those who must move and have no status", () => {
  const { clusters = [], households = [] } = allFeatures(engine.tile, "statuses", 9, bounds);
  const done = new Set(["moved", "settled", "stabilised-in-place"]);
  const open = new Set(["identified", "planned", "land-allocated"]);
  const all = textsOf(plan.households.id)
    .map((id) => engine.facts(id!)!)
    .filter(({ at }) => at !== null);
  const isOpen = ({ status, eligible }: { status: string; eligible: string }) =>
    open.has(status) || (status === "none" && eligible === "yes");
  const singles = households.map(({ properties }) => ({
    status: String(properties.status),
    eligible: String(properties.eligible),
  }));
  expect(sum(clusters.map(({ properties }) => properties.done))).toBe(
    all.filter(({ status }) => done.has(status)).length -
      singles.filter(({ status }) => done.has(status)).length,
  );
  expect(sum(clusters.map(({ properties }) => properties.open))).toBe(
    all.filter(isOpen).length - singles.filter(isOpen).length,
  );
});

test("a tile without households is null", () => {
  expect(engine.tile("findings", 12, 0, 0)).toBeNull();
  expect(engine.tile("statuses", 3, 0, 0)).toBeNull();
});
