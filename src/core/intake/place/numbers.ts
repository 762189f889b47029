/**
 * One coordinate as people write it. The sign between digits is a matter of the column, not of the value: "450.354"
 * is a length with thousands in one file and a number with decimals in another (`column-numbers.ts`).
 */
import { readDms, takeLetter } from "./dms.ts";

/** What the value says, whichever sign it uses; both readings where the value alone does not tell. */
export type Reading =
  | { readonly kind: "number"; readonly value: number; readonly decimal: "." | "," | null }
  | {
      readonly kind: "either";
      readonly decimal: number;
      readonly thousands: number;
      readonly sign: "." | ",";
    };

/** Longer texts are no coordinates. */
const MOST_SIGNS = 60;
const SIMPLE = /^[-+]?\d+$/;
/** Not three decimals: those may be thousands. */
const DECIMALS = /^[-+]?\d+([.,])(?:\d{1,2}|\d{4,})$/;
const UNIT = /(?<=\d)\s*(?:mét|met|m)\.?$/iu;
const SPACES = /[\s\u00a0\u202f\u2009]+/gu;
/** Thousands between spaces or apostrophes: groups of exactly three. */
const SPACED = /^([-+]?\d{1,3}(?:[ '’]\d{3})+)((?:[.,]\d+)?)$/u;
const GROUPED = /^[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])\d*)?$/u;
const ONE_SIGN = /^[-+]?\d*([.,])\d*$/u;

/** A number of a JSON file or sheet is one already; null when the value is empty or no coordinate. */
export function readingOf(value: unknown): Reading | null {
  if (typeof value === "number") {
    return Number.isFinite(value) ? { kind: "number", value, decimal: null } : null;
  }
  if (typeof value !== "string" || value.length > MOST_SIGNS) return null;
  const trimmed = value.replace(SPACES, " ").trim();
  if (trimmed === "") return null;
  if (SIMPLE.test(trimmed)) return whole(trimmed);
  const decimals = DECIMALS.exec(trimmed);
  if (decimals) return number(trimmed.replace(",", "."), decimals[1] as "." | ",");
  // First as a whole: the s of "12d40m01s" is a second, not south.
  const written = readDms(trimmed);
  if (written !== null) return { kind: "number", value: written, decimal: null };
  const { rest, letter } = takeLetter(trimmed);
  const sign = letter?.sign ?? 1;
  const degrees = letter === null ? null : readDms(rest);
  if (degrees !== null) return { kind: "number", value: sign * degrees, decimal: null };
  const plain = decimalOf(rest.replace(UNIT, ""));
  if (!plain || sign === 1) return plain;
  return plain.kind === "number"
    ? { ...plain, value: -plain.value }
    : { ...plain, decimal: -plain.decimal, thousands: -plain.thousands };
}

function decimalOf(text: string): Reading | null {
  if (SIMPLE.test(text)) return whole(text);
  const spaced = SPACED.exec(text);
  if (spaced) {
    const sign = spaced[2] === "" ? null : (spaced[2]![0] as "." | ",");
    return number(spaced[1]!.replace(/[ '’]/gu, "") + spaced[2]!.replace(",", "."), sign);
  }
  const one = ONE_SIGN.exec(text);
  if (one && !GROUPED.test(text)) return number(text.replace(",", "."), one[1] as "." | ",");
  const grouped = GROUPED.exec(text);
  if (!grouped) return null;
  const thousands = grouped[1] as "." | ",";
  const decimal = grouped[2] as "." | "," | undefined;
  const joined = text.replaceAll(thousands, "");
  if (decimal) return number(joined.replace(",", "."), decimal);
  if (text.split(thousands).length > 2) return number(joined, thousands === "." ? "," : ".");
  // "0.123" never means 0 thousand.
  if (/^[-+]?0/.test(text)) return number(text.replace(",", "."), thousands);
  return {
    kind: "either",
    decimal: Number(text.replace(",", ".")),
    thousands: Number(joined),
    sign: thousands,
  };
}

function whole(text: string): Reading {
  return { kind: "number", value: Number(text), decimal: null };
}

function number(text: string, decimal: "." | "," | null): Reading | null {
  const value = Number(text);
  return /\d/.test(text) && Number.isFinite(value) ? { kind: "number", value, decimal } : null;
}

/**
 * One value without its column: null when it is empty or no coordinate, "ambiguous" when its sign may be decimal or
 * separate thousands. Degrees for degrees, minutes and seconds; minus for south and west.
 */
export function readCoordinate(value: unknown): number | null | "ambiguous" {
  const reading = readingOf(value);
  return reading === null ? null : reading.kind === "number" ? reading.value : "ambiguous";
}

const LOOKALIKE: Readonly<Record<string, string>> = {
  l: "1",
  I: "1",
  "|": "1",
  o: "0",
  O: "0",
  Q: "0",
  S: "5",
  B: "8",
  Z: "2",
};

/**
 * The text with one letter among its digits put right (`l` for 1, `O` for 0), when it then is a coordinate; else
 * null. A proposal for a person, never read.
 */
export function proposedDigits(value: unknown): string | null {
  if (typeof value !== "string" || value.length > MOST_SIGNS || readingOf(value) !== null) return null;
  const letters = [...value.matchAll(/[lI|oOQSBZ]/g)];
  if (letters.length !== 1) return null;
  const at = letters[0]!.index;
  const mended = value.slice(0, at) + LOOKALIKE[value[at]!]! + value.slice(at + 1);
  return readingOf(mended) === null ? null : mended;
}
