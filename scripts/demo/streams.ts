/** Streams from the flow of water: which cells, how large (Strahler order), and as smooth lines. */
import type { Flow } from "./flow.ts";
import { blurred, type Frame } from "./grid.ts";
import { type Cell2, smoothed, thinned } from "./lines.ts";
import { noiseOf, smoothStep } from "./noise.ts";
import { CHANNEL_KM2 } from "./valley-floor.ts";

export interface Stream {
  /** Strahler order: 1 at the springs, one more where two of the same order meet. */
  readonly order: number;
  /** From its spring or confluence to the next confluence or the edge. */
  readonly cells: readonly number[];
  /** Smoothed, in cells of the frame; streams that meet share the position. */
  readonly line: readonly Cell2[];
}

export interface Streams {
  readonly lines: readonly Stream[];
  /** Order by cell, 0 where there is no stream. */
  readonly order: Uint8Array;
  /** 1 where a line as drawn passes. */
  readonly bed: Uint8Array;
}

/** Rounds the steps of the grid away. */
const SMOOTHING = 7;
const TOLERANCE_CELLS = 0.16;
/** Strahler order from which a stream is a river. */
const RIVER_ORDER = 4;

/** `slope` (rise over run) says where rivers have room to wander. */
export function streamsOf(seed: number, flow: Flow, slope: Float32Array, frame: Frame): Streams {
  const least = (CHANNEL_KM2 * 1e6) / frame.cellM ** 2;
  const order = strahler(flow, least);
  const inflows = new Uint8Array(order.length);
  for (let cell = 0; cell < order.length; cell++) {
    if (order[cell] > 0 && flow.to[cell] >= 0) inflows[flow.to[cell]]++;
  }
  const wander = meanders(seed, slope, frame);
  const bed = new Uint8Array(order.length);
  const lines: Stream[] = [];
  for (let start = 0; start < order.length; start++) {
    if (order[start] === 0 || inflows[start] === 1) continue;
    const cells = [start];
    let cell = flow.to[start];
    while (cell >= 0) {
      cells.push(cell);
      if (inflows[cell] !== 1) break;
      cell = flow.to[cell];
    }
    if (cells.length < 2) continue;
    const middle = cells.map((c): Cell2 => [(c % frame.nx) + 0.5, Math.floor(c / frame.nx) + 0.5]);
    const line = smoothed(middle, false, SMOOTHING).map(wander);
    for (const [x, y] of line) bed[Math.floor(y) * frame.nx + Math.floor(x)] = 1;
    lines.push({ order: order[start], cells, line: thinned(line, false, TOLERANCE_CELLS) });
  }
  return { lines, order, bed };
}

/**
 * On flat ground the cells give a river only eight directions: there the lines are bent in two sizes of waves.
 * The bend is a smooth displacement of the plane, so streams neither cross nor part by it.
 */
function meanders(seed: number, slope: Float32Array, frame: Frame): (at: Cell2) => Cell2 {
  const { nx, ny, cellM } = frame;
  const flat = blurred(slope, frame, 6, 2);
  const across = noiseOf(seed, "meanders across");
  const along = noiseOf(seed, "meanders along");
  return ([x, y]) => {
    const column = Math.min(nx - 1, Math.floor(x));
    const row = Math.min(ny - 1, Math.floor(y));
    const edge = smoothStep(0, 12, Math.min(x, y, nx - x, ny - y));
    const share = smoothStep(0.07, 0.015, flat[row * nx + column]) * edge;
    const [u, v] = [(x * cellM) / 1500, (y * cellM) / 1500];
    const by = (wave: typeof across) => (230 * wave(u, v) + 120 * wave(3 * u + 50, 3 * v)) / cellM;
    return [x + share * by(across), y + share * by(along)];
  };
}

function strahler(flow: Flow, leastCells: number): Uint8Array {
  const order = new Uint8Array(flow.to.length);
  const highest = new Uint8Array(flow.to.length);
  const howMany = new Uint8Array(flow.to.length);
  for (let i = flow.order.length - 1; i >= 0; i--) {
    const cell = flow.order[i];
    if (flow.cells[cell] < leastCells) continue;
    order[cell] = highest[cell] === 0 ? 1 : howMany[cell] > 1 ? highest[cell] + 1 : highest[cell];
    const below = flow.to[cell];
    if (below < 0) continue;
    if (order[cell] > highest[below]) {
      highest[below] = order[cell];
      howMany[below] = 1;
    } else if (order[cell] === highest[below]) howMany[below]++;
  }
  return order;
}

/** Rivers, and of the smaller streams those that are near somewhere: the frame should not show on the map. */
export function streamsNear(lines: readonly Stream[], isNear: (at: Cell2) => boolean): Stream[] {
  return lines.filter(({ order, line }) => order >= RIVER_ORDER || line.some(isNear));
}
