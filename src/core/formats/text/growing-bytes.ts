/** Bytes put behind one another, mostly of texts, and used before the next ones are. */
import { copyBytes } from "../words.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
};

/** What is in use are the first `end` of `bytes`; set `end` to 0 to begin again in the same memory. */
export class GrowingBytes {
  bytes = new Uint8Array(1024);
  /** Bytes in use. */
  end = 0;
  private view = new DataView(this.bytes.buffer);
  private readonly encoder = new TextEncoder();

  /** Makes room for so many more bytes, so that they may be written at `end`. */
  room(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.end + more, this.bytes.length * 2));
    wider.set(this.bytes.subarray(0, this.end));
    this.bytes = wider;
    this.view = new DataView(wider.buffer);
  }

  /** Adds a text. */
  text(text: string): void {
    this.room(text.length * 3);
    this.end += this.encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
  }

  /** Adds bytes `from` up to `to` of others (see `viewOf`). */
  copy(source: DataView, from: number, to: number): void {
    this.room(to - from);
    copyBytes(source, from, to - from, this.view, this.end);
    this.end += to - from;
  }
}
