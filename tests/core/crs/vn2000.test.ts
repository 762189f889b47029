import fc from "fast-check";
import { expect, test } from "vitest";
import { CRS_DEFINITIONS, type CrsCode, crsDefinition } from "../../../src/core/crs/definitions.ts";
import { crsTransform } from "../../../src/core/crs/transform.ts";
import { fromVn2000, toVn2000 } from "../../../src/core/crs/vn2000.ts";
import { distanceM } from "../../../src/core/geometry/ellipsoid.ts";
import { between } from "../geometry/shapes.ts";

/** Computed with PROJ 9.5.1 from EPSG v11.022: WGS 84, then east and north in 9218, 3405, 3406, then 4756. */
const VECTORS: readonly (readonly number[])[] = [
  [
    108.038, 12.667, 449623.88, 1400889.43, 829822.88, 1402342.21, 178049.62, 1402251.73, 108.0362056,
    12.6680259,
  ],
  [
    108.35, 12.5, 483502.23, 1382376.82, 863984.94, 1384261.33, 211778.52, 1383401.83, 108.3482079,
    12.5010281,
  ],
  [107.88, 13.07, 432569.19, 1445506.5, 812145.83, 1446764.3, 161413.09, 1447077.7, 107.8782022, 13.0710245],
  [108.8, 12.75, 532379.85, 1410045.1, 912564.18, 1412624.92, 260945.43, 1410617.62, 108.7982079, 12.7510311],
  [
    109.32, 13.09, 588724.44, 1447780.77, 968501.88, 1451207.3, 317667.18, 1447809.18, 109.3182076,
    13.0910347,
  ],
];

test.each(VECTORS)("%f, %f", (...v) => {
  const [east, north] = toVn2000([v[0]!, v[1]!]);
  expect(Math.abs(east - v[2]!)).toBeLessThan(0.01);
  expect(Math.abs(north - v[3]!)).toBeLessThan(0.01);
  const systems: [CrsCode, number, number][] = [
    ["EPSG:9218", v[2]!, v[3]!],
    ["EPSG:3405", v[4]!, v[5]!],
    ["EPSG:3406", v[6]!, v[7]!],
  ];
  for (const [code, x, y] of systems) {
    const got = crsTransform(code).forward(v[0]!, v[1]!);
    expect(Math.abs(got[0] - x)).toBeLessThan(0.01);
    expect(Math.abs(got[1] - y)).toBeLessThan(0.01);
  }
  const degrees = crsTransform("EPSG:4756").forward(v[0]!, v[1]!);
  expect(distanceM(degrees[0], degrees[1], v[8]!, v[9]!)).toBeLessThan(0.02);
});

test("there and back ends where it began, within a millimetre, in every system (5 mm on the oldest datum)", () => {
  fc.assert(
    fc.property(
      between(107, 110),
      between(11, 14),
      fc.constantFrom(...CRS_DEFINITIONS.map(({ code }) => code)),
      (lon, lat, code) => {
        const { forward, inverse } = crsTransform(code);
        const [x, y] = inverse(...forward(lon, lat));
        // Heights are not carried: over a step of a kilometre that is millimetres.
        const most = crsDefinition(code)?.datum === "indian1960" ? 0.005 : 0.001;
        expect(distanceM(lon, lat, x, y)).toBeLessThan(most);
        const [lon2, lat2] = fromVn2000(toVn2000([lon, lat]));
        expect(distanceM(lon, lat, lon2, lat2)).toBeLessThan(0.001);
      },
    ),
  );
});

test("the datum shift is in: VN-2000 degrees lie 220 to 230 m from WGS 84", () => {
  const [lon, lat] = crsTransform("EPSG:4756").forward(108.35, 12.5);
  const metres = distanceM(108.35, 12.5, lon, lat);
  expect(metres).toBeGreaterThan(220);
  expect(metres).toBeLessThan(230);
});

test("the register says what it does not know", () => {
  expect(crsDefinition("EPSG:9218")?.name).toBe("VN-2000 / TM-3 108-30");
  expect(crsDefinition("EPSG:6959")).toBeUndefined();
  expect(() => crsTransform("EPSG:6959" as CrsCode)).toThrow(RangeError);
});
