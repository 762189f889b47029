/** What the ground of an area is like: heights, mean slope, and how much of it is steeper than a limit. */
import { locate, OUTSIDE, slabsOf } from "../geometry/point-in-polygon.ts";
import { bboxOfGeometry, polygonSetOf } from "../geometry/polygon-set.ts";
import type { ArealGeometry } from "../model/geometry.ts";
import { cellSlope, heightAt } from "./at-point.ts";
import { cellMetres, type DegreeGrid } from "./grid.ts";

/** Shares are of the whole area, 0 to 1. Means are of the part that is known; null when nothing is. */
export interface AreaTerrain {
  readonly meanHeight: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
  readonly meanSlopePercent: number | null;
  /** Share that is known to be steeper than the limit. */
  readonly aboveLimit: number;
  /** Share whose slope is not known: outside the grid, beside a cell without a value. */
  readonly slopeUnknown: number;
  readonly heightUnknown: number;
}

/** So many looks at an area at least; every cell is looked at once or more. */
const LEAST_LOOKS = 400;
/** And so many at most, so that a whole province answers in a moment; then fewer than every cell are looked at. */
const MOST_LOOKS = 1_000_000;

/**
 * Looked at in a lattice over the bounds of the area; each look counts by the ground it stands for at its latitude.
 * `limitPercent`: slope in percent; ground of exactly this slope is not above it. Null for an area without an inside.
 */
export function terrainIn(
  grid: DegreeGrid,
  geometry: ArealGeometry,
  limitPercent: number,
): AreaTerrain | null {
  const bounds = bboxOfGeometry(geometry);
  if (!bounds?.every(Number.isFinite)) return null;
  const [west, south, east, north] = bounds;
  const slabs = slabsOf(polygonSetOf([geometry]));
  const [stepLon, stepLat] = steps(grid, east - west, north - south);
  if (!(stepLon > 0 && stepLat > 0)) return null;
  const slopes = new Map<number, number | null>();
  const seen = { area: 0, slope: 0, height: 0, above: 0, sumSlope: 0, sumHeight: 0 };
  let [least, greatest] = [Infinity, -Infinity];
  for (let lat = north - stepLat / 2; lat > south; lat -= stepLat) {
    const row = Math.floor((grid.north - lat) / grid.stepLat);
    const [width, height] = cellMetres(grid, (grid.north - lat) / grid.stepLat - 0.5);
    const weight = width * height;
    for (let lon = west + stepLon / 2; lon < east; lon += stepLon) {
      if (locate(slabs, 0, lon, lat) === OUTSIDE) continue;
      seen.area += weight;
      const z = heightAt(grid, lon, lat);
      if (z !== null) {
        seen.height += weight;
        seen.sumHeight += weight * z;
        least = Math.min(least, z);
        greatest = Math.max(greatest, z);
      }
      const column = Math.floor((lon - grid.west) / grid.stepLon);
      const cell = row * grid.width + column;
      let slope = slopes.get(cell);
      if (slope === undefined) {
        slope = cellSlope(grid, column, row)?.percent ?? null;
        slopes.set(cell, slope);
      }
      if (slope === null) continue;
      seen.slope += weight;
      seen.sumSlope += weight * slope;
      if (slope > limitPercent) seen.above += weight;
    }
  }
  if (seen.area === 0) return null;
  return {
    meanHeight: seen.height > 0 ? seen.sumHeight / seen.height : null,
    least: seen.height > 0 ? least : null,
    greatest: seen.height > 0 ? greatest : null,
    meanSlopePercent: seen.slope > 0 ? seen.sumSlope / seen.slope : null,
    aboveLimit: seen.above / seen.area,
    slopeUnknown: 1 - seen.slope / seen.area,
    heightUnknown: 1 - seen.height / seen.area,
  };
}

/** Whole parts of the cells of the grid, as fine as the area asks for. */
function steps(grid: DegreeGrid, width: number, height: number): readonly [lon: number, lat: number] {
  const looks = (width / grid.stepLon) * (height / grid.stepLat);
  if (!(looks > 0)) return [0, 0];
  const finer =
    looks > MOST_LOOKS ? Math.sqrt(MOST_LOOKS / looks) : Math.ceil(Math.sqrt(LEAST_LOOKS / looks));
  // An area of a sliver's shape has looks in both directions all the same.
  return [Math.min(grid.stepLon / finer, width / 4), Math.min(grid.stepLat / finer, height / 4)];
}
