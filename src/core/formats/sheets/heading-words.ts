/** Words by which people know the heading of a part of a table. */
import { matches, startsWith, type WordList } from "../word-list.ts";

/** Outer before inner: a new commune ends the village before it. */
const HEADINGS: readonly WordList[] = [
  startsWith("tỉnh | huyện | thị xã | thành phố | tp."),
  startsWith("xã | phường | thị trấn | tt."),
  startsWith("thôn | buôn | bon | làng | tổ dân phố | tổ | tdp | khối | ấp | bản | khu"),
];
/** Level of a heading that names no kind of place; of one that is numbered with a letter. */
export const OTHER_HEADING = HEADINGS.length;
export const LETTER_HEADING = -1;
const ORDINAL = /^(?:[ivxlc]{1,6}|[a-z]|[0-9]{1,2})\s*[.)\-/:]\s*/i;
const ROMAN = /^\(?[IVXLC]{1,6}[.)]?$/;
const CAPITAL = /^\(?[A-H][.)]?$/;

/** 0 for a district or larger, 1 commune, 2 village; null when the text names no place. "I. Xã Cư Pui" is 1. */
export function headingLevel(text: string): number | null {
  const name = text.trim().replace(ORDINAL, "");
  const level = HEADINGS.findIndex((list) => matches(list, name));
  return level < 0 ? null : level;
}

/** The number of a part where ordinary rows have theirs: I, IV, A. */
export function isPartNumber(text: string): boolean {
  return ROMAN.test(text.trim()) || isPartLetter(text);
}

/** A, B: parts that hold those of I, II. */
export function isPartLetter(text: string): boolean {
  return CAPITAL.test(text.trim());
}
