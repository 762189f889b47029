/**
 * Which rings are outlines and which are holes, by which ring lies in which. The direction of a ring is only told:
 * files of every program have it wrong somewhere. Any plane coordinates.
 */
import { boxesAt, boxList } from "./box-list.ts";
import { type RingSlabs, ringSide, ringSideCost, ringSlabs } from "./ring-side.ts";

/** Rings, flat: ring `r` owns vertices `start[r] .. start[r + 1]` of `xy` (x, y interleaved), closed or not. */
export interface Rings {
  readonly xy: Float64Array;
  readonly start: readonly number[];
}

export interface GroupedRings {
  /** Each polygon as its outline and then its holes, by number; in the order of the outlines. */
  readonly polygons: readonly (readonly number[])[];
  /** Twice the signed area of each ring: positive when it runs counter-clockwise. */
  readonly area2: Float64Array;
}

/** What may still be looked at: shared by the shapes of one file, so that no file takes without end. */
export interface Steps {
  left: number;
}
/** Edges and boxes that the grouping of one file may look at: some seconds, far beyond any real one. */
export const MOST_STEPS = 400_000_000;
/** Steps that a box found costs, for it is sorted among the others. */
const FOUND = 16;
/** Vertices of a ring that are asked about when the first ones lie on the other ring. */
const MOST_PROBES = 64;

/**
 * Groups the rings of one feature: a ring in an odd number of others is a hole of the smallest of them. Null when
 * it would take more steps than are left. Rings that cross are given to the side of their first vertex off the other.
 */
export function groupRings({ xy, start }: Rings, budget: Steps = { left: MOST_STEPS }): GroupedRings | null {
  const count = start.length - 1;
  const area2 = Float64Array.from({ length: Math.max(count, 0) }, (_, r) =>
    signedArea2(xy, start[r]!, start[r + 1]!),
  );
  if (count <= 1) return { polygons: count === 1 ? [[0]] : [], area2 };
  const list = boxList(boxesOf(xy, start));
  const slabs: (RingSlabs | undefined)[] = [];
  const rank = ranks(area2);
  const parent = new Int32Array(count).fill(-1);
  const found: number[] = [];
  for (let r = 0; r < count; r++) {
    const from = start[r]!;
    if (start[r + 1] === from) continue;
    budget.left -= boxesAt(list, xy[2 * from]!, xy[2 * from + 1]!, found);
    // The smallest ring around this one is its parent: rings inside that one need not be asked.
    const around = found.filter((other) => rank[other]! < rank[r]!).sort((a, b) => rank[b]! - rank[a]!);
    budget.left -= found.length * FOUND;
    for (const other of around) {
      slabs[other] ??= ringSlabs(xy, start[other]!, start[other + 1]!);
      const inside = liesIn(xy, from, start[r + 1]!, slabs[other], budget);
      if (budget.left < 0) return null;
      if (!inside) continue;
      parent[r] = other;
      break;
    }
    if (budget.left < 0) return null;
  }
  return { polygons: polygonsOf(parent, rank), area2 };
}

/** Does a ring lie in another, by its first vertex or middle of an edge that is not on the other. */
function liesIn(xy: Float64Array, from: number, to: number, ring: RingSlabs, budget: Steps): boolean {
  const stride = Math.max(1, Math.floor((to - from) / MOST_PROBES));
  for (const half of [0, 0.5]) {
    for (let i = from; i < to && budget.left >= 0; i += stride) {
      const next = i + 1 < to ? i + 1 : from;
      const x = xy[2 * i]! + half * (xy[2 * next]! - xy[2 * i]!);
      const y = xy[2 * i + 1]! + half * (xy[2 * next + 1]! - xy[2 * i + 1]!);
      budget.left -= ringSideCost(ring, y);
      const side = ringSide(xy, ring, x, y);
      if (side !== 0) return side > 0;
    }
  }
  return false;
}

/** Place of each ring from the largest to the smallest; of equal ones the first is before. */
function ranks(area2: Float64Array): Uint32Array {
  const order = [...area2.keys()].sort((a, b) => Math.abs(area2[b]!) - Math.abs(area2[a]!) || a - b);
  const rank = new Uint32Array(area2.length);
  for (const [place, r] of order.entries()) rank[r] = place;
  return rank;
}

function polygonsOf(parent: Int32Array, rank: Uint32Array): number[][] {
  const depth = new Int32Array(parent.length);
  const bySize = [...parent.keys()].sort((a, b) => rank[a]! - rank[b]!);
  for (const r of bySize) depth[r] = parent[r]! < 0 ? 0 : depth[parent[r]!]! + 1;
  const polygons = new Map<number, number[]>();
  for (const r of parent.keys()) if (depth[r]! % 2 === 0) polygons.set(r, [r]);
  for (const r of parent.keys()) if (depth[r]! % 2 === 1) polygons.get(parent[r]!)!.push(r);
  return [...polygons.values()];
}

/** About the first vertex, so that coordinates of millions of metres lose nothing. */
function signedArea2(xy: Float64Array, from: number, to: number): number {
  const x0 = xy[2 * from]!;
  const y0 = xy[2 * from + 1]!;
  let sum = 0;
  for (let i = from + 1; i + 1 < to; i++) {
    sum += (xy[2 * i]! - x0) * (xy[2 * i + 3]! - y0) - (xy[2 * i + 2]! - x0) * (xy[2 * i + 1]! - y0);
  }
  return sum;
}

function boxesOf(xy: Float64Array, start: readonly number[]): Float64Array {
  const boxes = new Float64Array(4 * (start.length - 1));
  for (let r = 0; r + 1 < start.length; r++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = start[r]!; i < start[r + 1]!; i++) {
      west = Math.min(west, xy[2 * i]!);
      south = Math.min(south, xy[2 * i + 1]!);
      east = Math.max(east, xy[2 * i]!);
      north = Math.max(north, xy[2 * i + 1]!);
    }
    boxes.set([west, south, east, north], 4 * r);
  }
  return boxes;
}
