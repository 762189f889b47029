/** Rivers that carry more than they can hold fill their valleys: floors become flat and wide downstream. */
import { type Flow, flowOf } from "./flow.ts";
import { blurred, type Frame } from "./grid.ts";
import { fractal, type Noise } from "./noise.ts";

/** Catchment from which a stream has a channel, km². */
export const CHANNEL_KM2 = 0.5;

/** Metres by which a valley of this catchment has been filled. */
function fillM(km2: number): number {
  return Math.min(34, 2.2 * km2 ** 0.5);
}

/** Height of every cell above the channel that it drains to, and that channel's cell (-1: over the edge). */
export interface Drainage {
  readonly aboveM: Float32Array;
  readonly channel: Int32Array;
}

export function drainageOf(height: Float32Array, flow: Flow, frame: Frame): Drainage {
  const least = (CHANNEL_KM2 * 1e6) / (frame.cellM * frame.cellM);
  const channel = new Int32Array(height.length).fill(-1);
  const aboveM = new Float32Array(height.length);
  for (let i = 0; i < flow.order.length; i++) {
    const cell = flow.order[i];
    const below = flow.to[cell];
    channel[cell] = flow.cells[cell] >= least || below < 0 ? cell : channel[below];
    aboveM[cell] = height[cell] - height[channel[cell]];
  }
  return { aboveM, channel };
}

/** Heights with the valleys filled; gentle waves on the floors make rivers wander. */
export function fillValleys(height: Float32Array, frame: Frame, noise: Noise): Float32Array {
  const { nx, cellM } = frame;
  const km2 = (cellM * cellM) / 1e6;
  const flow = flowOf(height, frame);
  const { channel } = drainageOf(flow.filled, flow, frame);
  const raw = new Float32Array(height.length);
  for (let cell = 0; cell < raw.length; cell++) {
    const at = channel[cell];
    raw[cell] = flow.filled[at] + fillM(flow.cells[at] * km2);
  }
  // Where floors of different valleys meet there must be no step.
  const floor = blurred(raw, frame, 4, 2);
  const out = new Float32Array(height.length);
  for (let cell = 0; cell < out.length; cell++) {
    const x = (cell % nx) * cellM;
    const y = Math.floor(cell / nx) * cellM;
    const level = Math.min(floor[cell], raw[cell] + 2) + 3.2 * fractal(noise, x / 760, y / 760, 4);
    out[cell] = smoothMax(flow.filled[cell], level, 5);
  }
  return out;
}

/** The larger of both, rounded off over about `width`. */
function smoothMax(a: number, b: number, width: number): number {
  const d = (a - b) / width;
  if (d > 20) return a;
  if (d < -20) return b;
  return b + width * Math.log1p(Math.exp(d));
}
