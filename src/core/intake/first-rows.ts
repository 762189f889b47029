/** Rows by a number made of their values: finds the first row that is the same without a map of texts. */
export class FirstRows {
  private readonly slots: Int32Array;
  private readonly next: Int32Array;
  private readonly hashes: Uint32Array;

  /** For rows below `count`. */
  constructor(count: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
    this.next = new Int32Array(count);
    this.hashes = new Uint32Array(count);
  }

  /**
   * The row put before that `same` says is the same, asked only of rows with this hash; -1 for none, then row `i` is
   * put.
   */
  firstOrPut(i: number, hash: number, same: (other: number) => boolean): number {
    const known = this.first(hash, same);
    if (known >= 0) return known;
    const slot = this.slot(hash);
    this.hashes[i] = hash;
    this.next[i] = this.slots[slot]!;
    this.slots[slot] = i;
    return -1;
  }

  /** The row put before that is the same, or -1. */
  first(hash: number, same: (other: number) => boolean): number {
    for (let other = this.slots[this.slot(hash)]!; other >= 0; other = this.next[other]!) {
      if (this.hashes[other] === hash && same(other)) return other;
    }
    return -1;
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.slots.length - 1);
  }
}

/** 32 bits of a text, for `FirstRows`. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}
