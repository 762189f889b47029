/**
 * How many others lie near one point, without counting for all: a walk down the quarters of the lattice, which
 * are slices of the curve. Quarters wholly within the radius are counted by their length.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { placeColumn, placeRow } from "./place-order.ts";
import { FINE_BITS, FINE_SIDE, type PointColumns } from "./point-columns.ts";

/** Slices up to this long are measured point by point. */
const FEW = 24;
/** Relative margin of bounds, on the safe side. */
const MARGIN = 1e-9;

/** What can lie within the radius, in cells of the lattice; and metres in a cell, at most. */
interface Window {
  readonly points: PointColumns;
  readonly i: number;
  readonly limit: number;
  /** Place of the point itself in the lattice, to one cell. */
  readonly x: number;
  readonly y: number;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
  readonly widthM: number;
  readonly heightM: number;
}

/**
 * Other points at most `radiusM` metres from point `i`, as `neighbourCounts` has it. Throws a RangeError when
 * there is no such point or the radius is not a number from 0 up.
 */
export function neighbourCountAt(points: PointColumns, i: number, radiusM: number): number {
  if (!(radiusM >= 0)) throw new RangeError(`radius ${radiusM}`);
  if (!Number.isInteger(i) || i < 0 || i >= points.count)
    throw new RangeError(`point ${i} of ${points.count}`);
  return countIn(windowAround(points, i, radiusM), 31, 0, 0, 0, points.count) - 1;
}

function windowAround(points: PointColumns, i: number, radiusM: number): Window {
  const { range } = points;
  const { kind, unit, x0, y0 } = points.curve.lattice;
  const reach = radiusM * (1 + MARGIN);
  const lon = points.lon[i]!;
  const lat = points.lat[i]!;
  const high = reach / range.lat[0];
  const common = { points, i, limit: radiusM * radiusM };
  if (kind === "linear") {
    const x = cellAlong(lon - x0, unit);
    const y = cellAlong(lat - y0, unit);
    const across = cellAlong(reach / Math.max(0, range.lon[0]), unit) + 2;
    const along = cellAlong(high, unit) + 2;
    return {
      ...common,
      ...{ x, y, west: x - across, east: x + across, north: y - along, south: y + along },
      widthM: Math.max(range.lon[1], -range.lon[0]) * unit * (1 + MARGIN),
      heightM: range.lat[1] * unit * (1 + MARGIN),
    };
  }
  const polar = Math.min(90, Math.abs(lat) + high);
  const nearest = Math.max(0, Math.abs(lat) - high);
  const x = placeColumn(lon, FINE_SIDE);
  const across = reach / (Math.max(0, metresPerDegreeLon(polar)) * unit) + 2;
  return {
    ...common,
    ...{ x, y: placeRow(lat, FINE_SIDE), west: x - across, east: x + across },
    north: placeRow(Math.min(90, lat + high), FINE_SIDE) - 1,
    south: placeRow(Math.max(-90, lat - high), FINE_SIDE) + 1,
    widthM: metresPerDegreeLon(nearest) * unit * (1 + MARGIN),
    // A row of the Mercator lattice is highest at the equator.
    heightM: metresPerDegreeLat(polar) * unit * Math.cos((nearest * Math.PI) / 180) * (1 + MARGIN),
  };
}

/** Cells in a length; none when all points are at one place. */
function cellAlong(length: number, unit: number): number {
  return unit > 0 ? Math.floor(length / unit) : 0;
}

/** Points within the radius among places `from` to `to`, which are those of one quarter of side 2^level. */
function countIn(w: Window, level: number, left: number, top: number, from: number, to: number): number {
  if (from === to) return 0;
  const side = 2 ** level;
  if (left > w.east || left + side <= w.west || top > w.south || top + side <= w.north) return 0;
  const { x, y } = w.points.curve;
  if (to - from > FEW && isInside(w, side, left, top)) return to - from;
  if (to - from <= FEW || level === FINE_BITS) {
    let count = 0;
    for (let k = from; k < to; k++) if (squaredTo(w.points, w.i, k) <= w.limit) count++;
    return count;
  }
  const half = side / 2;
  const bit = level - 1;
  const middle = firstWithBit(y, bit, from, to);
  const upper = firstWithBit(x, bit, from, middle);
  const lower = firstWithBit(x, bit, middle, to);
  return (
    countIn(w, bit, left, top, from, upper) +
    countIn(w, bit, left + half, top, upper, middle) +
    countIn(w, bit, left, top + half, middle, lower) +
    countIn(w, bit, left + half, top + half, lower, to)
  );
}

/** True when the whole quarter lies in the window and its farthest corner within the radius. */
function isInside(w: Window, side: number, left: number, top: number): boolean {
  if (left < w.west || left + side > w.east || top < w.north || top + side > w.south) return false;
  const dx = (Math.max(w.x - left, left + side - w.x) + 2) * w.widthM;
  const dy = (Math.max(w.y - top, top + side - w.y) + 2) * w.heightM;
  return dx * dx + dy * dy <= w.limit * (1 - MARGIN);
}

/** As squaredBetween, from point `i` to place `k` along the curve. */
function squaredTo({ lon, lat, lonM, latM, curve }: PointColumns, i: number, k: number): number {
  const x = (lon[i]! - curve.lon[k]!) * 0.5 * (lonM[i]! + curve.lonM[k]!);
  const y = (lat[i]! - curve.lat[k]!) * 0.5 * (latM[i]! + curve.latM[k]!);
  return x * x + y * y;
}

/** First place from `from` on whose value has the bit set; those with it come last. */
function firstWithBit(values: Uint32Array, bit: number, from: number, to: number): number {
  let least = from;
  let most = to;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (((values[middle]! >>> bit) & 1) === 0) least = middle + 1;
    else most = middle;
  }
  return least;
}
