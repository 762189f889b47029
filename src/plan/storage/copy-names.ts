/** Names of automatic copies: when each was made and of which revision stand in the name of its file. */
import type { PlanCopy } from "../protocol.ts";

/** So many copies of a plan are kept. */
export const COPIES_KEPT = 5;
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-r(\d+)\.gpkg$/;

/** The file name of a copy. `at`: ISO 8601 in UTC with milliseconds. */
export function nameOfCopy(at: string, revision: number): string {
  return `${at.replace(/[-:.]/g, "")}-r${revision}.gpkg`;
}

/** What a file name says; null when it is not the name of a copy. `key` is the name itself. */
export function copyOfName(name: string, bytes: number): PlanCopy | null {
  const found = NAME.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, ms, revision] = found;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
  return { key: name, at, revision: Number(revision), bytes };
}

/** Newest first. */
export function newestFirst(copies: readonly PlanCopy[]): PlanCopy[] {
  return [...copies].sort((a, b) => (a.key < b.key ? 1 : -1));
}

/**
 * Whether the state at opening is to be copied: something was done that the newest copy has not. `startedAt`: entries
 * up to this one belong to the plan as it was made by a program (the demo), which can be made again.
 */
export function isCopyDue(newest: PlanCopy | undefined, revision: number, startedAt: number): boolean {
  return revision > startedAt && newest?.revision !== revision;
}

/** The copies that are more than are kept, oldest first. */
export function surplus(copies: readonly PlanCopy[]): PlanCopy[] {
  return newestFirst(copies).slice(COPIES_KEPT).reverse();
}
