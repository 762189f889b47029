/** Two coordinates in one text: `12.667, 108.038`, `12°40'01"B 108°02'17"Đ`, `1400889,43; 449623,88`. */
import { takeLetter } from "./dms.ts";
import { readingOf } from "./numbers.ts";

/** Longer texts hold more than two coordinates. */
const MOST_SIGNS = 120;
/** Surest first; a single comma separates only where none of the others stands. */
const BETWEEN = [
  /\s*[;|/\t]\s*/u,
  /,\s+/u,
  /\s{2,}/u,
  /(?<=[NBSESWTĐÐ"”″])[\s,]*(?=\d)/u,
  /[\s,]+(?=[NBESWTĐÐ]\s*\d)/u,
  /,/u,
  /\s/u,
] as const;

/** The two parts as written, in their order, each a coordinate by itself; null when there are not two. */
export function splitPair(value: unknown): readonly [first: string, second: string] | null {
  // "1.400.889,43" is one number, though it could be cut at its comma.
  if (typeof value !== "string" || value.length > MOST_SIGNS || readingOf(value) !== null) return null;
  const text = value
    .trim()
    .replace(/^point\s*\(/i, "")
    .replace(/^[([]|[)\]]$/g, "")
    .replace(/\b(?:lat|long?|lng|kinh độ|vĩ độ|[xyen])\s*[:=]\s*/giu, "")
    .trim();
  for (const between of BETWEEN) {
    const parts = text.split(between).filter((part) => part !== "");
    if (parts.length === 2 && parts.every((part) => readingOf(part) !== null)) return [parts[0]!, parts[1]!];
  }
  return null;
}

/** Which of the two is the northing or latitude by its letter; null when no letter says. */
export function northByLetter([first, second]: readonly [string, string]): 0 | 1 | null {
  const axes = [takeLetter(first).letter?.axis, takeLetter(second).letter?.axis];
  if (axes[0] === axes[1]) return null;
  return axes[0] === "north" || axes[1] === "east" ? 0 : 1;
}
