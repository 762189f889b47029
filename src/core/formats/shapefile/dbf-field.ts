/** Cells of a dBase table: numbers, dates and yes or no as they are written into fixed widths. */
import type { Json } from "../../model/household.ts";

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,4})?$/;
/** Whole numbers of more digits are codes (a citizen's number has 12, an account more) that a float64 would round. */
const MOST_DIGITS = 15;
const OVERFLOW = /^\*+$/;

/** A column of stars stands where a number did not fit. */
export function isOverflow(text: string): boolean {
  return OVERFLOW.test(text.trim());
}

/** The number a cell says, with decimal point or comma; null for nothing; what is no number stays text. */
export function numberCell(text: string): Json {
  const plain = text.trim();
  if (plain === "" || OVERFLOW.test(plain)) return null;
  if (!NUMBER.test(plain)) return plain;
  const digits = plain.replace(/^[+-]/, "");
  if (/^\d+$/.test(digits) && digits.replace(/^0+/, "").length > MOST_DIGITS) return plain;
  const value = Number(plain.replace(",", "."));
  return Number.isFinite(value) ? value : plain;
}

/** `20251231` as `2025-12-31`; null for nothing (also zeros); what is no day of the calendar stays text. */
export function dateCell(text: string): Json {
  const plain = text.trim();
  if (plain === "" || /^0+$/.test(plain)) return null;
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return plain;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const last = days[month - 1];
  if (last === undefined || day < 1 || day > last) return plain;
  return `${match[1]}-${match[2]}-${match[3]}`;
}

/** Yes, no, or null where it was left open (`?` or blank); anything else stays text. */
export function logicalCell(text: string): Json {
  const plain = text.trim();
  if (plain === "" || plain === "?") return null;
  if (/^[ty]$/i.test(plain)) return true;
  return /^[fn]$/i.test(plain) ? false : plain;
}

/** A day counted from 24 November −4713 (Julian day) with milliseconds, as Visual FoxPro keeps date and time. */
export function julianCell(day: number, milliseconds: number): Json {
  if (day === 0) return null;
  // 2440588 is 1 January 1970. Fliegel and Van Flandern, CACM 11 (1968), 657.
  if (day < 0 || day > 5_373_484 || milliseconds < 0 || milliseconds >= 86_400_000) return String(day);
  const l = day + 68_569;
  const n = Math.floor((4 * l) / 146_097);
  const k = l - Math.floor((146_097 * n + 3) / 4);
  const i = Math.floor((4000 * (k + 1)) / 1_461_001);
  const m = k - Math.floor((1461 * i) / 4) + 31;
  const j = Math.floor((80 * m) / 2447);
  const date = m - Math.floor((2447 * j) / 80);
  const month = j + 2 - 12 * Math.floor(j / 11);
  const year = 100 * (n - 49) + i + Math.floor(j / 11);
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number, width = 2) => String(value).padStart(width, "0");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(year, 4)}-${two(month)}-${two(date)}T${clock.map((part) => two(part)).join(":")}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
