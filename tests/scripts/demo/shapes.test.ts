/** Fields and labels become polygons that neither overlap nor leave gaps, whatever they look like. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Band, bandsOf } from "../../../scripts/demo/bands.ts";
import { conflictsOf } from "../../../scripts/demo/conflicts.ts";
import { blurred, frameOf, lonLatAt } from "../../../scripts/demo/grid.ts";
import { type LabelPolygon, meshOf } from "../../../scripts/demo/mesh.ts";
import { randomOf } from "../../../scripts/demo/random.ts";
import { areaM2 } from "../../../src/core/geometry/ellipsoid.ts";
import { locate, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import { selfCrossing } from "../../../src/core/geometry/self-crossing.ts";
import type { PolygonGeometry } from "../../../src/core/model/geometry.ts";

const FRAME = frameOf(108.1, 12.7, 1 / 3600, 40, 34);
const geometry = ({ rings }: Pick<Band | LabelPolygon, "rings">): PolygonGeometry => ({
  type: "Polygon",
  coordinates: rings,
});

/** How many of the polygons hold a position, boundaries included. */
function holders(polygons: readonly PolygonGeometry[]): (lon: number, lat: number) => number[] {
  const slabs = slabsOf(polygonSetOf(polygons));
  return (lon, lat) => [...polygons.keys()].filter((f) => locate(slabs, f, lon, lat) === 1);
}

describe("bands of a random field", () => {
  const thresholds = [0.44, 0.5, 0.56];
  test("are valid, do not overlap, and hold what the field says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = randomOf(seed, "field");
        const noise = Float32Array.from({ length: FRAME.nx * FRAME.ny }, () => random.next());
        const field = blurred(noise, FRAME, 1, 2);
        const bands = bandsOf(field, FRAME, { thresholds, leastM2: 0, toleranceM: 0, smoothing: 0 });
        const shapes = bands.map(geometry);
        for (const shape of shapes) {
          expect(selfCrossing(shape)).toBeNull();
          expect(areaM2(shape)).toBeGreaterThan(0);
        }
        const at = holders(shapes);
        for (let c = 0; c < field.length; c++) {
          const [lon, lat] = lonLatAt(FRAME, (c % FRAME.nx) + 0.5, Math.floor(c / FRAME.nx) + 0.5);
          // A value this close to a threshold may be rounded across it.
          if (thresholds.some((threshold) => Math.abs(field[c] - threshold) < 0.004)) continue;
          const level = thresholds.filter((threshold) => field[c] > threshold).length;
          const found = at(lon, lat).map((f) => bands[f].level + 1);
          expect(found).toEqual(level === 0 ? [] : [level]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("stay apart when they are thinned and smoothed, and leave out specks", () => {
    const random = randomOf(5, "field");
    const noise = Float32Array.from({ length: FRAME.nx * FRAME.ny }, () => random.next());
    const field = blurred(noise, FRAME, 1, 2);
    const leastM2 = 20_000;
    const bands = bandsOf(field, FRAME, { thresholds, leastM2, toleranceM: 25, smoothing: 2 });
    expect(bands.length).toBeGreaterThan(3);
    const rings = new Map<string, Band["rings"][number]>();
    for (const { rings: own } of bands) {
      for (const ring of own) rings.set([...ring.map(String)].sort().join(), ring);
      expect(selfCrossing(geometry({ rings: own }))).toBeNull();
    }
    const lines = [...rings.values()].map((ring) => ({ line: ring.slice(0, -1), closed: true }));
    expect(conflictsOf(lines).size).toBe(0);
  });
});

describe("a mesh of random labels", () => {
  test("covers every cell once and keeps its area", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 6 }), (seed, smoothing) => {
        const random = randomOf(seed, "labels");
        const frame = frameOf(108.1, 12.7, 1 / 1800, 24, 20);
        const labels = new Int16Array(frame.nx * frame.ny);
        const middles = Array.from(
          { length: 7 },
          (_, i) => [random.index(24), random.index(20), i % 5] as const,
        );
        for (let c = 0; c < labels.length; c++) {
          const far = ([x, y]: readonly [number, number, number]) =>
            Math.hypot((c % 24) - x, Math.floor(c / 24) - y) + 2 * random.next();
          labels[c] = middles.reduce((best, middle) => (far(middle) < far(best) ? middle : best))[2];
        }
        const polygons = meshOf(labels, frame, { smoothing, toleranceM: smoothing * 4 });
        const shapes = polygons.map(geometry);
        for (const shape of shapes) expect(selfCrossing(shape)).toBeNull();
        const at = holders(shapes);
        for (let i = 0; i < 300; i++) {
          const [lon, lat] = lonLatAt(frame, random.between(0, 24), random.between(0, 20));
          expect(at(lon, lat).length).toBeLessThanOrEqual(1);
        }
        if (smoothing > 0) return;
        for (let c = 0; c < labels.length; c++) {
          const [lon, lat] = lonLatAt(frame, (c % 24) + 0.5, Math.floor(c / 24) + 0.5);
          expect(at(lon, lat).map((f) => polygons[f].label)).toEqual(labels[c] === 0 ? [] : [labels[c]]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("cells that touch only at a corner are parted", () => {
    const frame = frameOf(108.1, 12.7, 1 / 1800, 4, 4);
    const labels = Int16Array.from([1, 1, 2, 2, 1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 1, 1]);
    const shapes = meshOf(labels, frame, { smoothing: 0, toleranceM: 0 }).map(geometry);
    for (const shape of shapes) expect(selfCrossing(shape)).toBeNull();
    const whole = shapes.reduce((sum, shape) => sum + areaM2(shape), 0);
    const cell = frame.cellM ** 2;
    expect(Math.abs(whole / (16 * cell) - 1)).toBeLessThan(0.01);
  });
});

test("lines that cross, touch or run along one another are found", () => {
  const line = (...positions: [number, number][]) => ({ line: positions, closed: false });
  const base = line([0, 0], [0.01, 0]);
  expect([...conflictsOf([base, line([0.005, -0.01], [0.005, 0.01])])]).toEqual([0, 1]);
  expect([...conflictsOf([base, line([0.005, 0], [0.005, 0.01])])]).toEqual([0, 1]);
  expect([...conflictsOf([base, line([0.005, 0], [0.02, 0])])]).toEqual([0, 1]);
  expect([...conflictsOf([base, line([0.01, 0], [0.005, 0])])]).toEqual([0, 1]);
  expect([...conflictsOf([base, line([0.01, 0], [0.02, 0.01])])]).toEqual([]);
  expect([...conflictsOf([base, line([0, 0.001], [0.01, 0.001])])]).toEqual([]);
});
