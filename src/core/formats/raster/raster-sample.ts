/** The value of a raster at a point. */
import { cellValue, type Raster, xyToGrid } from "./raster.ts";

/**
 * `nearest`: the cell the point lies in. `bilinear`: between the four nearest centres of cells; within half a
 * cell of the border the border's cells count twice. (x, y) in the coordinates of the raster. Null outside, where
 * there is no value, and between cells of which one has none: what is not known is never guessed from the rest.
 */
export function sampleRaster(
  raster: Raster,
  x: number,
  y: number,
  how: "nearest" | "bilinear" = "nearest",
): number | null {
  const { width, height } = raster;
  const at = xyToGrid(raster.place, x, y);
  if (!at) return null;
  const [column, row] = at;
  // Written so that NaN is outside.
  if (!(column >= 0 && row >= 0 && column < width && row < height)) return null;
  if (how === "nearest") return cellValue(raster, Math.floor(column), Math.floor(row));
  const [c, r] = [column - 0.5, row - 0.5];
  const [c0, r0] = [Math.floor(c), Math.floor(r)];
  let sum = 0;
  for (const [dc, dr] of CORNERS) {
    const weight = (dc ? c - c0 : 1 - (c - c0)) * (dr ? r - r0 : 1 - (r - r0));
    if (weight === 0) continue;
    const value = cellValue(raster, within(c0 + dc, width), within(r0 + dr, height));
    if (value === null) return null;
    sum += weight * value;
  }
  return sum;
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}
