/** One point against an index of edges: nodes are opened nearest first, until no unopened one can hold better. */
import { squaredToEdge } from "./edge-distance.ts";
import { type EdgeTree, NODE } from "./edge-tree.ts";
import type { NearestFirst } from "./nearest-first.ts";

/** A bound on distances is multiplied by this before it is compared: more than the rounding of both sides. */
export const ROUNDING = 1 + 1e-12;

/** What a search for one point found; -1 when nothing. */
export interface FoundEdge {
  /** Place of the edge in `EdgeTree.edge`. */
  edge: number;
  /** Square of its distance in metres. */
  squared: number;
}

/**
 * The nearest edge of a point (scales at `scale[at …]`, see `putScales`) with a squared distance of at most
 * `limit`, written to `found`. `queue` must be empty and is left so. About logarithmic in the number of edges.
 */
export function searchNearest(
  tree: EdgeTree,
  xy: Float64Array,
  px: number,
  py: number,
  scale: Float64Array,
  at: number,
  limit: number,
  allowed: Uint8Array | undefined,
  queue: NearestFirst,
  found: FoundEdge,
): void {
  const { boxes, levels, leafEdge, edge, feature } = tree;
  const sx = scale[at]!;
  const sy = scale[at + 1]!;
  const hx = scale[at + 2]!;
  const hy = scale[at + 3]!;
  let best = limit;
  found.edge = -1;
  if (boxes.length > 0) queue.push(boxes.length / 4 - 1, 0);
  while (queue.size > 0 && queue.least() <= best) {
    const box = queue.pop();
    if (box >= levels[1]!) {
      const to = lastChild(levels, box);
      for (let child = firstChild(levels, box); child < to; child++) {
        const least = leastSquared(boxes, child, px, py, sx, sy, hx, hy);
        if (least <= best) queue.push(child, least);
      }
      continue;
    }
    for (let k = leafEdge[box]!; k < leafEdge[box + 1]!; k++) {
      const a = edge[k]! & ~1;
      const b = a + 2 * (edge[k]! & 1);
      const x = xy[a]!;
      const y = xy[a + 1]!;
      const d2 = squaredToEdge(x - px, y - py, xy[b]! - x, xy[b + 1]! - y, sx, sy, hx, hy);
      if (!(d2 < best || (d2 === best && found.edge < 0))) continue;
      if (allowed && allowed[feature[k]!] === 0) continue;
      best = d2;
      found.edge = k;
    }
  }
  found.squared = best;
  queue.clear();
}

/** First box under a node. */
export function firstChild(levels: Uint32Array, node: number): number {
  const level = levelOf(levels, node);
  return levels[level - 1]! + (node - levels[level]!) * NODE;
}

/** One past the last box under a node. */
export function lastChild(levels: Uint32Array, node: number): number {
  const level = levelOf(levels, node);
  return Math.min(levels[level - 1]! + (node - levels[level]! + 1) * NODE, levels[level]!);
}

function levelOf(levels: Uint32Array, box: number): number {
  let level = 1;
  while (box >= levels[level + 1]!) level++;
  return level;
}

/** At most the square of the distance, by `squaredToEdge`, to any edge in the box. NaN for a box of nothing. */
export function leastSquared(
  boxes: Float64Array,
  box: number,
  px: number,
  py: number,
  sx: number,
  sy: number,
  hx: number,
  hy: number,
): number {
  const middle = boxes[4 * box + 1]! - py;
  const half = boxes[4 * box + 3]!;
  const x = Math.max(0, Math.abs(boxes[4 * box]! - px) - boxes[4 * box + 2]!);
  const y = Math.max(0, Math.abs(middle) - half);
  // The scales change steadily with latitude: the least is at one end of the box.
  const mx = x * Math.max(0, sx + hx * middle - Math.abs(hx) * half);
  const my = y * Math.max(0, sy + hy * middle - Math.abs(hy) * half);
  return (mx * mx + my * my) / ROUNDING;
}
