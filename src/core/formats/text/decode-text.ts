/** Bytes to text: UTF-8 with or without byte order mark, and UTF-16 with one ("Unicode text" of spreadsheets). */
import { fail, type Outcome, ok } from "../../outcome.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const NEWLINE = 10;

/**
 * The text of a file. Fails with `file.empty`, or with `file.not-utf8` naming the first line whose bytes
 * are no UTF-8 (older Vietnamese encodings land here: reading them as something else would garble names).
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const text = decode(bytes);
  if (text === null) return fail("file.not-utf8", { line: firstBadLine(bytes) }, { file });
  if (text.trim() === "") return fail("file.empty", undefined, { file });
  return ok(text);
}

function decode(bytes: Uint8Array): string | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line from 1 of the first bytes that are no UTF-8; a newline byte never lies inside a letter. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
