import fc from "fast-check";
import { expect, test } from "vitest";
import { metresPerDegreeLat, metresPerDegreeLon } from "../../../src/core/geometry/ellipsoid.ts";
import { placeCode, placeOrder } from "../../../src/core/geometry/place-order.ts";
import { pointColumns, squaredBetween } from "../../../src/core/geometry/point-columns.ts";
import type { LonLat } from "../../../src/core/units.ts";
import { anyPoint, between, latticePoint } from "./shapes.ts";

const world: fc.Arbitrary<LonLat> = fc.tuple(between(-180, 180), between(-90, 90));
const some = fc.array(fc.oneof(anyPoint, latticePoint, world), { maxLength: 40 });

function split(points: readonly LonLat[]): [lon: Float64Array, lat: Float64Array] {
  return [Float64Array.from(points, ([lon]) => lon), Float64Array.from(points, ([, lat]) => lat)];
}

test("the curve holds every point once, with its own coordinates and scales", () => {
  fc.assert(
    fc.property(some, fc.constantFrom("ellipsoid" as const, "plane" as const), (points, metric) => {
      const columns = pointColumns(...split(points), metric);
      const { curve } = columns;
      const order = curve.order ?? Uint32Array.from(points.keys());
      expect([...order].sort((a, b) => a - b)).toEqual([...points.keys()]);
      for (const name of ["lon", "lat", "lonM", "latM"] as const)
        expect([...curve[name]]).toEqual(Array.from(order, (i) => columns[name][i]));
      points.forEach(([, lat], i) => {
        expect(columns.lonM[i]).toBe(metric === "plane" ? 1 : metresPerDegreeLon(lat));
        expect(columns.latM[i]).toBe(metric === "plane" ? 1 : metresPerDegreeLat(lat));
      });
      expect(columns.range.lon[0]).toBe(Math.min(Infinity, ...columns.lonM));
      expect(columns.range.lat[1]).toBe(Math.max(0, ...columns.latM));
    }),
    { numRuns: 300 },
  );
});

test("points in place order are taken as they are, others are brought into it", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyPoint, latticePoint), { maxLength: 40 }), (points) => {
      const [lon, lat] = split(points);
      const { order, code } = placeOrder(lon, lat);
      const sortedLon = Float64Array.from(order, (i) => lon[i]!);
      const sortedLat = Float64Array.from(order, (i) => lat[i]!);
      const inOrder = pointColumns(sortedLon, sortedLat);
      expect(inOrder.curve.order).toBeNull();
      expect(inOrder.curve.lon).toBe(sortedLon);
      const { curve } = pointColumns(lon, lat);
      expect(Array.from(curve.lon, (x, k) => placeCode(x, curve.lat[k]!))).toEqual([...code]);
    }),
    { numRuns: 200 },
  );
});

test("new columns lie in the memory asked for", () => {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  const { lonM, latM, curve } = pointColumns(
    Float64Array.of(108.2, 108.1, 108.3),
    Float64Array.of(12.1, 12.9, 12.5),
    "ellipsoid",
    shared,
  );
  for (const column of [lonM, latM, curve.order!, curve.x, curve.y, curve.lon, curve.lat, curve.lonM])
    expect(column.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test("squares of distances: the same from either side, plane metres as they are", () => {
  fc.assert(
    fc.property(anyPoint, world, (a, b) => {
      const columns = pointColumns(...split([a, b]));
      expect(squaredBetween(columns, 0, 1)).toBe(squaredBetween(columns, 1, 0));
    }),
  );
  expect(squaredBetween(pointColumns(Float64Array.of(0, 300), Float64Array.of(0, 400), "plane"), 0, 1)).toBe(
    250_000,
  );
});

test("no point, points at one place, far outside the square, and what is refused", () => {
  const empty = pointColumns(new Float64Array(0), new Float64Array(0));
  expect(empty.count).toBe(0);
  expect(empty.range).toEqual({ lon: [Infinity, 0], lat: [Infinity, 0] });
  expect(pointColumns(Float64Array.of(5, 5), Float64Array.of(7, 7), "plane").curve.lattice.unit).toBe(0);
  expect([...pointColumns(Float64Array.of(0, 5e-324), Float64Array.of(0, 0), "plane").curve.x]).toEqual([
    0, 0,
  ]);
  const far = pointColumns(Float64Array.of(-400, 108), Float64Array.of(89.9, 12.5));
  expect(far.curve.lattice.kind).toBe("linear");
  expect(far.curve.x[0]).not.toBe(far.curve.x[1]);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => pointColumns(Float64Array.of(108, bad), Float64Array.of(12, 12))).toThrow(RangeError);
    expect(() => pointColumns(Float64Array.of(108, 107), Float64Array.of(12, bad), "plane")).toThrow(
      RangeError,
    );
  }
  expect(() => pointColumns(Float64Array.of(108), new Float64Array(0))).toThrow(RangeError);
  const huge = Float64Array.of(-1.7e308, 1.7e308);
  expect(() => pointColumns(huge, huge, "plane")).toThrow(RangeError);
});
