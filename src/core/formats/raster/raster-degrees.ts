/** A raster of any system as a grid in WGS 84 degrees with rows from the north. */
import type { CrsCode } from "../../crs/definitions.ts";
import { crsTransform } from "../../crs/transform.ts";
import { metresPerDegreeLat, metresPerDegreeLon } from "../../geometry/ellipsoid.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";
import type { DegreeGrid } from "../../terrain/grid.ts";
import { cellValue, gridToXy, type Raster } from "./raster.ts";
import { sampleRaster } from "./raster-sample.ts";

/** Cells of a grid that is kept in a plan. */
export const MOST_KEPT_CELLS = 25_000_000;
/** How values come onto the new grid; `none`: its cells are those of the file. */
export type Resampling = "none" | "bilinear" | "nearest";

export interface InDegrees {
  readonly grid: DegreeGrid;
  readonly resampling: Resampling;
  /** Width and height of a cell of the file in metres, in its middle. */
  readonly cellM: readonly [width: number, height: number];
}

/** Positions are worked out exactly on every so many cells and evenly between them: true to a hundredth of a cell. */
const KNOT = 32;

/**
 * `how`: `bilinear` for heights, `nearest` for classes, used only where the cells of the file do not lie along
 * longitude and latitude. `file` is named in problems. Refused: `raster.cells`, `raster.outside`.
 */
export function toDegrees(
  raster: Raster,
  crs: CrsCode,
  how: "bilinear" | "nearest",
  file: string,
): Outcome<InDegrees> {
  const { width, height, place } = raster;
  const { inverse, forward } = crsTransform(crs);
  const at = (column: number, row: number) => inverse(...gridToXy(place, column, row));
  const middle = at(width / 2, height / 2);
  const cellM = [
    metresBetween(middle, at(width / 2 + 1, height / 2)),
    metresBetween(middle, at(width / 2, height / 2 + 1)),
  ] as const;
  if (crs === "EPSG:4326" && place.rx === 0 && place.ry === 0) {
    const grid = plainGrid(raster);
    return isOnEarth(grid)
      ? ok({ grid, resampling: "none", cellM })
      : fail("raster.outside", undefined, { file });
  }
  const edge = Array.from({ length: 65 }, (_, i) => i / 64).flatMap((share) => [
    at(share * width, 0),
    at(share * width, height),
    at(0, share * height),
    at(width, share * height),
  ]);
  const [west, east] = [Math.min(...edge.map(([lon]) => lon)), Math.max(...edge.map(([lon]) => lon))];
  const [south, north] = [Math.min(...edge.map(([, lat]) => lat)), Math.max(...edge.map(([, lat]) => lat))];
  // A turned grid has cells of the same area; one that is not turned, of the same sides.
  const side = place.rx === 0 && place.ry === 0 ? cellM : ([Math.min(...cellM), Math.min(...cellM)] as const);
  const stepLon = side[0] / metresPerDegreeLon(middle[1]);
  const stepLat = side[1] / metresPerDegreeLat(middle[1]);
  const [columns, rows] = [Math.ceil((east - west) / stepLon), Math.ceil((north - south) / stepLat)];
  if (!isOnEarth({ west, north, width: columns, height: rows, stepLon, stepLat }))
    return fail("raster.outside", undefined, { file });
  if (!(columns * rows <= MOST_KEPT_CELLS))
    return fail("raster.cells", { cells: columns * rows, most: MOST_KEPT_CELLS }, { file });
  const values = new Float64Array(columns * rows);
  const head = { width: columns, height: rows, west, north, stepLon, stepLat };
  for (let top = 0; top < rows; top += KNOT) {
    for (let left = 0; left < columns; left += KNOT) {
      const knot = (dc: number, dr: number) =>
        forward(west + (left + dc + 0.5) * stepLon, north - (top + dr + 0.5) * stepLat);
      const [nw, ne, sw, se] = [knot(0, 0), knot(KNOT, 0), knot(0, KNOT), knot(KNOT, KNOT)];
      for (let r = 0; r < KNOT && top + r < rows; r++) {
        for (let c = 0; c < KNOT && left + c < columns; c++) {
          const [s, t] = [c / KNOT, r / KNOT];
          const [a, b, d, e] = [(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t];
          const x = a * nw[0] + b * ne[0] + d * sw[0] + e * se[0];
          const y = a * nw[1] + b * ne[1] + d * sw[1] + e * se[1];
          values[(top + r) * columns + left + c] = sampleRaster(raster, x, y, how) ?? Number.NaN;
        }
      }
    }
  }
  const value = (column: number, row: number) => values[row * columns + column]!;
  return ok({ grid: { ...head, value }, resampling: how, cellM });
}

/** The cells as they are, the first row in the north and the first column in the west. */
function plainGrid(raster: Raster): DegreeGrid {
  const { width, height, place } = raster;
  const [stepLon, stepLat] = [Math.abs(place.dx), Math.abs(place.dy)];
  const west = Math.min(place.x0, place.x0 + width * place.dx);
  const north = Math.max(place.y0, place.y0 + height * place.dy);
  const value = (column: number, row: number) =>
    cellValue(raster, place.dx > 0 ? column : width - 1 - column, place.dy < 0 ? row : height - 1 - row) ??
    Number.NaN;
  return { width, height, west, north, stepLon, stepLat, value };
}

function isOnEarth({ west, north, width, height, stepLon, stepLat }: Omit<DegreeGrid, "value">): boolean {
  return (
    west >= -180 &&
    west + width * stepLon <= 180.5 &&
    north <= 90 &&
    north - height * stepLat >= -90 &&
    stepLon > 0 &&
    stepLat > 0
  );
}

function metresBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const lat = (a[1] + b[1]) / 2;
  return Math.hypot((b[0] - a[0]) * metresPerDegreeLon(lat), (b[1] - a[1]) * metresPerDegreeLat(lat));
}
