/** Numbers of tiles along the Hilbert curve of their zoom, all smaller zooms first (PMTiles version 3). */

/** Throws when the tile is not one of its zoom. Exact up to zoom 26. */
export function tileIdOf(z: number, x: number, y: number): number {
  if (!Number.isInteger(z) || z < 0 || z > 26) throw new RangeError(`zoom ${z} is not 0 to 26`);
  const side = 2 ** z;
  if (!(x >= 0 && y >= 0 && x < side && y < side)) throw new RangeError(`no tile ${z}/${x}/${y}`);
  // Tiles of all smaller zooms: (4^z - 1) / 3.
  let id = (4 ** z - 1) / 3;
  let [cx, cy] = [x, y];
  for (let half = side / 2; half >= 1; half /= 2) {
    const right = cx & half ? 1 : 0;
    const down = cy & half ? 1 : 0;
    id += half * half * ((3 * right) ^ down);
    // Inside each quarter the curve is turned so that its ends meet.
    if (down === 0) {
      if (right === 1) {
        cx = half - 1 - (cx & (half - 1));
        cy = half - 1 - (cy & (half - 1));
      }
      [cx, cy] = [cy, cx];
    }
  }
  return id;
}
