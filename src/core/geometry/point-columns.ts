/**
 * Located points as columns, and the same points along a Z-shaped curve: the ground on which neighbours are
 * counted and clusters joined.
 */
import { type Metric, scaleColumns } from "./metric.ts";
import { type Allocate, ownBuffer } from "./packed.ts";
import { latticeOrder, placeColumn, placeRow } from "./place-order.ts";

/** What measuring between two points takes, by place. */
export interface MeasuredColumns {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres in a degree at each point. */
  readonly lonM: Float64Array;
  readonly latM: Float64Array;
}

/** Located points, with what does not depend on a radius. Plain arrays: can be handed over or shared. */
export interface PointColumns extends MeasuredColumns {
  readonly count: number;
  /** Least and greatest of the two. */
  readonly range: { readonly lon: readonly [number, number]; readonly lat: readonly [number, number] };
  readonly curve: CurveColumns;
}

/** The points along the curve. The arrays of the points themselves when they came in this order. */
export interface CurveColumns extends MeasuredColumns {
  /** Number of the k-th point along the curve; null when the points came in this order. */
  readonly order: Uint32Array | null;
  /** Column and row of the lattice under the curve, below 2^31. */
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly lattice: Lattice;
  /** Least and greatest column and row; zeros without points. */
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

/**
 * A square of 2^31 by 2^31 cells: 2 cm wide, so that only pairs right at a radius need measuring. `mercator`:
 * the cells of `placeCode` cut 32 times, rows from the north. `linear`: cells of `unit` degrees or metres from
 * the least coordinates on, for plane metres and for whatever lies outside the Mercator square.
 */
export interface Lattice {
  readonly kind: "mercator" | "linear";
  /** Width of a cell in degrees of longitude or metres; 0 when all points are at one place. */
  readonly unit: number;
  /** Where the first column and row begin; of the Mercator square its western and northern edge. */
  readonly x0: number;
  readonly y0: number;
}

/** Columns, and rows, of the lattice. */
export const FINE_SIDE = 2 ** 31;
/** Bits of a column or row beyond those of a place code. */
export const FINE_BITS = 5;
/** Edge of the Web Mercator square in degrees of latitude, about 85.0511. */
const MERCATOR_EDGE = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI;
/** Positions safely inside it. */
const MERCATOR_LAT = 85.05;

/**
 * Columns of points. They should come in place order (`placeOrder`): nothing is copied then. Others are
 * sorted here once. Throws a RangeError when a coordinate is not finite: leave those points out before.
 * `allocate` makes the room of the new columns, say memory that threads share.
 */
export function pointColumns(
  lon: Float64Array,
  lat: Float64Array,
  metric: Metric = "ellipsoid",
  allocate: Allocate = ownBuffer,
): PointColumns {
  const count = lon.length;
  if (lat.length !== count) throw new RangeError(`${count} longitudes, ${lat.length} latitudes`);
  const bounds = boundsOf(lon, lat);
  const scales = scaleColumns(lat, metric, allocate);
  const given = { lon, lat, ...scales };
  return {
    count,
    ...given,
    range: { lon: leastAndMost(scales.lonM), lat: leastAndMost(scales.latM) },
    curve: curveOf(given, metric, bounds, allocate),
  };
}

/**
 * Square of the distance in metres between two places: scales of the middle latitude, taken as the mean of
 * the two ends'. Within 1e-6 of the geodesic up to 20 km; the same from either side.
 */
export function squaredBetween(s: MeasuredColumns, a: number, b: number): number {
  const x = (s.lon[a]! - s.lon[b]!) * 0.5 * (s.lonM[a]! + s.lonM[b]!);
  const y = (s.lat[a]! - s.lat[b]!) * 0.5 * (s.latM[a]! + s.latM[b]!);
  return x * x + y * y;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

function boundsOf(lon: Float64Array, lat: Float64Array): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i]!;
    const y = lat[i]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`point ${i} at ${x}, ${y}`);
    west = x < west ? x : west;
    east = x > east ? x : east;
    south = y < south ? y : south;
    north = y > north ? y : north;
  }
  return [west, south, east, north];
}

function leastAndMost(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    least = values[i]! < least ? values[i]! : least;
    most = values[i]! > most ? values[i]! : most;
  }
  return [least, most];
}

function curveOf(
  given: MeasuredColumns,
  metric: Metric,
  [west, south, east, north]: Bounds,
  allocate: Allocate,
): CurveColumns {
  const { lon, lat } = given;
  const count = lon.length;
  const x = new Uint32Array(allocate(4 * count));
  const y = new Uint32Array(allocate(4 * count));
  const inSquare = west >= -180 && east < 180 && south > -MERCATOR_LAT && north < MERCATOR_LAT;
  let lattice: Lattice;
  if (metric === "ellipsoid" && inSquare) {
    lattice = { kind: "mercator", unit: 360 / FINE_SIDE, x0: -180, y0: MERCATOR_EDGE };
    for (let i = 0; i < count; i++) {
      x[i] = placeColumn(lon[i]!, FINE_SIDE);
      y[i] = placeRow(lat[i]!, FINE_SIDE);
    }
  } else {
    const span = count > 0 ? Math.max(east - west, north - south) : 0;
    if (span === Infinity) throw new RangeError("points lie farther apart than a number can say");
    const scale = (FINE_SIDE - 1) / span;
    // All at one place, or nearly: one cell.
    const perUnit = Number.isFinite(scale) ? scale : 0;
    const unit = perUnit > 0 ? 1 / perUnit : span;
    lattice = { kind: "linear", unit, x0: count > 0 ? west : 0, y0: count > 0 ? south : 0 };
    for (let i = 0; i < count; i++) {
      x[i] = (lon[i]! - west) * perUnit;
      y[i] = (lat[i]! - south) * perUnit;
    }
  }
  const [left, right] = leastAndMostCell(x);
  const [top, bottom] = leastAndMostCell(y);
  const common = { lattice, west: left, east: right, north: top, south: bottom };
  if (isAlongCurve(x, y)) return { order: null, x, y, ...common, ...given };
  const { order } = latticeOrder(coarse(x), coarse(y));
  const shared = new Uint32Array(allocate(4 * count));
  shared.set(order);
  return {
    order: shared,
    x: gathered(x, order, new Uint32Array(allocate(4 * count))),
    y: gathered(y, order, new Uint32Array(allocate(4 * count))),
    ...common,
    lon: gathered(lon, order, new Float64Array(allocate(8 * count))),
    lat: gathered(lat, order, new Float64Array(allocate(8 * count))),
    lonM: gathered(given.lonM, order, new Float64Array(allocate(8 * count))),
    latM: gathered(given.latM, order, new Float64Array(allocate(8 * count))),
  };
}

function leastAndMostCell(values: Uint32Array): readonly [least: number, most: number] {
  let least = values[0] ?? 0;
  let most = least;
  for (let k = 1; k < values.length; k++) {
    if (values[k]! < least) least = values[k]!;
    else if (values[k]! > most) most = values[k]!;
  }
  return [least, most];
}

/** True when no point lies before the one in front of it. */
function isAlongCurve(x: Uint32Array, y: Uint32Array): boolean {
  for (let k = 1; k < x.length; k++) {
    const dx = (x[k]! ^ x[k - 1]!) >>> FINE_BITS;
    const dy = (y[k]! ^ y[k - 1]!) >>> FINE_BITS;
    // The axis whose highest differing bit is higher decides; on a tie the row, which comes first in a code.
    const byColumn = dy < dx && dy < (dx ^ dy);
    // In one cell of the curve points may come in any order.
    if ((dx | dy) !== 0 && (byColumn ? x[k]! < x[k - 1]! : y[k]! < y[k - 1]!)) return false;
  }
  return true;
}

/** Cells of the curve. */
function coarse(fine: Uint32Array): Uint32Array {
  return fine.map((place) => place >>> FINE_BITS);
}

function gathered<T extends Uint32Array | Float64Array>(column: T, order: Uint32Array, out: T): T {
  for (let k = 0; k < order.length; k++) out[k] = column[order[k]!]!;
  return out;
}
