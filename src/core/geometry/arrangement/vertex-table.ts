/**
 * No two vertices lie nearer than this, in degrees: 6 micrometres on the ground. Far below what is measured and far
 * above the rounding of numbers, hence cutting edges up comes to an end.
 */
export const SNAP = 2 ** -34;
/** Cells many times as wide: a position is seldom so near a side that the next cell has to be looked at. */
const CELLS_PER_DEGREE = 1 / (32 * SNAP);
const SIDE = 1 / 32;

/** Positions numbered in order of first appearance; one within `SNAP` of another is that vertex. */
export class VertexTable {
  private coordinates = new Float64Array(64);
  private slots = new Int32Array(128).fill(-1);
  private next = new Int32Array(64);
  count = 0;

  x(v: number): number {
    return this.coordinates[2 * v]!;
  }

  y(v: number): number {
    return this.coordinates[2 * v + 1]!;
  }

  /** The number of a position; finite numbers only. */
  vertex(x: number, y: number): number {
    const known = this.near(x, y);
    if (known >= 0) return known;
    if (2 * this.count === this.coordinates.length) this.grow();
    const v = this.count++;
    // Minus zero is zero.
    this.coordinates[2 * v] = x + 0;
    this.coordinates[2 * v + 1] = y + 0;
    this.put(v);
    return v;
  }

  /** The nearest vertex within reach, or -1. */
  private near(x: number, y: number): number {
    const cellX = x * CELLS_PER_DEGREE;
    const cellY = y * CELLS_PER_DEGREE;
    const column = Math.floor(cellX);
    const row = Math.floor(cellY);
    const west = cellX - column <= SIDE ? column - 1 : column;
    const east = cellX - column >= 1 - SIDE ? column + 1 : column;
    const south = cellY - row <= SIDE ? row - 1 : row;
    const north = cellY - row >= 1 - SIDE ? row + 1 : row;
    let best = -1;
    let bestSquare = SNAP * SNAP;
    for (let r = south; r <= north; r++) {
      for (let c = west; c <= east; c++) {
        for (let v = this.slots[this.slot(c, r)]!; v >= 0; v = this.next[v]!) {
          const dx = this.x(v) - x;
          const dy = this.y(v) - y;
          const square = dx * dx + dy * dy;
          if (square > bestSquare) continue;
          best = v;
          bestSquare = square;
        }
      }
    }
    return best;
  }

  private put(v: number): void {
    const slot = this.slot(
      Math.floor(this.x(v) * CELLS_PER_DEGREE),
      Math.floor(this.y(v) * CELLS_PER_DEGREE),
    );
    this.next[v] = this.slots[slot]!;
    this.slots[slot] = v;
  }

  private slot(column: number, row: number): number {
    // Columns need more than 32 bits: both halves count.
    const high =
      Math.imul(Math.floor(column / 2 ** 32), 0x27d4eb2f) ^ Math.imul(Math.floor(row / 2 ** 32), 0xc2b2ae35);
    let hash = high ^ Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return ((hash ^ (hash >>> 13)) >>> 0) & (this.slots.length - 1);
  }

  private grow(): void {
    const coordinates = new Float64Array(2 * this.coordinates.length);
    coordinates.set(this.coordinates);
    this.coordinates = coordinates;
    this.next = new Int32Array(coordinates.length / 2);
    this.slots = new Int32Array(coordinates.length).fill(-1);
    for (let v = 0; v < this.count; v++) this.put(v);
  }
}
