/** The points of the cells around one that only measuring can tell near or far, side by side. */
import type { Around } from "./grid-around.ts";
import type { PointGrid } from "./point-grid.ts";

/** Those in front of `count`; grows by itself. */
export interface OpenPoints {
  count: number;
  /** Coordinates and places of the grid. */
  x: Int32Array;
  y: Int32Array;
  place: Uint32Array;
}

/** Room for open points. */
export function openRoom(): OpenPoints {
  return roomFor(1024);
}

/** Copies the possible points that are not sure, nearest rows of each side first. */
export function gatherOpen(grid: PointGrid, around: Around, open: OpenPoints): void {
  const wanted = around.outer - around.inner;
  if (wanted > open.x.length) Object.assign(open, roomFor(2 * wanted));
  open.count = copySlices(grid, around, open.x, open.y, open.place);
}

function copySlices(
  grid: PointGrid,
  { rows, outerFrom, outerTo, innerFrom, innerTo }: Around,
  x: Int32Array,
  y: Int32Array,
  place: Uint32Array,
): number {
  const { x: fromX, y: fromY, place: fromPlace } = grid;
  let at = 0;
  for (let k = 0; k < rows; k++) {
    const skip = innerFrom[k]!;
    for (let j = outerFrom[k]!; j < skip; j++, at++) {
      x[at] = fromX[j]!;
      y[at] = fromY[j]!;
      place[at] = fromPlace[j]!;
    }
    const stop = outerTo[k]!;
    for (let j = innerTo[k]!; j < stop; j++, at++) {
      x[at] = fromX[j]!;
      y[at] = fromY[j]!;
      place[at] = fromPlace[j]!;
    }
  }
  return at;
}

function roomFor(count: number): OpenPoints {
  return { count: 0, x: new Int32Array(count), y: new Int32Array(count), place: new Uint32Array(count) };
}
