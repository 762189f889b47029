/** A packed tree of boxes over runs of vertices that already lie close together in their order. */

/** Boxes in a node. */
const NODE = 16;

export interface BoxTree {
  /** West, south, east, north: boxes of the runs first, then of each level of nodes; the root is last. */
  readonly boxes: Float64Array;
  /** First box of each level, one entry more than levels; level 0 is the runs. */
  readonly levels: Uint32Array;
}

/**
 * Boxes of runs of vertices (run `r`: `runEdges[r] + 1` vertices from `runVertex[r]`), then of nodes of nodes.
 */
export function boxTree(xy: Float64Array, runVertex: Uint32Array, runEdges: Uint8Array): BoxTree {
  const levels = [0];
  let size = runVertex.length;
  let total = size;
  levels.push(total);
  while (size > 1) {
    size = Math.ceil(size / NODE);
    total += size;
    levels.push(total);
  }
  const boxes = new Float64Array(4 * total);
  for (let b = 0; b < total; b++) boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * b);
  for (let r = 0; r < runVertex.length; r++) {
    const first = runVertex[r]!;
    const last = first + runEdges[r]!;
    for (let v = first; v <= last; v++) {
      const x = xy[2 * v]!;
      const y = xy[2 * v + 1]!;
      widen(boxes, r, x, y, x, y);
    }
  }
  for (let level = 1; level + 1 < levels.length; level++) {
    const from = levels[level - 1]!;
    for (let b = from; b < levels[level]!; b++) {
      const parent = levels[level]! + Math.floor((b - from) / NODE);
      widen(boxes, parent, boxes[4 * b]!, boxes[4 * b + 1]!, boxes[4 * b + 2]!, boxes[4 * b + 3]!);
    }
  }
  return { boxes, levels: Uint32Array.from(levels) };
}

/** First and one past the last box under a node. */
export function childrenOf(levels: Uint32Array, box: number): readonly [from: number, to: number] {
  let level = 1;
  while (box >= levels[level + 1]!) level++;
  const from = levels[level - 1]! + (box - levels[level]!) * NODE;
  return [from, Math.min(from + NODE, levels[level]!)];
}

function widen(boxes: Float64Array, b: number, west: number, south: number, east: number, north: number) {
  if (west < boxes[4 * b]!) boxes[4 * b] = west;
  if (south < boxes[4 * b + 1]!) boxes[4 * b + 1] = south;
  if (east > boxes[4 * b + 2]!) boxes[4 * b + 2] = east;
  if (north > boxes[4 * b + 3]!) boxes[4 * b + 3] = north;
}
