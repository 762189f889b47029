/** A column of texts folded for finding, row by row as `foldText` does, without a string per row. */
import { foldText } from "./fold-text.ts";
import { type TextColumn, textOf } from "./text-column.ts";

/** Part of the Encoding Standard; core is compiled without DOM types. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** What a letter folds to is one ASCII sign, or one of these. */
const NOTHING = 0x80;
const UNUSUAL = 0xff;
const SPACE = 0x20;

/** Two-byte letters U+0080…U+07FF and the two runs of three-byte ones that Vietnamese texts are written with. */
const TWO_BYTES = 0x800;
const VIETNAMESE = 0x1e00;
const PUNCTUATION = 0x2000;
const RUN = 0x100;
const PUNCTUATION_AT = TWO_BYTES + RUN;

const folds = foldTable();

/** The folded sign of every letter in reach; asked of `foldText` itself, so that there is one rule. */
function foldTable(): Uint8Array {
  const table = new Uint8Array(PUNCTUATION_AT + RUN).fill(UNUSUAL);
  const put = (at: number, code: number) => {
    const folded = foldText(`x${String.fromCodePoint(code)}x`);
    if (folded === "xx") table[at] = NOTHING;
    else if (folded.length === 3 && folded.charCodeAt(1) < 0x80) table[at] = folded.charCodeAt(1);
  };
  for (let code = 0; code < TWO_BYTES; code++) put(code, code);
  for (let k = 0; k < RUN; k++) {
    put(TWO_BYTES + k, VIETNAMESE + k);
    put(PUNCTUATION_AT + k, PUNCTUATION + k);
  }
  return table;
}

/** Row `i` is `foldText` of row `i`, as UTF-8; nothing where nothing is left. Linear in the bytes. */
export function foldedColumn({ bytes, start, count }: TextColumn): TextColumn {
  const encoder = new TextEncoder();
  let out = new Uint8Array(bytes.length);
  const ends = new Uint32Array(count + 1);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const from = start[i]!;
    const to = start[i + 1]!;
    if (out.length - end < to - from) out = wider(out, end + to - from);
    const next = foldBytes(bytes, from, to, out, end, folds);
    if (next >= 0) {
      end = next;
    } else {
      const folded = encoder.encode(foldText(textOf({ bytes, start, count }, i)!));
      if (out.length - end < folded.length) out = wider(out, end + folded.length);
      out.set(folded, end);
      end += folded.length;
    }
    ends[i + 1] = end;
  }
  return { count, bytes: out.slice(0, end), start: ends };
}

function wider(out: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(needed, out.length * 2));
  more.set(out);
  return more;
}

/** Folds one text into `out` at `end`; the new end, or -1 when a letter is not in the table. */
function foldBytes(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  end: number,
  table: Uint8Array,
): number {
  const first = end;
  let k = from;
  while (k < to) {
    const lead = bytes[k++]!;
    let at = lead;
    if (lead >= 0x80) {
      if (k >= to || (bytes[k]! & 0xc0) !== 0x80) return -1;
      const second = bytes[k++]! & 0x3f;
      if (lead >= 0xc2 && lead < 0xe0) {
        at = ((lead & 0x1f) << 6) | second;
      } else {
        if (lead >= 0xf0 || k >= to || (bytes[k]! & 0xc0) !== 0x80) return -1;
        const code = ((lead & 0x0f) << 12) | (second << 6) | (bytes[k++]! & 0x3f);
        const run = code & ~(RUN - 1);
        if (run === VIETNAMESE) at = TWO_BYTES + (code - VIETNAMESE);
        else if (run === PUNCTUATION) at = PUNCTUATION_AT + (code - PUNCTUATION);
        else return -1;
      }
    }
    const sign = table[at]!;
    if (sign < 0x80) {
      if (sign !== SPACE) out[end++] = sign;
      else if (end > first && out[end - 1] !== SPACE) out[end++] = SPACE;
    } else if (sign === UNUSUAL) {
      return -1;
    }
  }
  return end > first && out[end - 1] === SPACE ? end - 1 : end;
}
