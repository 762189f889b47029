/** Where a house can stand, and where houses stand already. */
import { cellIndex } from "./grid.ts";
import type { SettlementInput } from "./villages.ts";

/** Least distance between two houses, metres. */
const APART_M = 17;
/** Knows where a house can stand and where houses stand already. */
export class Ground {
  private readonly taken = new Map<number, { x: number; y: number }[]>();
  constructor(readonly input: SettlementInput) {}

  /** The commune of a position in cells of the land's frame, -1 outside. */
  communeAt(x: number, y: number): number {
    const { communes, coarse } = this.input;
    return communes[cellIndex(coarse, x / 2, y / 2)] - 1;
  }

  /** Takes the place when a house can stand there. */
  take(x: number, y: number, steepest: number): boolean {
    const { land } = this.input;
    const { frame } = land;
    if (x < 2 || y < 2 || x > frame.nx - 2 || y > frame.ny - 2) return false;
    const cell = cellIndex(frame, x, y);
    if (land.slope[cell] > steepest || land.streams.bed[cell] > 0) return false;
    if (land.aboveStreamM[cell] < 1.2 && land.km2[land.channel[cell]] > 20) return false;
    // Clear of borders, which are drawn smoother than the cells are.
    const own = this.communeAt(x, y);
    for (let k = 0; k < 4; k++) {
      if (this.communeAt(x + 4 * ((k & 1) - 0.5), y + 4 * ((k >> 1) - 0.5)) !== own) return false;
    }
    const key = (kx: number, ky: number) => ky * 4096 + kx;
    const [kx, ky] = [Math.floor(x), Math.floor(y)];
    const apart = APART_M / frame.cellM;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const other of this.taken.get(key(kx + dx, ky + dy)) ?? []) {
          if (Math.hypot(other.x - x, other.y - y) < apart) return false;
        }
      }
    }
    const list = this.taken.get(key(kx, ky));
    if (list) list.push({ x, y });
    else this.taken.set(key(kx, ky), [{ x, y }]);
    return true;
  }
}
