/** Random polygons and positions for the areal indexes, most of them where something ties. */
import fc from "fast-check";
import type { ArealGrid } from "../../../src/core/geometry/areal-grid.ts";
import { polygonSetOf } from "../../../src/core/geometry/polygon-set.ts";
import type { ArealGeometry, PolygonSet } from "../../../src/core/model/geometry.ts";
import type { Bbox, LonLat } from "../../../src/core/units.ts";
import { between } from "./shapes.ts";

/** Degrees of a province, metres of one, and a plane round its origin. */
interface Plane {
  readonly at: LonLat;
  readonly step: number;
}
const planes: readonly Plane[] = [
  { at: [108, 12.5], step: 0.01 },
  { at: [450_000, 1_400_000], step: 250 },
  { at: [-3, -3], step: 0.5 },
];

const SIZE = 12;

/** Places in steps of the plane: whole, halves and thirds (which round), or anything. */
const place = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: SIZE }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * SIZE }).map((n) => n / 3) },
  { weight: 2, arbitrary: between(-1, SIZE + 1) },
  // Far outside: edges that cross the whole grid, features that begin beyond its bounds.
  { weight: 1, arbitrary: between(-3 * SIZE, 4 * SIZE) },
);
/** Beyond all reason: the slope of an edge says nothing any more of the cells it crosses. */
const farPlace = between(-1e9, 1e9);
const corner = fc.tuple(place, place);
type Corner = readonly [number, number];

const closed = (points: readonly Corner[]): Corner[] => [...points, points[0]!];
/** Crossing itself, repeating vertices, flat: as it comes. */
const wildRing = fc.array(corner, { minLength: 1, maxLength: 9 }).map(closed);
const farRing = fc.tuple(corner, corner, fc.tuple(farPlace, farPlace)).map(closed);
const boxRing = fc.tuple(corner, corner).map(([[x1, y1], [x2, y2]]): Corner[] =>
  closed([
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ]),
);
/** Round a centre in small steps: several edges within one cell. */
const starRing = fc
  .record({
    centre: corner,
    radii: fc.array(between(0.01, 3), { minLength: 5, maxLength: 60 }),
  })
  .map(({ centre: [x, y], radii }) =>
    closed(
      radii.map((radius, k): Corner => {
        const angle = (2 * Math.PI * k) / radii.length;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      }),
    ),
  );
const ring = fc.oneof(
  { weight: 4, arbitrary: wildRing },
  { weight: 4, arbitrary: boxRing },
  { weight: 4, arbitrary: starRing },
  { weight: 1, arbitrary: farRing },
);
const part = fc.array(ring, { minLength: 1, maxLength: 3 });
/** Parts lie over each other as often as not; now and then a feature is empty. */
const feature = fc.array(part, { minLength: 0, maxLength: 3 });

const wideBox: fc.Arbitrary<readonly [Corner, Corner]> = fc.tuple(corner, corner);
const smallBox: fc.Arbitrary<readonly [Corner, Corner]> = fc
  .tuple(corner, between(0, 1e-6))
  .map(([[x, y], size]) => [
    [x, y],
    [x + size, y + size],
  ]);

export interface Sample {
  readonly set: PolygonSet;
  readonly points: readonly LonLat[];
  readonly bounds: Bbox | null;
  /** A hint to the index, from one cell for all to a cell for each vertex. */
  readonly asked: number | undefined;
}

/** Sets with some features twice; positions on vertices, on the middles and thirds of edges, and anywhere. */
export const sample: fc.Arbitrary<Sample> = fc
  .record({
    plane: fc.constantFrom(...planes),
    features: fc.array(feature, { maxLength: 6 }),
    twice: fc.boolean(),
    anywhere: fc.array(corner, { maxLength: 12 }),
    bounds: fc.option(fc.oneof(wideBox, smallBox)),
    asked: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
  })
  .map(({ plane, features, twice, anywhere, bounds, asked }) => {
    const put = ([x, y]: Corner): LonLat => [plane.at[0] + x * plane.step, plane.at[1] + y * plane.step];
    const all = twice ? [...features, ...features.slice(0, 2)] : features;
    const geometries = all.map(
      (parts): ArealGeometry => ({
        type: "MultiPolygon",
        coordinates: parts.map((rings) => rings.map((points) => points.map(put))),
      }),
    );
    const set = polygonSetOf(geometries);
    const points = [...anywhere.map(put), ...onEdges(set)];
    const corners = bounds?.map(put);
    return { set, points, asked, bounds: corners ? boxOf(corners[0]!, corners[1]!) : null };
  });

/** Where the lines of a grid cross, a hair beside, on its lines, and far beyond it. */
export function onGrid({ west, south, side, columns, rows }: ArealGrid): LonLat[] {
  const out: LonLat[] = [];
  for (let column = 0; column <= columns; column += Math.max(1, columns >> 2)) {
    for (let row = 0; row <= rows; row += Math.max(1, rows >> 2)) {
      const x = west + column * side;
      const y = south + row * side;
      out.push([x, y], [x - side * 1e-9, y], [x, y + side * 1e-9], [x + side / 3, y], [x, y - side / 3]);
    }
  }
  const far = 1e3 * side * (columns + rows);
  out.push(
    [west - far, south],
    [west, south + far],
    [west + far, south - far],
    [1e300, south],
    [west, -1e300],
  );
  out.push([Infinity, south], [west, -Infinity], [Number.NaN, south], [west, Number.NaN]);
  return out;
}

/** Every vertex; the middle and a third of every edge, computed, so on it or a rounding beside it. */
function onEdges({ ringVertex, xy }: PolygonSet): LonLat[] {
  const out: LonLat[] = [];
  for (let r = 0; r + 1 < ringVertex.length; r++) {
    for (let i = ringVertex[r]!; i < ringVertex[r + 1]! - 1; i++) {
      const [x1, y1, x2, y2] = xy.subarray(2 * i, 2 * i + 4) as unknown as [number, number, number, number];
      out.push([x1, y1], [(x1 + x2) / 2, (y1 + y2) / 2], [x1 + (x2 - x1) / 3, y1 + (y2 - y1) / 3], [x1, y2]);
    }
  }
  return out;
}

function boxOf(a: LonLat, b: LonLat): Bbox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}
