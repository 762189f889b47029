/**
 * Edges between numbered vertices, each once whichever way it runs, with the labels (numbers of outlines) it
 * belongs to. An outline that runs over an edge twice bounds nothing there: by the even-odd rule the label goes.
 */
export class EdgeTable {
  readonly from: number[] = [];
  readonly to: number[] = [];
  /** Labels of each edge; an edge may be left with none. */
  readonly labels: number[][] = [];
  private slots = new Int32Array(128).fill(-1);

  get count(): number {
    return this.from.length;
  }

  /** Lays the edge once more for `label`. An edge from a vertex to itself is none. */
  lay(u: number, v: number, label: number): void {
    if (u === v) return;
    const labels = this.labels[this.edge(Math.min(u, v), Math.max(u, v))]!;
    const at = labels.indexOf(label);
    if (at < 0) labels.push(label);
    else labels.splice(at, 1);
  }

  private edge(low: number, high: number): number {
    let slot = slotOf(low, high, this.slots.length);
    for (let e = this.slots[slot]!; e >= 0; e = this.slots[slot]!) {
      if (this.from[e] === low && this.to[e] === high) return e;
      slot = (slot + 1) % this.slots.length;
    }
    const e = this.from.length;
    this.slots[slot] = e;
    this.from.push(low);
    this.to.push(high);
    this.labels.push([]);
    if (2 * this.from.length > this.slots.length) this.rehash();
    return e;
  }

  private rehash(): void {
    this.slots = new Int32Array(4 * this.from.length).fill(-1);
    for (let e = 0; e < this.from.length; e++) {
      let slot = slotOf(this.from[e]!, this.to[e]!, this.slots.length);
      while (this.slots[slot]! >= 0) slot = (slot + 1) % this.slots.length;
      this.slots[slot] = e;
    }
  }
}

function slotOf(low: number, high: number, length: number): number {
  const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) >>> 0) % length;
}
