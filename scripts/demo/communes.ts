/** Communes: ground that grows from a seed of each until it meets a neighbour, halted by ridges and rivers. */

import { AROUND_D, AROUND_X, AROUND_Y } from "./flow.ts";
import type { Frame } from "./grid.ts";
import { Heap } from "./heap.ts";
import type { Land } from "./land.ts";
import { fractal, noiseOf } from "./noise.ts";
import { largestPiece, piecesOf } from "./pieces.ts";

/** Where growth begins, in shares of the width and height, and what the commune is. */
export interface CommuneSeed {
  readonly at: readonly [x: number, y: number];
  /** 0: ground outside the area. */
  readonly commune: number;
}

/**
 * Number of the commune of every cell of `coarse` (cells twice as wide as the land's), 0 outside the area.
 * Each commune is one piece.
 */
export function communesOf(land: Land, coarse: Frame, seeds: readonly CommuneSeed[]): Int16Array {
  const cost = costOf(land, coarse);
  const { nx, ny } = coarse;
  const owner = new Int16Array(nx * ny).fill(-1);
  const reached = new Float64Array(nx * ny).fill(Infinity);
  const heap = new Heap();
  for (const { at, commune } of seeds) {
    const cell = Math.floor(at[1] * ny) * nx + Math.floor(at[0] * nx);
    owner[cell] = commune;
    reached[cell] = 0;
    heap.push(0, cell);
  }
  const done = new Uint8Array(nx * ny);
  while (heap.size > 0) {
    const cell = heap.pop();
    if (done[cell]) continue;
    done[cell] = 1;
    const x = cell % nx;
    const y = (cell - x) / nx;
    for (let k = 0; k < 8; k++) {
      const X = x + AROUND_X[k];
      const Y = y + AROUND_Y[k];
      if (X < 0 || Y < 0 || X >= nx || Y >= ny) continue;
      const next = Y * nx + X;
      const there = reached[cell] + ((cost[cell] + cost[next]) / 2) * AROUND_D[k];
      if (there >= reached[next]) continue;
      reached[next] = there;
      owner[next] = owner[cell];
      heap.push(there, next);
    }
  }
  return largestPieces(evened(owner, coarse, 4), coarse);
}

/** Crossing a crest or a large river costs as much as kilometres of easy ground. */
function costOf(land: Land, coarse: Frame): Float32Array {
  const { frame, height, streams, evenSlope } = land;
  const bend = noiseOf(land.seed, "borders");
  const cost = new Float32Array(coarse.nx * coarse.ny);
  const reach = 5;
  for (let y = 0; y < coarse.ny; y++) {
    for (let x = 0; x < coarse.nx; x++) {
      const fx = Math.min(frame.nx - 1, 2 * x);
      const fy = Math.min(frame.ny - 1, 2 * y);
      const c = fy * frame.nx + fx;
      let order = 0;
      for (let k = 0; k < 4; k++) {
        const at = Math.min(frame.ny - 1, fy + (k >> 1)) * frame.nx + Math.min(frame.nx - 1, fx + (k & 1));
        order = Math.max(order, streams.order[at]);
      }
      let around = 0;
      for (let k = 0; k < 8; k++) {
        const X = Math.min(frame.nx - 1, Math.max(0, fx + AROUND_X[k] * reach));
        const Y = Math.min(frame.ny - 1, Math.max(0, fy + AROUND_Y[k] * reach));
        around += height[Y * frame.nx + X] / 8;
      }
      const crest = Math.max(0, height[c] - around);
      const river = order >= 5 ? 60 : order === 4 ? 34 : order === 3 ? 9 : 0;
      const wave = 1 + 1.1 * fractal(bend, x / 26, y / 26, 4);
      cost[y * coarse.nx + x] = Math.max(0.25, wave) + 5 * evenSlope[c] + 1.6 * crest + river;
    }
  }
  return cost;
}

/** Ragged borders evened out: each cell takes what most of its neighbourhood has, `rounds` times. */
export function evened(labels: Int16Array, { nx, ny }: Frame, rounds: number): Int16Array {
  let from = labels;
  for (let round = 0; round < rounds; round++) {
    const to = Int16Array.from(from);
    for (let y = 2; y < ny - 2; y++) {
      for (let x = 2; x < nx - 2; x++) {
        const c = y * nx + x;
        const own = from[c];
        if (
          from[c - 2] === own &&
          from[c + 2] === own &&
          from[c - 2 * nx] === own &&
          from[c + 2 * nx] === own
        )
          continue;
        to[c] = commonest(from, c, nx, own);
      }
    }
    from = to;
  }
  return from;
}

function commonest(labels: Int16Array, c: number, nx: number, own: number): number {
  const seen: number[] = [];
  const counts: number[] = [];
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const label = labels[c + dy * nx + dx];
      const at = seen.indexOf(label);
      if (at < 0) {
        seen.push(label);
        counts.push(1);
      } else counts[at]++;
    }
  }
  let best = own;
  let most = counts[seen.indexOf(own)];
  seen.forEach((label, i) => {
    if (counts[i] > most) {
      most = counts[i];
      best = label;
    }
  });
  return best;
}

/** Every commune keeps its largest piece; smaller ones go to the label beside them. */
function largestPieces(labels: Int16Array, size: Frame): Int16Array {
  const out = Int16Array.from(labels);
  for (const label of new Set(labels)) {
    if (label === 0) continue;
    const largest = largestPiece((c) => labels[c] === label, size);
    for (const cells of piecesOf((c) => labels[c] === label && largest[c] === 0, size)) {
      const beside = cells.map((c) => labels[c - 1]).find((other) => other !== undefined && other !== label);
      for (const c of cells) out[c] = beside ?? 0;
    }
  }
  return out;
}
