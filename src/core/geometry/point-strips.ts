/**
 * Points sorted into strips of latitude and by longitude inside a strip: the ground on which neighbours are
 * counted and clusters joined. No grid of cells, so one far outlier costs nothing.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { sortedOrder } from "./sorted-order.ts";

/** Located points, with what does not depend on a radius. Coordinates must be finite. */
export interface PointColumns {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Points by longitude, ties by number. */
  readonly byLon: Uint32Array;
  /** Metres in a degree at each point. */
  readonly lonM: Float64Array;
  readonly latM: Float64Array;
  /** Least and greatest of the two. */
  readonly range: { readonly lon: readonly [number, number]; readonly lat: readonly [number, number] };
}

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

/** Columns of points. Throws when a coordinate is not finite: leave those points out before. */
export function pointColumns(lon: Float64Array, lat: Float64Array): PointColumns {
  const count = lon.length;
  if (lat.length !== count) throw new RangeError(`${count} longitudes, ${lat.length} latitudes`);
  const lonM = new Float64Array(count);
  const latM = new Float64Array(count);
  let [lonLeast, lonMost, latLeast, latMost] = [Infinity, 0, Infinity, 0];
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(lon[i]!) || !Number.isFinite(lat[i]!))
      throw new RangeError(`point ${i} at ${lon[i]}, ${lat[i]}`);
    lonM[i] = metresPerDegreeLon(lat[i]!);
    latM[i] = metresPerDegreeLat(lat[i]!);
    lonLeast = Math.min(lonLeast, lonM[i]!);
    lonMost = Math.max(lonMost, lonM[i]!);
    latLeast = Math.min(latLeast, latM[i]!);
    latMost = Math.max(latMost, latM[i]!);
  }
  return {
    count,
    lon,
    lat,
    byLon: sortedOrder(lon),
    lonM,
    latM,
    range: { lon: [lonLeast, lonMost], lat: [latLeast, latMost] },
  };
}

/** Sorts points into strips `heightM` metres high (higher when there would be too many strips). */
export function pointStrips(points: PointColumns, heightM: number): PointStrips {
  const { count, byLon } = points;
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

/**
 * Square of the distance between two sorted places: scales of the middle latitude, taken as the mean of the
 * two ends'. Within 1e-6 of the geodesic up to 20 km; the same from either side.
 */
export function squaredBetween(s: PointStrips, a: number, b: number): number {
  const x = (s.lon[a]! - s.lon[b]!) * 0.5 * (s.lonM[a]! + s.lonM[b]!);
  const y = (s.lat[a]! - s.lat[b]!) * 0.5 * (s.latM[a]! + s.latM[b]!);
  return x * x + y * y;
}

function gather(column: Float64Array, order: Uint32Array): Float64Array {
  const out = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) out[k] = column[order[k]!]!;
  return out;
}
