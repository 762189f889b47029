/**
 * Different texts, each kept once as UTF-8 in order of first appearance and found by its bytes: an
 * open-addressing table of numbers, no string is made.
 */
import type { TextColumn } from "../model/text-column.ts";

export class TextSet {
  count = 0;
  private bytes: Uint8Array<ArrayBuffer>;
  private start: Uint32Array<ArrayBuffer>;
  private slots: Int32Array;
  /** Where the text last looked for belongs. */
  private slot = 0;
  /**
   * Every text so far is longer than the one before or, of the same length, greater: identifiers of a register
   * mostly come so. Then a greater one is new, and no table is needed.
   */
  private inOrder = true;

  /** `texts` is a guess; room for more is made when needed. */
  constructor(texts: number) {
    this.slots = new Int32Array(0);
    this.start = new Uint32Array(texts + 16);
    this.bytes = new Uint8Array(texts * 12 + 64);
  }

  /** Number of the text, -1 when it is not there. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (this.inOrder) {
      if (this.isGreater(bytes, from, to)) return -1;
      this.inOrder = false;
      this.rehash();
    }
    const { slots, start, bytes: own } = this;
    const mask = slots.length - 1;
    const length = to - from;
    let slot = hashOf(bytes, from, to) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const found = slots[slot]!;
      if (found < 0) break;
      const first = start[found]!;
      if (start[found + 1]! - first !== length) continue;
      let k = 0;
      while (k < length && own[first + k] === bytes[from + k]) k++;
      if (k === length) {
        this.slot = slot;
        return found;
      }
    }
    this.slot = slot;
    return -1;
  }

  /** Takes a text in that `find` has just not found; its number. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const at = this.count++;
    const first = this.start[at]!;
    const end = first + to - from;
    if (end > this.bytes.length) this.bytes = wider(this.bytes, Math.max(end, this.bytes.length * 2));
    if (at + 2 > this.start.length) {
      const more = new Uint32Array(this.start.length * 2);
      more.set(this.start);
      this.start = more;
    }
    for (let k = from; k < to; k++) this.bytes[first + k - from] = bytes[k]!;
    this.start[at + 1] = end;
    if (this.inOrder) return at;
    this.slots[this.slot] = at;
    if (this.count * 2 > this.slots.length) this.rehash();
    return at;
  }

  /** The texts in order, in buffers of their own. */
  column(): TextColumn {
    const end = this.start[this.count]!;
    return {
      count: this.count,
      bytes: this.bytes.slice(0, end),
      start: this.start.slice(0, this.count + 1),
    };
  }

  private isGreater(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.count === 0) return true;
    const first = this.start[this.count - 1]!;
    const length = this.start[this.count]! - first;
    if (to - from !== length) return to - from > length;
    let k = 0;
    while (k < length && this.bytes[first + k] === bytes[from + k]) k++;
    return k < length && bytes[from + k]! > this.bytes[first + k]!;
  }

  /** Makes the table, at most a third full. */
  private rehash(): void {
    let size = 64;
    while (size < this.count * 3) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    const mask = this.slots.length - 1;
    for (let i = 0; i < this.count; i++) {
      let slot = hashOf(this.bytes, this.start[i]!, this.start[i + 1]!) & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = i;
    }
  }
}

function wider(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length > 0xffff_ffff) throw new RangeError("a column of texts is limited to 4 GiB");
  const more = new Uint8Array(length);
  more.set(bytes);
  return more;
}

/** Four bytes at a time (the multiplier is 2^32 divided by the golden ratio), the rest as in FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from);
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
