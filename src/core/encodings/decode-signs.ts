/** Text of a file to letters under one encoding, whatever comes of it. */
import type { Encoding } from "../intake/meaning.ts";
import { readEntities, readViqr } from "./ascii-writing.ts";
import { readByTable } from "./byte-table.ts";
import { cp1252Bytes, cp1252Sign } from "./cp1252.ts";
import { readTcvn3 } from "./tcvn3-text.ts";
import { readUtf8 } from "./utf8-signs.ts";
import { VISCII } from "./viscii.ts";
import { readVni } from "./vni.ts";
import { WINDOWS_1258 } from "./windows-1258.ts";

/**
 * What the signs of a text are: `bytes`, each one a byte U+0000–U+00FF; `unicode`, where bytes 80–9F of an
 * old font stand as the signs of Windows-1252.
 */
export type TextKind = "bytes" | "unicode";

/** An encoding that one text alone can be decoded by. */
export type OneEncoding = Exclude<Encoding, "by-value">;

/** The whole text under one encoding, in form C. Signs the encoding does not have stay. */
export function decodeSigns(text: string, encoding: OneEncoding, from: TextKind): string {
  return read(text, encoding, from).normalize("NFC");
}

function read(text: string, encoding: OneEncoding, from: TextKind): string {
  if (encoding === "unicode") return strokedD(from === "bytes" ? western(text) : text);
  const bytes = from === "bytes" ? text : cp1252Bytes(text);
  switch (encoding) {
    case "utf-8":
      return from === "unicode" ? restored(text, bytes) : readUtf8(bytes).text;
    case "tcvn3":
      return readTcvn3(bytes);
    case "viscii":
      return readByTable(bytes, VISCII.signs);
    case "windows-1258":
      return readByTable(bytes, WINDOWS_1258.signs);
    case "vni":
      return western(readVni(bytes));
    case "html":
      return readEntities(strokedD(from === "bytes" ? western(text) : text));
    case "viqr":
      return readViqr(from === "bytes" ? western(text) : text);
  }
}

/**
 * UTF-8 that was taken for text of Windows-1252 or 1258, once or twice. Where it was not, the text stays as it is.
 */
function restored(text: string, bytes: string): string {
  const found = readUtf8(bytes.replace(TAKEN_FOR_1258, "\u00c3"));
  if (found.letters === 0) return text;
  const again = readUtf8(cp1252Bytes(found.text));
  return again.letters > 0 && again.stray === 0 ? again.text : found.text;
}
/** Byte C3 is Ă in Windows-1258 and stands before another byte of the letter; its other bytes are as in 1252. */
const TAKEN_FOR_1258 = /\u0102(?=[\u0080-\u00bf])/gu;

/** Codes 80–9F as the signs Windows-1252 has there. */
function western(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (sign) => cp1252Sign(sign.charCodeAt(0)));
}

/** The Icelandic Ð and ð look like Đ and đ and are typed for them. Icelandic is not met here. */
function strokedD(text: string): string {
  return text.replaceAll("\u00d0", "Đ").replaceAll("\u00f0", "đ");
}
