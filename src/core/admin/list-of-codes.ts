/** Which list the commune codes of a file belong to. Every code of 2025-07 is a code of 2025-03 too. */
import { LIST_VERSIONS, type ListVersion } from "../intake/meaning.ts";
import type { Confidence } from "../intake/ranked.ts";
import type { CodeCount } from "./convert-unit.ts";
import { nameKey, splitUnitName } from "./unit-names.ts";
import { unitOf } from "./units.ts";

/** What speaks for one list. Counts are of different codes unless they say rows. */
export interface ListEvidence {
  readonly list: ListVersion;
  /** Different codes of the file, and those the list has; the same in rows. */
  readonly codes: number;
  readonly inList: number;
  readonly rows: number;
  readonly rowsInList: number;
  /** Rows that carry a commune name too, and those whose name is the unit's name in this list. */
  readonly named: number;
  readonly namesAgree: number;
}
export interface ListGuess {
  /** Best first. */
  readonly ranked: readonly ListEvidence[];
  /** `high`: the first may be taken; `low`: it has to be asked. */
  readonly confidence: Confidence;
}

/** A code written with a name, and how many rows write this pair. */
export type CodeName = readonly [code: string, name: string, rows: number];

/** Names must agree this much better in one list than in the other before they decide. */
const NAMES_DECIDE = 0.2;
/**
 * This many different codes that are all among the 102 are hardly of the 286: taken at random, (102/286)^8 is
 * 1 in 3,800. Codes of one district are not random, hence more than that.
 */
const CODES_DECIDE = 12;

/**
 * Names decide where they are given: a name that agrees in one list only. Then codes: one that only 2025-03 has
 * (a former code that was not used again) on many rows; many codes and none of those.
 */
export function listOfCodes(codes: readonly CodeCount[], names: readonly CodeName[] = []): ListGuess {
  const evidence = LIST_VERSIONS.map((list) => evidenceFor(list, codes, names));
  const score = (one: ListEvidence): number =>
    2 * share(one.namesAgree, one.named) + share(one.rowsInList, one.rows);
  const [older, newer] = evidence as [ListEvidence, ListEvidence];
  const newerFirst = score(newer) > score(older) || (score(newer) === score(older) && newer.inList > 0);
  const ranked = newerFirst ? [newer, older] : [older, newer];
  return { ranked, confidence: isSure(ranked[0]!, ranked[1]!) ? "high" : "low" };
}

function isSure(first: ListEvidence, second: ListEvidence): boolean {
  if (first.inList === 0) return false;
  const names = share(first.namesAgree, first.named) - share(second.namesAgree, second.named);
  if (first.named > 0 && Math.abs(names) >= NAMES_DECIDE) return names > 0;
  if (first.list === "2025-03") return first.inList - second.inList >= 1 && first.inList >= 0.9 * first.codes;
  return first.inList === first.codes && first.inList >= CODES_DECIDE;
}

function evidenceFor(
  list: ListVersion,
  codes: readonly CodeCount[],
  names: readonly CodeName[],
): ListEvidence {
  let [inList, rows, rowsInList, named, namesAgree] = [0, 0, 0, 0, 0];
  for (const [code, count] of codes) {
    rows += count;
    if (unitOf(code, list) === null) continue;
    inList++;
    rowsInList += count;
  }
  for (const [code, name, count] of names) {
    named += count;
    const unit = unitOf(code, list);
    if (unit === null) continue;
    const key = nameKey(splitUnitName(name).name);
    if ([unit.name, ...unit.aliases].some((known) => nameKey(known) === key)) namesAgree += count;
  }
  return { list, codes: codes.length, inList, rows, rowsInList, named, namesAgree };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
