/** Words by which people know a total. */
import { MOST_SIGNS, mayBeOld, skeleton } from "../word-list.ts";

/** Totals are compared with their marks: Tống is a family name. */
const TOTAL =
  /^(?:tổng(?: cộng| số| toàn)?(?= *[:.(=]| *$)|tổng (?:cộng|số)(?![\p{L}\d])|tổng toàn|cộng(?= *[:.(=]| *$| (?:toàn|xã|phường|thôn|buôn|huyện|chung|dồn|trang|tổ|mục|phần)(?!\p{L}))|tong cong|tong so|cong(?= *[:.(]| *$)|(?:grand |sub)?total(?!\p{L}))/u;
/** Cheap: most cells end here. Between the consonants stands a vowel, whatever bytes it is. */
const MAY_BE_TOTAL = /^\s*(?:[tT].{1,5}[nNtT]|[cC].{1,5}[nN]|[gG][rR]|[sS][uU])/;
const TOTAL_BONES = /^(?:tng cng|tng s)(?![a-z])/;
const TOTAL_BONES_SHORT = /^(?:cng|tng)(?: *[:.(=]| *$)/;

/** "Tổng cộng", "Cộng xã Cư Pui", "Total". */
export function isTotal(text: string, kind: "unicode" | "bytes"): boolean {
  if (!MAY_BE_TOTAL.test(text)) return false;
  const plain = text.slice(0, MOST_SIGNS).normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (TOTAL.test(plain)) return true;
  if (!mayBeOld(text)) return false;
  const bones = skeleton(text);
  return TOTAL_BONES.test(bones) || (kind === "bytes" && TOTAL_BONES_SHORT.test(bones));
}
