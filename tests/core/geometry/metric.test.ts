import { expect, test } from "vitest";
import { distanceM, metresPerDegreeLat, metresPerDegreeLon } from "../../../src/core/geometry/ellipsoid.ts";
import { LEAST_LAT_M, putScales, SCALES, scaleColumns } from "../../../src/core/geometry/metric.ts";

test("columns of scales are the bits of the functions, 1 in a plane", () => {
  const lat = Float64Array.of(-33, 0, 8.5, 12.6, 23.4, 60, Number.NaN);
  const { lonM, latM } = scaleColumns(lat, "ellipsoid");
  expect([...lonM]).toEqual(Array.from(lat, metresPerDegreeLon));
  expect([...latM]).toEqual(Array.from(lat, metresPerDegreeLat));
  const plane = scaleColumns(lat, "plane");
  expect([...plane.lonM, ...plane.latM]).toEqual(Array.from({ length: 14 }, () => 1));
});

test("the slopes are those of the scales", () => {
  const scale = new Float64Array(SCALES);
  for (const lat of [-50, -12, 0, 12.6, 23, 70]) {
    putScales(lat, false, scale, 0);
    const step = 1e-4;
    const slope = (of: (lat: number) => number) => (of(lat + step) - of(lat - step)) / (4 * step);
    expect(scale[2]).toBeCloseTo(slope(metresPerDegreeLon), 3);
    expect(scale[3]).toBeCloseTo(slope(metresPerDegreeLat), 3);
  }
});

test("no step north has fewer metres in a degree than the least", () => {
  const scale = new Float64Array(SCALES);
  for (let lat = -90; lat <= 90; lat += 0.5) {
    putScales(lat, false, scale, 0);
    for (const north of [-180, -1, 1, 180])
      expect(scale[1]! + scale[3]! * north).toBeGreaterThan(LEAST_LAT_M);
  }
  expect(distanceM(108, 12, 108, 13)).toBeGreaterThan(LEAST_LAT_M);
});
