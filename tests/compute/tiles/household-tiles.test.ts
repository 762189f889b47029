import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLUSTER_MIN } from "../../../src/compute/tiles/clusters.ts";
import { householdTiles } from "../../../src/compute/tiles/household-tiles.ts";
import { mercatorX, mercatorY } from "../../../src/compute/tiles/mercator.ts";
import { HOUSEHOLD_STATUSES } from "../../../src/core/model/event.ts";
import { textColumn, textOf, textsOf } from "../../../src/core/model/text-column.ts";
import { HIT, UNKNOWN } from "../../../src/core/screening/finding.ts";
import type { Bbox } from "../../../src/core/units.ts";
import { allFeatures } from "../support/all-tiles.ts";
import { testEngine } from "../support/engine.ts";
import { readTile } from "../support/read-tile.ts";
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
    expect(sum(clusters.map(({ properties }) => properties.n)) + households.length).toBe(located);
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
  for (const z of [4, 8, 9, 10, 11, 12, 14]) {
    const { clusters = [], households = [] } = allFeatures(engine.tile, "findings", z, bounds);
    for (const wanted of ["yes", "unknown"] as const) {
      const drawn =
        sum(clusters.map(({ properties }) => properties[wanted])) +
        households.filter(({ properties }) => properties.eligible === wanted).length;
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

test("from zoom 12 a mark stands where the household is, with id, answer and status", () => {
  const { households = [] } = allFeatures(engine.tile, "statuses", 14, bounds);
  for (const { id, properties, x, y } of households) {
    const facts = engine.facts(textOf(plan.households.id, id!)!)!;
    expect(properties).toMatchObject({ id: facts.id, eligible: facts.eligible, status: facts.status });
    // Half a tile unit at zoom 14 is 0.3 m.
    expect(Math.abs(x - mercatorX(facts.at![0]))).toBeLessThan(0.51 / 4096 / 2 ** 14);
    expect(Math.abs(y - mercatorY(facts.at![1]))).toBeLessThan(0.51 / 4096 / 2 ** 14);
  }
});

test("yes is drawn above unknown, unknown above no", () => {
  const { households = [] } = readTile(engine.tile("findings", 12, ...tileWithMost(12)));
  const ranks = households.map(({ properties }) => Number(properties.rank));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const rank = { no: 0, unknown: 1, yes: 2 };
  expect(new Set(ranks).size).toBe(3);
  for (const { properties } of households) {
    expect(properties.rank).toBe(rank[properties.eligible as keyof typeof rank]);
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

describe("any households at all", () => {
  // Corners of tiles and crowds on one spot are where counting goes wrong.
  const onCorner = fc.record({
    x: fc.integer({ min: 3270, max: 3290 }),
    y: fc.integer({ min: 1890, max: 1910 }),
  });
  const lonOf = (x: number, z: number) => (x / 2 ** z - 0.5) * 360;
  const latOf = (y: number, z: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
  const point = fc.oneof(
    fc.record({
      lon: fc.double({ min: 107, max: 109, noNaN: true }),
      lat: fc.double({ min: 12, max: 14, noNaN: true }),
    }),
    onCorner.map(({ x, y }) => ({ lon: lonOf(x, 12), lat: latOf(y, 12) })),
    fc.constant({ lon: 108.25, lat: 12.75 }),
    fc.constant({ lon: Number.NaN, lat: Number.NaN }),
  );

  test("are drawn once each, at every zoom", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.integer({ min: 6, max: 12 }), (points, z) => {
        const n = points.length;
        const columns = {
          id: textColumn(points.map((_, i) => `${i}`)),
          eligible: Uint8Array.from(points, (_, i) => [0, HIT, UNKNOWN][i % 3]!),
          status: Uint8Array.from(points, (_, i) => i % HOUSEHOLD_STATUSES.length),
          unit: new Int32Array(n).fill(-1),
        };
        const lon = Float64Array.from(points, (each) => each.lon);
        const lat = Float64Array.from(points, (each) => each.lat);
        const tiles = householdTiles(lon, lat, () => []);
        const box: Bbox = [107, 12, 110, 14.2];
        const cut = (_: unknown, tz: number, x: number, y: number) =>
          tiles.cut("findings", columns, tz, x, y);
        const { clusters = [], households = [] } = allFeatures(cut, "findings", z, box);
        const wanted = points.filter((each) => !Number.isNaN(each.lon)).length;
        expect(tiles.located).toBe(wanted);
        expect(sum(clusters.map(({ properties }) => properties.n)) + households.length).toBe(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

/** Column and row of the tile with the most single households. */
function tileWithMost(z: number): [number, number] {
  const { households = [] } = allFeatures(engine.tile, "findings", z, bounds);
  const counts = new Map<string, number>();
  for (const { x, y } of households) {
    const key = `${Math.floor(x * 2 ** z)} ${Math.floor(y * 2 ** z)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  return best.split(" ").map(Number) as [number, number];
}
