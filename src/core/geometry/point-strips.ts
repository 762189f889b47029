/**
 * Points sorted into strips of latitude and by longitude inside a strip: the ground on which neighbours are
 * counted and clusters joined. No grid of cells, so one far outlier costs nothing.
 */
import type { PointColumns } from "./point-columns.ts";
import { sortedOrder } from "./sorted-order.ts";

/** Strips of one height. Everything is in sorted order; `point` leads back to the number of a point. */
export interface PointStrips {
  readonly strips: number;
  /** Height of a strip in degrees. */
  readonly height: number;
  /** First sorted place of each strip, one more than strips. */
  readonly start: Uint32Array;
  readonly point: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly lonM: Float64Array;
  readonly latM: Float64Array;
}

const MAX_STRIPS = 1 << 16;

/** Sorts points into strips `heightM` metres high (higher when there would be too many strips). */
export function pointStrips(points: PointColumns, heightM: number): PointStrips {
  const { count } = points;
  const byLon = sortedOrder(points.lon);
  let south = Infinity;
  let north = -Infinity;
  for (let i = 0; i < count; i++) {
    south = Math.min(south, points.lat[i]!);
    north = Math.max(north, points.lat[i]!);
  }
  const span = count > 0 ? north - south : 0;
  const height = Math.max(heightM / (points.range.lat[0] || 1), span / MAX_STRIPS, 1e-12);
  const strips = Math.floor(span / height) + 1;
  const start = new Uint32Array(strips + 1);
  const strip = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    strip[i] = Math.min(strips - 1, Math.floor((points.lat[i]! - south) / height));
    start[strip[i]! + 1]!++;
  }
  for (let s = 0; s < strips; s++) start[s + 1]! += start[s]!;
  const next = start.slice(0, strips);
  const point = new Uint32Array(count);
  // Stable: points come by longitude, so they stay by longitude inside a strip.
  for (let k = 0; k < count; k++) point[next[strip[byLon[k]!]!]!++] = byLon[k]!;
  return {
    strips,
    height,
    start,
    point,
    lon: gather(points.lon, point),
    lat: gather(points.lat, point),
    lonM: gather(points.lonM, point),
    latM: gather(points.latM, point),
  };
}

function gather(column: Float64Array, order: Uint32Array): Float64Array {
  const out = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) out[k] = column[order[k]!]!;
  return out;
}
