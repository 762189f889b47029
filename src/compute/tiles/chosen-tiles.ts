/**
 * Tiles of the chosen households: layer `chosen`, a point each without properties, in exactly one tile. Below
 * zoom 12 at most one point per cell of the map is kept, because marks on top of each other say no more.
 */
import type { RowChoice } from "../choice.ts";
import { EXTENT, encodeTile, type TileFeature } from "./encode.ts";
import { mercatorX, mercatorY, tileOf } from "./mercator.ts";

/** From here on every chosen household has its own mark. */
const ALL_FROM = 12;
/** Side of a cell that keeps one mark, tile units: 6 pixels of a tile drawn at 512. */
const CELL = 48;

interface ChosenPlaces {
  readonly rows: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Cuts tiles of a choice; the places are worked out anew only when the choice has changed. */
export interface ChosenTiles {
  /** Null when nobody in the tile is chosen. */
  cut(z: number, x: number, y: number): Uint8Array | null;
}

/** `lon` and `lat` are WGS 84 degrees in register order, NaN for a household without coordinates. */
export function chosenTiles(choice: RowChoice, lon: Float64Array, lat: Float64Array): ChosenTiles {
  let known: { readonly version: number; readonly places: ChosenPlaces } | null = null;
  return {
    cut(z, x, y) {
      if (choice.count === 0) return null;
      if (known?.version !== choice.version) {
        known = { version: choice.version, places: placesOf(choice.rows(), lon, lat) };
      }
      return encodeTile({ chosen: pointsIn(known.places, z, x, y) });
    },
  };
}

function placesOf(chosen: Uint32Array, lon: Float64Array, lat: Float64Array): ChosenPlaces {
  const rows = chosen.filter((row) => !Number.isNaN(lon[row]!) && !Number.isNaN(lat[row]!));
  const x = new Float64Array(rows.length);
  const y = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    x[k] = mercatorX(lon[rows[k]!]!);
    y[k] = mercatorY(lat[rows[k]!]!);
  }
  return { rows, x, y };
}

function pointsIn({ rows, x, y }: ChosenPlaces, z: number, tx: number, ty: number): TileFeature[] {
  const n = 2 ** z;
  const cells = EXTENT / CELL;
  const taken = z < ALL_FROM ? new Uint8Array(Math.ceil(cells) ** 2) : null;
  const features: TileFeature[] = [];
  for (let k = 0; k < rows.length; k++) {
    const u = x[k]! * n - tx;
    if (u < 0 || u > 1) continue;
    if (tileOf(x[k]!, z) !== tx || tileOf(y[k]!, z) !== ty) continue;
    const v = y[k]! * n - ty;
    if (taken) {
      const cell = Math.floor(v * cells) * Math.ceil(cells) + Math.floor(u * cells);
      if (taken[cell] === 1) continue;
      taken[cell] = 1;
    }
    const at: [number, number] = [Math.round(u * EXTENT), Math.round(v * EXTENT)];
    features.push({ id: rows[k]!, type: 1, geometry: [at], tags: {} });
  }
  return features;
}
