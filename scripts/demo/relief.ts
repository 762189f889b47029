/** The ground for hillshading: as it is inside, evened out towards the edge, and flat far beyond it. */
import type { HeightAt } from "../tiles/terrain-tiles.ts";
import { blurred, cellsAt, coarser, type Frame, sampleCubic } from "./grid.ts";
import { halved } from "./landslides.ts";
import { smoothStep } from "./noise.ts";

/** Detail fades over this distance from the edge inwards, in metres. */
const FADE_M = 3200;
/** Beyond the edge the height goes over to the mean within this distance, in metres. */
const BEYOND_M = 26_000;

/**
 * Heights at any position. Pixels wider than cells take means of cells, so that nothing flickers between
 * zooms. At the edge there is no step: what lies beyond continues it and sinks slowly.
 */
export function reliefOf(height: Float32Array, frame: Frame): HeightAt {
  const even = evened(height, frame);
  const levels: { readonly frame: Frame; readonly values: Float32Array }[] = [{ frame, values: height }];
  for (let i = 0; i < 5; i++) {
    const { frame: finer, values } = levels[i];
    const next = coarser(finer, 2);
    levels.push({ frame: next, values: halved(values, finer, next) });
  }
  const mean = height.reduce((sum, h) => sum + h, 0) / height.length;
  return (lon, lat, pixelDegrees) => {
    let level = 0;
    while (level + 1 < levels.length && levels[level + 1].frame.step < pixelDegrees * 1.2) level++;
    const { frame: own, values } = levels[level];
    const [x, y] = cellsAt(frame, [lon, lat]);
    const dx = Math.max(0, -x, x - frame.nx);
    const dy = Math.max(0, -y, y - frame.ny);
    const outsideM = Math.hypot(dx, dy) * frame.cellM;
    const inX = Math.min(frame.nx, Math.max(0, x));
    const inY = Math.min(frame.ny, Math.max(0, y));
    const edgeM = Math.min(inX, inY, frame.nx - inX, frame.ny - inY) * frame.cellM;
    const detail = smoothStep(0, FADE_M, edgeM);
    const ownX = inX * (frame.step / own.step);
    const ownY = inY * (frame.step / own.step);
    const rough = detail > 0 ? sampleCubic(values, own, ownX, ownY) : 0;
    const smooth =
      detail < 1 ? sampleCubic(even.values, even.frame, inX / even.factor, inY / even.factor) : 0;
    const h = smooth + (rough - smooth) * detail;
    return h + (mean - h) * smoothStep(0, BEYOND_M, outsideM);
  };
}

/** The ground without its ridges and valleys, on cells eight times as wide. */
function evened(height: Float32Array, frame: Frame) {
  let values: Float32Array = height;
  let own = frame;
  for (let i = 0; i < 3; i++) {
    const next = coarser(own, 2);
    values = halved(values, own, next);
    own = next;
  }
  return { values: blurred(values, own, 7, 3), frame: own, factor: 8 };
}
