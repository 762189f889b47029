/**
 * The edges of a tree sorted into cells, for asking about many points one after the other: around a point whose
 * bound is known only a few rows of cells matter, and in each row one contiguous stretch of edges. Cells are as
 * large as a typical leaf of the tree, so they follow the density of the edges and not the extent of the set;
 * when that would be too many cells, the grid covers only where most leaves are and the tree does the rest.
 * Built in O(n + cells) for n edges. (Rows of cells: Bentley & Friedman, "Data structures for range searching",
 * ACM Computing Surveys 1979.)
 */
import type { EdgeTree } from "./edge-tree.ts";

export interface EdgeGrid {
  /** West and south border, cells per unit of x and of y, columns, rows, 1 when it covers all edges, 1 when all are single positions. */
  readonly frame: Float64Array;
  /** First entry of each cell, rows from the south, columns from the west; one more than cells. */
  readonly cellStart: Int32Array;
  /** Entries: places of edges in `EdgeTree.edge`. An edge stands in every cell it may touch. */
  readonly cellEdge: Int32Array;
}

/** Cells at most for each edge. */
const CELLS_PER_EDGE = 2;
/** A cell is this part of the width of a leaf in the middle of the ranking by width. */
const CELL = 0.7;
/** Cells by which an edge is taken to be thicker: far more than the rounding of its place in the grid. */
const SLACK = 1e-6;

/** Sorts the edges into cells. `aspect`: metres in one unit of y over metres in one unit of x, about. */
export function edgeGrid(tree: EdgeTree, xy: Float64Array, aspect: number): EdgeGrid {
  const frame = frameOf(tree, aspect);
  const cells = frame[4]! * frame[5]!;
  const cellStart = new Int32Array(cells + 1);
  enterEdges(tree.edge, xy, frame, cellStart, null);
  for (let c = 0, sum = 0; c <= cells; c++) {
    const count = cellStart[c]!;
    cellStart[c] = sum;
    sum += count;
  }
  const cellEdge = new Int32Array(cellStart[cells]!);
  // The starts move to the ends while cells are filled, so they are shifted back afterwards.
  enterEdges(tree.edge, xy, frame, cellStart, cellEdge);
  cellStart.copyWithin(1, 0, cells);
  cellStart[0] = 0;
  return { frame, cellStart, cellEdge };
}

function frameOf({ boxes, levels, edge }: EdgeTree, aspect: number): Float64Array {
  const leaves = levels[1]!;
  const sample = Math.max(1, Math.floor(leaves / 1000));
  const x: number[] = [];
  const y: number[] = [];
  const widths: number[] = [];
  for (let l = 0; l < leaves; l += sample) {
    if (Number.isNaN(boxes[4 * l]!)) continue;
    x.push(boxes[4 * l]!);
    y.push(boxes[4 * l + 1]!);
    widths.push(2 * Math.max(boxes[4 * l + 2]!, boxes[4 * l + 3]! * aspect));
  }
  const root = levels[levels.length - 1]! - 1;
  if (x.length === 0) return Float64Array.of(0, 0, 1, 1, 1, 1, 1, 0);
  for (const column of [x, y, widths]) column.sort((a, b) => a - b);
  const cell = CELL * widths[widths.length >> 1]!;
  const most = Math.max(16, CELLS_PER_EDGE * edge.length);
  let west = boxes[4 * root]! - boxes[4 * root + 2]!;
  let east = boxes[4 * root]! + boxes[4 * root + 2]!;
  let south = boxes[4 * root + 1]! - boxes[4 * root + 3]!;
  let north = boxes[4 * root + 1]! + boxes[4 * root + 3]!;
  let all = 1;
  if (((east - west) / cell + 1) * (((north - south) * aspect) / cell + 1) > most) {
    const edgeOf = (sorted: readonly number[], part: number) =>
      sorted[Math.floor(part * (sorted.length - 1))]!;
    west = Math.max(west, edgeOf(x, 0.01) - cell);
    east = Math.min(east, edgeOf(x, 0.99) + cell);
    south = Math.max(south, edgeOf(y, 0.01) - cell);
    north = Math.min(north, edgeOf(y, 0.99) + cell);
    all = 0;
  }
  // All vertices may lie at a few places: then it is the number of cells that decides.
  let side = Math.max(cell, (east - west) / most, ((north - south) * aspect) / most, 1e-100);
  while (((east - west) / side + 1) * (((north - south) * aspect) / side + 1) > most) side *= 1.25;
  const columns = Math.floor((east - west) / side) + 1;
  const rows = Math.floor(((north - south) * aspect) / side) + 1;
  return Float64Array.of(
    west,
    south,
    1 / side,
    aspect / side,
    columns,
    rows,
    all,
    positionsOnly(edge) ? 1 : 0,
  );
}

function positionsOnly(edge: Int32Array): boolean {
  for (let k = 0; k < edge.length; k++) if (edge[k]! & 1) return false;
  return true;
}

/** Counts the edges of each cell, or with `cellEdge` enters them where `cells` says and moves that on. */
function enterEdges(
  edge: Int32Array,
  xy: Float64Array,
  frame: Float64Array,
  cells: Int32Array,
  cellEdge: Int32Array | null,
): void {
  const west = frame[0]!;
  const south = frame[1]!;
  const perX = frame[2]!;
  const perY = frame[3]!;
  const columns = frame[4]!;
  const rows = frame[5]!;
  for (let k = 0; k < edge.length; k++) {
    const a = edge[k]! & ~1;
    const b = a + 2 * (edge[k]! & 1);
    let x1 = (xy[a]! - west) * perX;
    let y1 = (xy[a + 1]! - south) * perY;
    let x2 = (xy[b]! - west) * perX;
    let y2 = (xy[b + 1]! - south) * perY;
    if (y1 > y2) {
      let swap = y1;
      y1 = y2;
      y2 = swap;
      swap = x1;
      x1 = x2;
      x2 = swap;
    }
    const left = Math.min(x1, x2) - SLACK;
    const right = Math.max(x1, x2) + SLACK;
    // Not finite, or off the grid. A grid that covers all edges loses none here: its border is padded.
    if (!(right >= 0 && left < columns && y2 + SLACK >= 0 && y1 - SLACK < rows)) continue;
    const first = Math.max(0, Math.floor(y1 - SLACK));
    const last = Math.min(rows - 1, Math.floor(y2 + SLACK));
    const slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
    const spread = SLACK * (1 + Math.abs(slope));
    for (let row = first; row <= last; row++) {
      let from = left;
      let to = right;
      if (first !== last) {
        const enter = y1 > row ? x1 : x1 + (row - y1) * slope;
        const leave = y2 < row + 1 ? x2 : x1 + (row + 1 - y1) * slope;
        from = Math.max(left, Math.min(enter, leave) - spread);
        to = Math.min(right, Math.max(enter, leave) + spread);
      }
      const end = row * columns + Math.min(columns - 1, Math.floor(to));
      for (let c = row * columns + Math.max(0, Math.floor(from)); c <= end; c++) {
        if (cellEdge) cellEdge[cells[c]!] = k;
        cells[c]!++;
      }
    }
  }
}
