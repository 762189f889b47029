import { describe, expect, test } from "vitest";
import { communePolygons } from "../../../scripts/bench/data/communes.ts";
import { hazardZones } from "../../../scripts/bench/data/hazards.ts";
import { type Layer, provinceOf } from "../../../scripts/bench/data/index.ts";
import { planOf } from "../../../scripts/bench/data/plan.ts";
import { latOf, lonOf } from "../../../scripts/bench/data/plane.ts";
import { registerCsv } from "../../../scripts/bench/data/register.ts";
import { hashOf } from "../../../scripts/bench/hash.ts";
import { geometryOf, polygonSetOf, polygonsOf } from "../../../src/core/geometry/polygon-set.ts";
import { selfCrossing } from "../../../src/core/geometry/self-crossing.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";

const N = 2000;

/** One number for everything a seed gives. */
function fingerprint(seed: number): string {
  const { households, coarse, communes, forests, hazards, roads } = provinceOf(seed, N);
  const { x, y, lon, lat } = households;
  const layers = [coarse, communes, forests, hazards].flatMap(({ plane, degrees }) => [
    plane.ringVertex,
    plane.xy,
    degrees.xy,
  ]);
  const ranks = [Uint32Array.from(hazards.kind), Uint32Array.from(hazards.level)];
  const csv = Uint32Array.from(registerCsv(seed, households));
  return hashOf([x, y, lon, lat, ...layers, ...ranks, roads.plane.xy, csv]);
}

describe("the made-up province", () => {
  test("is the same bytes for the same seed and others for another", () => {
    expect(fingerprint(1)).toBe(fingerprint(1));
    expect(fingerprint(2)).not.toBe(fingerprint(1));
  });

  test("has no polygon that crosses itself: tools would disagree about it", () => {
    const { coarse, communes, forests, hazards } = provinceOf(1, N);
    for (const { plane } of [coarse, communes, forests, hazards]) {
      expect(plane.count).toBeGreaterThan(0);
      for (let f = 0; f < plane.count; f++) expect(selfCrossing(geometryOf(plane, f))).toBeNull();
    }
  });

  test("has communes of 257 and 2,049 vertices with the same corners, hazards of three kinds and five levels", () => {
    const communes = [64, 512].map((edges) => communePolygons(1, edges));
    const vertices = communes.map((each) => polygonSetOf(each).xy.length / 2 / each.length);
    expect(vertices).toEqual([257, 2049]);
    const corner = (polygons: readonly ArealGeometry[]) => polygonsOf(polygons[77]!)[0]![0]![0];
    expect(corner(communes[0]!)).toEqual(corner(communes[1]!));
    const { kind, level } = hazardZones(1, 300);
    expect([...new Set(kind)].sort()).toEqual([0, 1, 2]);
    expect([...new Set(level)].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test("plants one household in five hundred on an edge or a vertex, in both coordinate systems", () => {
    const { households, coarse, communes, forests, hazards } = provinceOf(3, N);
    expect(households.planted).toBe(4);
    const layers = [coarse, communes, forests, hazards];
    for (let k = 0; k < households.planted; k++) {
      const i = N - households.planted + k;
      expect(toOutlineM(layers[k % layers.length]!, households.x[i]!, households.y[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(lonOf(households.x[i]!) - households.lon[i]!)).toBeLessThan(1e-12);
      expect(Math.abs(latOf(households.y[i]!) - households.lat[i]!)).toBeLessThan(1e-12);
    }
  });

  test("is a plan whose register carries every household", () => {
    const province = provinceOf(1, N);
    const { households, layers } = planOf(province);
    expect(households.count).toBe(N);
    expect([...households.lon]).toEqual([...province.households.lon]);
    expect(layers.units?.attributes).toHaveLength(200);
  });
});

/** Metres from a place to the nearest edge of a layer, edge by edge. */
function toOutlineM({ plane }: Layer, x: number, y: number): number {
  const { ringVertex, xy } = plane;
  let least = Infinity;
  for (let r = 0; r + 1 < ringVertex.length; r++) {
    for (let v = ringVertex[r]!; v + 1 < ringVertex[r + 1]!; v++) {
      const [ax, ay, bx, by] = xy.subarray(2 * v, 2 * v + 4) as unknown as [number, number, number, number];
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
      least = Math.min(least, Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y));
    }
  }
  return least;
}
