/**
 * An R*Tree made in one go: entries sorted along a curve through the plane fill its leaves one after the other.
 * Its nodes are those of SQLite's R*Tree (https://www.sqlite.org/rtree.html §3.6): two bytes of depth, which count
 * in the root only, two bytes that say how many cells follow, and cells of a 64-bit number and four 32-bit floats
 * (least x, greatest x, least y, greatest y), everything big-endian.
 */
import { placeOrder } from "../core/geometry/place-order.ts";

/** What is to be found, one after the other. */
export interface IndexEntries {
  readonly count: number;
  /** Numbers of the rows, ascending. */
  readonly fid: Float64Array;
  /** Four of each: west, south, east, north, as 32-bit floats rounded outward. */
  readonly box: Float32Array;
}

/** A tree as its shadow tables hold it. Nodes are numbered from 1, the root. */
export interface PackedTree {
  readonly nodeCount: number;
  /** All nodes side by side, `nodeSize` bytes each. */
  readonly nodes: Uint8Array<ArrayBuffer>;
  /** Number of the leaf of each entry. */
  readonly leafOf: Uint32Array;
  /** `parentOf[k]`: number of the node that holds node `k`; of 0 and of the root it says 0. */
  readonly parentOf: Uint32Array;
}

const HEAD_BYTES = 4;
const CELL_BYTES = 24;
const ROOT = 1;

/** Packs entries into nodes of `nodeSize` bytes. Throws a RangeError when no two cells fit into one. */
export function packTree({ count, fid, box }: IndexEntries, nodeSize: number): PackedTree {
  const capacity = Math.floor((nodeSize - HEAD_BYTES) / CELL_BYTES);
  if (capacity < 2) throw new RangeError(`a node of ${nodeSize} bytes`);
  const sizes = levelSizes(count, capacity);
  const nodeCount = sizes.reduce((sum, size) => sum + size, 0);
  const nodes = new Uint8Array(nodeCount * nodeSize);
  const view = new DataView(nodes.buffer);
  const leafOf = new Uint32Array(count);
  const parentOf = new Uint32Array(nodeCount + 1);
  const order = orderOf(count, box);

  let below: Level = { count, first: 0, box };
  let next = ROOT + 1;
  sizes.forEach((size, depth) => {
    const first = depth === sizes.length - 1 ? ROOT : next;
    next += size;
    const level = { count: size, first, box: new Float32Array(4 * size) };
    for (let k = 0; k < size; k++) {
      const from = Math.floor((k * below.count) / size);
      const to = Math.floor(((k + 1) * below.count) / size);
      let at = (first + k - 1) * nodeSize;
      view.setUint16(at + 2, to - from);
      at += HEAD_BYTES;
      for (let c = from; c < to; c++, at += CELL_BYTES) {
        const i = depth === 0 ? order[c]! : c;
        if (depth === 0) leafOf[i] = first + k;
        else parentOf[below.first + i] = first + k;
        writeCell(view, at, depth === 0 ? fid[i]! : below.first + i, below.box, i);
        widen(level.box, k, below.box, i, c === from);
      }
    }
    below = level;
  });
  view.setUint16(0, sizes.length - 1);
  return { nodeCount, nodes, leafOf, parentOf };
}

/** Least x, greatest x, least y, greatest y of all cells of a node; null when it has none. */
export function boundsInNode(node: Uint8Array): [number, number, number, number] | null {
  const view = new DataView(node.buffer, node.byteOffset, node.byteLength);
  const cells = view.getUint16(2);
  if (cells === 0) return null;
  const bounds: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let c = 0; c < cells; c++) {
    for (let k = 0; k < 4; k++) {
      const edge = view.getFloat32(HEAD_BYTES + CELL_BYTES * c + 8 + 4 * k);
      bounds[k] = k % 2 === 0 ? Math.min(bounds[k]!, edge) : Math.max(bounds[k]!, edge);
    }
  }
  return bounds;
}

interface Level {
  readonly count: number;
  /** Number of its first node. */
  readonly first: number;
  readonly box: Float32Array;
}

/** How many nodes each level has, leaves first. They are filled evenly, so that none is left nearly empty. */
function levelSizes(count: number, capacity: number): number[] {
  const sizes = [Math.max(1, Math.ceil(count / capacity))];
  while (sizes.at(-1)! > 1) sizes.push(Math.ceil(sizes.at(-1)! / capacity));
  return sizes;
}

function orderOf(count: number, box: Float32Array): Uint32Array {
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    lon[i] = (box[4 * i]! + box[4 * i + 2]!) / 2;
    lat[i] = (box[4 * i + 1]! + box[4 * i + 3]!) / 2;
  }
  return placeOrder(lon, lat).order;
}

function writeCell(view: DataView, at: number, number: number, box: Float32Array, i: number): void {
  const high = Math.floor(number / 2 ** 32);
  view.setInt32(at, high);
  view.setUint32(at + 4, number - high * 2 ** 32);
  view.setFloat32(at + 8, box[4 * i]!);
  view.setFloat32(at + 12, box[4 * i + 2]!);
  view.setFloat32(at + 16, box[4 * i + 1]!);
  view.setFloat32(at + 20, box[4 * i + 3]!);
}

function widen(box: Float32Array, k: number, from: Float32Array, i: number, isFirst: boolean): void {
  for (let side = 0; side < 4; side++) {
    const edge = from[4 * i + side]!;
    const known = box[4 * k + side]!;
    if (isFirst || (side < 2 ? edge < known : edge > known)) box[4 * k + side] = edge;
  }
}
