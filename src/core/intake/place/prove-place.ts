/**
 * The proof of a place: rows under every candidate among the communes of the plan. A shift of 225 m moves a point
 * over a border only where one is near, so that shares alone say little; what counts are the rows that lie right under
 * one candidate and wrong under the other (`votes.ts`). Without communes, or when they do not tell, the order of the
 * guess stands and is not sure.
 */
import { crsDefinition } from "../../crs/definitions.ts";
import { twinOf } from "../../crs/recognise.ts";
import type { ArealLayer, Unit } from "../../model/layers.ts";
import type { SourceTable } from "../dataset.ts";
import type { PlaceMeaning } from "../meaning.ts";
import type { Confidence, Guesses } from "../ranked.ts";
import { type Candidate, type Counts, inUse, type Judged, LEAST_SHARE } from "./candidate.ts";
import { type Communes, communesOf } from "./communes.ts";
import { compare, type Evidence, evidenceOf, placedNumbers, placedOf, withoutDatumStep } from "./evidence.ts";
import { type FileNumbers, fileNumbers, numbersKey } from "./numbers-of.ts";
import { falling, viewOf } from "./place-view.ts";
import type { PlaceView } from "./proof.ts";
import { shiftBetween } from "./shift.ts";
import { clearlyMore } from "./votes.ts";

/** Candidates with their proof, best first, and whether the first may be believed. */
export interface ProvedPlaces {
  readonly views: readonly PlaceView[];
  readonly confidence: Confidence;
}

/** Candidates that place rows less than this apart are the same to us (metres). */
const SAME_PLACE = 5;
/**
 * `declaredCodeOf` gives the code of the commune a row (from 0) says it is in, in the list of `units`. At most 20,000
 * rows (2,000 shapes) are compared, evenly taken; that is told.
 */
export function provePlaces(
  table: SourceTable,
  guesses: Guesses<PlaceMeaning>,
  units: ArealLayer<Unit> | null,
  declaredCodeOf: (row: number) => string | null,
): ProvedPlaces {
  const known = new Map<string, { numbers: FileNumbers; wanted: Int32Array }>();
  const communes = units && units.shapes.count > 0 ? communesOf(units, 20_000) : null;
  const candidates = guesses.ranked.map((guess): Candidate => {
    const key = numbersKey(guess.value);
    let own = known.get(key);
    if (!own) {
      const numbers = fileNumbers(table, guess.value);
      own = { numbers, wanted: wantedOf(numbers, communes, declaredCodeOf) };
      known.set(key, own);
    }
    const placed = placedOf(guess.value, own.numbers);
    const evidence = evidenceOf(placed, own.numbers, communes, own.wanted);
    const shown = placedNumbers(guess.value, own.numbers.shown);
    return { guess, ...own, placed, evidence, shown, counts: countsOf(evidence, own.wanted) };
  });
  const first = candidates[0];
  if (!first) return { views: [], confidence: "low" };
  const best = communes ? bestOf(candidates) : first;
  const rivals = communes ? candidates.filter((other) => other !== best && !isBetter(best, other)) : [];
  const rest = candidates
    .filter((other) => other !== best && !rivals.includes(other))
    .toSorted((a, b) => (communes ? b.counts.share - a.counts.share : 0));
  // Systems of old that nothing names are last: what has to be told apart are those in use.
  const others = [...rivals, ...rest];
  const ordered = [best, ...others.filter(inUse), ...others.filter((other) => !inUse(other))];
  const judged: Judged = {
    best,
    second: ordered[1] ?? null,
    rivals: rivals.filter(inUse),
    shifted: communes !== null && fitsWithoutStep(best, communes),
  };
  const views = ordered.map((candidate) => viewOf(candidate, judged, communes, table));
  return { views: falling(views), confidence: confidenceOf(guesses, judged, communes !== null) };
}

function wantedOf(
  { rows }: FileNumbers,
  communes: Communes | null,
  declaredCodeOf: (row: number) => string | null,
): Int32Array {
  return Int32Array.from(rows, (row) => {
    const code = communes ? declaredCodeOf(row) : null;
    return code === null ? -1 : (communes!.featureOf.get(code) ?? -1);
  });
}

function countsOf({ lon, any, own }: Evidence, wanted: Int32Array): Counts {
  let [rows, inAny, inOwn, declared, right] = [0, 0, 0, 0, 0];
  for (let i = 0; i < lon.length; i++) {
    if (Number.isNaN(lon[i]!)) continue;
    rows++;
    inAny += any[i]!;
    if (wanted[i]! >= 0) {
      declared++;
      inOwn += own[i]!;
      right += own[i]!;
    } else right += any[i]!;
  }
  return { rows, any: inAny, own: inOwn, declared, share: rows === 0 ? 0 : right / rows };
}

/** Votes can be taken only where both are about the same numbers; else the shares decide. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.numbers !== b.numbers) return a.counts.share > b.counts.share + 0.05;
  return clearlyMore(...compare(a.evidence, b.evidence, a.wanted));
}

/**
 * Enough to stand first, not to be sure: rows lie wrong under the right candidate only where a commune was written
 * down wrongly, so that a few that agree say more than what is usual.
 */
function leads(a: Candidate, b: Candidate): boolean {
  // A system of old that nothing names has to show more.
  if (a.numbers !== b.numbers || !inUse(a)) return isBetter(a, b);
  const [forA, forB] = compare(a.evidence, b.evidence, a.wanted);
  // Rows that say no commune may lie beyond the border in truth: a few of them change no order.
  return clearlyMore(forA, forB) || (a.counts.declared > 0 && leans(a, b));
}

/** A few rows say `a`, and hardly any say `b`. */
function leans(a: Candidate, b: Candidate): boolean {
  if (a.numbers !== b.numbers) return false;
  const [forA, forB] = compare(a.evidence, b.evidence, a.wanted);
  return forA >= 2 && forA >= 3 * forB;
}

/** Begins with the likeliest guess and goes to another only when the rows say so. */
function bestOf(candidates: readonly Candidate[]): Candidate {
  let best = candidates[0]!;
  const byShare = candidates.toSorted((a, b) => b.counts.share - a.counts.share);
  for (const other of [...byShare, ...candidates]) {
    if (other !== best && other.counts.rows > 0 && leads(other, best)) best = other;
  }
  // The likeliest of those from which the rows do not tell it.
  return candidates.find((other) => other === best || !leads(best, other)) ?? best;
}

/** Asked of VN-2000 systems that have no WGS 84 twin in the register: with one, the twin is a candidate itself. */
function fitsWithoutStep(
  { guess, numbers, wanted, placed, evidence }: Candidate,
  communes: Communes,
): boolean {
  const { crs } = guess.value;
  if (crsDefinition(crs)!.datum !== "vn2000" || twinOf(crs) !== null) return false;
  const other = evidenceOf(withoutDatumStep(placed), numbers, communes, wanted);
  return clearlyMore(...compare(other, evidence, wanted));
}

function confidenceOf(
  guesses: Guesses<PlaceMeaning>,
  { best, rivals, shifted }: Judged,
  proved: boolean,
): Confidence {
  if (!proved) return guesses.confidence;
  if (best.counts.share < LEAST_SHARE || shifted) return "low";
  const apart = rivals.some(({ shown }) => (shiftBetween(best.shown, shown)?.metres ?? 0) > SAME_PLACE);
  if (!apart) return "high";
  if (rivals.some((other) => leans(other, best))) return "low";
  return best.guess === guesses.ranked[0] ? guesses.confidence : "low";
}
