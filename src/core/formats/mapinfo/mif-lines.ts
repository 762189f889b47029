/** Lines of a file of bytes, one at a time, and their words; memory stays that of the longest line. */
import { byteText } from "../text/source-text.ts";

/** A line longer than this is cut: no line of an exchange file comes near it. */
export const MOST_LINE = 1_000_000;

const NEWLINE = 10;
const RETURN = 13;

export class LineReader {
  /** Of the line read last, from 1. */
  line = 0;
  private at: number;
  private readonly bytes: Uint8Array;
  /** The line that was looked at ahead, and where it ends. */
  private ahead: { readonly text: string | null; readonly at: number } | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** The next line without its end (CR, LF or both), or null at the end of the file. */
  next(): string | null {
    const { bytes, ahead } = this;
    if (ahead !== null) {
      this.ahead = null;
      if (ahead.text !== null) this.line++;
      this.at = ahead.at;
      return ahead.text;
    }
    if (this.at >= bytes.length) return null;
    let end = this.at;
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end++;
    const text = byteText(bytes.subarray(this.at, Math.min(end, this.at + MOST_LINE)));
    this.at = bytes[end] === RETURN && bytes[end + 1] === NEWLINE ? end + 2 : end + 1;
    this.line++;
    return text;
  }

  /** The next line, which is read again. */
  peek(): string | null {
    if (this.ahead !== null) return this.ahead.text;
    const { at, line } = this;
    const text = this.next();
    this.ahead = { text, at: this.at };
    this.at = at;
    this.line = line;
    return text;
  }

  /** Another reader at the same place, to look ahead. */
  copy(): LineReader {
    const other = new LineReader(this.bytes);
    other.goTo(this);
    return other;
  }

  /** Goes to where another reader of the same bytes is. */
  goTo(other: LineReader): void {
    this.at = other.at;
    this.line = other.line;
    this.ahead = other.ahead;
  }
}
