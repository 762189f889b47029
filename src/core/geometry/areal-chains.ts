/**
 * Exact point in polygon inside one cell of a grid, from the edges in that cell alone.
 *
 * Idea: the path from a position west to the west line of its cell and down that line to the corner crosses
 * only edges that touch the cell. Whether the corner is inside is known, so the parity of the crossings
 * answers. Of an edge crossing the western leg only one thing needs arithmetic: is the position east of it.
 * All the rest adds up, along a chain of edges, to whether one of the chain's ends lies in the quadrant
 * south-west of where the path turns and the other does not; so the corner is never tested against an edge.
 *
 * Edges are read in the order of memory. The sign is plain arithmetic where its error bound (Shewchuk 1997)
 * allows, his adaptive test where not. Cost: one comparison for an edge that stays on one side of the latitude.
 *
 * Ties: a position on an edge or a vertex is told apart (2). Everything else counts as if it lay a little
 * north, and the corner a little east of its line: half-open rules, the same as in `areal-trace.ts`.
 */
import { orient2d } from "robust-predicates";
import { CHAINS, FROM, HEAD, OLDER, TO, type Trace } from "./areal-entries.ts";

/**
 * Parity of the edges from `from` up to `to` (first vertices) that pass west of the position, or 2 when it
 * lies on one of them.
 */
export function oddWest(xy: Float64Array, from: number, to: number, px: number, py: number): number {
  let odd = 0;
  let above = xy[2 * from + 1]! > py;
  const end = 2 * to;
  for (let k = 2 * from + 2; k <= end; k += 2) {
    // Past the edges that stay on one side of the latitude: one comparison each.
    if (above) while (k <= end && xy[k + 1]! > py) k += 2;
    else while (k <= end && xy[k + 1]! < py) k += 2;
    if (k > end) break;
    const x1 = xy[k - 2]!;
    const x2 = xy[k]!;
    const y2 = xy[k + 1]!;
    if (!above && y2 === py) {
      // An end of an edge is the start of the next, so it is enough to look at ends.
      if (x2 === px || (xy[k - 1] === py && x1 <= px === px <= x2)) return 2;
      continue;
    }
    above = !above;
    if (x1 < px && x2 < px) odd ^= 1;
    else if (x1 <= px || x2 <= px) {
      const y1 = xy[k - 1]!;
      const turn = orient2d(x1, y1, x2, y2, px, py);
      if (turn === 0) return 2;
      if (turn > 0 === y2 > y1) odd ^= 1;
    }
  }
  return odd;
}

/**
 * Is the position in the part whose `chains` chains stand in `records` from `at` on, as pairs from, to; 1 or
 * 2 (on its boundary) when it is, 0 when not. `odd` is the parity that `writeEntry` gave the entry, `westLine`
 * the west line of the cell.
 */
export function inChains(
  xy: Float64Array,
  records: Uint32Array,
  at: number,
  chains: number,
  odd: number,
  westLine: number,
  px: number,
  py: number,
): number {
  let parity = odd;
  for (let k = at, end = at + 2 * chains; k < end; k += 2) {
    const from = records[k]!;
    const to = records[k + 1]!;
    const here = oddWest(xy, from, to, px, py);
    if (here === 2) return 2;
    parity ^= here;
    if (xy[2 * from]! <= westLine && xy[2 * from + 1]! <= py) parity ^= 1;
    if (xy[2 * to]! <= westLine && xy[2 * to + 1]! <= py) parity ^= 1;
  }
  return parity;
}

/** Words of the item that `writeEntry` writes for the entry at a place. */
export function itemWords(t: Trace, at: number): number {
  return 2 + 2 * t.entry[at + CHAINS]!;
}

/**
 * Writes the entry at a place to `records` as an item: its head with its parity, the number of its chains,
 * their first and last vertices.
 */
export function writeEntry(t: Trace, at: number, records: Uint32Array, to: number): void {
  const { entry, chain } = t;
  records[to] = entry[at + HEAD]!;
  records[to + 1] = entry[at + CHAINS]!;
  records[to + 2] = entry[at + FROM]!;
  records[to + 3] = entry[at + TO]!;
  let k = to + 4;
  for (let older = entry[at + OLDER]!; older !== 0; older = chain[older + 2]!) {
    records[k++] = chain[older]!;
    records[k++] = chain[older + 1]!;
  }
}
