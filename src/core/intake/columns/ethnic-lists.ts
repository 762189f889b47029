/** Columns of codes of ethnic groups: what they would mean under each of the two lists, for a person to choose. */
import { ETHNIC_GROUPS, ethnicCode, ethnicName, ethnicNameOfCode } from "../../admin/ethnic-groups.ts";
import type { GivenValue } from "./column-sample.ts";
import type { ValueGuess } from "./value-guess.ts";

/** A code of a file with its name under one list. */
export interface CodeCount {
  readonly code: string;
  /** Null: the list has no such code, or it is not confirmed. */
  readonly name: string | null;
  readonly rows: number;
}

/** Most of the rows hold numbers from 1 to 99, and no name of a group is among the values. */
export function looksLikeEthnicCodes(values: readonly GivenValue[]): boolean {
  let codes = 0;
  let all = 0;
  for (const { given, rows } of values) {
    if (ethnicName(given) !== null) return false;
    all += rows;
    if (ethnicCode(given) !== null) codes += rows;
  }
  return all > 0 && codes >= 0.8 * all;
}

/** Names with their rows under both lists, most rows first; a value that is no code stands with itself, unnamed. */
export function ethnicCounts(values: readonly GivenValue[]): {
  readonly A: readonly CodeCount[];
  readonly B: readonly CodeCount[];
} {
  const rowsOf = new Map<string, number>();
  for (const { given, rows } of values) {
    const code = ethnicCode(given) ?? given;
    rowsOf.set(code, (rowsOf.get(code) ?? 0) + rows);
  }
  const under = (list: "A" | "B") =>
    [...rowsOf]
      .map(([code, rows]): CodeCount => ({ code, name: ethnicNameOfCode(code, list), rows }))
      .sort((a, b) => b.rows - a.rows);
  return { A: under("A"), B: under("B") };
}

/**
 * The list under which more rows are of groups indigenous to the province, as a proposal; always to be asked. The
 * codes of the other large groups here are the same in both lists.
 */
export function guessEthnicCodes(values: readonly GivenValue[]): ValueGuess {
  const { A, B } = ethnicCounts(values);
  const indigenous = (counts: readonly CodeCount[]) =>
    counts.reduce((sum, { name, rows }) => sum + (name !== null && INDIGENOUS.has(name) ? rows : 0), 0);
  const list = indigenous(B) > indigenous(A) ? "B" : "A";
  return { meaning: { kind: "ethnic-codes", list }, confidence: "low", why: [{ code: "field.value-lists" }] };
}

const INDIGENOUS: ReadonlySet<string> = new Set(
  ETHNIC_GROUPS.filter(({ indigenous }) => indigenous).map(({ name }) => name),
);
