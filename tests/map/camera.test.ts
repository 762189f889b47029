import { describe, expect, test } from "vitest";
import { groundCircle, metresPerPixel, scaleOf } from "../../src/map/camera.ts";

describe("scale", () => {
  test("a pixel at zoom 0 on the equator is the earth's girth over 512", () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(40_075_016.686 / 512, 2);
    expect(metresPerPixel(10, 60)).toBeCloseTo(40_075_016.686 / 512 / 1024 / 2, 6);
  });
  test("at 96 dpi a pixel is 0.2646 mm", () => {
    expect(scaleOf(12, 12.7) * 0.000264583333).toBeCloseTo(metresPerPixel(12, 12.7), 4);
  });
});

describe("a circle on the ground", () => {
  test("is closed and as far from its middle as asked, north and east", () => {
    const ring = groundCircle([108.2, 12.7], 1000, 72);
    expect(ring).toHaveLength(73);
    expect(ring[0]).toEqual(ring[72]);
    // Length of a degree at 12.7° on WGS 84: 110 627 m of latitude, 108 613 m of longitude (series of the
    // meridian arc and of the parallel, NGA.STND.0036).
    expect((ring[0]![1] - 12.7) * 110_627).toBeCloseTo(1000, -1);
    expect((ring[18]![0] - 108.2) * 108_613).toBeCloseTo(1000, -1);
  });
});
