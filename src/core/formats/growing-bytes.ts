/** Bytes put behind one another, mostly of texts, and used before the next ones are. */

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
};

/** Shorter pieces are copied faster byte by byte than by a call. */
const SHORT = 48;

export class GrowingBytes {
  bytes = new Uint8Array(1024);
  /** Bytes in use. */
  end = 0;
  private readonly encoder = new TextEncoder();

  /** Makes room for so many more bytes, so that they may be written at `end`. */
  room(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.end + more, this.bytes.length * 2));
    wider.set(this.bytes.subarray(0, this.end));
    this.bytes = wider;
  }

  /** Adds a text. */
  text(text: string): void {
    this.room(text.length * 3);
    this.end += this.encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
  }

  /** Adds bytes `from` up to `to` of others. */
  copy(bytes: Uint8Array, from: number, to: number): void {
    this.room(to - from);
    if (to - from > SHORT) this.bytes.set(bytes.subarray(from, to), this.end);
    else {
      // Fields kept at hand: the engine would load them again for each byte.
      const into = this.bytes;
      const shift = this.end - from;
      for (let k = from; k < to; k++) into[k + shift] = bytes[k]!;
    }
    this.end += to - from;
  }
}
