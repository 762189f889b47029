/** A binary heap of numbered things by a key, the least first. */
export class NearestFirst {
  private readonly box: number[] = [];
  private readonly key: number[] = [];

  get size(): number {
    return this.box.length;
  }

  least(): number {
    return this.key[0]!;
  }

  push(box: number, key: number): void {
    let at = this.box.length;
    this.box.push(box);
    this.key.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.key[parent]! <= key) break;
      this.put(at, parent);
      at = parent;
    }
    this.box[at] = box;
    this.key[at] = key;
  }

  pop(): number {
    const top = this.box[0]!;
    const box = this.box.pop()!;
    const key = this.key.pop()!;
    const size = this.box.length;
    if (size === 0) return top;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.key[child + 1]! < this.key[child]!) child++;
      if (this.key[child]! >= key) break;
      this.put(at, child);
      at = child;
    }
    this.box[at] = box;
    this.key[at] = key;
    return top;
  }

  clear(): void {
    this.box.length = 0;
    this.key.length = 0;
  }

  private put(to: number, from: number): void {
    this.box[to] = this.box[from]!;
    this.key[to] = this.key[from]!;
  }
}
