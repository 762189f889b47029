/** Text to the bytes of an encoding: the way back, for checks and round trips. */
import type { Encoding, TableEncoding } from "../intake/meaning.ts";
import { cp1252Byte } from "./cp1252.ts";
import { TCVN3, TCVN3_PUNCTUATION } from "./tcvn3.ts";
import { writeUtf8 } from "./utf8-signs.ts";
import { VISCII } from "./viscii.ts";
import { VNI_WRITTEN } from "./vni.ts";
import { WINDOWS_1258 } from "./windows-1258.ts";

const WRITTEN: Readonly<Record<Exclude<TableEncoding, "unicode" | "utf-8">, ReadonlyMap<string, string>>> = {
  tcvn3: TCVN3.written,
  viscii: VISCII.written,
  vni: VNI_WRITTEN,
  "windows-1258": WINDOWS_1258.written,
};

/**
 * Bytes as signs U+0000–U+00FF (`unicode`: the text in form C). Null when a sign is not in the encoding:
 * nothing is replaced, and what is no table is not written. Capitals with accents of TCVN3 are written as in the standard, which few fonts show.
 */
export function encodeText(text: string, encoding: Encoding): string | null {
  const composed = text.normalize("NFC");
  if (encoding === "unicode") return composed;
  if (encoding === "utf-8") return writeUtf8(composed);
  if (encoding === "html" || encoding === "viqr" || encoding === "by-value") return null;
  const written = WRITTEN[encoding];
  let bytes = "";
  for (const sign of composed) {
    const own = written.get(sign);
    if (own !== undefined) bytes += own;
    else if (sign <= "\u007f") bytes += sign;
    else {
      const byte = cp1252Byte(sign);
      if (byte === null || !keeps(encoding, byte, sign)) return null;
      bytes += String.fromCharCode(byte);
    }
  }
  return bytes;
}

/** Whether a sign of Windows-1252 has its byte for itself: punctuation that the fonts left in place. */
function keeps(encoding: keyof typeof WRITTEN, byte: number, sign: string): boolean {
  switch (encoding) {
    case "tcvn3":
      return TCVN3.signs[byte] === sign || TCVN3_PUNCTUATION.has(byte);
    case "viscii":
      return VISCII.signs[byte] === sign;
    case "windows-1258":
      return WINDOWS_1258.signs[byte] === sign;
    case "vni":
      return byte < VNI_LETTERS;
  }
}

/** From here on every byte is a letter or mark of VNI. */
const VNI_LETTERS = 0xc0;
