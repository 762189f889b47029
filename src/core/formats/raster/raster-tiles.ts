/** A grid in degrees cut into square tiles of PNG, as it is kept in the plan, and read back tile by tile. */
import type { DegreeGrid } from "../../terrain/grid.ts";
import { decodePng16, encodePng16 } from "./png16.ts";

/** Cells along a side of a tile. */
export const TILE = 256;
/** The number in a tile that stands for no value. */
export const NO_VALUE = 65_535;
/** No finer than 8 mm: no survey of the ground knows more. */
const FINEST = 2 ** -7;

/** Where the cells lie and what the numbers in the tiles mean: value = number × scale + shift. */
export interface TiledGrid extends Omit<DegreeGrid, "value"> {
  readonly scale: number;
  readonly shift: number;
}
/** Of a tile without any value nothing is kept. */
export interface Tile {
  readonly column: number;
  readonly row: number;
  readonly least: number;
  readonly greatest: number;
  readonly png: Uint8Array;
}
export interface TiledRaster extends TiledGrid {
  readonly least: number;
  readonly greatest: number;
  /** Cells without a value. */
  readonly missing: number;
  readonly tiles: readonly Tile[];
}

/**
 * Values are rounded to half of `scale`: not at all for whole numbers that reach over less than 65,535; else to a
 * power of two that lets the range fit, 3 cm for heights of the highlands. Null when no cell has a value.
 */
export function tilesOf(grid: DegreeGrid): TiledRaster | null {
  const { width, height } = grid;
  let [least, greatest, missing, whole] = [Infinity, -Infinity, 0, true];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = grid.value(column, row);
      if (!Number.isFinite(value)) {
        missing++;
        continue;
      }
      if (value < least) least = value;
      if (value > greatest) greatest = value;
      whole &&= Number.isInteger(value);
    }
  }
  if (missing === width * height) return null;
  const range = greatest - least;
  const scale =
    whole && range < NO_VALUE ? 1 : Math.max(FINEST, 2 ** Math.ceil(Math.log2(range / (NO_VALUE - 1))));
  // Numbers that fit as they are stay so: other programs then show them as whole numbers.
  const shift = scale === 1 && least >= 0 && greatest < NO_VALUE ? 0 : Math.floor(least / scale) * scale;
  const place = { west: grid.west, north: grid.north, stepLon: grid.stepLon, stepLat: grid.stepLat };
  const tiles: Tile[] = [];
  for (let row = 0; row * TILE < height; row++) {
    for (let column = 0; column * TILE < width; column++) {
      const tile = tileAt(grid, column, row, { scale, shift });
      if (tile) tiles.push(tile);
    }
  }
  return { width, height, ...place, scale, shift, least, greatest, missing, tiles };
}

function tileAt(
  grid: DegreeGrid,
  column: number,
  row: number,
  { scale, shift }: Pick<TiledGrid, "scale" | "shift">,
): Tile | null {
  const numbers = new Uint16Array(TILE * TILE).fill(NO_VALUE);
  let [least, greatest] = [Infinity, -Infinity];
  const [wide, high] = [Math.min(TILE, grid.width - column * TILE), Math.min(TILE, grid.height - row * TILE)];
  for (let r = 0; r < high; r++) {
    for (let c = 0; c < wide; c++) {
      const value = grid.value(column * TILE + c, row * TILE + r);
      if (!Number.isFinite(value)) continue;
      const number = Math.min(NO_VALUE - 1, Math.round((value - shift) / scale));
      numbers[r * TILE + c] = number;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return least > greatest ? null : { column, row, least, greatest, png: encodePng16(numbers, TILE) };
}

/** So many unpacked tiles are held at once, all of the largest raster that is kept: 50 MB. */
const HELD = 400;

/**
 * The grid as the kernels of `core/terrain` read it. `png` gives the tile at a place, null where there is none; one
 * that is broken has no values. Tiles are unpacked when first asked for.
 */
export function openTiles(
  grid: TiledGrid,
  png: (column: number, row: number) => Uint8Array | null,
): DegreeGrid {
  const held = new Map<number, Uint16Array | null>();
  const across = Math.ceil(grid.width / TILE);
  let [lastKey, last]: [number, Uint16Array | null] = [-1, null];
  const tile = (key: number): Uint16Array | null => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const bytes = png(key % across, Math.floor(key / across));
    const numbers = bytes && decodePng16(bytes, TILE);
    if (held.size >= HELD) held.delete(held.keys().next().value!);
    held.set(key, numbers);
    return numbers;
  };
  const value = (column: number, row: number) => {
    const key = Math.floor(row / TILE) * across + Math.floor(column / TILE);
    if (key !== lastKey) [lastKey, last] = [key, tile(key)];
    const number = last?.[(row % TILE) * TILE + (column % TILE)] ?? NO_VALUE;
    return number === NO_VALUE ? Number.NaN : number * grid.scale + grid.shift;
  };
  const { width, height, west, north, stepLon, stepLat } = grid;
  return { width, height, west, north, stepLon, stepLat, value };
}
