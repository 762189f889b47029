/** Lines of equal height over the communes and a little beyond. */
import type { WriteFeature } from "../../src/core/formats/index.ts";
import { onGround } from "./bands.ts";
import { distanceToM } from "./distance.ts";
import { blurred, cellIndex, type Frame } from "./grid.ts";
import { isolines } from "./isolines.ts";
import type { Land } from "./land.ts";
import { type Cell2, thinned } from "./lines.ts";

export const CONTOUR_STEP_M = 20;
const MARGIN_M = 1500;
const TOLERANCE_CELLS = 0.16;
/** Shorter pieces are left out, in cells. */
const LEAST_CELLS = 8;

export function contoursOf(land: Land, coarse: Frame, communes: Int16Array): WriteFeature[] {
  const { frame, height } = land;
  const outsideM = distanceToM((c) => communes[c] > 0, coarse);
  const shown = ([x, y]: Cell2) => outsideM[cellIndex(coarse, x / 2, y / 2)] < MARGIN_M;
  const even = blurred(height, frame, 1, 2);
  const features: WriteFeature[] = [];
  let [low, high] = [Infinity, -Infinity];
  for (const h of even) {
    if (h < low) low = h;
    if (h > high) high = h;
  }
  const first = Math.ceil(low / CONTOUR_STEP_M) * CONTOUR_STEP_M;
  for (let elevation = first; elevation < high; elevation += CONTOUR_STEP_M) {
    for (const ring of isolines(even, frame, elevation)) {
      for (const piece of piecesOf([...ring, ring[0]], shown)) {
        const coordinates = onGround(thinned(piece, false, TOLERANCE_CELLS), frame);
        if (coordinates.length < 2) continue;
        features.push({ properties: { elevation }, geometry: { type: "LineString", coordinates } });
      }
    }
  }
  return features;
}

function piecesOf(line: readonly Cell2[], shown: (at: Cell2) => boolean): Cell2[][] {
  const pieces: Cell2[][] = [];
  let piece: Cell2[] = [];
  for (const at of line) {
    if (shown(at)) piece.push(at);
    else {
      pieces.push(piece);
      piece = [];
    }
  }
  pieces.push(piece);
  return pieces.filter((one) => one.length >= LEAST_CELLS);
}
