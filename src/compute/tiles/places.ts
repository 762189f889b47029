/** Located households in place order: what is asked of `core/geometry/place-order.ts` when tiles are cut. */
import { tileSlice } from "../../core/geometry/place-order.ts";
import { EXTENT } from "./encode.ts";
import { mercatorX, mercatorY } from "./mercator.ts";

/** Points in place order; screening keeps them so (`core/screening/place.ts`). */
export interface Places {
  /** Place code of each point, ascending. */
  readonly code: Float64Array;
  /** Household of a point. */
  readonly householdOf: Uint32Array;
  /** WGS 84 degrees. */
  readonly points: { readonly lon: Float64Array; readonly lat: Float64Array };
}

/** The points of one tile: a run of the points. */
export interface TileRun {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  /** One after the last. */
  readonly to: number;
  /** Place code of the tile's north-west corner. */
  readonly first: number;
}

const AXIS_BITS = 26;
const EXTENT_BITS = Math.log2(EXTENT);
const HALF = 2 ** 26;

/** The run of a tile. Every point is in exactly one tile of a zoom. */
export function tileRun({ code }: Places, z: number, x: number, y: number): TileRun {
  const [from, to] = tileSlice(code, z, x, y);
  const codes = codesIn(z);
  const first = from < to ? Math.floor(code[from]! / codes) * codes : 0;
  return { z, x, y, from, to, first };
}

/** How many place codes a square of 1 / 2^z of the world's side holds. */
export function codesIn(z: number): number {
  return 4 ** (AXIS_BITS - z);
}

/** The first point in `from … to - 1` whose code is `limit` or more, `to` when none is. */
export function endOfRun(code: Float64Array, limit: number, from: number, to: number): number {
  let least = from;
  let most = to;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (code[middle]! < limit) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** Steps of the lattice to the east, from a place code counted from a corner. */
export function stepsEast(code: number): number {
  const high = Math.floor(code / HALF);
  return (everyOther(high) << 13) | everyOther(code - high * HALF);
}

/** Steps of the lattice to the south, from a place code counted from a corner. */
export function stepsSouth(code: number): number {
  const high = Math.floor(code / HALF);
  return (everyOther(high >>> 1) << 13) | everyOther((code - high * HALF) >>> 1);
}

/** Lattice steps in one tile unit at a zoom. Below 1 from zoom 15 on: codes are too coarse for marks there. */
export function stepsPerUnit(z: number): number {
  return 2 ** (AXIS_BITS - EXTENT_BITS - z);
}

/** Tile units to the east of the tile's corner, of a longitude in degrees. */
export function unitsEast(lon: number, { z, x }: TileRun): number {
  return inTile((mercatorX(lon) * 2 ** z - x) * EXTENT);
}

/** Tile units to the south of the tile's corner, of a latitude in degrees. */
export function unitsSouth(lat: number, { z, y }: TileRun): number {
  return inTile((mercatorY(lat) * 2 ** z - y) * EXTENT);
}

/** What lies beyond the world's square is drawn on its edge. */
function inTile(units: number): number {
  return Math.min(EXTENT, Math.max(0, Math.round(units)));
}

/** The bits at even places of a number below 2^26. */
function everyOther(bits: number): number {
  let v = bits & 0x55555555;
  v = (v | (v >>> 1)) & 0x33333333;
  v = (v | (v >>> 2)) & 0x0f0f0f0f;
  v = (v | (v >>> 4)) & 0x00ff00ff;
  return (v | (v >>> 8)) & 0x0000ffff;
}
