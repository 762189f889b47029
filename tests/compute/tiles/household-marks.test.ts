/** Marks cut from places alone: any households at all, at every zoom. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLUSTER_MIN, WIDE_MIN } from "../../../src/compute/tiles/clusters.ts";
import type { MarkColumns } from "../../../src/compute/tiles/household-marks.ts";
import { ALL_FROM, householdTiles, SINGLE_FROM } from "../../../src/compute/tiles/household-tiles.ts";
import { THIN_ABOVE } from "../../../src/compute/tiles/mark-thinning.ts";
import { HOUSEHOLD_STATUSES } from "../../../src/core/model/event.ts";
import { ELIGIBLE_NAMES } from "../../../src/core/screening/finding.ts";
import { type At, drawnMarks, marksAt } from "../support/marks.ts";
import { randomOf } from "../support/random.ts";

const ZOOMS = Array.from({ length: 17 }, (_, z) => z);
const DONE = ["moved", "settled", "stabilised-in-place"];
const UNDER_WAY = ["identified", "planned", "land-allocated"];

/** How many are in each answer and, by status, done and open. */
function counted({ places, eligible, status }: MarkColumns) {
  const sums = { n: 0, yes: 0, unknown: 0, no: 0, done: 0, open: 0 };
  for (const i of places.householdOf) {
    const now = HOUSEHOLD_STATUSES[status[i]!]!;
    sums.n++;
    sums[ELIGIBLE_NAMES[eligible[i]!]!]++;
    if (DONE.includes(now)) sums.done++;
    else if (UNDER_WAY.includes(now) || (now === "none" && eligible[i] === 1)) sums.open++;
  }
  return sums;
}

type Drawn = ReturnType<typeof drawnMarks>;

function sumsOf({ clusters, households }: Drawn) {
  const sums = { n: 0, yes: 0, unknown: 0, no: 0, done: 0, open: 0 };
  for (const { properties } of clusters) {
    for (const name of ["n", "yes", "unknown", "done", "open"] as const) {
      sums[name] += Number(properties[name] ?? 0);
    }
  }
  for (const { properties } of households) {
    const n = Number(properties.n ?? 1);
    sums.n += n;
    sums[properties.eligible as "yes" | "no" | "unknown"] += n;
    const now = String(properties.status);
    if (DONE.includes(now)) sums.done += n;
    else if (UNDER_WAY.includes(now) || (now === "none" && properties.eligible === "yes")) sums.open += n;
  }
  return sums;
}

/** Everybody is in one mark of one tile, and every count adds up. */
function check(points: readonly At[], z: number): void {
  const columns = marksAt(points);
  const tiles = householdTiles();
  const all = counted(columns);
  const findings = drawnMarks(tiles, "findings", columns, z);
  const statuses = drawnMarks(tiles, "statuses", columns, z);
  const { n, yes, unknown } = sumsOf(findings);
  expect({ n, yes, unknown }).toEqual({ n: all.n, yes: all.yes, unknown: all.unknown });
  const { done, open } = sumsOf(statuses);
  expect([sumsOf(statuses).n, done, open]).toEqual([all.n, all.done, all.open]);
  for (const drawn of [findings, statuses]) {
    const ids = drawn.households.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, properties } of drawn.households) {
      expect(properties.id).toBe(properties.n === undefined ? `Hộ ${id}` : undefined);
    }
    for (const { geometry } of [...drawn.clusters, ...drawn.households]) {
      const { x, y } = geometry[0]![0]!;
      expect(Math.min(x, y) >= 0 && Math.max(x, y) <= 4096).toBe(true);
    }
  }
}

/** Degrees of a place counted in tiles. */
const lonOf = (x: number, z: number) => (x / 2 ** z - 0.5) * 360;
const latOf = (y: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

describe("any households at all are drawn once each, with their answers", () => {
  const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const places: Record<string, fc.Arbitrary<At>> = {
    random: fc.record({ lon: within(107, 109), lat: within(12, 14) }),
    clustered: fc.record({ lon: within(108.2, 108.21), lat: within(12.7, 12.71) }),
    "on corners of tiles": fc
      .record({ x: fc.integer({ min: 3270, max: 3290 }), y: fc.integer({ min: 1890, max: 1910 }) })
      .map(({ x, y }) => ({ lon: lonOf(x, 12), lat: latOf(y, 12) })),
    "on one spot": fc.constant({ lon: 108.25, lat: 12.75 }),
    "without coordinates": fc.constantFrom(
      { lon: Number.NaN, lat: Number.NaN },
      { lon: 108, lat: Number.NaN },
    ),
    "far away": fc.constantFrom(
      { lon: 0, lat: 0 },
      { lon: -180, lat: -90 },
      { lon: 180, lat: 90 },
      { lon: 12.781, lat: 108.5 },
    ),
  };
  const zoom = fc.integer({ min: 0, max: 16 });

  test.each(Object.keys(places))("%s", (kind) => {
    const some = fc.array(places[kind]!, { maxLength: 80 });
    fc.assert(fc.property(some, zoom, check), { numRuns: 60 });
  });
  test("all of these together", () => {
    const some = fc.array(fc.oneof(...Object.values(places)), { maxLength: 80 });
    fc.assert(fc.property(some, zoom, check), { numRuns: 150 });
  });
  test.each(ZOOMS)("nobody at zoom %i", (z) => {
    expect(householdTiles().cut("findings", marksAt([]), () => [], z, 0, 0)).toBeNull();
  });
});

/** Hamlets of some hundred and a few who live alone. */
function hamlets(count: number, seed: number, spread = 0.002): At[] {
  const random = randomOf(seed);
  const middles = Array.from({ length: Math.ceil(count / 300) }, () => [
    108 + random() * 0.4,
    12.5 + random() * 0.4,
  ]);
  return Array.from({ length: count }, () => {
    const [lon, lat] = middles[Math.floor(random() * middles.length)]!;
    const alone = random() < 0.1;
    return alone
      ? { lon: 108 + random() * 0.4, lat: 12.5 + random() * 0.4 }
      : { lon: lon! + spread * (random() + random() - 1), lat: lat! + spread * (random() + random() - 1) };
  });
}

test.each(ZOOMS)("ten thousand in hamlets add up at zoom %i", (z) => {
  check(hamlets(10_000, 3), z);
});

describe("clusters", () => {
  const columns = marksAt(hamlets(30_000, 4));
  const tiles = householdTiles();

  test.each([9, 10, 11])("are cells with %i: few are drawn one by one, many as one wide mark", (z) => {
    const { clusters, households } = drawnMarks(tiles, "findings", columns, z);
    expect(clusters.length).toBeGreaterThan(0);
    expect(households.length).toBeGreaterThan(0);
    for (const { properties } of clusters) expect(properties.n).toBeGreaterThanOrEqual(CLUSTER_MIN);
    for (const { properties } of households) expect(properties.n).toBeUndefined();
    const wide = clusters.filter(({ properties }) => Number(properties.n) >= WIDE_MIN);
    if (z === 9) expect(wide.length).toBeGreaterThan(0);
    // A wide mark has its cell, 512 tile units wide, for itself.
    const cellOf = ({ tile, geometry }: (typeof clusters)[number]) => {
      const { x, y } = geometry[0]![0]!;
      return `${tile} ${x >> 9} ${y >> 9}`;
    };
    const marks = [...clusters, ...households].map(cellOf);
    for (const each of wide) expect(marks.filter((cell) => cell === cellOf(each))).toHaveLength(1);
  });

  test.each([9, 10, 11])("at zoom %i rings of 24 pixels nowhere cross", (z) => {
    const { clusters } = drawnMarks(tiles, "findings", columns, z);
    const places = clusters.map(({ tile, geometry }) => {
      const [x, y] = tile.split(" ").map(Number) as [number, number];
      const at = geometry[0]![0]!;
      return [(x + at.x / 4096) * 512, (y + at.y / 4096) * 512] as const;
    });
    let nearest = Infinity;
    for (const [k, [x, y]] of places.entries()) {
      for (const [otherX, otherY] of places.slice(k + 1)) {
        nearest = Math.min(nearest, Math.hypot(x - otherX, y - otherY));
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(24 - 0.3);
  });

  test("stay where they are when answers move", () => {
    const before = drawnMarks(tiles, "findings", columns, 10);
    const moved = { ...columns, eligible: columns.eligible.map((answer) => Math.min(1, answer)) };
    const after = drawnMarks(tiles, "findings", moved, 10);
    const places = ({ clusters, households }: Drawn) =>
      [...clusters, ...households].map(({ tile, geometry }) => [
        tile,
        geometry[0]![0]!.x,
        geometry[0]![0]!.y,
      ]);
    expect(places(after)).toEqual(places(before));
    expect(sumsOf(after)).toMatchObject({ yes: counted(moved).yes, unknown: counted(moved).unknown });
    expect(counted(moved).yes).not.toBe(counted(columns).yes);
  });
});

describe("between clusters and everybody", () => {
  const spot = { lon: 108.2501, lat: 12.7501 };

  test("at one spot one household of each answer is drawn and says how many it stands for", () => {
    const columns = marksAt(Array.from({ length: 9 }, () => spot));
    for (const z of [SINGLE_FROM, ALL_FROM - 1]) {
      const { households } = drawnMarks(householdTiles(), "findings", columns, z);
      expect(households.map(({ properties }) => [properties.eligible, properties.n]).sort()).toEqual([
        ["no", 3],
        ["unknown", 3],
        ["yes", 3],
      ]);
    }
  });

  test("a household alone in its cell keeps its id", () => {
    const columns = marksAt([spot, { lon: spot.lon + 0.01, lat: spot.lat }]);
    const { households } = drawnMarks(householdTiles(), "findings", columns, SINGLE_FROM);
    expect(households.map(({ properties }) => properties)).toEqual([
      { id: "Hộ 0", eligible: "no" },
      { id: "Hộ 1", eligible: "yes" },
    ]);
  });

  test("only a full tile is thinned in cells wider than a pixel", () => {
    // Two pixels apart, all in one tile of zoom 13.
    const pixel = 1 / 512;
    const grid = Array.from({ length: THIN_ABOVE + 1 }, (_, k) => ({
      lon: lonOf(6561 + (4.5 + 2 * (k % 80)) * pixel, 13),
      lat: latOf(3797 + (4.5 + 2 * Math.floor(k / 80)) * pixel, 13),
    }));
    const drawn = (points: readonly At[]) =>
      drawnMarks(householdTiles(), "findings", marksAt(points), 13).households.length;
    expect(drawn(grid.slice(1))).toBe(THIN_ABOVE);
    expect(drawn(grid)).toBeLessThan(THIN_ABOVE);
    check(grid, 13);
  });
});

test("from zoom 14 on everybody is drawn, also on one spot", () => {
  const columns = marksAt(hamlets(3000, 9, 0.00001));
  const { households } = drawnMarks(householdTiles(), "statuses", columns, ALL_FROM);
  expect(households).toHaveLength(3000);
  for (const { id, properties } of households) {
    expect(properties).toEqual({
      id: `Hộ ${id}`,
      eligible: ELIGIBLE_NAMES[columns.eligible[id!]!],
      status: HOUSEHOLD_STATUSES[columns.status[id!]!],
    });
  }
});
