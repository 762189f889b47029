/** Bounds of shapes as the spatial index keeps them: 32-bit floats, rounded outward as SQLite's R*Tree keeps them. */
import type { Bbox } from "../core/units.ts";
import type { RawRows } from "./columns-raw.ts";
import { boundsOf } from "./geometry-blob.ts";

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The greatest 32-bit float that is not above a finite number. */
export function roundedDown(value: number): number {
  float[0] = value;
  // Floats of one sign lie in the order of their bits.
  if (float[0] > value)
    bits[0] = float[0] > 0 ? bits[0]! - 1 : float[0] < 0 ? bits[0]! + 1 : LEAST_BELOW_ZERO;
  return float[0];
}

/** The least 32-bit float that is not below a finite number. */
export function roundedUp(value: number): number {
  return 0 - roundedDown(0 - value);
}

/** Bits of the float next to zero, below it. */
const LEAST_BELOW_ZERO = 0x80000001 | 0;

/**
 * Whether an edge of an index stands for the edge `tight`, as it is rounded here. SQLite long rounded to one or two
 * floats farther outward, and other programs still write so.
 */
export function standsFor(edge: number, tight: number, outward: -1 | 1): boolean {
  const beyond = (edge - tight) * outward;
  return beyond >= 0 && beyond <= Math.abs(tight) * 2 ** -22;
}

/** Bounds of a stored shape, WGS 84 degrees; null for one that is empty or lies nowhere. Throws on no shape at all. */
export function indexBounds(blob: Uint8Array): Bbox | null {
  const box = boundsOf(blob);
  if (!box?.every(Number.isFinite)) return null;
  const [west, south, east, north] = box;
  return [Math.min(west, east), Math.min(south, north), Math.max(west, east), Math.max(south, north)];
}

const LITTLE_ENDIAN_NOT_EMPTY = 0b00001;
const KIND = 0b110001;
const ENVELOPE_XY = 0b0010;
const ENVELOPE = 0b1110;
const POINT_BYTES = 8 + 21;
const ENVELOPE_BYTES = 8 + 32;

/**
 * The same for a value just asked of `row` by `bytes`, without copying it where it is written as this program and
 * most others do: a little-endian point, or any shape with a plain envelope. Answers into `into`
 * (west, south, east, north); false when there is nothing to keep.
 */
export function readIndexBounds({ memory, view, at, length }: RawRows, into: Float64Array): boolean {
  const flags = memory[at + 3]!;
  const plain =
    length >= POINT_BYTES && view.getUint16(at) === 0x4750 && (flags & KIND) === LITTLE_ENDIAN_NOT_EMPTY;
  if (plain && (flags & ENVELOPE) === ENVELOPE_XY && length >= ENVELOPE_BYTES) {
    // The envelope says west, east, south, north.
    into[0] = view.getFloat64(at + 8, true);
    into[1] = view.getFloat64(at + 24, true);
    into[2] = view.getFloat64(at + 16, true);
    into[3] = view.getFloat64(at + 32, true);
  } else if (
    plain &&
    (flags & ENVELOPE) === 0 &&
    memory[at + 8] === 1 &&
    view.getUint32(at + 9, true) === 1
  ) {
    into[0] = view.getFloat64(at + 13, true);
    into[1] = view.getFloat64(at + 21, true);
    into[2] = into[0];
    into[3] = into[1];
  } else return readSlowly(memory.slice(at, at + length), into);
  if (into[0]! <= into[2]! && into[1]! <= into[3]! && into.every(Number.isFinite)) return true;
  return readSlowly(memory.slice(at, at + length), into);
}

function readSlowly(blob: Uint8Array, into: Float64Array): boolean {
  const box = indexBounds(blob);
  if (box) into.set(box);
  return box !== null;
}
