/** Streams from the flow of water: which cells, how large (Strahler order), and as smooth lines. */
import type { Flow } from "./flow.ts";
import type { Frame } from "./grid.ts";
import { type Cell2, smoothed, thinned } from "./lines.ts";
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
}

/** Rounds the steps of the grid away. */
const SMOOTHING = 7;
const TOLERANCE_CELLS = 0.16;

export function streamsOf(flow: Flow, frame: Frame): Streams {
  const least = (CHANNEL_KM2 * 1e6) / frame.cellM ** 2;
  const order = strahler(flow, least);
  const inflows = new Uint8Array(order.length);
  for (let cell = 0; cell < order.length; cell++) {
    if (order[cell] > 0 && flow.to[cell] >= 0) inflows[flow.to[cell]]++;
  }
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
    lines.push({
      order: order[start],
      cells,
      line: thinned(smoothed(middle, false, SMOOTHING), false, TOLERANCE_CELLS),
    });
  }
  return { lines, order };
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
