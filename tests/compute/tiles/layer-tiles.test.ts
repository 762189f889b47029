import { describe, expect, test } from "vitest";
import type { TileSource } from "../../../src/compute/protocol.ts";
import { namedVillages } from "../../../src/compute/tiles/layer-tiles.ts";
import { mercatorX, mercatorY, tileOf } from "../../../src/compute/tiles/mercator.ts";
import type { Village } from "../../../src/compute/villages.ts";
import { arealIndex, featuresAt } from "../../../src/core/geometry/areal-index.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { PolygonGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { allFeatures } from "../support/all-tiles.ts";
import { testEngine } from "../support/engine.ts";
import { readTile } from "../support/read-tile.ts";
import { rectangle, syntheticPlan } from "../support/synthetic-plan.ts";

const plan = syntheticPlan({ seed: 21, households: 700 });
const { engine } = testEngine(plan);
const bounds = engine.bounds()!;

function features(source: TileSource, z = 10) {
  return allFeatures(engine.tile, source, z, bounds);
}

/** Different feature ids in all tiles. */
function idsOf(found: readonly { readonly id: number | undefined }[]): number[] {
  return [...new Set(found.map(({ id }) => id!))].sort((a, b) => a - b);
}

function lonLatOf({ x, y }: { x: number; y: number }): LonLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

describe("what the tiles of a source hold", () => {
  test("units with code and name, and a label certainly inside each", () => {
    const { units = [], "unit-labels": labels = [] } = features("units", 9);
    const { shapes, attributes } = plan.layers.units!;
    expect(idsOf(units)).toEqual(attributes.map((_, u) => u));
    for (const { id, properties } of units) {
      const { code, name } = attributes[id!]!;
      expect(properties).toMatchObject({ code, name });
    }
    const index = arealIndex(shapes);
    expect(idsOf(labels)).toEqual(attributes.map((_, u) => u));
    for (const label of labels) {
      const [lon, lat] = lonLatOf(label);
      expect(featuresAt(index, lon, lat)).toContain(label.id);
      expect(label.properties.name).toBe(attributes[label.id!]!.name);
    }
  });

  test("forests with kind, subzone and name; one label for each special-use name", () => {
    const { forests = [], "forest-labels": labels = [] } = features("forests", 9);
    expect(idsOf(forests)).toEqual([0, 1, 2]);
    for (const { id, properties } of forests) {
      const { kind, subzone, name } = plan.layers.forests[0]!.attributes[id!]!;
      expect(properties.kind).toBe(kind);
      expect(properties.subzone ?? null).toBe(subzone);
      expect(properties.name ?? null).toBe(name);
    }
    // A label within the buffer of a tile is written into that tile too; it stays one label.
    expect(idsOf(labels)).toEqual([0]);
    expect(labels[0]!.properties.name).toBe("Rừng đặc dụng Chư Thử");
    const [lon, lat] = lonLatOf(labels[0]!);
    expect(featuresAt(arealIndex(plan.layers.forests[0]!.shapes), lon, lat)).toEqual([0]);
  });

  test("forests of several layers keep ids apart", () => {
    const forests = [plan.layers.forests[0]!, plan.layers.forests[0]!];
    const other = testEngine({ ...plan, layers: { ...plan.layers, forests } }).engine;
    expect(idsOf(allFeatures(other.tile, "forests", 9, bounds).forests!)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("hazards with kind and level, higher levels after lower ones", () => {
    const { hazards = [] } = features("hazards");
    expect(idsOf(hazards)).toEqual(plan.layers.hazards[0]!.attributes.map((_, f) => f));
    for (const { id, properties } of hazards) {
      expect(properties).toEqual(plan.layers.hazards[0]!.attributes[id!]);
    }
    const tile = readTile(engine.tile("hazards", 8, tileOf(mercatorX(108.2), 8), tileOf(mercatorY(12.6), 8)));
    const levels = tile.hazards!.map(({ properties }) => Number(properties.level));
    expect(levels.length).toBeGreaterThan(5);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
  });

  test("roads with class, centres with code, villages of the register", () => {
    const { roads = [] } = features("roads", 9);
    expect(idsOf(roads)).toEqual(plan.layers.roads!.attributes.map((_, f) => f));
    expect(roads[0]!.properties.roadClass).toMatch(/^(main|minor)$/);
    const { centres = [], villages = [] } = features("centres", 12);
    expect(idsOf(centres)).toEqual(plan.layers.centres!.attributes.map((_, c) => c));
    const { village, lon } = plan.households;
    const named = Array.from(village.index).filter((v, i) => v >= 0 && !Number.isNaN(lon[i]!)).length;
    const counted = new Map(villages.map(({ id, properties }) => [id, Number(properties.n)]));
    expect([...counted.values()].reduce((sum, n) => sum + n, 0)).toBe(named);
  });

  test("sites with name, form, status and capacity, and a label inside", () => {
    const { sites = [], "site-labels": labels = [] } = features("sites", 12);
    expect(idsOf(sites)).toEqual([0, 1]);
    const first = sites.find(({ id }) => id === 0)!;
    expect(first.properties).toEqual({
      id: "S1",
      name: "Điểm Ea Thử",
      form: "concentrated",
      status: "draft",
      capacity: 40,
    });
    // Not known is left out, never written as 0.
    expect(sites.find(({ id }) => id === 1)!.properties).not.toHaveProperty("capacity");
    expect(idsOf(labels)).toEqual([0, 1]);
  });

  test("what has no shape or place is left out, the rest is drawn", () => {
    const [first, second] = plan.sites;
    const emptied = { ...first!, geometry: { type: "MultiPolygon", coordinates: [] } as const };
    const centres = { ...plan.layers.centres!, lon: plan.layers.centres!.lon.slice() };
    centres.lon[0] = Number.NaN;
    const shapes = polygonSetOf([
      { type: "MultiPolygon", coordinates: [] },
      rectangle(108.1, 12.5, 0.1, 0.1),
    ]);
    const units = { ...plan.layers.units!, shapes, attributes: plan.layers.units!.attributes.slice(0, 2) };
    const forests = [
      { ...plan.layers.forests[0]!, shapes, attributes: plan.layers.forests[0]!.attributes.slice(0, 2) },
    ];
    const layers = { ...plan.layers, centres, units, forests };
    const other = testEngine({ ...plan, layers, sites: [emptied, second!] }).engine;
    const found = (source: TileSource) => allFeatures(other.tile, source, 10, bounds);
    expect(idsOf(found("sites").sites!)).toEqual([1]);
    expect(idsOf(found("sites")["site-labels"]!)).toEqual([1]);
    expect(idsOf(found("centres").centres!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(idsOf(found("units").units!)).toEqual([1]);
    expect(idsOf(found("units")["unit-labels"]!)).toEqual([1]);
    expect(idsOf(found("forests")["forest-labels"]!)).toEqual([0]);
    expect(found("findings").clusters!.length).toBeGreaterThan(0);
    expect(other.exportGeoJson({ what: "sites" }).ok).toBe(true);
    expect(other.exportGeoJson({ what: "unit", unitCode: "90000" }).ok).toBe(true);
  });

  test("nothing there, no tile", () => {
    for (const source of ["units", "forests", "hazards", "roads", "centres", "sites"] as const) {
      expect(engine.tile(source, 10, 3, 3)).toBeNull();
    }
    expect(engine.tile("units", 17, tileOf(mercatorX(108.2), 17), tileOf(mercatorY(12.6), 17))).toBeNull();
  });
});

describe("names of villages on the map", () => {
  const [one, two] = plan.layers.units!.attributes;
  const village = (households: number, unit: typeof one | null, lon: number): Village => ({
    name: "Buôn Thử",
    unit: unit ?? null,
    households,
    lon,
    lat: 12.5,
    bbox: [lon, 12.5, lon, 12.5],
  });
  test("one in each commune, where most of it is; none is lost from the count", () => {
    const named = namedVillages([village(1, one, 108.11), village(60, one, 108.1), village(7, two, 108.2)]);
    expect(named.map(({ households, lon }) => [households, lon])).toEqual([
      [61, 108.1],
      [7, 108.2],
    ]);
  });
  test("outside every commune nothing is joined", () => {
    expect(namedVillages([village(1, null, 108.1), village(2, null, 109)])).toHaveLength(2);
  });
});

describe("the drawn edge is the tested edge", () => {
  // A wavy shore: 4,000 vertices about 3 m apart, as a digitised stream bank.
  const wavy: PolygonGeometry = {
    type: "Polygon",
    coordinates: [
      [
        ...Array.from(
          { length: 4000 },
          (_, k): LonLat => [
            108.2 + k * 0.00003,
            12.6 + 0.0004 * Math.sin(k / 9) + 0.00002 * Math.sin(k * 1.7),
          ],
        ),
        [108.32, 12.7],
        [108.2, 12.7],
        [108.2, 12.6],
      ],
    ],
  };
  const layer = { ...plan.layers.hazards[0]!, shapes: polygonSetOf([wavy]) };
  const hazards = [{ ...layer, attributes: [{ kind: "landslide", level: 4 } as const] }];
  const shore = testEngine({ ...plan, layers: { ...plan.layers, hazards } }).engine;

  test.each([14, 15, 16])("at zoom %i within a tile unit", (z) => {
    const x = tileOf(mercatorX(108.26), z);
    const y = tileOf(mercatorY(12.6), z);
    const { geometry } = readTile(shore.tile("hazards", z, x, y)).hazards![0]!;
    const inTile = wavy.coordinates[0]!.map(([lon, lat]) => ({
      x: (mercatorX(lon) * 2 ** z - x) * 4096,
      y: (mercatorY(lat) * 2 ** z - y) * 4096,
    })).filter((at) => at.x > 0 && at.x < 4096 && at.y > 0 && at.y < 4096);
    expect(inTile.length).toBeGreaterThan(100);
    const worst = Math.max(...inTile.map((at) => Math.min(...geometry.map((ring) => distanceTo(ring, at)))));
    // Half a unit of simplification and half a unit's diagonal of rounding: together 0.75 m at zoom 14.
    expect(worst).toBeLessThan(0.5 + Math.SQRT1_2);
  });
});

test("a site that is moved is cut anew, a tile of another source is not touched", () => {
  const { engine: other } = testEngine(plan);
  const before = other.tile("units", 9, tileOf(mercatorX(108.2), 9), tileOf(mercatorY(12.6), 9));
  const moved = { ...plan.sites[0]!, geometry: rectangle(108.4, 12.8, 0.01, 0.01) };
  other.take({ type: "patch", revision: 8, patch: { sites: [moved] } });
  const { sites = [] } = allFeatures(other.tile, "sites", 14, bounds);
  expect(sites.length).toBeGreaterThan(0);
  for (const site of sites) expect(lonLatOf(site)[0]).toBeGreaterThan(108.39);
  const after = other.tile("units", 9, tileOf(mercatorX(108.2), 9), tileOf(mercatorY(12.6), 9));
  expect(new Uint8Array(after!)).toEqual(new Uint8Array(before!));
});

type Ring = readonly { readonly x: number; readonly y: number }[];

function distanceTo(ring: Ring, at: { x: number; y: number }): number {
  let least = Infinity;
  for (let k = 1; k < ring.length; k++) {
    const a = ring[k - 1]!;
    const b = ring[k]!;
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const along = length === 0 ? 0 : ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length;
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(at.x - a.x - t * (b.x - a.x), at.y - a.y - t * (b.y - a.y)));
  }
  return least;
}
