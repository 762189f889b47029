/**
 * Where water comes suddenly. Flash flood: along channels, by their fall and catchment. Pipe flood: in the
 * steepest narrow gullies, small catchments between high walls. Both fields fade with the distance from the
 * channel and the height above it.
 */
import { blurred, type Frame } from "./grid.ts";
import type { Land } from "./land.ts";
import { fractal, noiseOf, smoothStep } from "./noise.ts";
import { piecesOf } from "./pieces.ts";

/** What one stretch of channel does to its surroundings. */
interface Surge {
  readonly strength: number;
  readonly reachM: number;
  /** Ground higher than this above the channel stays dry. */
  readonly wallM: number;
}

/** Lower bounds of the levels 1 to 5 of both fields: each level covers about half the ground of the one below. */
export const FLASH_FLOOD_LEVELS = [0.145, 0.19, 0.24, 0.3, 0.375] as const;
export const PIPE_FLOOD_LEVELS = [0.055, 0.075, 0.095, 0.12, 0.155] as const;

/** Length over which the fall of a channel is measured, in cells. */
const FALL_CELLS = 24;

export function flashFloodField(land: Land): Float32Array<ArrayBuffer> {
  const patchy = noiseOf(land.seed, "flash flood");
  const { frame } = land;
  return fieldOf(land, 0.3e6, FLASH_FLOOD_LEVELS[0], (cell, fall) => {
    const km2 = land.km2[cell];
    if (km2 < 1.6 || fall < 0.006) return null;
    const x = (cell % frame.nx) * frame.cellM;
    const y = Math.floor(cell / frame.nx) * frame.cellM;
    const local = 0.8 + 0.75 * fractal(patchy, x / 5200, y / 5200, 2);
    // Large rivers of the plain rise slowly: that is inundation, another thing.
    const strength = local * fall ** 0.5 * km2 ** 0.3 * smoothStep(320, 120, km2);
    return { strength, reachM: 110 + 95 * km2 ** 0.28, wallM: 11 + 7 * km2 ** 0.22 };
  });
}

export function pipeFloodField(land: Land): Float32Array<ArrayBuffer> {
  const patchy = noiseOf(land.seed, "pipe flood");
  const { frame, evenSlope } = land;
  return fieldOf(land, 0.05e6, PIPE_FLOOD_LEVELS[0], (cell, fall) => {
    const km2 = land.km2[cell];
    if (km2 > 3.2 || fall < 0.11) return null;
    const x = (cell % frame.nx) * frame.cellM;
    const y = Math.floor(cell / frame.nx) * frame.cellM;
    const local = 0.7 + 0.9 * fractal(patchy, x / 3800, y / 3800, 2);
    const walls = smoothStep(0.2, 0.5, evenSlope[cell]);
    return { strength: local * fall * (0.5 + walls), reachM: 78 + 18 * km2, wallM: 28 };
  });
}

/** Patches above `lowest` that are smaller than `leastM2` are levelled: a flood has a course, not a spot. */
function fieldOf(
  land: Land,
  leastM2: number,
  lowest: number,
  surgeOf: (cell: number, fall: number) => Surge | null,
): Float32Array<ArrayBuffer> {
  const { frame, streams, height, flow, aboveStreamM } = land;
  const field = new Float32Array(height.length);
  for (const { cells } of streams.lines) {
    for (const cell of cells) {
      const surge = surgeOf(cell, fallOf(height, flow.to, frame, cell));
      if (surge && surge.strength > 0) splash(field, frame, aboveStreamM, cell, surge);
    }
  }
  const even = blurred(field, frame, 1, 2);
  for (const cells of piecesOf((c) => even[c] > lowest, frame)) {
    if (cells.length * frame.cellM ** 2 < leastM2) for (const c of cells) even[c] = lowest * 0.95;
  }
  return even;
}

/** Mean fall of the channel around a cell, rise over run, looking downstream. */
function fallOf(height: Float32Array, to: Int32Array, { nx, cellM }: Frame, cell: number): number {
  let length = 0;
  let at = cell;
  for (let i = 0; i < FALL_CELLS && to[at] >= 0; i++) {
    const apart = Math.abs(to[at] - at);
    length += cellM * (apart === 1 || apart === nx ? 1 : Math.SQRT2);
    at = to[at];
  }
  return length === 0 ? 0 : Math.max(0, height[cell] - height[at]) / length;
}

function splash(
  field: Float32Array,
  { nx, ny, cellM }: Frame,
  aboveM: Float32Array,
  cell: number,
  s: Surge,
): void {
  const radius = Math.ceil((1.9 * s.reachM) / cellM);
  const cx = cell % nx;
  const cy = Math.floor(cell / nx);
  for (let y = Math.max(0, cy - radius); y <= Math.min(ny - 1, cy + radius); y++) {
    for (let x = Math.max(0, cx - radius); x <= Math.min(nx - 1, cx + radius); x++) {
      const at = y * nx + x;
      const far = (Math.hypot(x - cx, y - cy) * cellM) / s.reachM;
      const value = s.strength * Math.exp(-far * far) * smoothStep(s.wallM, s.wallM * 0.35, aboveM[at]);
      if (value > field[at]) field[at] = value;
    }
  }
}
