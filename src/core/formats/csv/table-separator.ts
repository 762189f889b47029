/** Which sign stands between the cells of a text file that may begin with titles. */
import { csvSeparator } from "./csv-separator.ts";

const SEPARATORS = ["\t", ";", ","] as const;
/** Lines that are looked at; the last one may be cut and is not. */
const MOST_LINES = 60;
const MOST_SIGNS = 100_000;
/** Share of the lines that must have the same number of a sign for it to be what makes the columns. */
const MOSTLY = 0.6;
/** A sign that is so many times rarer than that of the first line stands in the texts, or in numbers. */
const RARE = 2;

/**
 * The sign the first line has most of, as in a table without titles; but where the lines do not agree on its
 * number, the one of tab, `;` and `,` on whose number they agree. Null when there is none of them.
 */
export function tableSeparator(start: string): string | null {
  const first = csvSeparator(start);
  const lines = linesOf(start);
  const share = (separator: string, wanted: number) =>
    lines.filter((line) => countOf(line, separator) === wanted).length / lines.length;
  if (first !== null && share(first, countOf(lines[0] ?? "", first)) >= MOSTLY) return first;
  const total = (separator: string) => lines.reduce((sum, line) => sum + countOf(line, separator), 0);
  for (const separator of SEPARATORS) {
    if (first !== null && total(separator) * RARE < total(first)) continue;
    const usual = usualCount(lines.map((line) => countOf(line, separator)));
    if (usual > 0 && share(separator, usual) >= MOSTLY) return separator;
  }
  return first ?? SEPARATORS.find((separator) => lines.some((line) => countOf(line, separator) > 0)) ?? null;
}

function linesOf(start: string): string[] {
  const lines = start
    .slice(0, MOST_SIGNS)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\r|\n/, MOST_LINES + 1);
  if (lines.length > 1 && start.length >= MOST_SIGNS) lines.pop();
  return lines.slice(0, MOST_LINES).filter((line) => line.trim() !== "");
}

function countOf(line: string, separator: string): number {
  return line.split(separator).length - 1;
}

/** The number that occurs most often, of those above zero; 0 when there is none. */
function usualCount(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  let usual = 0;
  for (const count of counts) {
    if (count === 0) continue;
    seen.set(count, (seen.get(count) ?? 0) + 1);
    if (usual === 0 || seen.get(count)! > seen.get(usual)!) usual = count;
  }
  return usual;
}
