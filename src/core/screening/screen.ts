/** Screening: every household against every criterion, and the answers combined and counted. */
import { answersUnder, COMBINATION_SLOTS } from "./combinations.ts";
import { HIT, type Screening } from "./finding.ts";
import type { Prepared } from "./prepare.ts";
import type { CriterionCode, Rules } from "./rule-set.ts";
import { criteria } from "./rules/index.ts";

/**
 * Screens under a rule set. What did not change since the last call with this `prepared` is taken from its
 * memos, so columns may be shared between results: read them, never write or transfer them. `before` is the
 * `eligible` column of another screening of the same households, to say who changed sides; throws a RangeError
 * when it is of others.
 */
export function screen(prepared: Prepared, rules: Rules, before: Uint8Array | null = null): Screening {
  const found = Object.fromEntries(
    criteria.map((criterion) => [criterion.code, criterion.find(prepared, rules)]),
  ) as Record<CriterionCode, Uint8Array>;
  const { unitSlot, unitSlots } = prepared;
  const combination = combined(found);
  if (before && before.length !== combination.length)
    throw new RangeError(`answers of ${before.length} households before, ${combination.length} now`);
  const eligible = new Uint8Array(combination.length);
  const tally = new Uint32Array(unitSlots * COMBINATION_SLOTS);
  answerAndCount(combination, unitSlot, answersUnder(rules.reading), eligible, tally);
  return {
    reading: rules.reading,
    unit: prepared.unit,
    ...found,
    eligible,
    tally,
    moved: before && movedBetween(before, eligible),
    roadM: prepared.roadM,
    centreM: prepared.centreM,
  };
}

/** The number of each household's combination of findings (`combinations.ts`). */
function combined({
  minority,
  scattered,
  forest,
  remote,
  hazard,
}: Record<CriterionCode, Uint8Array>): Uint8Array {
  const out = new Uint8Array(minority.length);
  addFour(...([minority, scattered, forest, remote, hazard, out].map(asWords) as SixColumns));
  for (let i = out.length & ~3; i < out.length; i++) {
    out[i] = minority[i]! + 3 * scattered[i]! + 9 * forest[i]! + 27 * remote[i]! + 81 * hazard[i]!;
  }
  return out;
}

type SixColumns = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Four households in one number: no sum passes 242, so nothing is carried from one byte into the next. */
function addFour(
  minority: Uint32Array,
  scattered: Uint32Array,
  forest: Uint32Array,
  remote: Uint32Array,
  hazard: Uint32Array,
  out: Uint32Array,
): void {
  for (let w = 0; w < out.length; w++) {
    out[w] = minority[w]! + 3 * scattered[w]! + 9 * forest[w]! + 27 * remote[w]! + 81 * hazard[w]!;
  }
}

/** Answers, and how many households of each unit have each combination: every total follows from that. */
function answerAndCount(
  combination: Uint8Array,
  unitSlot: Uint16Array | Uint32Array,
  answers: Uint8Array,
  eligible: Uint8Array,
  tally: Uint32Array,
): void {
  for (let i = 0; i < combination.length; i++) {
    const each = combination[i]!;
    eligible[i] = answers[each]!;
    tally[unitSlot[i]! * COMBINATION_SLOTS + each]!++;
  }
}

/** What a pair (answer before, answer now) adds: 1 for joining the "yes" side, `LEFT` for leaving it. */
const LEFT = 2 ** 26;
const MOVES = Float64Array.from({ length: 9 }, (_, pair) => {
  const was = Math.floor(pair / 3) === HIT;
  const is = pair % 3 === HIT;
  return was === is ? 0 : is ? 1 : LEFT;
});

/** How many joined and left the "yes" side. Both counts in one sum, without a branch that is often guessed wrong. */
function movedBetween(before: Uint8Array, after: Uint8Array): { joined: number; left: number } {
  let sum = 0;
  for (let i = 0; i < after.length; i++) sum += MOVES[3 * before[i]! + after[i]!]!;
  return { joined: sum % LEFT, left: Math.floor(sum / LEFT) };
}

function asWords(column: Uint8Array): Uint32Array {
  return new Uint32Array(column.buffer, column.byteOffset, column.length >> 2);
}
