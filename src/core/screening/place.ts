/** The located households as points, in the order in which they lie on the ground. */
import { placeOrder } from "../geometry/place-order.ts";
import { type PointColumns, pointColumns } from "../geometry/point-columns.ts";
import type { HouseholdColumns } from "../model/household.ts";
import type { Bbox } from "../units.ts";
import type { Crew } from "./crew.ts";

/** Points are numbered along the curve of `place-order.ts`; households keep the order of the register. */
export interface Place {
  readonly points: PointColumns;
  /** Place code of each point, ascending. */
  readonly code: Float64Array;
  /** Household of a point. */
  readonly householdOf: Uint32Array;
  /** Point of a household, -1 when it is not located. */
  readonly pointOf: Int32Array;
  /** Null without a located household. */
  readonly bounds: Bbox | null;
}

/** Sorts the households that have coordinates. */
export function placeOf({ count, lon, lat }: HouseholdColumns, crew: Crew): Place {
  const located = new Uint32Array(count);
  let n = 0;
  for (let i = 0; i < count; i++) {
    located[n] = i;
    n += Number.isFinite(lon[i]!) && Number.isFinite(lat[i]!) ? 1 : 0;
  }
  const { order, code } = placeOrder(gathered(lon, located, n), gathered(lat, located, n));
  const householdOf = new Uint32Array(n);
  const pointOf = new Int32Array(count).fill(-1);
  for (let p = 0; p < n; p++) {
    const i = located[order[p]!]!;
    householdOf[p] = i;
    pointOf[i] = p;
  }
  const x = gathered(lon, householdOf, n, new Float64Array(crew.allocate(8 * n)));
  const y = gathered(lat, householdOf, n, new Float64Array(crew.allocate(8 * n)));
  const points = pointColumns(x, y, "ellipsoid", crew.allocate);
  return { points, code, householdOf, pointOf, bounds: boundsOf(x, y) };
}

function gathered(
  column: Float64Array,
  rows: Uint32Array,
  count: number,
  out: Float64Array = new Float64Array(count),
): Float64Array {
  for (let k = 0; k < count; k++) out[k] = column[rows[k]!]!;
  return out;
}

function boundsOf(lon: Float64Array, lat: Float64Array): Bbox | null {
  if (lon.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < lon.length; p++) {
    const x = lon[p]!;
    const y = lat[p]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}
