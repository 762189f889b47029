/** What the columns of a file hold. */
import type { RawTable } from "../../src/core/formats/index.ts";

export interface ColumnStatistics {
  readonly name: string;
  /** Rows with a value: not null, not empty text. */
  readonly filled: number;
  readonly distinct: number;
  /** The commonest values, or the first ones where no value repeats; cut to one short line each. */
  readonly sample: readonly string[];
}

const SAMPLES = 5;
const LONGEST = 40;

/** One entry per column, in the order of the file. */
export function columnStatistics(table: RawTable): readonly ColumnStatistics[] {
  return table.columns.map((name) => {
    const counts = new Map<string, number>();
    let filled = 0;
    for (const { properties } of table.features) {
      const value = properties[name];
      if (value === undefined || value === null || value === "") continue;
      filled++;
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const commonest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, SAMPLES);
    return { name, filled, distinct: counts.size, sample: commonest.map(([text]) => oneLine(text)) };
  });
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
