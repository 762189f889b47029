/**
 * Where water goes: depressions are filled from the edge inwards, lowest first (priority flood), and every
 * cell drains to the neighbour from which it was reached or, better, to its steepest one (D8).
 */
import type { Frame } from "./grid.ts";
import { Heap } from "./heap.ts";

export interface Flow {
  /** Ground with depressions filled; always a little higher than where it drains to. */
  readonly filled: Float32Array;
  /** The cell each cell drains to, -1 at the edge. */
  readonly to: Int32Array;
  /** Cells so that each comes after the one it drains to. */
  readonly order: Int32Array;
  /** Number of cells that drain through each cell, itself included. */
  readonly cells: Float32Array;
}

/** The eight neighbours; odd ones are diagonal. */
export const AROUND_X = [1, 1, 0, -1, -1, -1, 0, 1] as const;
export const AROUND_Y = [0, 1, 1, 1, 0, -1, -1, -1] as const;
/** Distance to each neighbour in cells. */
export const AROUND_D = [1, Math.SQRT2, 1, Math.SQRT2, 1, Math.SQRT2, 1, Math.SQRT2] as const;
/** Least and greatest rise per cell on filled ground, metres: water keeps going, and it wanders. */
const LEAST_RISE = 1e-3;
const MORE_RISE = 6e-3;

/** Fills, drains and counts. Water leaves over every cell of the edge. */
export function flowOf(height: Float32Array, { nx, ny }: Frame): Flow {
  const count = nx * ny;
  const filled = Float32Array.from(height);
  const order = new Int32Array(count);
  const rank = new Int32Array(count).fill(-1);
  const heap = new Heap();
  const seen = new Uint8Array(count);
  const enter = (cell: number) => {
    if (seen[cell]) return;
    seen[cell] = 1;
    heap.push(filled[cell], cell);
  };
  for (let x = 0; x < nx; x++) {
    enter(x);
    enter((ny - 1) * nx + x);
  }
  for (let y = 0; y < ny; y++) {
    enter(y * nx);
    enter(y * nx + nx - 1);
  }
  let n = 0;
  while (heap.size > 0) {
    const cell = heap.pop();
    rank[cell] = n;
    order[n++] = cell;
    const x = cell % nx;
    const y = (cell - x) / nx;
    for (let k = 0; k < 8; k++) {
      const X = x + AROUND_X[k];
      const Y = y + AROUND_Y[k];
      if (X < 0 || Y < 0 || X >= nx || Y >= ny) continue;
      const next = Y * nx + X;
      if (seen[next]) continue;
      seen[next] = 1;
      const level = filled[cell] + LEAST_RISE + MORE_RISE * unevenness(X, Y);
      if (filled[next] < level) filled[next] = level;
      heap.push(filled[next], next);
    }
  }
  const to = steepest(filled, rank, nx, ny);
  const cells = new Float32Array(count).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const cell = order[i];
    if (to[cell] >= 0) cells[to[cell]] += cells[cell];
  }
  return { filled, to, order, cells };
}

/** 0 … 1, different for every cell and alike in groups of four by four and more, without a seed. */
function unevenness(x: number, y: number): number {
  return (mixed(x, y) + 2 * mixed(x >> 2, (y >> 2) + 0x4000) + 3 * mixed(x >> 4, (y >> 4) + 0x8000)) / 6;
}

/** A number 0 … 1 from two whole numbers, without any pattern (two rounds of a murmur3 finaliser). */
function mixed(x: number, y: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ y;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ Math.imul(y, 0x27d4eb2f), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** The steepest neighbour among those that were reached earlier, which keeps `order` valid. */
function steepest(filled: Float32Array, rank: Int32Array, nx: number, ny: number): Int32Array {
  const to = new Int32Array(nx * ny).fill(-1);
  for (let y = 1; y < ny - 1; y++) {
    for (let x = 1; x < nx - 1; x++) {
      const cell = y * nx + x;
      let best = -1;
      let steepness = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < 8; k++) {
        const next = cell + AROUND_Y[k] * nx + AROUND_X[k];
        if (rank[next] > rank[cell]) continue;
        const drop = (filled[cell] - filled[next]) / AROUND_D[k];
        if (drop > steepness) {
          steepness = drop;
          best = next;
        }
      }
      to[cell] = best;
    }
  }
  return to;
}
