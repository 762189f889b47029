/** A grid of heights (or of classes) in WGS 84 degrees, and where a position lies in it. */
import { metresPerDegreeLat, metresPerDegreeLon } from "../geometry/ellipsoid.ts";

/** Cells in rows from the north, each `stepLon` × `stepLat` degrees; both steps are above zero. */
export interface DegreeGrid {
  readonly width: number;
  readonly height: number;
  /** Western and northern edge of the first cell, degrees. */
  readonly west: number;
  readonly north: number;
  readonly stepLon: number;
  readonly stepLat: number;
  /** Value of a cell within the grid, heights in metres; NaN where there is none. */
  readonly value: (column: number, row: number) => number;
}

/** Width and height in metres of the cells of a row, on the ellipsoid at the row's middle. */
export function cellMetres(grid: DegreeGrid, row: number): readonly [width: number, height: number] {
  const lat = grid.north - (row + 0.5) * grid.stepLat;
  return [grid.stepLon * metresPerDegreeLon(lat), grid.stepLat * metresPerDegreeLat(lat)];
}

/** Column and row with their fractions, counted from the north-western corner; null outside and for no position. */
export function gridPosition(
  grid: DegreeGrid,
  lon: number,
  lat: number,
): readonly [column: number, row: number] | null {
  const column = (lon - grid.west) / grid.stepLon;
  const row = (grid.north - lat) / grid.stepLat;
  // Written so that NaN is outside.
  return column >= 0 && row >= 0 && column < grid.width && row < grid.height ? [column, row] : null;
}
