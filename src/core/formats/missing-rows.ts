/** Rows that a file speaks of and does not hold, each as a refused row so that the counts add up. */
import type { Problem } from "../outcome.ts";
import { MOST_BROKEN } from "./source-limits.ts";

/**
 * One problem for each of `count` rows from `first` (as people count). A claim of more than a file can lack
 * (`MOST_BROKEN`) is no count to be believed: then a single one stands for them.
 */
export function missingRows(problem: Omit<Problem, "row">, first: number, count: number): readonly Problem[] {
  const listed = count > MOST_BROKEN ? 1 : Math.max(0, count);
  return Array.from({ length: listed }, (_, i) => ({ ...problem, row: first + i }));
}
