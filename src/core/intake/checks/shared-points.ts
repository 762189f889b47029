/** Households on one point. They may share a house, or the point may be the village's. */
import { distanceM } from "../../geometry/ellipsoid.ts";
import { type CheckedRows, placeOfFile } from "./checked-rows.ts";
import type { CheckFinding } from "./finding.ts";
import { Listed } from "./listed.ts";
import { placeOf } from "./repeated-households.ts";

/** Nobody measures a house to a centimetre: nearer than this is the same number. */
const SAME_POINT_M = 0.01;
/** About 0.1 m: more than twice the reach in both directions, also at the latitude of Việt Nam. */
const CELLS_PER_DEGREE = 1e6;
/** Share of a cell at its edges from which a neighbour can be within reach. */
const EDGE = 0.1;

/** One finding for each place; its rows are all that lie there. */
export function sharedPoints(rows: CheckedRows): readonly CheckFinding[] {
  const cells = new Cells(rows.count);
  // The first row at a place speaks for it; the others are listed with it.
  const shared = new Map<number, number[]>();
  for (let i = 0; i < rows.count; i++) {
    const at = placeOf(rows, i);
    if (at === null) continue;
    const first = cells.firstNear(at[0], at[1]);
    if (first < 0) cells.put(i, at[0], at[1]);
    else {
      const group = shared.get(first);
      if (group) group.push(i);
      else shared.set(first, [first, i]);
    }
  }
  const listed = new Listed("same-point", rows);
  for (const group of [...shared.values()].sort((a, b) => a[0]! - b[0]!)) {
    const numbers = group.map((i) => rows.rowNumber(i));
    listed.add(numbers[0]!, () => ({
      problem: {
        code: "check.same-point",
        ...placeOfFile(rows),
        values: { count: group.length, row: String(numbers[0]) },
      },
      rows: numbers,
      at: placeOf(rows, group[0]!),
      weight: "tell",
      repair: null,
    }));
  }
  return listed.findings();
}

/** Points by the cell of a fine grid they lie in; cells share slots, distance tells them apart. */
class Cells {
  private readonly slots: Int32Array;
  private readonly next: Int32Array;
  private readonly lon: Float64Array;
  private readonly lat: Float64Array;

  constructor(count: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
    this.next = new Int32Array(count);
    this.lon = new Float64Array(count);
    this.lat = new Float64Array(count);
  }

  put(i: number, lon: number, lat: number): void {
    const slot = this.slot(Math.floor(lon * CELLS_PER_DEGREE), Math.floor(lat * CELLS_PER_DEGREE));
    this.lon[i] = lon;
    this.lat[i] = lat;
    this.next[i] = this.slots[slot]!;
    this.slots[slot] = i;
  }

  /** The point that was put within reach, or -1. */
  firstNear(lon: number, lat: number): number {
    const x = lon * CELLS_PER_DEGREE;
    const y = lat * CELLS_PER_DEGREE;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const west = x - column < EDGE ? column - 1 : column;
    const east = x - column > 1 - EDGE ? column + 1 : column;
    const south = y - row < EDGE ? row - 1 : row;
    const north = y - row > 1 - EDGE ? row + 1 : row;
    for (let r = south; r <= north; r++) {
      for (let c = west; c <= east; c++) {
        for (let i = this.slots[this.slot(c, r)]!; i >= 0; i = this.next[i]!) {
          if (Math.abs(lat - this.lat[i]!) * CELLS_PER_DEGREE > 1) continue;
          if (distanceM(lon, lat, this.lon[i]!, this.lat[i]!) <= SAME_POINT_M) return i;
        }
      }
    }
    return -1;
  }

  private slot(column: number, row: number): number {
    const hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (this.slots.length - 1);
  }
}
