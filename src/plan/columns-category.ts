/** Repeated texts as a category, straight from their bytes: each different text becomes a string once. */
import type { Category } from "../core/model/household.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const FIRST_SIZE = 256;

/** Takes the texts of rows one after another; gives what `categoryOf` gives of the same texts. */
export class CategoryWriter {
  private readonly index: Int32Array<ArrayBuffer>;
  private readonly values: string[] = [];
  private readonly known = new Map<string, number>();
  /** Open addressing by hash: number of a spelling, -1 free. */
  private slots = new Int32Array(FIRST_SIZE).fill(-1);
  /** Each different sequence of bytes and the value it stands for (-1: blank, so not known). */
  private readonly spellings: Uint8Array[] = [];
  private readonly valueOf: number[] = [];
  private last = -1;
  private row = 0;

  /** For exactly so many rows. */
  constructor(rows: number) {
    this.index = new Int32Array(rows).fill(-1);
  }

  /** The next row is not known. */
  addNothing(): void {
    this.row++;
  }

  /** The next row is the UTF-8 text that lies in `memory` from `from` to `to`. */
  add(memory: Uint8Array, from: number, to: number): void {
    // Registers are sorted by village: most rows say what the row before them said.
    const again = this.last >= 0 && isSame(this.spellings[this.last]!, memory, from, to);
    if (!again) this.last = this.find(memory, from, to);
    this.index[this.row++] = this.valueOf[this.last]!;
  }

  category(): Category {
    return { values: this.values, index: this.index };
  }

  private find(memory: Uint8Array, from: number, to: number): number {
    const mask = this.slots.length - 1;
    let at = hashOf(memory, from, to) & mask;
    while (this.slots[at]! >= 0) {
      if (isSame(this.spellings[this.slots[at]!]!, memory, from, to)) return this.slots[at]!;
      at = (at + 1) & mask;
    }
    const spelling = memory.slice(from, to);
    const added = this.spellings.push(spelling) - 1;
    this.slots[at] = added;
    this.valueOf.push(this.valueFor(decoder.decode(spelling)));
    if (this.spellings.length * 2 > this.slots.length) this.widen();
    return added;
  }

  private valueFor(text: string): number {
    if (text.trim() === "") return -1;
    let value = this.known.get(text);
    if (value === undefined) {
      value = this.values.push(text) - 1;
      this.known.set(text, value);
    }
    return value;
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = this.slots.length - 1;
    this.spellings.forEach((bytes, k) => {
      let at = hashOf(bytes, 0, bytes.length) & mask;
      while (this.slots[at]! >= 0) at = (at + 1) & mask;
      this.slots[at] = k;
    });
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ bytes[k]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(spelling: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (spelling.length !== to - from) return false;
  for (let k = 0; k < spelling.length; k++) if (spelling[k] !== bytes[from + k]) return false;
  return true;
}
