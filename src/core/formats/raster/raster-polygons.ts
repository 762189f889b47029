/** A classified raster as polygons with holes: one for every region of cells of one value. */
import type { Xy } from "../collect-shapes.ts";
import { cellValue, gridToXy, type Raster } from "./raster.ts";
import { type GridRing, outlinesOf } from "./raster-outlines.ts";
import { regionsOf } from "./raster-regions.ts";

/** More different values than this are measurements, not classes. */
export const MOST_CLASSES = 32;
/** Corners of all polygons together. Beyond this the raster is noise that nobody can look over. */
export const MOST_CORNERS = 4_000_000;

export interface RasterPolygon {
  readonly value: number;
  /** Closed rings, the outer one anticlockwise, in the coordinates of the raster. */
  readonly rings: readonly (readonly Xy[])[];
}
export interface ValueRange {
  readonly least: number;
  readonly greatest: number;
}

/** Number from 1 of the value of every cell (0 where there is none) and the values; or how far they reach. */
export function classesOf(
  raster: Raster,
): { readonly classes: Uint8Array; readonly values: readonly number[] } | ValueRange {
  const { width, height } = raster;
  const classes = new Uint8Array(width * height);
  const numbers = new Map<number, number>();
  for (let row = 0, cell = 0; row < height; row++) {
    for (let column = 0; column < width; column++, cell++) {
      const value = cellValue(raster, column, row);
      if (value === null) continue;
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size + 1;
        if (number > MOST_CLASSES) return rangeOf(raster);
        numbers.set(value, number);
      }
      classes[cell] = number;
    }
  }
  return { classes, values: [...numbers.keys()] };
}

function rangeOf(raster: Raster): ValueRange {
  let [least, greatest] = [Infinity, -Infinity];
  for (let row = 0; row < raster.height; row++) {
    for (let column = 0; column < raster.width; column++) {
      const value = cellValue(raster, column, row);
      if (value === null) continue;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return { least, greatest };
}

/** Null when they would have more than `MOST_CORNERS` corners. In the order of their first cells. */
export function polygonsOf(
  { width, height, place }: Raster,
  classes: Uint8Array,
  values: readonly number[],
): readonly RasterPolygon[] | null {
  const outlines = outlinesOf(regionsOf(classes, width), width, height, MOST_CORNERS);
  if (!outlines) return null;
  // Going with the region on the right of a grid whose rows count downwards is clockwise; turned over it is not.
  const mirrored = place.dx * place.dy - place.rx * place.ry > 0;
  const ringOf = (ring: GridRing): readonly Xy[] => {
    const out = ring.map(([column, row]) => gridToXy(place, column, row));
    if (!mirrored) out.reverse();
    out.push(out[0]!);
    return out;
  };
  return outlines.map(({ cell, rings }) => ({
    value: values[classes[cell]! - 1]!,
    rings: rings.map(ringOf),
  }));
}
