/** Random points to count among: hamlets, lone houses, houses on one spot, ties, and one far away. */
import fc from "fast-check";
import type { Metric } from "../../../src/core/geometry/metric.ts";
import { placeOrder } from "../../../src/core/geometry/place-order.ts";
import {
  type MeasuredColumns,
  type PointColumns,
  pointColumns,
  squaredBetween,
} from "../../../src/core/geometry/point-columns.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, between, latticePoint } from "./shapes.ts";

/** Points and how they are measured. */
export interface Scatter {
  readonly metric: Metric;
  readonly points: readonly LonLat[];
  readonly radiusM: number;
  readonly columns: PointColumns;
}

const hamlet = fc
  .tuple(anyPoint, fc.array(fc.tuple(between(-1, 1), between(-1, 1)), { maxLength: 30 }), between(1e-6, 0.01))
  .map(([[x, y], offsets, width]): LonLat[] => [
    [x, y],
    ...offsets.map(([dx, dy]): LonLat => [x + dx * width, y + dy * width]),
  ]);
const spot = fc
  .tuple(fc.oneof(anyPoint, latticePoint), fc.integer({ min: 1, max: 12 }))
  .map(([at, copies]) => Array.from({ length: copies }, () => at));
const far = fc.constantFrom<LonLat>([-70, -40], [108, 84.9], [108.05, -12.5], [-179.9, 12.6], [108, 0.001]);
const outside = fc.constantFrom<LonLat>([108, 89.5], [190, 12.5], [108, -90]);
const degrees = fc
  .tuple(
    fc.array(hamlet, { maxLength: 4 }),
    fc.array(spot, { maxLength: 3 }),
    fc.array(latticePoint, { maxLength: 15 }),
    fc.array(far, { maxLength: 1 }),
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(outside, { maxLength: 1 })),
  )
  .map(([hamlets, spots, lone, one, out]) => [...hamlets.flat(), ...spots.flat(), ...lone, ...one, ...out]);
const degreesRadius = fc.oneof(
  between(0, 3000),
  between(0, 20),
  between(0, 200_000),
  fc.constantFrom(0, 1e-9, 300, 1e7),
);

/** Whole metres, so that many pairs lie at exactly 5, 25, 50, 65 or 100 m: (3, 4), (7, 24), (30, 40) … */
const plane = fc
  .tuple(
    fc.constantFrom(5, 60, 500),
    fc.array(fc.tuple(between(0, 1), between(0, 1)), { maxLength: 80 }),
    fc.constantFrom(0, 1e6),
    fc.array(fc.constant<LonLat>([3e7, -2e7]), { maxLength: 1 }),
  )
  .map(([size, shares, base, one]) => [
    ...shares.map(([x, y]): LonLat => [base + Math.round(x * size), base + Math.round(y * size)]),
    ...one,
  ]);
const planeRadius = fc.constantFrom(0, 1, 5, 13, 25, 50, 65, 100, 250, 5e7);

/** Any scatter: points now in place order and now in any other. */
export const anyScatter: fc.Arbitrary<Scatter> = fc.oneof(
  fc
    .tuple(degrees, degreesRadius, fc.boolean())
    .map(([points, radiusM, inOrder]) =>
      scatter("ellipsoid", inOrder ? alongCurve(points) : points, radiusM),
    ),
  fc.tuple(plane, planeRadius).map(([points, radiusM]) => scatter("plane", points, radiusM)),
);

/** Columns of points. */
export function columnsOf(points: readonly LonLat[], metric: Metric = "ellipsoid"): PointColumns {
  return pointColumns(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
    metric,
  );
}

/** The same points in place order. */
export function alongCurve(points: readonly LonLat[]): LonLat[] {
  const { order } = placeOrder(
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );
  return Array.from(order, (i) => points[i]!);
}

function scatter(metric: Metric, points: readonly LonLat[], radiusM: number): Scatter {
  return { metric, points, radiusM, columns: columnsOf(points, metric) };
}

/** Others within the radius of each point, by measuring every pair. */
export function countsByMeasuring(columns: MeasuredColumns, radiusM: number): number[] {
  return Array.from(columns.lon, (_, i) => {
    let count = 0;
    for (let j = 0; j < columns.lon.length; j++)
      if (j !== i && squaredBetween(columns, i, j) <= radiusM * radiusM) count++;
    return count;
  });
}
