/** Puts points that lie close together close together in memory. */
import { sortedOrder } from "./sorted-order.ts";

/** Order of the points along a Hilbert curve of 2^16 × 2^16 cells over their bounds. */
export function hilbertOrder({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }): Uint32Array {
  const n = x.length;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    west = Math.min(west, x[i]!);
    east = Math.max(east, x[i]!);
    south = Math.min(south, y[i]!);
    north = Math.max(north, y[i]!);
  }
  const perX = east > west ? 65_535 / (east - west) : 0;
  const perY = north > south ? 65_535 / (north - south) : 0;
  const key = new Float64Array(n);
  for (let i = 0; i < n; i++) key[i] = hilbertKey((x[i]! - west) * perX, (y[i]! - south) * perY);
  return sortedOrder(key);
}

/** Distance along the curve of a cell, 16 bits an axis: the quadrant rotation of Hilbert's curve, bit by bit. */
function hilbertKey(column: number, row: number): number {
  let x = column & 0xffff;
  let y = row & 0xffff;
  let key = 0;
  for (let side = 0x8000; side > 0; side >>>= 1) {
    const right = (x & side) !== 0 ? 1 : 0;
    const upper = (y & side) !== 0 ? 1 : 0;
    key = key * 4 + ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = 0xffff - x;
        y = 0xffff - y;
      }
      [x, y] = [y, x];
    }
  }
  return key;
}
