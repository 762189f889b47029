/** Thins lines as far as they stay apart from each other: where they would touch, less is taken away. */
import type { LonLat } from "../../src/core/units.ts";
import { conflictsOf, type FreeLine } from "./conflicts.ts";

/** How a line looks when it is thinned with the given care: 0 as much as wanted, growing numbers less. */
export type Thinning = (line: number, care: number) => readonly LonLat[];

/** Highest care; there the line should be as it was measured. */
export const MOST_CARE = 5;

/**
 * All lines, thinned and free of conflicts. Throws, naming a place, when lines are in conflict even with the
 * most care: then the data are wrong and nothing may be written.
 */
export function untangled(count: number, closed: (line: number) => boolean, thin: Thinning): FreeLine[] {
  const care = new Uint8Array(count);
  const lines = Array.from({ length: count }, (_, l) => ({ line: thin(l, 0), closed: closed(l) }));
  for (;;) {
    const found = conflictsOf(lines);
    if (found.size === 0) return lines;
    let changed = false;
    for (const l of found) {
      if (care[l] === MOST_CARE) continue;
      care[l]++;
      lines[l] = { line: thin(l, care[l]), closed: closed(l) };
      changed = true;
    }
    if (!changed) {
      const [first] = found;
      throw new Error(`${found.size} lines touch one another, one near ${lines[first].line[0].join(", ")}`);
    }
  }
}
