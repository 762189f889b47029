/** Counts on marks that stand for several households. */
import type { Places } from "./places.ts";

/** Counts of a run of points by class into `counts`, which is cleared first. */
export function countRun(
  householdOf: Uint32Array,
  from: number,
  to: number,
  classOf: Uint8Array,
  counts: Uint32Array,
): void {
  counts.fill(0);
  for (let p = from; p < to; p++) counts[classOf[householdOf[p]!]!]!++;
}

/** Adds up the classes of each part: `[all, first, second]`. */
export function partsOf(counts: Uint32Array, part: Uint8Array): [all: number, first: number, second: number] {
  const sums: [number, number, number] = [0, 0, 0];
  let all = 0;
  for (let each = 0; each < counts.length; each++) {
    all += counts[each]!;
    sums[part[each]!]! += counts[each]!;
  }
  return [all, sums[1], sums[2]];
}

/**
 * Located households by unit and class in one pass: `classes` numbers for each of `units` units, then as many
 * for those in none. `unit` and `classOf` are by household.
 */
export function countUnits(
  { householdOf }: Places,
  unit: Int32Array,
  units: number,
  classOf: Uint8Array,
  classes: number,
): Uint32Array {
  const counts = new Uint32Array((units + 1) * classes);
  for (let p = 0; p < householdOf.length; p++) {
    const i = householdOf[p]!;
    const u = unit[i]!;
    counts[(u < 0 ? units : u) * classes + classOf[i]!]!++;
  }
  return counts;
}
