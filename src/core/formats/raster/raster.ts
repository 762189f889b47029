/** A grid of values with its place, and how its cells lie in the coordinates of the file. */

/** From (column, row), counted from the corner of the first cell, to (x, y): `x = x0 + column·dx + row·rx`. */
export interface GridPlace {
  readonly x0: number;
  readonly dx: number;
  readonly rx: number;
  readonly y0: number;
  readonly ry: number;
  readonly dy: number;
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Row by row from the first; NaN and `nodata` are cells without a value. */
  readonly values: ArrayLike<number>;
  readonly nodata: number | null;
  readonly place: GridPlace;
}

/** Of a corner between cells. */
export function gridToXy(place: GridPlace, column: number, row: number): readonly [x: number, y: number] {
  return [place.x0 + column * place.dx + row * place.rx, place.y0 + column * place.ry + row * place.dy];
}

/** Column and row with their fractions; null when the grid has no area. */
export function xyToGrid(
  place: GridPlace,
  x: number,
  y: number,
): readonly [column: number, row: number] | null {
  const area = place.dx * place.dy - place.rx * place.ry;
  if (!Number.isFinite(area) || area === 0) return null;
  const [east, north] = [x - place.x0, y - place.y0];
  return [(east * place.dy - north * place.rx) / area, (north * place.dx - east * place.ry) / area];
}

/** Value of a cell, null where there is none. The cell has to be within the grid. */
export function cellValue({ values, width, nodata }: Raster, column: number, row: number): number | null {
  const value = values[row * width + column]!;
  return Number.isNaN(value) || value === nodata ? null : value;
}
