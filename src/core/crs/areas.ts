/** Where positions are to be expected, and which numbers they have in each system. */
import type { Bbox } from "../units.ts";
import type { CrsCode } from "./definitions.ts";
import { crsTransform } from "./transform.ts";

/** Bounds of the province, WGS 84 degrees, from its 102 communes. */
export const PROVINCE: Bbox = [107.4842, 12.1605, 109.4589, 13.6953];
/** Bounds of the mainland of Vietnam with its near islands, WGS 84 degrees. */
export const COUNTRY: Bbox = [102.1, 8.3, 109.9, 23.5];

/** True on the boundary too; false for NaN. */
export function inBox([west, south, east, north]: Bbox, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Steps along each side: the sides are curves in a grid, and their outermost point need not be a corner. */
const STEPS = 16;

/** Least and greatest numbers (x, y) that the positions of a box (WGS 84 degrees) have in a system. */
export function rangeIn(code: CrsCode, [west, south, east, north]: Bbox): Bbox {
  const { forward } = crsTransform(code);
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (lon: number, lat: number) => {
    const [x, y] = forward(lon, lat);
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  };
  for (let i = 0; i <= STEPS; i++) {
    const lon = west + ((east - west) * i) / STEPS;
    const lat = south + ((north - south) * i) / STEPS;
    take(lon, south);
    take(lon, north);
    take(west, lat);
    take(east, lat);
  }
  return [x0, y0, x1, y1];
}
