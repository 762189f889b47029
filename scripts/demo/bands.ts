/** A field cut into levels: for each level the polygons where the field lies between it and the next one. */
import type { LonLat } from "../../src/core/units.ts";
import { type Frame, lonLatAt } from "./grid.ts";
import { isolines } from "./isolines.ts";
import { type Cell2, polygonsFrom, signedArea, smoothed, thinned } from "./lines.ts";
import { MOST_CARE, untangled } from "./untangled.ts";

export interface Band {
  /** Index of the lower threshold. */
  readonly level: number;
  /** Outer ring, then holes, closed, WGS 84 degrees. */
  readonly rings: readonly (readonly LonLat[])[];
}

export interface BandOptions {
  /** Rising. */
  readonly thresholds: readonly number[];
  /** Smaller patches are left out, smaller holes filled. */
  readonly leastM2: number;
  readonly toleranceM: number;
  /** Passes of smoothing of the outlines. */
  readonly smoothing: number;
}

/**
 * Polygons that do not overlap; neighbouring levels share their border position for position. Leaving out by
 * area keeps the nesting: what lies inside a small patch is smaller still.
 */
export function bandsOf(values: Float32Array, frame: Frame, options: BandOptions): Band[] {
  const { thresholds, leastM2, toleranceM, smoothing } = options;
  const leastCells = leastM2 / frame.cellM ** 2;
  const raw: { readonly level: number; readonly ring: readonly Cell2[]; readonly higher: boolean }[] = [];
  thresholds.forEach((threshold, level) => {
    for (const ring of isolines(values, frame, threshold)) {
      const area = signedArea(ring);
      if (Math.abs(area) >= leastCells) raw.push({ level, ring, higher: area < 0 });
    }
  });
  const lines = untangled(
    raw.length,
    () => true,
    (l, care) => {
      const { ring } = raw[l];
      const passes = care === 0 ? smoothing : care < MOST_CARE ? 1 : 0;
      const tolerance = care === MOST_CARE ? 0 : toleranceM / frame.cellM / 2 ** care;
      return onGround(thinned(smoothed(ring, true, passes), true, tolerance), frame);
    },
  );
  return thresholds.flatMap((_, level) => {
    const outers: (readonly Cell2[])[] = [];
    const holes: (readonly Cell2[])[] = [];
    raw.forEach((one, l) => {
      if (one.level === level) (one.higher ? outers : holes).push(lines[l].line);
      else if (one.level === level + 1) (one.higher ? holes : outers).push(lines[l].line);
    });
    return polygonsFrom(outers, holes).map((rings) => ({
      level,
      rings: rings.map((ring) => [...ring, ring[0]]),
    }));
  });
}

/** To degrees, without positions that rounding made equal. */
export function onGround(line: readonly Cell2[], frame: Frame): LonLat[] {
  const out: LonLat[] = [];
  for (const [x, y] of line) {
    const at = lonLatAt(frame, x, y);
    const last = out[out.length - 1];
    if (!last || last[0] !== at[0] || last[1] !== at[1]) out.push(at);
  }
  return out;
}
