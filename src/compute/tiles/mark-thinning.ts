/**
 * Which households of a tile are drawn between the zooms of clusters and those of everybody. In a small cell
 * one household stands for all of its class (`household-marks.ts`) and carries how many they are: what looks
 * the same at the same place is drawn once. Nothing is hidden under another answer, and the numbers add up.
 */
import { codesIn, type Places, type TileRun } from "./places.ts";

/** A tile with more households than this is thinned in wider cells. */
export const THIN_ABOVE = 4000;
/** Cells are 1/512 of a tile's side, one CSS pixel: households there cannot be told apart. */
const FINE_STEPS = 9;
/** In full tiles 1/128, four pixels: less than half a mark. */
const FULL_STEPS = 7;

/** Those who are drawn; reused from tile to tile. */
export interface ThinList {
  count: number;
  /** Points that stand for their class. */
  point: Uint32Array;
  /** How many each stands for, itself included. */
  n: Uint32Array;
}

/** An empty list. */
export function thinList(): ThinList {
  return { count: 0, point: new Uint32Array(0), n: new Uint32Array(0) };
}

/** Lists who is drawn of a tile's run, along the curve; `classOf` is by household, of `classes` classes. */
export function thinMarks(
  { code, householdOf }: Places,
  tile: TileRun,
  classOf: Uint8Array,
  classes: number,
  list: ThinList,
): void {
  const points = tile.to - tile.from;
  if (list.point.length < points) {
    list.point = new Uint32Array(points);
    list.n = new Uint32Array(points);
  }
  const steps = points > THIN_ABOVE ? FULL_STEPS : FINE_STEPS;
  const drawn = new Int32Array(classes).fill(-1);
  list.count = thinRun(code, householdOf, tile.from, tile.to, codesIn(tile.z + steps), classOf, drawn, list);
}

/** `drawn`: place in the list of who stands for each class in the present cell, -1 nobody yet. */
function thinRun(
  code: Float64Array,
  householdOf: Uint32Array,
  from: number,
  to: number,
  codes: number,
  classOf: Uint8Array,
  drawn: Int32Array,
  { point, n }: ThinList,
): number {
  let count = 0;
  let end = -1;
  for (let p = from; p < to; p++) {
    if (code[p]! >= end) {
      end = (Math.floor(code[p]! / codes) + 1) * codes;
      drawn.fill(-1);
    }
    const each = classOf[householdOf[p]!]!;
    const known = drawn[each]!;
    if (known >= 0) n[known]!++;
    else {
      drawn[each] = count;
      point[count] = p;
      n[count++] = 1;
    }
  }
  return count;
}
