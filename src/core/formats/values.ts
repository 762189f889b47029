/** Single values of a file to what they mean; what cannot be read is `undefined`, what is not there is null. */
import { foldText } from "../model/fold-text.ts";
import type { Json } from "../model/household.ts";

/** Text, trimmed; numbers as written. Null when there is nothing. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : text;
}

const NOT_KNOWN = new Set([
  "?",
  "-",
  "–",
  "n/a",
  "na",
  "null",
  "none",
  "unknown",
  "khong ro",
  "chua ro",
  "chua xac dinh",
  "khong biet",
]);

/** True for words by which people say that they do not know: never an ethnic group called "không rõ". */
export function saysNotKnown(text: string): boolean {
  return NOT_KNOWN.has(foldText(text));
}

/**
 * A number with decimal point or decimal comma. Both signs together: the last one is the decimal sign
 * (1.400.889,43). One kind of sign, repeated, separates thousands. `undefined` when it is no number.
 */
export function numberOf(value: Json | undefined): number | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.replace(/[\s\u00a0\u202f]/g, "");
  if (text === "") return null;
  if (!/^[-+]?[\d.,]*\d[\d.,]*(e[-+]?\d+)?$/i.test(text)) return undefined;
  const decimal = text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
  const thousands = decimal === "," ? "." : ",";
  let plain = text.replaceAll(thousands, "");
  const signs = plain.split(decimal).length - 1;
  if (signs > 1) {
    if (text.includes(thousands)) return undefined;
    plain = plain.replaceAll(decimal, "");
  }
  const number = Number(plain.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}

const YES = new Set(["co", "yes", "y", "true", "1", "x", "dung", "t"]);
const NO = new Set(["khong", "no", "n", "false", "0", "sai", "f"]);

/** Yes or no in Vietnamese, English or as 1 and 0. */
export function yesNoOf(value: Json | undefined): boolean | null | undefined {
  if (typeof value === "boolean") return value;
  const text = textOf(value);
  if (text === null || saysNotKnown(text)) return null;
  const folded = foldText(text);
  return YES.has(folded) ? true : NO.has(folded) ? false : undefined;
}
