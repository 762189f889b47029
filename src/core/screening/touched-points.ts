/** Which points a change of zones can touch: those in the bounds of a zone that came, went or moved. */
import { placeCode } from "../geometry/place-order.ts";
import type { Bbox } from "../units.ts";
import { grownBox } from "./grown-box.ts";
import type { Place } from "./place.ts";
import { type ZoneSet, zoneChanges } from "./zone-set.ts";

/** With more changed zones than this everything is found anew, which is then quicker. */
const FEW_ZONES = 200;
/** Degrees: a centimetre, far more than rounding and far less than a cell of the curve. */
const HAIR = 1e-7;

/**
 * Numbers of the points, ascending, at most `marginM` metres outside those bounds; null when so much changed
 * that asking every point anew is the better way.
 */
export function touchedPoints(
  before: ZoneSet,
  after: ZoneSet,
  place: Place,
  marginM: number,
): Uint32Array | null {
  const { gone, come } = zoneChanges(before, after);
  if (gone.length + come.length > FEW_ZONES) return null;
  const boxes = [...gone.map((f) => before.box(f)), ...come.map((f) => after.box(f))];
  const touched: number[] = [];
  const most = place.points.count / 4;
  for (const box of boxes) {
    if (box) addInside(place, grownBox(box, marginM), touched);
    if (touched.length > most) return null;
  }
  return Uint32Array.from(new Set(touched)).sort();
}

/** Points of a box lie between the codes of its corners along the curve; those of other places are left out. */
function addInside({ points, code }: Place, [west, south, east, north]: Bbox, touched: number[]): void {
  // The curve runs from the north-west, and grows with both coordinates of the Mercator square. A hair more, so
  // that rounding on the way to a code never leaves out a point on the line.
  // Latitudes beyond the poles (columns taken for each other) do not grow along it: everybody is looked at.
  const onEarth = south > -89 && north < 89;
  const from = onEarth ? lowerBound(code, placeCode(west - HAIR, north + HAIR)) : 0;
  const to = onEarth ? lowerBound(code, placeCode(east + HAIR, south - HAIR) + 1) : code.length;
  const { lon, lat } = points;
  for (let p = from; p < to; p++) {
    const x = lon[p]!;
    const y = lat[p]!;
    if (x >= west && x <= east && y >= south && y <= north) touched.push(p);
  }
}

/** First place in an ascending column with at least this value. */
function lowerBound(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
