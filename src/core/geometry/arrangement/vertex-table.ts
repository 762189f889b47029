/** Positions numbered in order of first appearance: equal coordinates are one vertex. */
export class VertexTable {
  private coordinates = new Float64Array(64);
  private slots = new Int32Array(128).fill(-1);
  private readonly bits = new Float64Array(2);
  private readonly words = new Int32Array(this.bits.buffer);
  count = 0;

  x(v: number): number {
    return this.coordinates[2 * v]!;
  }

  y(v: number): number {
    return this.coordinates[2 * v + 1]!;
  }

  /** The number of a position; finite numbers only. */
  vertex(x: number, y: number): number {
    // Minus zero is zero.
    const px = x + 0;
    const py = y + 0;
    let slot = this.slotOf(px, py);
    for (let v = this.slots[slot]!; v >= 0; v = this.slots[slot]!) {
      if (this.x(v) === px && this.y(v) === py) return v;
      slot = (slot + 1) % this.slots.length;
    }
    this.slots[slot] = this.count;
    if (2 * this.count === this.coordinates.length) this.coordinates = twice(this.coordinates);
    this.coordinates[2 * this.count] = px;
    this.coordinates[2 * this.count + 1] = py;
    this.count++;
    if (2 * this.count > this.slots.length) this.rehash();
    return this.count - 1;
  }

  private slotOf(x: number, y: number): number {
    this.bits[0] = x;
    this.bits[1] = y;
    const [a, b, c, d] = this.words as unknown as [number, number, number, number];
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
    return ((hash ^ (hash >>> 13)) >>> 0) % this.slots.length;
  }

  private rehash(): void {
    this.slots = new Int32Array(4 * this.count).fill(-1);
    for (let v = 0; v < this.count; v++) {
      let slot = this.slotOf(this.x(v), this.y(v));
      while (this.slots[slot]! >= 0) slot = (slot + 1) % this.slots.length;
      this.slots[slot] = v;
    }
  }
}

function twice(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const out = new Float64Array(2 * array.length);
  out.set(array);
  return out;
}
