/**
 * Fixed cells of a tile as marks. A cell is a part of its tile (never of two), so that everybody is counted in
 * one mark of one tile, and the members of a cell are a run of the points in place order.
 */
import { EXTENT } from "./encode.ts";
import {
  codesIn,
  endOfRun,
  type Places,
  stepsEast,
  stepsPerUnit,
  stepsSouth,
  type TileRun,
} from "./places.ts";

/** This many households or more in a cell are drawn as one mark. */
export const CLUSTER_MIN = 6;
/** From this many on four cells are one wide mark: where all cells are full, rings side by side are a wall. */
export const WIDE_MIN = 300;
/** A cell is this part of a tile's side: 1/16, 32 CSS pixels while a tile is 512 of them wide. */
const CELL_STEPS = 4;
/** A wide cell: 1/8 of a tile's side, 64 pixels. */
const WIDE_STEPS = 3;
/** How far a mark stays from the sides of its cell, as part of the side: rings of two cells then do not cross. */
const INSET = 3 / 8;

/** Cells of one tile, each a run of the points; reused from tile to tile. */
export interface CellList {
  count: number;
  /** Run of cell `c`: `from[c] … to[c] - 1`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Tile units. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** Number of the cell in the tile, along the curve of place order. */
  readonly cell: Uint16Array;
}

/** Room for the cells of any tile. */
export function cellList(): CellList {
  const most = 4 ** CELL_STEPS;
  return {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    x: new Uint16Array(most),
    y: new Uint16Array(most),
    cell: new Uint16Array(most),
  };
}

/**
 * Lists the cells of a tile that have someone in them, along the curve: wide ones with `WIDE_MIN` households
 * or more, else their four quarters. A cell's place is the mean of its members, kept away from the cell's
 * sides. Zooms 0 to 14.
 */
export function listCells({ code }: Places, tile: TileRun, list: CellList): void {
  list.count = 0;
  const wide = codesIn(tile.z + WIDE_STEPS);
  const narrow = codesIn(tile.z + CELL_STEPS);
  const perUnit = stepsPerUnit(tile.z);
  let from = tile.from;
  while (from < tile.to) {
    const to = endOfCell(code, tile, wide, from);
    if (to - from >= WIDE_MIN) addCell(code, tile, wide, perUnit, from, to, list);
    else {
      for (let start = from; start < to; ) {
        const end = endOfCell(code, tile, narrow, start);
        addCell(code, tile, narrow, perUnit, start, end, list);
        start = end;
      }
    }
    from = to;
  }
}

/** One after the last point of the cell of `codes` codes in which point `from` lies. */
function endOfCell(code: Float64Array, { first, to }: TileRun, codes: number, from: number): number {
  const cell = Math.floor((code[from]! - first) / codes);
  return endOfRun(code, first + (cell + 1) * codes, from + 1, to);
}

function addCell(
  code: Float64Array,
  { z, first }: TileRun,
  codes: number,
  perUnit: number,
  from: number,
  to: number,
  list: CellList,
): void {
  let east = 0;
  let south = 0;
  for (let p = from; p < to; p++) {
    east += stepsEast(code[p]! - first);
    south += stepsSouth(code[p]! - first);
  }
  const c = list.count++;
  const corner = Math.floor((code[from]! - first) / codes) * codes;
  const side = (Math.sqrt(codes) / perUnit) | 0;
  list.from[c] = from;
  list.to[c] = to;
  list.cell[c] = corner / codesIn(z + CELL_STEPS);
  list.x[c] = inset(east / (to - from) / perUnit, stepsEast(corner) / perUnit, side);
  list.y[c] = inset(south / (to - from) / perUnit, stepsSouth(corner) / perUnit, side);
}

/** A place in tile units, kept away from both sides of its cell. */
function inset(units: number, corner: number, side: number): number {
  const keep = side * INSET;
  return Math.min(EXTENT, Math.round(Math.min(corner + side - keep, Math.max(corner + keep, units))));
}
