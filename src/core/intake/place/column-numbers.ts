/** The numbers of a whole column: what its signs mean is decided over all of it. */
import { COUNTRY } from "../../crs/areas.ts";
import type { Json } from "../../model/household.ts";
import { type Reading, readingOf } from "./numbers.ts";

/** What stands between digits where the value alone does not tell. */
export type Notation = "decimal" | "thousands" | null;

/** Reads a value of the column; "ambiguous" where even the column does not tell. */
export type ColumnReader = (value: Json) => number | null | "ambiguous";

/** Values that are looked at to decide. */
const SAMPLE = 2000;
/** Metres that a grid coordinate inside the country has at least, and at most. */
const METRES = [100_000, 20_000_000] as const;
/** What is not to be decided and most columns hold, read without further questions: no three decimals … */
const PLAIN = /^-?\d{1,9}(?:[.,](?:\d{1,2}|\d{4,12}))?$/;
/** … or thousands between points and a decimal comma. */
const VIETNAMESE = /^-?\d{1,3}(?:\.\d{3})+,\d+$/;

/**
 * Decides the notation by the values that are clear, else by which reading gives coordinates. `value(i)` for `i` below
 * `count`; looks at up to 2,000 of them, evenly taken.
 */
export function columnReader(count: number, value: (i: number) => Json): ColumnReader {
  const notation = notationOf(count, value);
  return (given) => {
    if (typeof given === "number") return Number.isFinite(given) ? given : null;
    if (typeof given !== "string") return null;
    if (PLAIN.test(given)) return Number(given.replace(",", "."));
    if (VIETNAMESE.test(given)) return Number(given.replaceAll(".", "").replace(",", "."));
    const reading = readingOf(given);
    if (reading === null) return null;
    if (reading.kind === "number") return reading.value;
    const decided = notation[reading.sign] ?? byRange(reading);
    return decided === null ? "ambiguous" : reading[decided];
  };
}

/** What "." and "," before three digits mean in the column. */
function notationOf(count: number, value: (i: number) => Json): Readonly<Record<"." | ",", Notation>> {
  const seen = { ".": { decimal: 0, thousands: 0 }, ",": { decimal: 0, thousands: 0 } };
  const either: { ".": number[][]; ",": number[][] } = { ".": [], ",": [] };
  const step = Math.max(1, count / SAMPLE);
  for (let at = 0; at < count; at += step) {
    const given = value(Math.floor(at));
    if (typeof given !== "string") continue;
    if (VIETNAMESE.test(given)) {
      seen[","].decimal++;
      seen["."].thousands++;
      continue;
    }
    const reading = readingOf(given);
    if (reading === null) continue;
    if (reading.kind === "either") either[reading.sign].push([reading.decimal, reading.thousands]);
    else if (reading.decimal !== null) {
      seen[reading.decimal].decimal++;
      seen[reading.decimal === "." ? "," : "."].thousands += hasSign(given, reading.decimal) ? 1 : 0;
    }
  }
  return { ".": decide(seen["."], either["."]), ",": decide(seen[","], either[","]) };
}

/** Whether the other sign stands in the text too, and therefore separates thousands. */
function hasSign(text: string, decimal: "." | ","): boolean {
  return text.includes(decimal === "." ? "," : ".");
}

function decide(
  seen: { readonly decimal: number; readonly thousands: number },
  either: readonly number[][],
): Notation {
  if (seen.decimal > 0 && seen.thousands === 0) return "decimal";
  if (seen.thousands > 0 && seen.decimal === 0) return "thousands";
  if (seen.decimal > 0) return null;
  let decimal = 0;
  let thousands = 0;
  for (const [asDecimal, asThousands] of either) {
    if (isDegree(asDecimal!)) decimal++;
    else if (isMetre(asThousands!)) thousands++;
  }
  return decimal > thousands ? "decimal" : thousands > decimal ? "thousands" : null;
}

function byRange(reading: Extract<Reading, { kind: "either" }>): Notation {
  const decimal = isDegree(reading.decimal);
  const thousands = isMetre(reading.thousands);
  return decimal === thousands ? null : decimal ? "decimal" : "thousands";
}

function isDegree(value: number): boolean {
  const [west, south, east, north] = COUNTRY;
  return (value >= west && value <= east) || (value >= south && value <= north);
}

function isMetre(value: number): boolean {
  return value >= METRES[0] && value <= METRES[1];
}
