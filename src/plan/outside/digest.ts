/**
 * A short name for a lot of bytes: 128 bits, the same in every place. Against chance, not against forgers. Four
 * lanes of multiply and xor with the prime of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), each begun
 * differently, mixed at the end by the finaliser of MurmurHash3 (public domain).
 */
const PRIME = 0x01000193;
const BEGIN = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb] as const;
const text = new TextEncoder();

export class Digest {
  private a: number = BEGIN[0];
  private b: number = BEGIN[1];
  private c: number = BEGIN[2];
  private d: number = BEGIN[3];

  /** Takes bytes `from` to `to` of `bytes`, and their number, so that parts cannot run together. */
  add(bytes: Uint8Array, from = 0, to = bytes.length): this {
    let { a, b, c, d } = this;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, PRIME);
      b = Math.imul(b ^ byte, PRIME) ^ (b >>> 15);
      c = Math.imul(c ^ byte, 0x85ebca6b) ^ (c >>> 13);
      d = Math.imul(d ^ byte, 0xc2b2ae35) ^ (d >>> 16);
    }
    const length = to - from;
    this.a = Math.imul(a ^ length, PRIME);
    this.b = Math.imul(b ^ length, PRIME);
    this.c = Math.imul(c ^ length, PRIME);
    this.d = Math.imul(d ^ length, PRIME);
    return this;
  }

  addText(value: string): this {
    return this.add(text.encode(value));
  }

  /** 32 hexadecimal digits. */
  end(): string {
    const { a, b, c, d } = this;
    return [a ^ d, b ^ a, c ^ b, d ^ c].map((lane) => mixed(lane).toString(16).padStart(8, "0")).join("");
  }
}

function mixed(lane: number): number {
  let h = lane ^ (lane >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
