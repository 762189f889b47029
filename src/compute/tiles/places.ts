import KDBush from "kdbush";
import { mercatorX, mercatorY } from "./mercator.ts";

/** The located households as points of the unit square. Place `p` is household `household[p]`. */
export interface Places {
  readonly count: number;
  readonly household: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Null when nobody is located (the index wants at least one point). */
  readonly index: KDBush | null;
}

/** Indexes the located households; NaN coordinates are left out and can be drawn nowhere. */
export function placesOf(lon: Float64Array, lat: Float64Array): Places {
  let count = 0;
  for (let i = 0; i < lon.length; i++) if (isPlace(lon[i]!, lat[i]!)) count++;
  const household = new Int32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let p = 0;
  for (let i = 0; i < lon.length; i++) {
    if (!isPlace(lon[i]!, lat[i]!)) continue;
    household[p] = i;
    x[p] = mercatorX(lon[i]!);
    y[p] = mercatorY(lat[i]!);
    p++;
  }
  let index: KDBush | null = null;
  if (count > 0) {
    index = new KDBush(count);
    for (let q = 0; q < count; q++) index.add(x[q]!, y[q]!);
    index.finish();
  }
  return { count, household, x, y, index };
}

function isPlace(lon: number, lat: number): boolean {
  return Number.isFinite(lon) && Number.isFinite(lat);
}
