/** The text of a file whose encoding is not decided yet. */
import { type Outcome, ok } from "../../outcome.ts";
import { textFits } from "../source-limits.ts";
import { decodeText } from "./decode-text.ts";

export interface SourceText {
  readonly text: string;
  /** As in `SourceTable`. */
  readonly kind: "unicode" | "bytes";
}

/** Signs made at once; `fromCharCode` takes its arguments on the stack. */
const PIECE = 8192;
const BEYOND_BYTES = /[\u0100-\uffff]/;

/** UTF-8 and UTF-16 as what they say; anything else as one sign per byte. Refused: empty, too large. */
export function sourceText(bytes: Uint8Array, file: string): Outcome<SourceText> {
  const fits = textFits(bytes, file);
  if (!fits.ok) return fits;
  const decoded = decodeText(bytes, file);
  if (decoded.ok) return ok({ text: decoded.value, kind: "unicode" });
  if (decoded.problem.code !== "file.not-utf8" || isUtf16(bytes)) return decoded;
  return ok({ text: byteText(bytes), kind: "bytes" });
}

/** One sign (U+0000–U+00FF) for every byte. */
export function byteText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return text;
}

/** Is there a sign that no byte stands for: an escape in a file of bytes, which nobody can decode any more. */
export function isBeyondBytes(text: string): boolean {
  return BEYOND_BYTES.test(text);
}

/** The beginning of a text file for recognising it, without byte order mark; "" when it is no text. */
export function startOf(bytes: Uint8Array, length = 4000): string {
  const head = bytes.subarray(0, length);
  if (isUtf16(bytes)) return byteText(head.subarray(2)).replaceAll("\u0000", "");
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return byteText(marked ? head.subarray(3) : head);
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
