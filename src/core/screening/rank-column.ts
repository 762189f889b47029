/** The ranks of every household, each different one once: a rule is then decided once per rank, not per household. */
import { NOT_LOCATED, type Ranks } from "./zone-rank.ts";

/** Household `i` has `ranks[code[i]]`. */
export interface RankColumn {
  readonly code: Uint8Array | Uint32Array;
  readonly ranks: Ranks;
}

/** From the ranks of points. A household that is no point has `NOT_LOCATED`. */
export function rankColumn(byPoint: Ranks, householdOf: Uint32Array, count: number): RankColumn {
  const { pointCode, ranks } = distinct(byPoint);
  const code = ranks.length <= 0x100 ? new Uint8Array(count) : new Uint32Array(count);
  for (let p = 0; p < householdOf.length; p++) code[householdOf[p]!] = pointCode[p]!;
  return { code, ranks };
}

/** The column before, with the ranks of the touched points as they are now. */
export function rankColumnAfter(
  before: RankColumn,
  byPoint: Ranks,
  touched: Uint32Array,
  householdOf: Uint32Array,
): RankColumn {
  if (touched.length === 0) return before;
  const known = new Map<number, number>();
  before.ranks.forEach((ranks, code) => {
    known.set(ranks, code);
  });
  for (const p of touched) if (!known.has(byPoint[p]!)) known.set(byPoint[p]!, known.size);
  const code = known.size <= 0x100 ? before.code.slice() : Uint32Array.from(before.code);
  for (const p of touched) code[householdOf[p]!] = known.get(byPoint[p]!)!;
  return { code, ranks: Uint32Array.from(known.keys()) };
}

/** Ranks of household `i`. */
export function ranksAt({ code, ranks }: RankColumn, i: number): number {
  return ranks[code[i]!]!;
}

/** Codes in order of first appearance; code 0 is kept for what is not located. */
function distinct(byPoint: Ranks): { pointCode: Uint32Array; ranks: Ranks } {
  const known = new Map<number, number>([[NOT_LOCATED, 0]]);
  const pointCode = new Uint32Array(byPoint.length);
  let last = NOT_LOCATED;
  let lastCode = 0;
  for (let p = 0; p < byPoint.length; p++) {
    if (byPoint[p] !== last) {
      last = byPoint[p]!;
      lastCode = known.get(last) ?? known.size;
      known.set(last, lastCode);
    }
    pointCode[p] = lastCode;
  }
  return { pointCode, ranks: Uint32Array.from(known.keys()) };
}
