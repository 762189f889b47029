/** A queue that gives the smallest key first; equal keys in the order of their values, so that runs agree. */
export class Heap {
  private keys = new Float64Array(1024);
  private values = new Int32Array(1024);
  size = 0;

  push(key: number, value: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, values } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(key, value, keys[parent], values[parent])) break;
      keys[i] = keys[parent];
      values[i] = values[parent];
      i = parent;
    }
    keys[i] = key;
    values[i] = value;
  }

  /** Key of the next value. */
  get nextKey(): number {
    return this.keys[0];
  }

  /** Takes the value with the smallest key. Throws when empty. */
  pop(): number {
    if (this.size === 0) throw new RangeError("pop from an empty heap");
    const { keys, values } = this;
    const top = values[0];
    const key = keys[--this.size];
    const value = values[this.size];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && before(keys[child + 1], values[child + 1], keys[child], values[child]))
        child++;
      if (!before(keys[child], values[child], key, value)) break;
      keys[i] = keys[child];
      values[i] = values[child];
      i = child;
    }
    keys[i] = key;
    values[i] = value;
    return top;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const values = new Int32Array(this.values.length * 2);
    keys.set(this.keys);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
  }
}

function before(key: number, value: number, otherKey: number, otherValue: number): boolean {
  return key < otherKey || (key === otherKey && value < otherValue);
}
