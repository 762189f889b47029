/** What a raster is likely to be: heights of the ground, or classes of susceptibility. */
import { cellValue, type Raster } from "./raster.ts";
import { MOST_CLASSES } from "./raster-polygons.ts";

/** `terrain`: heights in metres; `classes`: numbers that stand for classes. */
export const RASTER_KINDS = ["terrain", "classes"] as const;
export type RasterKind = (typeof RASTER_KINDS)[number];

/** Heights of dry land on Earth are within these, in metres. */
export const LOWEST = -450;
export const HIGHEST = 8_850;

export interface RasterLook {
  readonly least: number;
  readonly greatest: number;
  /** Cells without a value. */
  readonly missing: number;
  /** Different values, or null for more than can be classes. */
  readonly different: number | null;
  readonly guess: RasterKind;
}

/** Looks at every cell. Null when none has a value. Few whole numbers are classes; anything else is measured. */
export function lookAtRaster(raster: Raster): RasterLook | null {
  const values = new Set<number>();
  let [least, greatest, missing, whole] = [Infinity, -Infinity, 0, true];
  for (let row = 0; row < raster.height; row++) {
    for (let column = 0; column < raster.width; column++) {
      const value = cellValue(raster, column, row);
      if (value === null || !Number.isFinite(value)) {
        missing++;
        continue;
      }
      if (value < least) least = value;
      if (value > greatest) greatest = value;
      whole &&= Number.isInteger(value);
      if (values.size <= MOST_CLASSES) values.add(value);
    }
  }
  if (values.size === 0) return null;
  const different = values.size > MOST_CLASSES ? null : values.size;
  return { least, greatest, missing, different, guess: different !== null && whole ? "classes" : "terrain" };
}

/** Whether these can be metres of height: a value for "nothing" that the file does not name as such cannot. */
export function canBeHeights({ least, greatest }: Pick<RasterLook, "least" | "greatest">): boolean {
  return least >= LOWEST && greatest <= HIGHEST;
}
