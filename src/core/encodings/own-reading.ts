/** A stretch of a value between spaces read both ways: as its column, and as what it plainly may be instead. */
import { decodeSigns, type OneEncoding, type TextKind } from "./decode-signs.ts";
import { isPlain } from "./strange-signs.ts";
import { tellingWords } from "./telling-words.ts";
import { readUtf8 } from "./utf8-signs.ts";
import { IS_WORD, SYLLABLE_AT_LEAST, wordLikelihood } from "./word-likelihood.ts";

/** Letters no old font has: Vietnamese and Ê Đê beyond Latin-1, and marks that stand apart (form D). */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯưƀɃČčĔĕĬĭŎŏŬŭ\u1ea0-\u1ef9]|[\u0300-\u036f]/u;

/** Byte C3 of UTF-8 as the Ă of Windows-1258, before another byte of the letter. */
const TAKEN_FOR_1258 = /\u0102[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/u;

export interface Stretch {
  /** Under the encoding of the column, form C. */
  readonly decoded: string;
  /** As what it stands for by itself: UTF-8 among bytes, Unicode in a `unicode` table. */
  readonly own: string;
  /** The value is read by itself when one stretch is sure of it, */
  readonly sure: boolean;
  /** or when every one allows it and one asks for it. */
  readonly allows: boolean;
  readonly asks: boolean;
}

/** `text` has no spaces, or is a value that is looked at whole. */
export function readStretch(text: string, encoding: OneEncoding, from: TextKind): Stretch {
  if (isPlain(text)) return { decoded: text, own: text, sure: false, allows: true, asks: false };
  const decoded = decodeSigns(text, encoding, from);
  const asColumn = { decoded, own: decoded, sure: false, allows: false, asks: false };
  if (encoding === "unicode") return asColumn;
  if (from === "bytes") {
    if (encoding === "utf-8") return asColumn;
    const utf8 = readUtf8(text);
    return {
      decoded,
      own: utf8.text.normalize("NFC"),
      sure: false,
      allows: utf8.stray === 0,
      asks: UNICODE_ONLY.test(utf8.text),
    };
  }
  const own = decodeSigns(text, "unicode", from);
  const sure = UNICODE_ONLY.test(text) && !(encoding === "utf-8" && TAKEN_FOR_1258.test(text));
  if (encoding === "utf-8") return { decoded, own, sure, allows: false, asks: false };
  const words = tellingWords(text);
  const allows = words.every((word) => wordLikelihood(decodeSigns(word, "unicode", from)) >= IS_WORD);
  return { decoded, own, sure, allows, asks: allows && words.some(isGarbled) };

  /** No word that could be Vietnamese when it is decoded: a column's own syllables never are that. */
  function isGarbled(word: string): boolean {
    const read = decodeSigns(word, encoding, from);
    return read.length > 1 && wordLikelihood(read) < SYLLABLE_AT_LEAST;
  }
}

/** A value put together again, each stretch read the same way. One pass: whole columns come through here. */
export function joinStretches(stretches: readonly Stretch[]): string {
  let decoded = "";
  let own = "";
  let sure = false;
  let allows = true;
  let asks = false;
  for (let at = 0; at < stretches.length; at++) {
    const one = stretches[at]!;
    const space = at === 0 ? "" : " ";
    decoded += space + one.decoded;
    own += space + one.own;
    sure ||= one.sure;
    allows &&= one.allows;
    asks ||= one.asks;
  }
  return sure || (allows && asks) ? own : decoded;
}
