import { metresPerDegreeLat, metresPerDegreeLon } from "../geometry/ellipsoid.ts";
import type { Bbox } from "../units.ts";

/**
 * Bounds (WGS 84 degrees) that hold everything at most `marginM` metres outside of these: a hair wider, so that
 * rounding never leaves out what is just near enough.
 */
export function grownBox([west, south, east, north]: Bbox, marginM: number): Bbox {
  if (marginM === 0) return [west, south, east, north];
  const y = (marginM / metresPerDegreeLat(0)) * 1.001;
  const farthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + y);
  const x = (marginM / metresPerDegreeLon(farthest)) * 1.001;
  return [west - x, south - y, east + x, north + y];
}
