/**
 * How many others lie near one point, without counting for all: a walk down the quarters of the lattice, which
 * are slices of the curve. Quarters wholly within the radius are counted by their length.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { LATTICE_SIDE, placeRow } from "./place-order.ts";
import { type CurveColumns, type PointColumns, squaredBetween } from "./point-columns.ts";

/** Slices up to this long are measured point by point. */
const FEW = 24;
/** Relative margin of bounds, on the safe side. */
const MARGIN = 1e-9;

/** What can lie within the radius, in cells of the lattice; and metres in a cell, at most. */
interface Window {
  readonly curve: CurveColumns;
  readonly at: number;
  readonly limit: number;
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
  const at = placeOf(points, i);
  const window = windowAround(points, at, radiusM);
  return countIn(window, 26, 0, 0, 0, points.count) - 1;
}

/** Place of a point along the curve. */
function placeOf({ curve, lon, lat, count }: PointColumns, i: number): number {
  if (curve.order === null) return i;
  // Any point at the same place will do, but the order is by cell: look for the number itself.
  void lon;
  void lat;
  void count;
  return curve.order.indexOf(i);
}

function windowAround({ curve, range }: PointColumns, at: number, radiusM: number): Window {
  const { kind, unit } = curve.lattice;
  const x = curve.x[at]!;
  const y = curve.y[at]!;
  const reach = radiusM * (1 + MARGIN);
  const lat = curve.lat[at]!;
  const high = reach / range.lat[0];
  const common = { curve, at, limit: radiusM * radiusM };
  if (kind === "linear") {
    const lonLeast = Math.max(0, range.lon[0]);
    return {
      ...common,
      ...span("west", "east", x, reach / (lonLeast * unit)),
      ...span("north", "south", y, high / unit),
      widthM: Math.max(range.lon[1], -range.lon[0]) * unit * (1 + MARGIN),
      heightM: range.lat[1] * unit * (1 + MARGIN),
    };
  }
  const polar = Math.min(90, Math.abs(lat) + high);
  const nearest = Math.max(0, Math.abs(lat) - high);
  return {
    ...common,
    ...span("west", "east", x, reach / (Math.max(0, metresPerDegreeLon(polar)) * unit)),
    north: placeRow(Math.min(90, lat + high)) - 1,
    south: placeRow(Math.max(-90, lat - high)) + 1,
    widthM: metresPerDegreeLon(nearest) * unit * (1 + MARGIN),
    heightM: metresPerDegreeLat(polar) * unit * Math.cos((nearest * Math.PI) / 180) * (1 + MARGIN),
  };
}

/** From the cell outwards; without end where a degree has no length. */
function span<From extends string, To extends string>(
  from: From,
  to: To,
  cell: number,
  cells: number,
): Record<From | To, number> {
  const reach = cells >= 0 ? cells + 1 : LATTICE_SIDE;
  return { [from]: cell - reach, [to]: cell + reach } as Record<From | To, number>;
}

/** Points within the radius among places `from` to `to`, which are those of one quarter of side 2^level. */
function countIn(w: Window, level: number, left: number, top: number, from: number, to: number): number {
  if (from === to) return 0;
  const side = 2 ** level;
  if (left > w.east || left + side <= w.west || top > w.south || top + side <= w.north) return 0;
  const { x, y } = w.curve;
  if (to - from > FEW && isInside(w, side, left, top)) return to - from;
  if (to - from <= FEW || level === 0) {
    let count = 0;
    for (let k = from; k < to; k++) if (squaredBetween(w.curve, w.at, k) <= w.limit) count++;
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
  const x = w.curve.x[w.at]!;
  const y = w.curve.y[w.at]!;
  const dx = (Math.max(x - left, left + side - x) + 1) * w.widthM;
  const dy = (Math.max(y - top, top + side - y) + 1) * w.heightM;
  return dx * dx + dy * dy <= w.limit * (1 - MARGIN);
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
