/** Distance over the grid. */
import type { Frame } from "./grid.ts";

/**
 * Metres from every cell to the nearest cell of the mask, by two sweeps over neighbours and knight's moves
 * (error below 3 %). Infinite when the mask is empty.
 */
export function distanceToM(mask: (cell: number) => boolean, { nx, ny, cellM }: Frame): Float32Array {
  const out = new Float32Array(nx * ny).fill(Infinity);
  for (let c = 0; c < out.length; c++) if (mask(c)) out[c] = 0;
  const steps: readonly (readonly [dx: number, dy: number, length: number])[] = [
    [-1, 0, 1],
    [0, -1, 1],
    [-1, -1, Math.SQRT2],
    [1, -1, Math.SQRT2],
    [-1, -2, Math.sqrt(5)],
    [1, -2, Math.sqrt(5)],
    [-2, -1, Math.sqrt(5)],
    [2, -1, Math.sqrt(5)],
  ];
  const sweep = (y0: number, y1: number, x0: number, x1: number, sign: number) => {
    for (let y = y0; y !== y1; y += sign) {
      for (let x = x0; x !== x1; x += sign) {
        const c = y * nx + x;
        for (const [dx, dy, length] of steps) {
          const X = x + sign * dx;
          const Y = y + sign * dy;
          if (X < 0 || Y < 0 || X >= nx || Y >= ny) continue;
          const through = out[Y * nx + X] + length * cellM;
          if (through < out[c]) out[c] = through;
        }
      }
    }
  };
  sweep(0, ny, 0, nx, 1);
  sweep(ny - 1, -1, nx - 1, -1, -1);
  return out;
}
