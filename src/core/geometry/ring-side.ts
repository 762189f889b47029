/** On which side of a ring positions lie, for many positions against one ring. Exact, any plane coordinates. */
import { orient2d } from "robust-predicates";

/** 1 inside, -1 outside, 0 on the ring. */
export type Side = -1 | 0 | 1;

/** Rings below this are walked whole. */
const FEW = 48;
/** Mean number of entries that a vertex may cost; an outline of long verticals gets fewer slabs instead. */
const MOST_ENTRIES = 4;

/** Edges by the slab of y they reach into; without slabs where that is not worth its room. */
export interface RingSlabs {
  readonly from: number;
  readonly to: number;
  readonly south: number;
  /** Slabs in one unit of y. */
  readonly density: number;
  /** First edge of each slab, one entry more than slabs; null: no slabs. */
  readonly start: Uint32Array | null;
  readonly edge: Uint32Array;
}

const NONE = new Uint32Array(0);

/** The ring of vertices `from` up to `to` of `xy`. */
export function ringSlabs(xy: Float64Array, from: number, to: number): RingSlabs {
  let [south, north, climb] = [Infinity, -Infinity, 0];
  for (let i = from; i < to; i++) {
    const y = xy[2 * i + 1]!;
    south = Math.min(south, y);
    north = Math.max(north, y);
    climb += Math.abs(xy[2 * after(i, from, to) + 1]! - y);
  }
  const edges = to - from;
  const height = north - south;
  // Every edge costs 1 entry, and 1 more for every slab it climbs through.
  const slabs = Math.floor(Math.min(edges / 2, ((MOST_ENTRIES - 1) * edges * height) / climb));
  const density = slabs / height;
  if (edges < FEW || !(slabs > 1) || !Number.isFinite(density)) {
    return { from, to, south, density: 0, start: null, edge: NONE };
  }
  const start = new Uint32Array(slabs + 2);
  const slabOf = (y: number) => Math.min(slabs - 1, ((y - south) * density) | 0);
  const each = (put: (slab: number, edge: number) => void) => {
    for (let i = from; i < to; i++) {
      const a = slabOf(xy[2 * i + 1]!);
      const b = slabOf(xy[2 * after(i, from, to) + 1]!);
      for (let slab = Math.min(a, b); slab <= Math.max(a, b); slab++) put(slab, i);
    }
  };
  each((slab) => start[slab + 2]!++);
  for (let slab = 2; slab < start.length; slab++) start[slab]! += start[slab - 1]!;
  const edge = new Uint32Array(start.at(-1)!);
  each((slab, i) => {
    edge[start[slab + 1]!++] = i;
  });
  return { from, to, south, density, start: start.subarray(0, slabs + 1), edge };
}

/** Edges that `ringSide` would look at. */
export function ringSideCost(ring: RingSlabs, y: number): number {
  if (ring.start === null) return ring.to - ring.from;
  const slab = slabAt(ring, ring.start, y);
  return ring.start[slab + 1]! - ring.start[slab]!;
}

/** Side of a position by the even-odd rule; a ring left open is read as closed. */
export function ringSide(xy: Float64Array, ring: RingSlabs, x: number, y: number): Side {
  const { start, edge, from, to } = ring;
  let inside = false;
  const slab = start === null ? 0 : slabAt(ring, start, y);
  const last = start === null ? to - from : start[slab + 1]!;
  for (let k = start === null ? 0 : start[slab]!; k < last; k++) {
    const i = start === null ? from + k : edge[k]!;
    const j = after(i, from, to);
    const [x1, y1, x2, y2] = [xy[2 * i]!, xy[2 * i + 1]!, xy[2 * j]!, xy[2 * j + 1]!];
    if (y1 > y !== y2 > y) {
      if (x1 < x && x2 < x) continue;
      const side = x1 > x && x2 > x ? 1 : orient2d(x1, y1, x2, y2, x, y);
      if (side === 0) return 0;
      if ((x1 > x && x2 > x) || side > 0 === y1 > y2) inside = !inside;
    } else if (y1 === y && (x1 === x || (y2 === y && x1 < x !== x2 < x) || (y2 === y && x2 === x))) return 0;
    else if (y2 === y && x2 === x) return 0;
  }
  return inside ? 1 : -1;
}

function after(i: number, from: number, to: number): number {
  return i + 1 < to ? i + 1 : from;
}

function slabAt(ring: RingSlabs, start: Uint32Array, y: number): number {
  return Math.max(0, Math.min(start.length - 2, ((y - ring.south) * ring.density) | 0));
}
