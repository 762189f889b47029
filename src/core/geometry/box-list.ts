/**
 * Boxes packed into a tree by sorted tiles (Leutenegger, Lopez, Edgington, "STR: a simple and efficient algorithm
 * for R-tree packing", ICDE 1997), asked which of them hold a position. Any plane coordinates.
 */

/** Boxes under a node. */
const NODE = 16;

export interface BoxList {
  /** West, south, east, north of every box as given, 4 numbers each. */
  readonly boxes: Float64Array;
  /** Boxes in the order of the tree. */
  readonly order: Uint32Array;
  /** Bounds of every node, level by level, the lowest first. */
  readonly nodes: Float64Array;
  /** First node of each level, one entry more than levels. */
  readonly levels: readonly number[];
}

/** Packs `boxes.length / 4` boxes. */
export function boxList(boxes: Float64Array): BoxList {
  const count = boxes.length / 4;
  const order = tiled(boxes, count);
  const levels = [0];
  const nodes: number[] = [];
  let below = count;
  while (below > 0) {
    const first = levels.at(-2);
    const from = levels.at(-1)!;
    const size = Math.ceil(below / NODE);
    for (let node = 0; node < size; node++) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let i = node * NODE; i < Math.min((node + 1) * NODE, below); i++) {
        const source = first === undefined ? boxes : nodes;
        const at = 4 * (first === undefined ? order[i]! : first + i);
        west = Math.min(west, source[at]!);
        south = Math.min(south, source[at + 1]!);
        east = Math.max(east, source[at + 2]!);
        north = Math.max(north, source[at + 3]!);
      }
      nodes.push(west, south, east, north);
    }
    levels.push(from + size);
    if (size === 1) break;
    below = size;
  }
  return { boxes, order, nodes: Float64Array.from(nodes), levels };
}

/** Boxes that hold a position, bounds included, are put into `found` (emptied first). Answers how many were looked at. */
export function boxesAt(list: BoxList, x: number, y: number, found: number[]): number {
  found.length = 0;
  const { boxes, order, nodes, levels } = list;
  const top = levels.length - 2;
  if (top < 0) return 0;
  let looked = 1;
  const stack: number[] = [top, 0];
  while (stack.length > 0) {
    const index = stack.pop()!;
    const level = stack.pop()!;
    if (!holds(nodes, levels[level]! + index, x, y)) continue;
    const below = level === 0 ? order.length : levels[level]! - levels[level - 1]!;
    const to = Math.min((index + 1) * NODE, below);
    looked += to - index * NODE;
    for (let i = index * NODE; i < to; i++) {
      if (level > 0) stack.push(level - 1, i);
      else if (holds(boxes, order[i]!, x, y)) found.push(order[i]!);
    }
  }
  return looked;
}

function holds(boxes: Float64Array, i: number, x: number, y: number): boolean {
  const at = 4 * i;
  return x >= boxes[at]! && y >= boxes[at + 1]! && x <= boxes[at + 2]! && y <= boxes[at + 3]!;
}

/** Sorted into columns by their middle, and within a column from south to north. */
function tiled(boxes: Float64Array, count: number): Uint32Array {
  const middle = (i: number, side: number) => boxes[4 * i + side]! + boxes[4 * i + side + 2]!;
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => middle(a, 0) - middle(b, 0));
  const width = NODE * Math.max(1, Math.ceil(Math.sqrt(count / NODE)));
  for (let from = 0; from < count; from += width) {
    order.subarray(from, from + width).sort((a, b) => middle(a, 1) - middle(b, 1));
  }
  return order;
}
