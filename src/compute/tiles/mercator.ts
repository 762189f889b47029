/** Web Mercator as the unit square of tile 0/0/0: x to the east, y to the south. Only for drawing. */

/** Longitude in degrees → 0…1. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** Latitude in degrees → 0…1, cut at the square's edge near ±85.05°. */
export function mercatorY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return Math.min(1, Math.max(0, y));
}

/** Column or row of the tile that holds a coordinate of the unit square; each belongs to exactly one. */
export function tileOf(coordinate: number, z: number): number {
  const n = 2 ** z;
  return Math.min(n - 1, Math.max(0, Math.floor(coordinate * n)));
}
