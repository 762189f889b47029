/**
 * Different texts, each kept once as UTF-8 in order of first appearance and found by its bytes: an
 * open-addressing table of numbers, no string is made.
 */
import type { TextColumn } from "../../model/text-column.ts";
import { compareBytes, copyBytes, hashOf, sameBytes } from "../words.ts";

/** Up to 4 GiB of texts; a text is numbered from 0 as it is added. Finding one takes time for its bytes only. */
export class TextSet {
  count = 0;
  private bytes: Uint8Array<ArrayBuffer>;
  private view: DataView<ArrayBuffer>;
  private start: Uint32Array<ArrayBuffer>;
  private slots = new Int32Array(0);
  /** The text last found: neighbours in a register often say the same. */
  private last = 0;
  /** Where the text last looked for belongs. */
  private slot = 0;
  /**
   * Every text so far is longer than the one before or, of the same length, greater: identifiers of a register
   * mostly come so. Then a greater one is new, and no table is needed.
   */
  private inOrder = true;

  /** `texts` is a guess; room for more is made when needed. */
  constructor(texts: number) {
    this.start = new Uint32Array(texts + 16);
    this.bytes = new Uint8Array(texts * 12 + 64);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Number of the text that lies from byte `from` up to `to` of `source`, -1 when it is not there. */
  find(source: DataView, from: number, to: number): number {
    if (this.inOrder) {
      if (this.isGreater(source, from, to)) return -1;
      this.inOrder = false;
      this.rehash();
    }
    const { slots, start, view } = this;
    const length = to - from;
    const { last } = this;
    if (start[last + 1]! - start[last]! === length && sameBytes(view, start[last]!, source, from, length)) {
      return last;
    }
    const mask = slots.length - 1;
    let slot = hashOf(source, from, to) & mask;
    let found = slots[slot]!;
    while (found >= 0) {
      const first = start[found]!;
      if (start[found + 1]! - first === length && sameBytes(view, first, source, from, length)) {
        this.last = found;
        break;
      }
      slot = (slot + 1) & mask;
      found = slots[slot]!;
    }
    this.slot = slot;
    return found;
  }

  /** Takes a text in that `find` has just not found; its number. */
  add(source: DataView, from: number, to: number): number {
    const at = this.count++;
    const first = this.start[at]!;
    const end = first + to - from;
    if (end > this.bytes.length) this.widen(end);
    if (at + 2 > this.start.length) {
      const more = new Uint32Array(this.start.length * 2);
      more.set(this.start);
      this.start = more;
    }
    copyBytes(source, from, to - from, this.view, first);
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

  private isGreater(source: DataView, from: number, to: number): boolean {
    if (this.count === 0) return true;
    const first = this.start[this.count - 1]!;
    const length = this.start[this.count]! - first;
    if (to - from !== length) return to - from > length;
    return compareBytes(source, from, this.view, first, length) > 0;
  }

  /** Makes the table, at most a third full. */
  private rehash(): void {
    let size = 64;
    while (size < this.count * 3) size *= 2;
    const slots = new Int32Array(size).fill(-1);
    for (let i = 0; i < this.count; i++) {
      let slot = hashOf(this.view, this.start[i]!, this.start[i + 1]!) & (size - 1);
      while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
      slots[slot] = i;
    }
    this.slots = slots;
  }

  private widen(end: number): void {
    const length = Math.max(end, this.bytes.length * 2);
    if (length > 0xffff_ffff) throw new RangeError("a column of texts is limited to 4 GiB");
    const more = new Uint8Array(length);
    more.set(this.bytes);
    this.bytes = more;
    this.view = new DataView(more.buffer);
  }
}
