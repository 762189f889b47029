/** Numbers of a MapInfo object: they may stand on the object's line or on any line after it. */
import type { MifHeader } from "./mif-header.ts";
import type { LineReader } from "./mif-lines.ts";

/** Thrown within the reader of one object: a number is not there or is none. */
export class Missing extends Error {}

type Xy = readonly [number, number];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** A count can not be more than there are bytes; this only keeps it a whole number that can be counted to. */
const MOST_COUNT = 0x7fff_ffff;

export class MifNumbers {
  private words: readonly string[] = [];
  private at = 0;

  /** `ends`: does a line begin another object, which no number is taken from. */
  constructor(
    private readonly lines: LineReader,
    private readonly transform: MifHeader["transform"],
    private readonly ends: (line: string) => boolean,
  ) {}

  /** Goes on with the rest of a line. */
  begin(rest: string): void {
    this.words = wordsOf(rest);
    this.at = 0;
  }

  /** Is the next word `Multiple`; it is taken then. */
  multiple(): boolean {
    if (this.words[this.at]?.toLowerCase() !== "multiple") return false;
    this.at++;
    return true;
  }

  count(): number {
    const value = this.number();
    if (!Number.isInteger(value) || value < 0 || value > MOST_COUNT) throw new Missing();
    return value;
  }

  position(): Xy {
    const [fx, fy, dx, dy] = this.transform;
    const x = this.number() * fx + dx;
    const y = this.number() * fy + dy;
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Missing();
    return [x, y];
  }

  /** Grows as positions are found, whatever `count` says. */
  positions(count: number): Xy[] {
    const out: Xy[] = [];
    while (out.length < count) out.push(this.position());
    return out;
  }

  private number(): number {
    while (this.at >= this.words.length) {
      const next = this.lines.peek();
      if (next === null || this.ends(next)) throw new Missing();
      this.begin(this.lines.next()!);
    }
    const word = this.words[this.at++]!;
    if (!NUMBER.test(word)) throw new Missing();
    return Number(word);
  }
}

function wordsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split(/[\s,]+/);
}
