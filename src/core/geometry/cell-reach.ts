/**
 * Which cells around a row of cells can, and which must, lie within a radius. Every bound errs on the safe
 * side, by far more than rounding and by far less than a cell, at any latitude: a pair the bounds leave open
 * is measured.
 */
import { metresPerDegreeLat, metresPerDegreeLon } from "./ellipsoid.ts";
import { FINE_SIDE, type Lattice, type PointColumns } from "./point-columns.ts";
import type { PointGrid } from "./point-grid.ts";

/** Relative margin of a distance. */
const MARGIN = 1e-9;
/** A point may lie this far outside its lattice cell by rounding, in cells of the lattice. */
const ROUNDING = 1e-3;
const RAD = Math.PI / 180;
/** More columns than there are: every one. */
const ALL = 2 ** 30;

/** Extent and scales of each occupied row. */
export interface RowExtents {
  /** Southern and northern edge, in degrees or metres from one base. */
  readonly south: Float64Array;
  readonly north: Float64Array;
  /** Least and greatest metres in a degree of longitude and latitude between the edges. */
  readonly lonLeast: Float64Array;
  readonly lonMost: Float64Array;
  readonly latLeast: Float64Array;
  readonly latMost: Float64Array;
}

/** Extents of the occupied rows of a grid. */
export function rowExtents(points: PointColumns, { row, side }: PointGrid): RowExtents {
  const rows = row.length;
  const { lattice } = points.curve;
  const column = () => new Float64Array(rows);
  const e = {
    south: column(),
    north: column(),
    lonLeast: column(),
    lonMost: column(),
    latLeast: column(),
    latMost: column(),
  };
  for (let r = 0; r < rows; r++) {
    const from = row[r]! * side - ROUNDING;
    const to = (row[r]! + 1) * side + ROUNDING;
    if (lattice.kind === "linear") {
      e.south[r] = from * lattice.unit;
      e.north[r] = to * lattice.unit;
      // Outside ±90° the scales do not follow the latitude in one direction: those of all points.
      e.lonLeast[r] = Math.max(0, points.range.lon[0]);
      e.lonMost[r] = Math.max(points.range.lon[1], -points.range.lon[0]);
      e.latLeast[r] = points.range.lat[0];
      e.latMost[r] = points.range.lat[1];
    } else {
      e.south[r] = latitudeOfRow(to);
      e.north[r] = latitudeOfRow(from);
      // Parallels grow shorter and degrees of latitude longer towards the poles.
      const polar = Math.max(Math.abs(e.south[r]!), Math.abs(e.north[r]!));
      const nearest = Math.max(0, e.south[r]!, -e.north[r]!);
      e.lonLeast[r] = metresPerDegreeLon(polar);
      e.lonMost[r] = metresPerDegreeLon(nearest);
      e.latLeast[r] = metresPerDegreeLat(nearest);
      e.latMost[r] = metresPerDegreeLat(polar);
    }
  }
  return e;
}

/** Latitude in degrees of a row of the Mercator lattice. */
function latitudeOfRow(row: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / FINE_SIDE))) * 180) / Math.PI;
}

/**
 * How many columns away a cell of row `b` may lie from a cell of row `a` and still hold a point within the
 * radius of one of its points; -1: none.
 */
export function possibleColumns(
  e: RowExtents,
  a: number,
  b: number,
  radiusM: number,
  unit: number,
  side: number,
): number {
  const gap = Math.max(0, e.south[a]! - e.north[b]!, e.south[b]! - e.north[a]!);
  const gapM = gap * Math.min(e.latLeast[a]!, e.latLeast[b]!) * (1 - MARGIN);
  const reach = radiusM * (1 + MARGIN);
  const left = reach * reach - gapM * gapM;
  if (left < 0) return -1;
  const metres = Math.min(e.lonLeast[a]!, e.lonLeast[b]!) * unit;
  if (!(metres > 0)) return ALL;
  const width = (Math.sqrt(left) / metres) * (1 + MARGIN);
  return Math.min(ALL, Math.floor((width + 2 * ROUNDING) / side) + 1);
}

/** How many columns away a cell of row `b` may lie so that all its points are within the radius of all points of
 *  a cell of row `a`; -1: none. */
export function sureColumns(
  e: RowExtents,
  a: number,
  b: number,
  radiusM: number,
  unit: number,
  side: number,
): number {
  const extent = Math.max(e.north[a]!, e.north[b]!) - Math.min(e.south[a]!, e.south[b]!);
  const extentM = extent * Math.max(e.latMost[a]!, e.latMost[b]!) * (1 + MARGIN);
  const reach = radiusM * (1 - MARGIN);
  const left = reach * reach - extentM * extentM;
  if (left < 0) return -1;
  const metres = Math.max(e.lonMost[a]!, e.lonMost[b]!) * unit;
  if (!(metres > 0)) return ALL;
  const width = (Math.sqrt(left) / metres) * (1 - MARGIN);
  return Math.max(-1, Math.min(ALL, Math.floor((width - 2 * ROUNDING) / side) - 1));
}

/** Metres across a cell of the lattice where most points are, at most; 0 when all are at one place. */
export function latticeCellM({ curve, count }: PointColumns): number {
  if (count === 0) return 0;
  const middle = count >>> 1;
  // A Mercator cell is a little wider than high on the ellipsoid.
  const scale =
    curve.lattice.kind === "mercator"
      ? curve.lonM[middle]!
      : Math.max(Math.abs(curve.lonM[middle]!), curve.latM[middle]!);
  return scale * curve.lattice.unit;
}

/**
 * Least and greatest metres in a cell of the lattice, either way, between points of two rows; rows counted
 * `stretch` times.
 */
export function latticeScales(
  e: RowExtents,
  a: number,
  b: number,
  lattice: Lattice,
  stretch: number,
): readonly [least: number, most: number] {
  const { unit } = lattice;
  const south = Math.min(e.south[a]!, e.south[b]!);
  const north = Math.max(e.north[a]!, e.north[b]!);
  // A row of the Mercator lattice is lower, in degrees, the farther from the equator.
  const mercator = lattice.kind === "mercator";
  const lowest = mercator ? Math.cos(Math.max(-south, north) * RAD) : 1;
  const highest = mercator ? Math.cos(Math.max(0, south, -north) * RAD) : 1;
  const heightLeast = (Math.min(e.latLeast[a]!, e.latLeast[b]!) * lowest) / stretch;
  const heightMost = (Math.max(e.latMost[a]!, e.latMost[b]!) * highest) / stretch;
  const least = Math.min(e.lonLeast[a]!, e.lonLeast[b]!, heightLeast);
  const most = Math.max(e.lonMost[a]!, e.lonMost[b]!, heightMost);
  return [least * unit * (1 - MARGIN), most * unit * (1 + MARGIN)];
}

/** How much higher than wide a cell of the lattice is where most points are. */
export function latticeStretch({ curve, count }: PointColumns): number {
  if (count === 0) return 1;
  const middle = count >>> 1;
  const flat = curve.lattice.kind === "mercator" ? Math.cos(curve.lat[middle]! * RAD) : 1;
  const stretch = (curve.latM[middle]! * flat) / curve.lonM[middle]!;
  // Any answer is right, only the margin of `latticeScales` grows. Above 1 rows would pass 31 bits.
  return stretch > 0.5 && stretch <= 1 ? stretch : 1;
}
