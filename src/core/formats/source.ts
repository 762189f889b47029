/** A file before its format is known: its bytes, how its text begins, and the whole text where someone needs it. */
import { type Outcome, ok } from "../outcome.ts";
import { decodeText } from "./text/decode-text.ts";
import { encodeText } from "./text/encode-text.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** The bytes are not copied: whoever gave them must not change them as long as anything read from them is used. */
export interface Source {
  /** With or without byte order mark. Only the beginning is known to be UTF-8: a reader of bytes looks as it goes. */
  readonly utf8: Uint8Array;
  /** The first 100,000 signs of the text, or more; never only white space. */
  readonly start: string;
  /** All of it. Fails with `file.not-utf8`. */
  text(): Outcome<string>;
}

const START = 100_000;
/** No sign of UTF-16, in which JavaScript counts, takes more bytes of UTF-8. */
const MOST_BYTES = 3;

/** Fails with `file.empty` or, when already the beginning is no UTF-8, with `file.not-utf8`. */
export function openSource(bytes: Uint8Array, file: string): Outcome<Source> {
  const text = () => decodeText(bytes, file);
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = marked ? null : startOf(bytes);
  if (start !== null && start.trim() !== "") return ok({ utf8: bytes, start, text });
  const whole = text();
  if (!whole.ok) return whole;
  const utf8 = marked ? encodeText([whole.value]) : bytes;
  return ok({ utf8, start: whole.value, text: () => whole });
}

/** Null when it is no UTF-8. */
function startOf(bytes: Uint8Array): string | null {
  let end = Math.min(bytes.length, START * MOST_BYTES + MOST_BYTES);
  if (end < bytes.length) while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end)).slice(0, START);
  } catch {
    return null;
  }
}
