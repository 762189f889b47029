/** The square of web map tiles: 0, 0 in the north-west, 1, 1 in the south-east (spherical Mercator). */
import type { Bbox } from "../../src/core/units.ts";

export function squareX(lon: number): number {
  return (lon + 180) / 360;
}

export function squareY(lat: number): number {
  const s = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
}

export function lonOf(x: number): number {
  return x * 360 - 180;
}

export function latOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** Every tile of a zoom that touches the bounds, row by row. */
export function* tilesOver(bounds: Bbox, z: number): Generator<{ z: number; x: number; y: number }> {
  const side = 2 ** z;
  const [west, south, east, north] = bounds;
  const last = (value: number) => Math.min(side - 1, Math.floor(value * side));
  for (let y = last(squareY(north)); y <= last(squareY(south)); y++) {
    for (let x = last(squareX(west)); x <= last(squareX(east)); x++) yield { z, x, y };
  }
}
