/** `data/demo` and the archives in `tiles` hang together as ground does. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "fast-png";
import { PMTiles } from "pmtiles";
import { describe, expect, test } from "vitest";
import { randomOf } from "../../../scripts/demo/random.ts";
import { squareX, squareY } from "../../../scripts/tiles/mercator.ts";
import { areaM2, distanceBetween } from "../../../src/core/geometry/ellipsoid.ts";
import { locate, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { pointInside } from "../../../src/core/geometry/point-inside.ts";
import { bboxOfSet, polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { selfCrossing } from "../../../src/core/geometry/self-crossing.ts";
import type { PolygonGeometry } from "../../../src/core/model/geometry.ts";
import { FOREST_KINDS, HAZARD_KINDS } from "../../../src/core/model/layers.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { type AreaFeature, areas, DEMO, lines, points, ROOT } from "./demo-files.ts";

const TILES = join(ROOT, "tiles");
const polygon = ({ geometry }: AreaFeature): PolygonGeometry => ({ type: "Polygon", ...geometry });
const units = areas("units.geojson");
const forests = areas("forests.geojson");
const hazards = areas("hazards.geojson");
const streams = lines("streams.geojson");

/** Numbers of the features that hold a position in their inside. */
function finder(features: readonly AreaFeature[]): (at: LonLat) => number[] {
  const slabs = slabsOf(polygonSetOf(features.map(polygon)));
  return ([lon, lat]) => [...features.keys()].filter((f) => locate(slabs, f, lon, lat) === 1);
}

describe("areas", () => {
  test.each([
    ["units", units],
    ["forests", forests],
    ["hazards", hazards],
    ["sites", areas("sites.geojson")],
  ])("%s: none crosses itself, each has ground, outer rings run anticlockwise", (_, features) => {
    for (const feature of features) {
      const shape = polygon(feature);
      expect(shape.type).toBe("Polygon");
      expect(selfCrossing(shape)).toBeNull();
      expect(areaM2(shape)).toBeGreaterThan(1000);
      shape.coordinates.forEach((ring, r) => {
        const turn = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
        expect(turn > 0).toBe(r === 0);
        for (const at of ring) for (const degrees of at) expect(Number(degrees.toFixed(7))).toBe(degrees);
      });
    }
  });

  test("there are few enough vertices to draw", () => {
    const vertices = [...units, ...forests, ...hazards]
      .flatMap(({ geometry }) => geometry.coordinates)
      .reduce((sum, ring) => sum + ring.length, 0);
    expect(vertices).toBeLessThan(250_000);
  });
});

describe("communes", () => {
  /** Stretches of border by both ends; a stretch of two communes comes once in each direction. */
  const stretches = new Map<string, number>();
  for (const { geometry } of units) {
    for (const ring of geometry.coordinates) {
      for (let i = 1; i < ring.length; i++) {
        const ends = [ring[i - 1].join(), ring[i].join()].sort().join(" ");
        stretches.set(ends, (stretches.get(ends) ?? 0) + 1);
      }
    }
  }

  test("share their borders position for position", () => {
    const counts = [...stretches.values()];
    expect(Math.max(...counts)).toBe(2);
    expect(counts.filter((n) => n === 2).length).toBeGreaterThan(300);
  });

  test("fill the outline that is left over: no gap and no overlap", () => {
    // What only one commune has is the outline of all; it must be one ring around exactly their ground.
    const next = new Map<string, LonLat>();
    for (const { geometry } of units) {
      for (const ring of geometry.coordinates) {
        for (let i = 1; i < ring.length; i++) {
          const ends = [ring[i - 1].join(), ring[i].join()].sort().join(" ");
          if (stretches.get(ends) === 1) next.set(ring[i - 1].join(), ring[i]);
        }
      }
    }
    const [first] = next.values();
    const outline: LonLat[] = [first];
    for (let at = next.get(first.join()); at && at !== first; at = next.get(at.join())) outline.push(at);
    expect(outline.length).toBe(next.size);
    const shape: PolygonGeometry = { type: "Polygon", coordinates: [[...outline, first]] };
    const sum = units.reduce((total, unit) => total + areaM2(polygon(unit)), 0);
    expect(Math.abs(sum / areaM2(shape) - 1)).toBeLessThan(1e-9);

    const inOutline = slabsOf(polygonSetOf([shape]));
    const unitsAt = finder(units);
    const [west, south, east, north] = bboxOfSet(polygonSetOf([shape])) ?? [0, 0, 0, 0];
    const random = randomOf(11, "points");
    let inside = 0;
    for (let i = 0; i < 20_000; i++) {
      const at: LonLat = [random.between(west, east), random.between(south, north)];
      const wanted = locate(inOutline, 0, at[0], at[1]) === 1 ? 1 : 0;
      expect(unitsAt(at).length).toBe(wanted);
      inside += wanted;
    }
    expect(inside).toBeGreaterThan(10_000);
  });

  test("are twelve in two former districts, with codes no province has", () => {
    expect(units).toHaveLength(12);
    expect(new Set(units.map(({ properties }) => properties.district)).size).toBe(2);
    for (const { properties } of units) {
      expect(properties.code).toMatch(/^99\d{3}$/);
      expect(properties.name).toContain("Mẫu");
    }
  });

  test("each has one centre, inside", () => {
    const unitsAt = finder(units);
    const centres = points("centres.geojson");
    expect(centres.map(({ properties }) => properties.code).sort()).toEqual(
      units.map(({ properties }) => properties.code).sort(),
    );
    for (const { properties, geometry } of centres) {
      const [unit] = unitsAt(geometry.coordinates);
      expect(units[unit].properties.code).toBe(properties.code);
    }
  });
});

describe("forests", () => {
  test("are of every kind; the special-use forest has three subzones and an enclave", () => {
    expect(new Set(forests.map(({ properties }) => properties.kind))).toEqual(new Set(FOREST_KINDS));
    const special = forests.filter(({ properties }) => properties.kind === "special-use");
    expect(new Set(special.map(({ properties }) => properties.subzone))).toEqual(
      new Set(["strict", "recovery", "service"]),
    );
    // An enclave is a hole that no other forest fills.
    const forestsAt = finder(forests);
    const holes = special
      .flatMap(({ geometry }) => geometry.coordinates.slice(1))
      .map((ring) => pointInside({ type: "Polygon", coordinates: [ring] }));
    expect(holes.some((at) => forestsAt(at).length === 0)).toBe(true);
  });

  test("do not overlap: the buffer zone is no forest", () => {
    const forestsAt = finder(forests);
    const random = randomOf(12, "points");
    const [west, south, east, north] = bboxOfSet(polygonSetOf(forests.map(polygon))) ?? [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const at: LonLat = [random.between(west, east), random.between(south, north)];
      expect(forestsAt(at).length).toBeLessThanOrEqual(1);
    }
  });
});

describe("hazards", () => {
  test("are of every kind and level", () => {
    for (const kind of HAZARD_KINDS) {
      const levels = hazards.filter(({ properties }) => properties.kind === kind);
      expect(new Set(levels.map(({ properties }) => properties.level))).toEqual(new Set([1, 2, 3, 4, 5]));
    }
  });

  test.each(HAZARD_KINDS)("%s: one place has one level", (kind) => {
    const own = hazards.filter(({ properties }) => properties.kind === kind);
    const zonesAt = finder(own);
    for (const zone of own) {
      expect(zonesAt(pointInside(polygon(zone))).length).toBe(1);
    }
  });

  test.each(["flash-flood", "pipe-flood"])("%s: every zone lies on a stream", (kind) => {
    // The outer ring alone: a level around a higher one is a ring with the stream in its hole.
    const own = hazards
      .filter(({ properties }) => properties.kind === kind)
      .map(({ geometry }): PolygonGeometry => ({ type: "Polygon", coordinates: [geometry.coordinates[0]] }));
    const slabs = slabsOf(polygonSetOf(own));
    const onStream = new Uint8Array(own.length);
    for (const { geometry } of streams) {
      const { coordinates } = geometry;
      for (let i = 1; i < coordinates.length; i++) {
        const [a, b] = [coordinates[i - 1], coordinates[i]];
        const steps = Math.max(1, Math.ceil(distanceBetween(a, b) / 8));
        for (let s = 0; s <= steps; s++) {
          const lon = a[0] + ((b[0] - a[0]) * s) / steps;
          const lat = a[1] + ((b[1] - a[1]) * s) / steps;
          for (let f = 0; f < own.length; f++) if (locate(slabs, f, lon, lat) !== 0) onStream[f] = 1;
        }
      }
    }
    expect([...onStream.keys()].filter((f) => onStream[f] === 0)).toEqual([]);
  });
});

describe("archives", () => {
  interface Index {
    readonly demo: {
      readonly relief: string;
      readonly base: string;
      readonly bounds: readonly number[];
      readonly center: LonLat;
    };
  }
  const { demo } = JSON.parse(readFileSync(join(TILES, "index.json"), "utf8")) as Index;
  const open = (name: string) => {
    const bytes = Uint8Array.from(readFileSync(join(TILES, name)));
    return new PMTiles({
      getKey: () => name,
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
    });
  };
  const relief = open(demo.relief);
  const ZOOM = 12;
  const pictures = new Map<string, ReturnType<typeof decode>>();

  async function heightAt([lon, lat]: LonLat): Promise<number> {
    const px = Math.floor(squareX(lon) * 256 * 2 ** ZOOM);
    const py = Math.floor(squareY(lat) * 256 * 2 ** ZOOM);
    const key = `${px >> 8} ${py >> 8}`;
    let picture = pictures.get(key);
    if (!picture) {
      const tile = await relief.getZxy(ZOOM, px >> 8, py >> 8);
      if (!tile) throw new Error(`no tile ${key}`);
      picture = decode(new Uint8Array(tile.data));
      pictures.set(key, picture);
    }
    const i = ((py & 255) * 256 + (px & 255)) * 3;
    return picture.data[i] * 256 + picture.data[i + 1] + picture.data[i + 2] / 256 - 32_768;
  }

  test("are the two that the index names, with the zooms the map asks for", async () => {
    const archives = readdirSync(TILES).filter((name) => /^demo-.*\.pmtiles$/.test(name));
    expect(archives.sort()).toEqual([demo.base, demo.relief].sort());
    expect(await relief.getHeader()).toMatchObject({ minZoom: 7, maxZoom: 12, tileType: 2 });
    expect(await open(demo.base).getHeader()).toMatchObject({ minZoom: 6, maxZoom: 14, tileType: 1 });
    const metadata = (await open(demo.base).getMetadata()) as { vector_layers: { id: string }[] };
    expect(metadata.vector_layers.map(({ id }) => id).sort()).toEqual(
      ["contours", "forests", "hazards", "places", "roads", "streams", "units"].sort(),
    );
  });

  test("the special-use forest lies high and streams run down", async () => {
    const forestsAt = finder(forests);
    const unitsAt = finder(units);
    const random = randomOf(13, "heights");
    const [west, south, east, north] = demo.bounds;
    let [high, highs, rest, rests] = [0, 0, 0, 0];
    for (let i = 0; i < 6000; i++) {
      const at: LonLat = [random.between(west, east), random.between(south, north)];
      if (unitsAt(at).length === 0) continue;
      const metres = await heightAt(at);
      expect(metres).toBeGreaterThan(300);
      expect(metres).toBeLessThan(2100);
      const [forest] = forestsAt(at);
      if (forest !== undefined && forests[forest].properties.kind === "special-use") {
        high += metres;
        highs++;
      } else {
        rest += metres;
        rests++;
      }
    }
    expect(high / highs).toBeGreaterThan(rest / rests + 250);

    let down = 0;
    let all = 0;
    for (const { geometry, properties } of streams) {
      const { coordinates } = geometry;
      const ends = [coordinates[0], coordinates[coordinates.length - 1]];
      if (Number(properties.order) > 2 || ends.some((at) => unitsAt(at).length === 0)) continue;
      all++;
      if ((await heightAt(ends[0])) + 3 > (await heightAt(ends[1]))) down++;
    }
    expect(all).toBeGreaterThan(300);
    expect(down / all).toBeGreaterThan(0.98);
  });

  test("the demo and its tiles stay small", () => {
    const sizeOf = (folder: string, wanted: (name: string) => boolean) =>
      readdirSync(folder)
        .filter(wanted)
        .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const bytes = sizeOf(DEMO, (name) => name !== "demo.gpkg") + sizeOf(TILES, (n) => n.endsWith(".pmtiles"));
    expect(bytes).toBeLessThan(12e6);
  });
});
