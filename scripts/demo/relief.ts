/** The ground for hillshading: as it is inside, and going over to a plain towards the edge. */
import type { HeightAt } from "../tiles/terrain-tiles.ts";
import { cellsAt, coarser, type Frame, halved, sampleCubic } from "./grid.ts";
import { smoothStep } from "./noise.ts";

/** The ground goes over to a plain within this distance of the edge, in metres. */
const FADE_M = 3000;
/** Halvings of the grid that are kept for small zooms. */
const LEVELS = 6;

/**
 * Heights at any position. Pixels wider than cells take means of cells, so that nothing flickers between
 * zooms. The plain lies at the mean height of the edge and goes on for ever: no step shows anywhere.
 */
export function reliefOf(height: Float32Array, frame: Frame): HeightAt {
  const levels: { readonly frame: Frame; readonly values: Float32Array }[] = [{ frame, values: height }];
  for (let i = 1; i < LEVELS; i++) {
    const { frame: finer, values } = levels[i - 1];
    const next = coarser(finer, 2);
    levels.push({ frame: next, values: halved(values, finer, next) });
  }
  const plain = edgeMean(height, frame);
  return (lon, lat, pixelDegrees) => {
    const [x, y] = cellsAt(frame, [lon, lat]);
    const edgeM = Math.min(x, y, frame.nx - x, frame.ny - y) * frame.cellM;
    if (edgeM <= 0) return plain;
    let level = 0;
    while (level + 1 < levels.length && levels[level + 1].frame.step < pixelDegrees * 1.2) level++;
    const { frame: own, values } = levels[level];
    const ratio = frame.step / own.step;
    const ground = sampleCubic(values, own, x * ratio, y * ratio);
    return plain + (ground - plain) * smoothStep(0, FADE_M, edgeM);
  };
}

function edgeMean(height: Float32Array, { nx, ny }: Frame): number {
  let sum = 0;
  for (let x = 0; x < nx; x++) sum += height[x] + height[(ny - 1) * nx + x];
  for (let y = 1; y < ny - 1; y++) sum += height[y * nx] + height[y * nx + nx - 1];
  return sum / (2 * (nx + ny) - 4);
}
