/** Shapes laid over each other: against GEOS where the shapes are valid, against points where they are not. */
import fc from "fast-check";
import initGeos from "geos-wasm";
import { expect, test } from "vitest";
import {
  difference,
  intersection,
  type Overlaid,
  overlay,
  union,
} from "../../../src/core/geometry/overlay.ts";
import { INSIDE, locate, slabsOf } from "../../../src/core/geometry/point-in-polygon.ts";
import { polygonSetOf, polygonsOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry } from "../../../src/core/model/geometry.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { randomOf } from "../../compute/support/random.ts";

/** Pairs compared with GEOS. */
const PAIRS = 2000;

test("2,000 pairs with holes, shared corners and shared edges: the areas of GEOS to a millionth", async () => {
  const random = randomOf(20260);
  const areasOf = await geosAreas();
  let compared = 0;
  while (compared < PAIRS) {
    const a = someShape(random);
    const b = compared % 10 === 0 ? a : someShape(random);
    const expected = areasOf(a, b);
    if (expected === null) continue;
    compared++;
    expectArea(intersection(a, b), expected.intersection);
    expectArea(difference(a, [b]), expected.difference);
    expectArea(union([a, b]), expected.union);
  }
});

const corner = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
const ring = fc.array(corner, { minLength: 3, maxLength: 9 }).map((corners): LonLat[] => {
  const open = corners.map(([x, y]): LonLat => [108 + x / 100, 12 + y / 100]);
  return [...open, open[0]!];
});
const tangled = fc.array(ring, { minLength: 1, maxLength: 2 }).map(
  (coordinates): ArealGeometry => ({
    type: "Polygon",
    coordinates,
  }),
);

test("outlines that cross themselves and each other: every point is where the point test says", () => {
  const places = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    { minLength: 20, maxLength: 20 },
  );
  fc.assert(
    fc.property(tangled, tangled, tangled, places, (a, b, c, at) => {
      const both = overlay([a, b, c], (covered) => covered.includes(0) && !covered.includes(2));
      expect(both).not.toBeNull();
      for (const [x, y] of at) {
        const point: LonLat = [108 + 0.08 * x, 12 + 0.08 * y];
        const expected = isInside(a, point) && !isInside(c, point);
        // A point on an outline may fall to either side.
        if ([a, b, c].some((shape) => isOnOutline(shape, point))) continue;
        expect(both!.shape !== null && isInside(both!.shape, point)).toBe(expected);
      }
    }),
    { numRuns: 400 },
  );
});

test("what two have in common and what they have not add up", () => {
  fc.assert(
    fc.property(tangled, tangled, (a, b) => {
      const all = area(union([a, b])!.shape);
      const parts = [intersection(a, b), difference(a, [b]), difference(b, [a])].map((one) =>
        area(one!.shape),
      );
      expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(all, 10);
    }),
  );
});

test("nothing in common is no shape, and no shapes cover nothing", () => {
  const square = (x: number): ArealGeometry => ({
    type: "Polygon",
    coordinates: [
      [
        [x, 12],
        [x + 1, 12],
        [x + 1, 13],
        [x, 13],
        [x, 12],
      ],
    ],
  });
  expect(intersection(square(108), square(109))).toEqual({ shape: null });
  expect(union([])).toEqual({ shape: null });
  expect(difference(square(108), [square(108)])).toEqual({ shape: null });
});

/** A star with 4 to 60 corners, every second with a hole; of three, two on a lattice, so that corners and edges meet. */
function someShape(random: () => number): ArealGeometry {
  const corners = 4 + Math.floor(random() * 56);
  const lattice = [0, 0.001, 0.0002][Math.floor(random() * 3)]!;
  const center: LonLat = [108 + random() * 0.02, 12 + random() * 0.02];
  const radius = 0.005 + random() * 0.01;
  const outer = star(random, center, corners, 0.4 * radius, radius);
  const hole = star(random, center, 5, 0.2 * radius, 0.35 * radius).reverse();
  const rings = random() < 0.5 ? [outer] : [outer, hole];
  return { type: "Polygon", coordinates: lattice === 0 ? rings : rings.map((one) => snapped(one, lattice)) };
}

function star(random: () => number, [x, y]: LonLat, corners: number, least: number, most: number): LonLat[] {
  const open = Array.from({ length: corners }, (_, k): LonLat => {
    const turn = (2 * Math.PI * k) / corners;
    const far = least + (most - least) * random();
    return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
  });
  return [...open, open[0]!];
}

function snapped(positions: readonly LonLat[], step: number): LonLat[] {
  return positions.map(([x, y]) => [Math.round(x / step) * step, Math.round(y / step) * step]);
}

interface Areas {
  readonly intersection: number;
  readonly difference: number;
  readonly union: number;
}

/** Areas in square degrees by GEOS; null for a pair of which one is not valid. */
async function geosAreas(): Promise<(a: ArealGeometry, b: ArealGeometry) => Areas | null> {
  const geos = await initGeos({ noticeHandler: () => undefined, errorHandler: () => undefined });
  const reader = geos.GEOSWKTReader_create();
  const areaOf = (shape: number): number => {
    const at = geos.Module._malloc(8);
    geos.GEOSArea(shape, at);
    const value = geos.Module.getValue(at, "double");
    geos.Module._free(at);
    geos.GEOSGeom_destroy(shape);
    return value;
  };
  const read = (shape: ArealGeometry): number => {
    const text = wkt(shape);
    const at = geos.Module._malloc(text.length + 1);
    geos.Module.stringToUTF8(text, at, text.length + 1);
    const out = geos.GEOSWKTReader_read(reader, at);
    geos.Module._free(at);
    return out;
  };
  return (a, b) => {
    const [first, second] = [read(a), read(b)];
    const valid =
      first !== 0 && second !== 0 && geos.GEOSisValid(first) === 1 && geos.GEOSisValid(second) === 1;
    if (!valid) return null;
    return {
      intersection: areaOf(geos.GEOSIntersection(first, second)),
      difference: areaOf(geos.GEOSDifference(first, second)),
      union: areaOf(geos.GEOSUnion(first, second)),
    };
  };
}

function wkt(shape: ArealGeometry): string {
  const rings = polygonsOf(shape)[0]!;
  return `POLYGON(${rings.map((one) => `(${one.map(([x, y]) => `${x} ${y}`).join(",")})`).join(",")})`;
}

function expectArea(found: Overlaid | null, expected: number): void {
  expect(found).not.toBeNull();
  // 1e-10 square degrees are about one square metre.
  const error = Math.abs(area(found!.shape) - expected) / Math.max(expected, 1e-10);
  expect(error).toBeLessThan(1e-6);
}

/** Square degrees, holes taken off. */
function area(shape: ArealGeometry | null): number {
  if (shape === null) return 0;
  return polygonsOf(shape).reduce((sum, [outer, ...holes]) => {
    return (
      sum + Math.abs(ringArea(outer!)) - holes.reduce((less, hole) => less + Math.abs(ringArea(hole)), 0)
    );
  }, 0);
}

function ringArea(positions: readonly LonLat[]): number {
  const [x0, y0] = positions[0]!;
  let sum = 0;
  for (let k = 1; k < positions.length; k++) {
    const [x1, y1] = positions[k - 1]!;
    const [x2, y2] = positions[k]!;
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum / 2;
}

function isInside(shape: ArealGeometry, [lon, lat]: LonLat): boolean {
  return polygonsOf(shape).some((rings) => {
    return locate(slabsOf(polygonSetOf([{ type: "Polygon", coordinates: rings }])), 0, lon, lat) === INSIDE;
  });
}

function isOnOutline(shape: ArealGeometry, [x, y]: LonLat): boolean {
  return polygonsOf(shape)
    .flat()
    .some((one) =>
      one.slice(1).some(([x2, y2], k) => {
        const [x1, y1] = one[k]!;
        const long = Math.hypot(x2 - x1, y2 - y1);
        if (long === 0) return false;
        const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long;
        const across = Math.abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / long;
        return across < 1e-8 && along > -1e-8 && along < long + 1e-8;
      }),
    );
}
