/**
 * A few points that follow each other, asked together: one walk down a tree of boxes finds the leaves that can
 * matter to any of them. Points in place order make small blocks, and the walk is shared by all of a block.
 */
import { ROUNDING } from "./edge-search.ts";
import { NODE } from "./edge-tree.ts";
import { LEAST_LAT_M, putScales, SCALES } from "./metric.ts";

/** Scratch of one call, so that threads share nothing that is written. */
export interface PointBlock {
  /** Of each point of the block, as `putScales` writes them. */
  readonly scale: Float64Array;
  /** Middle x, middle y, half width, half height; least scales; greatest slopes; lower scales of `lowerScales`. */
  readonly frame: Float64Array;
  /** Numbers of boxes, one level and the next. */
  readonly boxes: readonly [Int32Array, Int32Array];
  /** Leaves that were found, with a copy of their boxes. */
  readonly leaf: Int32Array;
  readonly leafBox: Float64Array;
}

const LEAST_X = 4;
const LEAST_Y = 5;
const SLOPE_X = 6;
const SLOPE_Y = 7;
/** Half of the metres in one unit of x and of y that any step within the reach has at least. */
export const LOW_X = 8;
export const LOW_Y = 9;

/** Scratch for blocks of `points` and at most `leaves` leaves. */
export function pointBlock(points: number, leaves: number): PointBlock {
  return {
    scale: new Float64Array(SCALES * points),
    frame: new Float64Array(10),
    boxes: [new Int32Array(leaves + NODE), new Int32Array(leaves + NODE)],
    leaf: new Int32Array(leaves + NODE),
    leafBox: new Float64Array(4 * (leaves + NODE)),
  };
}

/** Writes scales and frame of the points `[from, to)`. Points that are not finite do not widen the frame. */
export function frameBlock(
  lon: Float64Array,
  lat: Float64Array,
  from: number,
  to: number,
  plane: boolean,
  scale: Float64Array,
  frame: Float64Array,
): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let leastX = Infinity;
  let leastY = Infinity;
  let slopeX = 0;
  let slopeY = 0;
  for (let i = from; i < to; i++) {
    const x = lon[i]!;
    const y = lat[i]!;
    const at = SCALES * (i - from);
    putScales(y, plane, scale, at);
    if (x - x + y - y !== 0) continue;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    if (scale[at]! < leastX) leastX = scale[at]!;
    if (scale[at + 1]! < leastY) leastY = scale[at + 1]!;
    slopeX = Math.max(slopeX, Math.abs(scale[at + 2]!));
    slopeY = Math.max(slopeY, Math.abs(scale[at + 3]!));
  }
  frame[2] = (east - west) / 2;
  frame[3] = (north - south) / 2;
  frame[0] = west + frame[2]!;
  frame[1] = south + frame[3]!;
  frame[LEAST_X] = leastX;
  frame[LEAST_Y] = leastY;
  frame[SLOPE_X] = slopeX;
  frame[SLOPE_Y] = slopeY;
}

/**
 * Writes scales that are at most those of any step from a point of the block to something whose squared
 * distance is at most `squared`. Halved, because twice a gap is what costs no branch to compute.
 */
export function lowerScales(frame: Float64Array, squared: number): void {
  const reach = Math.min(360, Math.sqrt(squared) / LEAST_LAT_M);
  frame[LOW_X] = Math.max(0, frame[LEAST_X]! - frame[SLOPE_X]! * reach) / (2 * ROUNDING);
  frame[LOW_Y] = Math.max(0, frame[LEAST_Y]! - frame[SLOPE_Y]! * reach) / (2 * ROUNDING);
}

/**
 * Lists the leaves that can hold something with a squared distance of at most `squared` from a point of the
 * block. Returns their number, -1 when more than `most` boxes of a level would have to be opened.
 */
export function leavesNear(
  tree: { readonly boxes: Float64Array; readonly levels: Uint32Array },
  { frame, boxes: [here, below], leaf, leafBox }: PointBlock,
  squared: number,
  most: number,
): number {
  const { boxes, levels } = tree;
  if (boxes.length === 0) return 0;
  lowerScales(frame, squared);
  let from = here;
  let to = below;
  from[0] = boxes.length / 4 - 1;
  let count = 1;
  for (let level = levels.length - 2; level > 0 && count >= 0; level--) {
    count = openNodes(boxes, levels, level, from, count, to, frame, squared, most);
    const next = from;
    from = to;
    to = next;
  }
  if (count > 0) copyBoxes(boxes, from, count, leaf, leafBox);
  return count;
}

function openNodes(
  boxes: Float64Array,
  levels: Uint32Array,
  level: number,
  from: Int32Array,
  count: number,
  to: Int32Array,
  frame: Float64Array,
  squared: number,
  most: number,
): number {
  const x = frame[0]!;
  const y = frame[1]!;
  const width = frame[2]!;
  const height = frame[3]!;
  const lowX = frame[LOW_X]!;
  const lowY = frame[LOW_Y]!;
  const base = levels[level - 1]!;
  const last = levels[level]!;
  let found = 0;
  for (let k = 0; k < count; k++) {
    const child = base + (from[k]! - last) * NODE;
    const end = Math.min(child + NODE, last);
    for (let b = child; b < end; b++) {
      const gapX = Math.abs(boxes[4 * b]! - x) - boxes[4 * b + 2]! - width;
      const gapY = Math.abs(boxes[4 * b + 1]! - y) - boxes[4 * b + 3]! - height;
      const mx = (gapX + Math.abs(gapX)) * lowX;
      const my = (gapY + Math.abs(gapY)) * lowY;
      if (mx * mx + my * my <= squared) to[found++] = b;
    }
    if (found > most) return -1;
  }
  return found;
}

function copyBoxes(
  boxes: Float64Array,
  chosen: Int32Array,
  count: number,
  leaf: Int32Array,
  leafBox: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const b = chosen[k]!;
    leaf[k] = b;
    leafBox[4 * k] = boxes[4 * b]!;
    leafBox[4 * k + 1] = boxes[4 * b + 1]!;
    leafBox[4 * k + 2] = boxes[4 * b + 2]!;
    leafBox[4 * k + 3] = boxes[4 * b + 3]!;
  }
}
