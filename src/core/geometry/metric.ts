/**
 * How differences of coordinates become metres. On the ellipsoid a difference is multiplied by the metres in a
 * degree at the middle latitude of the two ends. Inside a search that scale is taken along the tangent at the
 * latitude of the point that asks: a few multiplications for each edge and no trigonometry.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { type Allocate, ownBuffer } from "./packed.ts";

/** `ellipsoid`: degrees on WGS 84. `plane`: coordinates are metres already (VN-2000, comparisons with other tools). */
export type Metric = "ellipsoid" | "plane";

const RAD = Math.PI / 180;
/** Square of the first eccentricity of WGS 84. */
const E2 = (2 - 1 / 298.257223563) / 298.257223563;

/** Metres in one unit of x and of y at each point: the bits of `metresPerDegreeLon` and `-Lat`; 1 in a plane. */
export function scaleColumns(
  lat: Float64Array,
  metric: Metric,
  allocate: Allocate = ownBuffer,
): { readonly lonM: Float64Array; readonly latM: Float64Array } {
  const lonM = new Float64Array(allocate(8 * lat.length)).fill(1);
  const latM = new Float64Array(allocate(8 * lat.length)).fill(1);
  if (metric === "plane") return { lonM, latM };
  for (let i = 0; i < lat.length; i++) {
    lonM[i] = metresPerDegreeLon(lat[i]!);
    latM[i] = metresPerDegreeLat(lat[i]!);
  }
  return { lonM, latM };
}

/** Numbers that `putScales` writes for one point. */
export const SCALES = 4;

/**
 * Writes to `out[at …]` the metres in one unit of x and of y at a point, then how much each changes per unit
 * that the other end lies farther north: half the slope, for it is the middle that counts. With these a step
 * (x, y) from the point is x · (s0 + s2 · y) by y · (s1 + s3 · y) metres, within 1e-6 of the geodesic up to
 * 20 km in Viet Nam. The radius of a parallel changes by −M sin φ, the radius M of the meridian by 3 M e² sin φ
 * cos φ / (1 − e² sin² φ).
 */
export function putScales(lat: number, plane: boolean, out: Float64Array, at: number): void {
  if (plane) {
    out[at] = 1;
    out[at + 1] = 1;
    out[at + 2] = 0;
    out[at + 3] = 0;
    return;
  }
  const latM = metresPerDegreeLat(lat);
  const s = Math.sin(lat * RAD);
  out[at] = metresPerDegreeLon(lat);
  out[at + 1] = latM;
  out[at + 2] = -0.5 * RAD * latM * s;
  out[at + 3] = (1.5 * RAD * latM * E2 * s * Math.cos(lat * RAD)) / (1 - E2 * s * s);
}

/** No latitude in degrees has fewer metres in a degree than this, also along the tangents of `putScales`. */
export const LEAST_LAT_M = 108_000;
