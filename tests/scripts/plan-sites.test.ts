/** `ancu plan sites` and `ancu plan assign` as a person runs them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { done, opened, refused, textFile, tinyPlan } from "./plan-cli.ts";
import { ancu } from "./run-cli.ts";

const square = (id: string, west: number, south: number, capacity?: number) => ({
  type: "Feature",
  properties: { id, name: `Điểm ${id}`, form: "concentrated", ...(capacity !== undefined && { capacity }) },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + 0.004, south],
        [west + 0.004, south + 0.004],
        [west, south + 0.004],
        [west, south],
      ],
    ],
  },
});
const sitesFile = (...features: readonly object[]) =>
  textFile("diem.geojson", JSON.stringify({ type: "FeatureCollection", features }));

/** Corners of the tiny example's ground, found by the register itself: sites lie beside its households. */
async function planWithSites(...sites: readonly object[]): Promise<string> {
  const plan = await tinyPlan();
  await done("sites", plan, "add", "--file", sitesFile(...sites));
  return plan;
}

test("sites are added, listed and checked; undone together", async () => {
  const plan = await planWithSites(square("s1", 108.9, 13.2, 40), square("s2", 108.95, 13.2));
  expect(await done("sites", plan, "list")).toMatchObject([
    { id: "s1", capacity: 40, status: "draft" },
    { id: "s2", capacity: null },
  ]);
  const checked = await done("sites", plan, "check");
  for (const site of checked) {
    expect(site.areaM2).toBeGreaterThan(190_000);
    expect(site.checks.length).toBeGreaterThan(4);
    for (const check of site.checks) expect(check.text).not.toContain("{");
  }
  expect((await ancu("plan", "sites", plan, "check", "--lang", "en")).out).toContain("Điểm s1");
  await done("undo", plan);
  expect(await done("sites", plan, "list")).toEqual([]);
});

test("one wrong site: none is added, and every wrong one is named by its place in the file", async () => {
  const plan = await tinyPlan();
  const bow = square("s3", 108.9, 13.2);
  bow.geometry.coordinates[0]!.splice(1, 2, [108.904, 13.204], [108.904, 13.2]);
  const wrong = [
    square("s1", 108.9, 13.2),
    { ...square("s1", 108.95, 13.2) },
    bow,
    { ...square("s4", 109, 13.2), properties: { id: "s4", name: "Bốn", form: "tập trung" } },
    { ...square("s5", 109, 13.2), geometry: { type: "Point", coordinates: [109, 13] } },
  ];
  const run = await refused(plan, "sites", plan, "add", "--file", sitesFile(...wrong), "--lang", "en");
  for (const row of [2, 3, 4, 5]) expect(run.told).toContain(`feature ${row}`);
  expect(run.told).toContain("4 are wrong");
});

test("households that must move are sent to the nearest room; a second run changes nothing", async () => {
  const plan = await tinyPlan();
  const store = await opened(plan);
  const { lon, lat } = store.snapshot().households;
  store.close();
  const [east, north] = [Math.max(...finite(lon)), Math.max(...finite(lat))];
  await done(
    "sites",
    plan,
    "add",
    "--file",
    sitesFile(square("near", east + 0.02, north, 1), square("far", east + 0.4, north, 1000)),
  );
  const dry = await done("assign", plan, "--dry-run", "--include-blocked");
  expect(dry.revision).toBeNull();
  expect(dry.rows.length).toBe(dry.assigned);
  expect(dry.assigned).toBeGreaterThan(1);
  expect(dry.bySite).toMatchObject([
    { id: "near", households: 1 },
    { id: "far", households: dry.assigned - 1 },
  ]);
  expect(dry.distanceM - dry.boundM).toBeGreaterThanOrEqual(0);
  expect(dry.distanceM - dry.boundM).toBeLessThan(0.001 * dry.assigned);
  const before = readFileSync(plan);
  const written = await done("assign", plan, "--include-blocked", "--on", "2025-01-15");
  expect(written.rows).toEqual(dry.rows);
  expect(readFileSync(plan).equals(before)).toBe(false);
  expect((await done("assign", plan, "--dry-run", "--include-blocked")).rows).toEqual(dry.rows);
  await done("undo", plan);
  const again = await opened(plan);
  expect(again.assignments()).toEqual([]);
  again.close();
});

test("who is left is counted with the reason", async () => {
  const plan = await planWithSites(square("s1", 108.9, 13.2, 0));
  const none = await done("assign", plan, "--dry-run", "--include-blocked");
  expect(none.assigned).toBe(0);
  expect(none.left).toBe(Object.values(none.leftWhy as Record<string, number>).reduce((a, b) => a + b, 0));
  expect((await ancu("plan", "assign", plan, "--dry-run", "--lang", "en")).told).toContain("None of");
});

test("typed wrong: said at once, nothing written", async () => {
  const plan = await tinyPlan();
  await refused(plan, "assign", plan);
  await refused(plan, "assign", plan, "--dry-run", "--max-distance", "-3");
  await refused(plan, "sites", plan, "draw");
  await refused(plan, "sites", plan, "add");
});

function finite(values: Float64Array): number[] {
  return [...values].filter((value) => Number.isFinite(value));
}
