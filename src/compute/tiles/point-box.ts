import type { Bbox } from "../../core/units.ts";

/**
 * The box around households, given by their rows in the register; null when none of them is located, so that
 * no tile can show a difference. `lon` and `lat` are WGS 84 degrees in register order, NaN where not known.
 */
export function boxOfHouseholds(lon: Float64Array, lat: Float64Array, rows: Iterable<number>): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of rows) {
    const x = lon[i]!;
    const y = lat[i]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return west <= east ? [west, south, east, north] : null;
}
